// What agreements are worth, from a folder to the terminal: without one, stated, committed and signed; and what is said when a word or
// a comment is changed later. The pack becomes a repository in a temporary folder.
import { strict as assert } from 'node:assert';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeText } from '../../server/host/disk';
import { Repository } from './repository';
import { golden, packs, runIn, withFiles } from './running';

const TODAY = ['--today', '2026-11-24'];
const DEMAND = '6.1-sla-exists';
const TUGS = '  - {party: tugs, by: rb, on: 2026-01-20}\n';

describe('agreements', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sms-evidence-approval-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const edit = (file: string, from: string, to: string) => {
    const at = path.join(folder, file);
    const text = readFileSync(at, 'utf8');
    assert.equal(text.split(from).length, 2, `${from} in ${file}`);
    writeFileSync(at, text.replace(from, to));
  };
  const found = async () => (await runIn(folder, ['check', ...TODAY])).out;
  const approvals = async (): Promise<readonly Approval[]> => {
    const { out } = await runIn(folder, ['coverage', '--format', 'json', ...TODAY]);
    return JSON.parse(out).demands.find(({ id }: { id: string }) => id === DEMAND).approvals;
  };
  const gradesIn = async (file: string) => (await approvals()).filter((a) => a.file === file).map((a) => a.grade);

  before(() => {
    cpSync(path.join(packs, 'approval'), folder, { recursive: true });
    const repository = new Repository(folder);
    edit('mail-tugs.sla.yaml', TUGS, '');
    repository.commit({ name: 'T. Lind', mail: 't.lind@port.example' }, '2026-01-19');
    edit('mail-tugs.sla.yaml', '  - {party: provider', `${TUGS}  - {party: provider`);
    repository.commit({ name: 'Rieke Boye', mail: 'r.boye@tugs.example' }, '2026-01-20');
  });

  it('are told with what they are worth, and why', async () => {
    const text = `${JSON.stringify(await approvals(), null, 2)}\n`;
    assert.equal(text, golden('approval-coverage.json', text));
  });

  it('are told in the terminal', async () => {
    const { out } = await runIn(folder, ['coverage', ...TODAY]);
    const [, part = ''] = new RegExp(`^(.* ${DEMAND} [\\s\\S]*?)^  \\S`, 'm').exec(out) ?? [];
    assert.equal(part, golden('approval-coverage.txt', part));
  });

  it('are missed where there is none, and all else is silent', async () => {
    const out = await found();
    assert.equal(out, golden('approval-check.txt', out));
  });

  it('are only stated outside of a repository', async () => {
    const { out } = await runIn(packs, ['coverage', 'approval', '--format', 'json', ...TODAY]);
    const grades = JSON.parse(out)
      .demands.find(({ id }: { id: string }) => id === DEMAND)
      .approvals.map((a: Approval) => a.grade);
    assert.deepEqual([...new Set(grades)].sort(), ['signed', 'stated']);
  });

  it('no longer hold where a word is changed, and do where a comment is', async () => {
    const before = await found();
    edit('mail-anglers.sla.yaml', '# By its fingerprint a comment may be changed later.', '# Another comment.');
    assert.equal(await found(), before);
    edit('mail-radar.sla.yaml', 'restore: 4 h', 'restore: 6 h');
    const out = await found();
    assert.equal(out, golden('approval-changed-check.txt', out));
    edit('mail-radar.sla.yaml', 'restore: 6 h', 'restore: 4 h');
    assert.equal(await found(), before);
  });

  it('are no longer signed where the signed file is another', async () => {
    const file = 'signed/mail-locks-1.0.txt';
    edit(file, 'version 1.0', 'version 1.1');
    const out = await found();
    assert.match(
      out,
      /mail-locks\.sla\.yaml:\d+:\d+ error The file "signed\/mail-locks-1\.0\.txt" is no longer the one that was meant here/,
    );
    assert.deepEqual(await gradesIn('mail-locks.sla.yaml'), ['stated', 'stated']);
    edit(file, 'version 1.1', 'version 1.0');
    assert.deepEqual(await gradesIn('mail-locks.sla.yaml'), ['signed', 'stated']);
  });

  it('are committed only as they were committed', async () => {
    assert.deepEqual(await gradesIn('mail-tugs.sla.yaml'), ['committed', 'stated']);
    edit('mail-tugs.sla.yaml', 'by: rb, on: 2026-01-20', 'by: rb, on: 2026-01-21');
    assert.deepEqual(await gradesIn('mail-tugs.sla.yaml'), ['stated', 'stated']);
    edit('mail-tugs.sla.yaml', 'by: rb, on: 2026-01-21', 'on:   2026-01-20, by: rb');
    assert.deepEqual(await gradesIn('mail-tugs.sla.yaml'), ['committed', 'stated']);
  });
});

describe('approve', () => {
  const SMS = 'kind: sms\nformat: 1\npeople:\n  - {id: ho, name: H. Olsen, mayApprove: [slm-policy]}\n  - {id: tl, name: T. Lind}\n';
  const POLICY = 'kind: slm-policy\nid: rules\nversion: "1.0"\nstatus: draft\npurpose: To keep what we promise.\n';
  const FILES = { 'sms.yaml': SMS, 'rules.slm-policy.yaml': POLICY, 'two.yaml': `${POLICY}---\n${POLICY.replace('rules', 'more')}` };
  const run = (folder: string, ...argv: string[]) => runIn(folder, ['approve', ...argv], { write: writeText });

  it('writes who approved, when, and the fingerprint; and once is enough', () =>
    withFiles(FILES, async (folder) => {
      const file = 'rules.slm-policy.yaml';
      const { exit, out } = await run(folder, file, '--by', 'ho');
      const says = `Written to ${file}: "rules" is approved by H. Olsen on 2026-03-31, from now on agreed.\n`;
      assert.deepEqual([exit, out], [0, says]);
      const text = readFileSync(path.join(folder, file), 'utf8');
      assert.match(
        text,
        /^status: agreed\n[\s\S]*^approval:\n {2}by: ho\n {2}role: approver\n {2}on: 2026-03-31\n {2}content: [0-9a-f]{64}\n/m,
      );
      const again = await run(folder, file, '--by', 'ho');
      assert.equal(again.exit, 2);
      const still = 'H. Olsen already approved "rules" on 2026-03-31, and its text is still the same: there is nothing to do.';
      assert.equal(again.err, `${file} stays as it is. ${still}\n`);
      assert.equal(readFileSync(path.join(folder, file), 'utf8'), text);
    }));

  it('says in plain words why a file can not be written', () =>
    withFiles(FILES, async (folder) => {
      const write = () => Promise.reject(Object.assign(new Error("EROFS: read-only file system, open 'x'"), { code: 'EROFS' }));
      const { exit, out, err } = await runIn(folder, ['approve', 'rules.slm-policy.yaml', '--by', 'ho'], { write });
      const says = '"rules.slm-policy.yaml" could not be written: what lies there can only be read. It stays as it was.\n';
      assert.deepEqual([exit, out, err], [2, '', says]);
    }));

  it('says what a check finds in the approval: here that it came after the first day', () =>
    withFiles({ ...FILES, 'rules.slm-policy.yaml': POLICY.replace('purpose:', 'valid: {from: 2026-01-01}\npurpose:') }, async (folder) => {
      const { exit, out } = await run(folder, 'rules.slm-policy.yaml', '--by', 'ho');
      assert.equal(exit, 0);
      assert.match(
        out,
        /^Written to .*\nA check finds there: "rules" came into force on 2026-01-01, but was approved only on 2026-03-31\. .*\n$/,
      );
    }));

  it('takes a name for the id of a person', () =>
    withFiles(FILES, async (folder) => {
      assert.equal((await run(folder, 'rules.slm-policy.yaml', '--by', 'h. olsen')).exit, 0);
      assert.match(readFileSync(path.join(folder, 'rules.slm-policy.yaml'), 'utf8'), /^ {2}by: ho$/m);
    }));

  it('says what is wrong, and writes nothing', () =>
    withFiles(FILES, async (folder) => {
      for (const [argv, why] of [
        [['rules.slm-policy.yaml', '--by', 'tl'], /does not say that T\. Lind may approve it/],
        [['rules.slm-policy.yaml', '--by', 'hoo'], /no person "hoo" in sms\.yaml\. Did you mean "ho"\?/],
        [['rules.slm-policy.yaml', '--by', 'zzz'], /no person "zzz" in sms\.yaml\. It has ho and tl\./],
        [['sms.yaml', '--by', 'ho'], /"sms" has no place for an approval: it is of the kind "/],
        [['rules.slm-policy.yaml'], /needs to know who approves/],
        [['two.yaml', '--by', 'ho'], /several documents/],
        [['sms.yaml', 'two.yaml', '--by', 'ho'], /takes one file/],
        [['none.yaml', '--by', 'ho'], /no file or folder "none.yaml"/],
        [['.', '--by', 'ho'], /"\." is a folder: approve takes one file/],
        [['two.yaml', '--by', 'ho', '--today', 'now'], /must be a day/],
      ] as const) {
        const { exit, err } = await run(folder, ...argv);
        assert.deepEqual([exit, why.test(err)], [2, true], err);
      }
      for (const [name, text] of Object.entries(FILES)) assert.equal(readFileSync(path.join(folder, name), 'utf8'), text);
    }));
});

describe('approving again', () => {
  const run = (folder: string, ...argv: string[]) => runIn(folder, ['approve', ...argv], { write: writeText });
  const FILE = 'mail-radar.sla.yaml';

  it('never writes over what was approved before: a day, a name, a changed text', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sms-evidence-again-'));
    try {
      cpSync(path.join(packs, 'approval'), folder, { recursive: true });
      const file = path.join(folder, FILE);
      const before = readFileSync(file, 'utf8');
      const today = ['--today', '2026-11-24'];
      const said: string[] = [];
      const say = async (...argv: string[]) => {
        const { out, err } = await run(folder, FILE, ...argv);
        said.push(`$ sms-evidence approve ${[FILE, ...argv].join(' ')}\n${out}${err}`);
        return readFileSync(file, 'utf8');
      };
      const manifest = path.join(folder, 'sms.yaml');
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/\{id: (sk|tl),/g, '{id: $1, mayApprove: [sla],'));
      // Somebody else, whatever day they say.
      assert.equal(await say('--by', 'tl', ...today), before);
      assert.equal(await say('--by', 'tl', '--today', '2026-01-20'), before);
      // Whoever agreed adds the fingerprint, and nothing else changes.
      const after = await say('--by', 'sk', ...today);
      assert.match(after, /\{party: provider, by: sk, on: 2026-01-20, content: [0-9a-f]{64}\}/);
      assert.equal(after.replace(/(by: sk, on: 2026-01-20), content: [0-9a-f]{64}/, '$1'), before);
      assert.equal(await say('--by', 'sk', ...today), after);
      // The text is changed, and the version is not.
      const changed = after.replace('restore: 4 h', 'restore: 6 h');
      writeFileSync(file, changed);
      assert.equal(await say('--by', 'sk', ...today), changed);
      // Then it is.
      const raised = changed
        .replace('version: 1.0\n', 'version: 1.1\n')
        .replace('on: 2026-01-15}]', 'on: 2026-01-15}, {version: 1.1, on: 2026-11-20}]');
      writeFileSync(file, raised);
      assert.match(await say('--by', 'sk', ...today), /\{party: provider, by: sk, on: 2026-11-24, content: [0-9a-f]{64}\}/);
      const all = said.join('\n');
      assert.equal(all, golden('approve-again.txt', all));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

interface Approval {
  readonly file: string;
  readonly grade: string;
}
