// That the pack of planted faults holds an instance of each check, that all of them are found and nothing else, and that it is
// silent once an honest provider has mended one after the other. A list at a time, since each mend is judged. The pack lies in test/packs/faults, what is found in it beside it.
// UPDATE=1 writes both anew; read the difference before you keep it.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LineIndex } from '../../server/model/line-index';
import { rules } from '../../server/rules/gathered';
import type { Sms } from '../../server/workspace/sms';
import { root } from '../guards/source';
import { codesIn, type Folder, foundIn, knowledge, readFolder, smsAfter, smsOf } from '../packs/mending';
import { type Fault, lists, mended, only2011, planted, readFaults } from './plant';

const TODAY = '2026-11-24';
const folder = path.join(root, 'test', 'packs', 'faults');
const table = `${folder}.md`;
const HEAD = `# What is wrong in \`faults/\`
The folder \`complete-2018\` with the faults planted that stand in \`test/faults\`. Meant to be looked at on ${TODAY}. Written by its test.

| file | line | code | severity | what is said |
| --- | --- | --- | --- | --- |
`;

function write(files: Folder): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

function rowsOf(files: Folder, sms: Sms): string[] {
  return foundIn(sms).flatMap(({ file, found }) =>
    found.map(({ finding: { code, severity, message }, at }) => {
      const line = new LineIndex(files.get(file) ?? '').positionAt(at.start).line + 1;
      return `| ${file} | ${line} | ${code} | ${severity} | ${message.replaceAll('|', '\\|')} |`;
    }),
  );
}

/** The ids of all checks: rules, and demands whose own evidence tells it. */
const checks = new Set([...rules.map((r) => r.id), ...knowledge.demands.flatMap((d) => [d.lacks, d.overdue].flatMap((w) => w?.id ?? []))]);

/** Those that `found` has and `others` hasn't, each as often as it stands there. */
function beyond(found: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return found.filter((f) => {
    const at = left.indexOf(f);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** A folder without a fault, the faults planted in it, and what is found then. */
class Planting {
  readonly clean: Folder;
  readonly faults: readonly Fault[];
  readonly all: Folder;
  sms!: Sms;
  found: ReadonlySet<string> = new Set();

  constructor(
    readonly pack: string,
    readonly lists: ReadonlyMap<string, readonly Fault[]>,
  ) {
    this.clean = readFolder(pack);
    this.faults = [...lists.values()].flat();
    this.all = planted(this.clean, this.faults);
  }

  async judge(): Promise<void> {
    this.sms = await smsOf(this.all, TODAY);
    this.found = new Set(codesIn(this.sms).map((code) => code.split(' ')[1] ?? ''));
  }
}

/** Each list is mended from where the one before left off. */
function mendsOneByOne(planting: Planting): void {
  const { pack, clean } = planting;
  let now = planting.all;
  for (const [list, faults] of [...planting.lists].reverse()) {
    it(`loses what it should, and nothing new comes, when one after the other is mended: ${list}`, async () => {
      let found = codesIn(planting.sms);
      for (const fault of [...faults].reverse()) {
        const next = mended(now, fault, clean);
        planting.sms = await smsAfter(planting.sms, now, next, TODAY);
        now = next;
        const left = codesIn(planting.sms);
        assert.deepEqual(beyond(left, found), [], `${fault.rule}, mended, brings something new`);
        assert.ok(
          beyond(found, left).some((code) => code.endsWith(` ${fault.rule}`)),
          `${fault.rule}, mended, is still found`,
        );
        found = left;
      }
    });
  }

  it(`is silent once all that was planted in ${pack} is mended`, async () => assert.deepEqual(codesIn(await smsOf(now, TODAY)), []));
}

describe('the pack of planted faults', function () {
  // Each mend is judged: too much for the usual limit where the machine is busy.
  this.timeout(300_000);
  const written = new Planting('complete-2018', readFaults());
  const in2011 = new Planting('complete-2011', readFaults(only2011));

  before(async () => {
    await written.judge();
    await in2011.judge();
  });

  it('is complete-2018 with the faults planted', () => {
    if (process.env.UPDATE) write(written.all);
    assert.deepEqual(readFolder('faults'), written.all);
  });

  it('has found in it what stands beside it, and nothing else', () => {
    const rows = rowsOf(written.all, written.sms);
    if (process.env.UPDATE) writeFileSync(table, `${HEAD}${rows.join('\n')}\n`);
    assert.deepEqual(readFileSync(table, 'utf8').slice(HEAD.length).trimEnd().split('\n'), rows);
  });

  it('holds an instance of each check, but for those listed as not planted yet', () => {
    for (const { faults, found } of [written, in2011])
      assert.deepEqual(
        faults.filter((f) => !found.has(f.rule)).map((f) => f.rule),
        [],
      );
    const open = [...checks].filter((check) => !written.found.has(check) && !in2011.found.has(check)).sort();
    assert.deepEqual(open, readFileSync(path.join(lists, 'not-yet.txt'), 'utf8').trim().split('\n').filter(Boolean).sort());
  });

  for (const planting of [written, in2011]) mendsOneByOne(planting);
});
