// The exit code of each case, and that bad input gets a plain sentence.
import { strict as assert } from 'node:assert';
import type { Host } from '../../server/host/host';
import { packs, runIn, withFiles } from './running';

const sms = 'kind: sms\nformat: 1\nedition: 2018\n';
const calendar = 'kind: calendar\nid: office\n';

/** Exit code and what was said on standard error; nothing may have been printed on standard output. */
async function refused(cwd: string, ...argv: string[]): Promise<[number, string]> {
  const { exit, out, err } = await runIn(cwd, argv);
  assert.equal(out, '');
  return [exit, err];
}

describe('exit code', () => {
  it('is 0 where nothing is found, 1 where something is', async () => {
    assert.deepEqual(await runIn(packs, ['check', 'tiny/sms.yaml', '--fail-on', 'hint']), {
      exit: 0,
      out: 'Nothing found in 1 file.\n',
      err: '',
    });
    assert.equal((await runIn(packs, ['check', 'tiny'])).exit, 1);
    assert.equal((await runIn(packs, ['check', 'tiny/sms.yaml', 'tiny/kiosk.customer.yaml'])).exit, 1);
  });

  it('looks at what is as grave as --fail-on or graver', async () => {
    const file = 'tiny/till-kiosk.sla.yaml'; // holds one warning
    const run = (severity: string) => runIn(packs, ['check', file, '--fail-on', severity, '--today', '2026-03-31']);
    const exits = await Promise.all(['error', 'warning', 'information', 'hint'].map(run));
    assert.deepEqual(
      exits.map((e) => e.exit),
      [0, 1, 1, 1],
    );
    assert.match(exits[0]?.out ?? '', /\n1 warning in 1 of 1 file\.\n$/);
  });

  it('is 2 for wrong use, with what is wrong', async () => {
    const wrong = async (...argv: string[]) => {
      const [exit, said] = await refused(packs, ...argv);
      assert.equal(exit, 2);
      return said.replace(' See: sms-evidence --help\n', '');
    };
    assert.equal(await wrong(), 'A command is missing: init, new, check, coverage, baseline, approve, explain or schemas.');
    assert.equal(await wrong('chek'), 'There is no command "chek". Did you mean "check"?');
    assert.equal(await wrong('check', '--formt', 'json'), 'There is no option "--formt". Did you mean "--format"?');
    assert.equal(await wrong('check', '-v'), 'There is no option "-v".');
    assert.equal(await wrong('check', '--format', 'xml'), '--format can be text or json, not "xml".');
    assert.equal(await wrong('check', '--fail-on', 'fatal'), '--fail-on can be error, warning, information or hint, not "fatal".');
    assert.equal(
      await wrong('check', '--today', '2026-02-30'),
      '--today must be a day such as 2026-03-31, not "2026-02-30". February 2026 has 28 days.',
    );
    assert.equal(await wrong('check', '--today'), '--today needs a value behind it: --today YYYY-MM-DD.');
    assert.equal(await wrong('check', '--verbose=yes'), '--verbose takes no value.');
    assert.equal(await wrong('coverage', 'tiny', 'versions'), 'coverage takes one path at a time. A path with spaces stands in quotes.');
    assert.equal(await wrong('coverage', '--fail-on', 'hint'), '--fail-on goes with check only.');
  });

  it('is 2 for a path that leads nowhere', async () => {
    assert.deepEqual(await refused(packs, 'check', 'tiny', 'no-such-folder'), [2, 'There is no file or folder "no-such-folder".\n']);
  });

  it('is 2 where something breaks off on our side, details only when asked for', async () => {
    const onFire = () => Promise.reject(new Error('disk on fire'));
    const host: Host = { list: () => Promise.resolve([]), read: onFire, readBytes: onFire };
    const short = await runIn(packs, ['check'], { host });
    assert.deepEqual([short.exit, short.out], [2, '']);
    assert.equal(
      short.err,
      'sms-evidence broke off. That is our fault and not yours; please report it, with what it says when you add --verbose.\n',
    );
    assert.match((await runIn(packs, ['check', '--verbose'], { host })).err, /disk on fire\n +at /);
  });

  it('is 3 where there is nothing to check', async () => {
    await withFiles({ 'docker-compose.yaml': 'services: {}\n', 'notes.md': '# kind: sla\n', 'empty/.keep': '' }, async (cwd) => {
      for (const argv of [
        ['check'],
        ['check', 'empty'],
        ['check', 'notes.md'],
        ['check', '--format', 'json'],
        ['coverage'],
        ['coverage', '--format', 'json'],
      ]) {
        const [exit, said] = await refused(cwd, ...argv);
        assert.equal(exit, 3, argv.join(' '));
        assert.match(said, /^Nothing to check in "[^"]+": no YAML file there says that it is evidence/);
      }
    });
  });

  it('is that of the rest where one of several paths holds no evidence', async () => {
    await withFiles({ 'sms/sms.yaml': sms, 'sms/office.calendar.yaml': calendar, 'other/readme.md': '' }, async (cwd) => {
      const { exit, out, err } = await runIn(cwd, ['check', 'sms', 'other']);
      assert.match(err, /^Nothing to check in "other"/);
      assert.match(out, /in \d of 2 files\.\n$/);
      assert.equal(exit, 1);
    });
  });

  it('is 0 for --help and --version, wherever they stand', async () => {
    const help = await runIn(packs, ['check', 'nowhere', '--help']);
    assert.equal(help.exit, 0);
    assert.match(help.out, /^ {2}sms-evidence check \[PATH\]…[\s\S]*3\s+nothing\s+to\s+check\.\n$/);
    assert.deepEqual(await runIn(packs, ['--version']), { exit: 0, out: '0.0.0-test\n', err: '' });
  });
});
