// The table of all checks, docs/checks.md: how each is judged, by what it is proved. That the list is whole, and the table current.
// UPDATE=1 writes the table anew; read the difference before you keep it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { rules } from '../../server/rules/gathered';
import { only2011, readFaults } from '../faults/plant';
import { root } from '../guards/source';
import { readCases } from '../rules/fixture';

interface Row {
  readonly row: number;
  readonly checks: readonly string[];
  /** Those that the demand's own evidence tells. */
  readonly own?: readonly string[];
  readonly demands?: readonly string[];
}

interface List {
  readonly rows: readonly Row[];
  readonly elsewhere: Readonly<Record<string, { readonly is: string; readonly why: string }>>;
  readonly cannot: Readonly<Record<string, string>>;
}

const list = parse(readFileSync(path.join(root, 'test', 'checks', 'checks.yaml'), 'utf8')) as List;
const knowledge = loadKnowledge();
const worded = new Set(knowledge.demands.flatMap((d) => [d.lacks, d.overdue].flatMap((w) => w?.id ?? [])));
const cases = readCases();
const planted = new Set([readFaults(), readFaults(only2011)].flatMap((lists) => [...lists.values()].flat()).map((f) => f.rule));
const NOT_YET = 'not judged yet';

/** By what a check is judged, in words. */
function judgedBy(check: string, { own = [], demands = [] }: Row): string {
  const rule = rules.find((r) => r.id === check);
  if (rule) return `rule, ${rule.severity}`;
  if (worded.has(check)) return 'evidence of the demand, with words of its own';
  if (knowledge.findings.has(check)) return 'contents and references of every document';
  const other = list.elsewhere[check];
  if (other) return `as \`${other.is}\`. ${other.why}`;
  if (own.includes(check)) return `evidence of the demand, as ${demands.map((d) => `\`${d}\``).join(' or ')}`;
  return check in list.cannot ? `not from documents: ${list.cannot[check]}` : NOT_YET;
}

function provedBy(check: string): string {
  const own = cases.filter((c) => c.rule === check);
  const silent = own.filter((c) => c.isSilent).length;
  return own.length === 0 ? '' : `${own.length - silent} found, ${silent} silent`;
}

function table(): string {
  const lines = list.rows.flatMap((row) =>
    row.checks.map((check) => {
      const page = rules.some((r) => r.id === check) || worded.has(check) || knowledge.findings.has(check);
      const name = page ? `[${check}](reference/findings/${check}.md)` : check;
      const demands = (row.demands ?? []).join(', ');
      return `| ${row.row} | ${name} | ${demands} | ${judgedBy(check, row)} | ${provedBy(check)} | ${planted.has(check) ? 'yes' : ''} |`;
    }),
  );
  const open = lines.filter((l) => l.includes(NOT_YET)).length;
  return `# The checks
What an experienced auditor compares by hand, and how it is judged here. Written by \`UPDATE=1 node scripts/mocha.mjs checks/\`; a test says when it is no longer current. Fixtures are whole small folders under \`test/rules\`: those in which the check finds something, and those in which honest evidence keeps it silent. Planted: the pack \`test/packs/faults\` holds an instance. ${lines.length - open} of ${lines.length} checks are judged.

| row | check | demands | judged by | fixtures | planted |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}

describe('the list of checks', () => {
  const known = new Set(list.rows.flatMap((r) => r.checks));

  it('has every rule, and names no demand or other check that does not exist', () => {
    assert.deepEqual(
      rules.map((r) => r.id).filter((id) => !known.has(id)),
      [],
    );
    const demands = new Set(knowledge.demands.map((d) => d.id));
    assert.deepEqual(
      list.rows.flatMap((r) => r.demands ?? []).filter((d) => !demands.has(d)),
      [],
    );
    for (const [check, { is }] of Object.entries(list.elsewhere)) {
      assert.ok(known.has(check), check);
      assert.ok(knowledge.findings.has(is) || rules.some((r) => r.id === is) || worded.has(is), is);
    }
    for (const check of Object.keys(list.cannot)) assert.ok(known.has(check), check);
  });

  it('has each check once, in whole rows', () => {
    const all = list.rows.flatMap((r) => r.checks);
    assert.equal(new Set(all).size, all.length);
    assert.deepEqual(
      list.rows.map((r) => r.row),
      list.rows.map((_, i) => i + 1),
    );
  });

  it('is the one that was collected', function () {
    const file = path.resolve(root, '..', 'shared', 'standard', 'checks.md');
    if (!existsSync(file)) this.skip();
    const rows = readFileSync(file, 'utf8').matchAll(/^\| (\d+) \| ([^|]+) \| [^|]+ \| [^|]+ \| [^|]*[NWL]/gm);
    for (const [, row, ids = ''] of rows) {
      const collected = [...ids.matchAll(/[a-z][a-z0-9]*(?:-[a-z0-9]+)+/g)].map(([id]) => id);
      assert.deepEqual(list.rows[Number(row) - 1]?.checks, collected);
    }
  });

  it('stands as a table in docs/checks.md', () => {
    const file = path.join(root, 'docs', 'checks.md');
    if (process.env.UPDATE) writeFileSync(file, table());
    assert.equal(readFileSync(file, 'utf8'), table());
  });
});
