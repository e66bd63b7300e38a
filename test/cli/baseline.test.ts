// A baseline from end to end, on a pack whose old findings are listed: what is hidden, what is new, which lines are no longer needed,
// and that the command only ever takes lines out. UPDATE=1 stores the output anew.
import { strict as assert } from 'node:assert';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFiles, writeText } from '../../server/host/disk';
import { golden, packs, runIn, withFiles } from './running';

const TODAY = ['--today', '2026-11-24'];
const FILE = 'findings.baseline.yaml';

describe('a baseline', () => {
  for (const [name, more] of [
    ['old', []],
    ['old-all', ['--no-baseline']],
  ] as const) {
    it(`check ${more.join()} tells what is not hidden`, async () => {
      const { exit, out } = await runIn(packs, ['check', 'old', ...TODAY, ...more]);
      assert.equal(out, golden(`${name}-check.txt`, out));
      assert.equal(exit, 1);
    });
  }

  it('JSON keeps what is hidden, and says so', async () => {
    const { out } = await runIn(packs, ['check', 'old', '--format', 'json', ...TODAY]);
    const { findings, counts } = JSON.parse(out);
    const old = findings.filter((f: { baseline?: boolean }) => f.baseline);
    assert.equal(old.length, counts.baseline);
    assert.ok(old.length > 10);
    assert.equal(findings.length, counts.error + counts.warning + counts.information + counts.hint + counts.baseline);
    const all = JSON.parse((await runIn(packs, ['check', 'old', '--format', 'json', '--no-baseline', ...TODAY])).out);
    assert.equal(all.findings.length, findings.length);
    assert.equal(all.counts.baseline, 0);
  });

  it('changes nothing in coverage, which says that there is one', async () => {
    const { out } = await runIn(packs, ['coverage', 'old', ...TODAY]);
    assert.match(out, /A baseline is in use: \d\d findings are not shown by check\./);
    const json = JSON.parse((await runIn(packs, ['coverage', 'old', '--format', 'json', ...TODAY])).out);
    const stateOf = (id: string) => json.demands.find((d: { id: string }) => d.id === id).state;
    assert.equal(stateOf('7.2-contract-charging'), 'missing');
    assert.ok(json.baseline > 10);
  });
});

describe('sms-evidence baseline', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sms-evidence-baseline-'));
  const file = path.join(folder, FILE);
  const read = (name = FILE) => readFileSync(path.join(folder, name), 'utf8');
  const edit = (name: string, from: string, to: string) => {
    assert.ok(read(name).includes(from), `${from} in ${name}`);
    writeFileSync(path.join(folder, name), read(name).replace(from, to));
  };
  const run = (...argv: string[]) => runIn(folder, [...argv, ...TODAY], { write: writeText, create: createFiles });
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(path.join(packs, 'old'), folder, { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('takes out what is gone, and adds nothing', async () => {
    const before = read().split('\n');
    const { exit, out } = await run('baseline');
    assert.equal(exit, 0);
    assert.equal(out, golden('old-baseline.txt', out));
    const after = read().split('\n');
    const come = after.filter((line) => !before.includes(line));
    assert.deepEqual(come, ['  - {code: unknown-field, document: sla/lending-library, path: "history[].form"}']);
    assert.equal(before.length - after.length, 1);
    const again = await run('baseline');
    assert.match(again.out, /is gone, so it stays as it is/);
    assert.deepEqual(read().split('\n'), after);
    assert.doesNotMatch((await run('check')).out, /baseline-outlived/);
  });

  it('begins with all that is found, and then nothing is told until something new comes', async () => {
    rmSync(file);
    const { exit, out } = await run('baseline');
    assert.deepEqual([exit, /Written: findings\.baseline\.yaml/.test(out)], [0, true]);
    assert.equal((await run('check', '--fail-on', 'hint')).exit, 0);
    const first = read();
    rmSync(file);
    await run('baseline');
    assert.equal(read(), first);
    edit('services.service-catalogue.yaml', 'deliveredBy: buchwerk', 'deliveredBy: buchberg');
    const { exit: then, out: told } = await run('check');
    assert.equal(then, 1);
    assert.match(told, /unknown-supplier|unknown-reference/);
  });

  it('knows findings again when lines move and files are renamed, and not when a document gets another id', async () => {
    rmSync(file);
    await run('baseline');
    edit('buchwerk-lending.contract.yaml', 'kind: contract', '# moved\n# by two lines\nkind: contract');
    renameSync(path.join(folder, 'buchwerk-lending.contract.yaml'), path.join(folder, 'lending-software.contract.yaml'));
    assert.equal((await run('check', '--fail-on', 'hint')).exit, 0);
    edit('lending-software.contract.yaml', 'id: buchwerk-lending', 'id: lending-software');
    const { exit, out } = await run('check');
    assert.equal(exit, 1);
    assert.match(out, /The contract "lending-software" lacks \d+ things/);
    assert.match(out, /still lists 7\.2-contract-charging at contract\/buchwerk-lending, charging, which is no longer found/);
  });

  it('that is empty in the end says that it can go', async () => {
    writeFileSync(file, 'kind: baseline\nid: ours\nfindings:\n  - {code: unknown-field, document: sla/gone}\n');
    const { out } = await run('baseline');
    assert.match(
      out,
      /of 1 finding 1 is gone and taken out\. Nothing is left: the file can be deleted\. \d+ findings are new and were not taken in/,
    );
    assert.match(read(), /^id: ours\nfindings: \[\]$/m);
  });

  it('writes nothing over what it can not read', async () => {
    for (const broken of ['kind: baseline\nid: a\nfindings:\n  - {code: x', 'kind: baseline\nid: a\nfindings: [{kode: x}]\n']) {
      writeFileSync(file, broken);
      const { exit, err } = await run('baseline');
      assert.equal(exit, 2);
      assert.match(err, /^"findings\.baseline\.yaml" can't be read wholly: .*Nothing was written\.\n$/);
      assert.equal(read(), broken);
      const { out } = await run('check', FILE);
      assert.match(out, /^findings\.baseline\.yaml:\d+:\d+ error/);
    }
    writeFileSync(file, 'something: else\n');
    const { exit, err } = await run('baseline');
    assert.deepEqual([exit, /could not be written/.test(err)], [2, true]);
    assert.equal(read(), 'something: else\n');
  });

  it('leaves out what is waived, so that a waiver that ends is told', async () => {
    rmSync(file);
    const waiver =
      'kind: waiver\nid: w\nstatus: agreed\ndemand: 7.2-contract-charging\nwhere: buchwerk-lending\nreason: Known.\napprovedBy: un\nuntil: 2026-12-31\n';
    writeFileSync(path.join(folder, 'w.waiver.yaml'), waiver);
    await run('baseline');
    assert.doesNotMatch(read(), /contract-charging/);
    assert.equal((await run('check')).exit, 0);
    assert.equal((await run('check', '--no-waivers')).exit, 1);
    edit('w.waiver.yaml', '2026-12-31', '2026-10-31');
    assert.match((await run('check')).out, /waiver-lapsed/);
  });

  it('is one for each management system, and is written nowhere else', async () => {
    await withFiles({ 'a/sms.yaml': 'kind: sms\n', 'b/sms.yaml': 'kind: sms\n', 'c/note.txt': '' }, async (at) => {
      const several = await runIn(at, ['baseline', ...TODAY]);
      assert.deepEqual([several.exit, /name one of a, b\./.test(several.err)], [2, true]);
      const none = await runIn(path.join(at, 'c'), ['baseline', ...TODAY]);
      assert.equal(none.exit, 2);
      assert.ok(!existsSync(path.join(at, FILE)));
    });
  });
});
