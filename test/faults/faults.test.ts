// That the pack of planted faults holds an instance of each check, that all of them are found and nothing else, and that it is
// silent once an honest provider has mended one after the other. The pack lies in test/packs/faults, what is found in it beside it.
// UPDATE=1 writes both anew; read the difference before you keep it.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LineIndex } from '../../server/model/line-index';
import { rules } from '../../server/rules/gathered';
import { root } from '../guards/source';
import { codesIn, type Folder, foundIn, knowledge, readFolder, smsAfter, smsOf } from '../packs/mending';
import { lists, mended, planted, readFaults } from './plant';

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

async function rowsOf(files: Folder): Promise<string[]> {
  return foundIn(await smsOf(files, TODAY)).flatMap(({ file, found }) =>
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

describe('the pack of planted faults', () => {
  const faults = readFaults();
  const before = readFolder('complete-2018');
  const all = planted(before, faults);

  it('is complete-2018 with the faults planted', () => {
    if (process.env.UPDATE) write(all);
    assert.deepEqual(readFolder('faults'), all);
  });

  it('has found in it what stands beside it, and nothing else', async () => {
    const rows = await rowsOf(all);
    if (process.env.UPDATE) writeFileSync(table, `${HEAD}${rows.join('\n')}\n`);
    assert.deepEqual(readFileSync(table, 'utf8').slice(HEAD.length).trimEnd().split('\n'), rows);
  });

  it('holds an instance of each check, but for those listed as not planted yet', async () => {
    const found = new Set((await smsOf(all, TODAY).then(codesIn)).map((code) => code.split(' ')[1]));
    assert.deepEqual(
      faults.filter((f) => !found.has(f.rule)).map((f) => f.rule),
      [],
    );
    const open = [...checks].filter((check) => !found.has(check)).sort();
    assert.deepEqual(open, readFileSync(path.join(lists, 'not-yet.txt'), 'utf8').trim().split('\n').filter(Boolean).sort());
  });

  it('is silent once mended, one fault after the other', async () => {
    let now = all;
    let sms = await smsOf(now, TODAY);
    let found = codesIn(sms);
    for (const fault of [...faults].reverse()) {
      const next = mended(now, fault, before);
      sms = await smsAfter(sms, now, next, TODAY);
      now = next;
      const left = codesIn(sms);
      assert.deepEqual(beyond(left, found), [], `${fault.rule}, mended, brings something new`);
      assert.ok(
        beyond(found, left).some((code) => code.endsWith(` ${fault.rule}`)),
        `${fault.rule}, mended, is still found`,
      );
      found = left;
    }
    assert.deepEqual(codesIn(await smsOf(now, TODAY)), []);
  });
});
