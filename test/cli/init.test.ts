// The command `init`: what it writes, what it asks, and that it never writes half or over something.
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createFiles } from '../../server/host/disk';
import { runIn, withFiles } from './running';

const FIRST = ['customers.customer-register.yaml', 'services.service-catalogue.yaml', 'sms.yaml', 'suppliers.supplier-register.yaml'];
const create = createFiles;

/** Answers typed one after the other; then nobody answers any more. */
function typing(...lines: string[]) {
  const asked: string[] = [];
  const ask = (question: string) => {
    asked.push(question);
    return Promise.resolve(lines.shift());
  };
  return { ask, asked };
}

describe('init', () => {
  it('writes manifest, catalogue and registers by options alone, with what is still to be answered', async () => {
    await withFiles({}, async (cwd) => {
      const { exit, out, err } = await runIn(cwd, ['init', 'first', '--edition', '2018', '--provider', 'Krabbe & Tamm: two'], { create });
      assert.deepEqual([exit, err], [0, '']);
      assert.deepEqual(readdirSync(path.join(cwd, 'first')).sort(), FIRST);
      const manifest = readFileSync(path.join(cwd, 'first', 'sms.yaml'), 'utf8');
      assert.match(manifest, /^kind: sms\nformat: 1\nprovider: "Krabbe & Tamm: two"\nedition: 2018\nscope: <[^>]+\?>\n/);
      const lines = manifest.split('\n');
      const told = [...out.matchAll(/^ {2}first\/sms\.yaml:(\d+) {2}(.+)$/gm)];
      assert.equal(told.length, manifest.match(/<[^>]+\?>/g)?.length);
      for (const [, line, question] of told) assert.ok(lines[Number(line) - 1]?.includes(`<${question}>`), question);
      const checked = await runIn(cwd, ['check', 'first', '--format', 'json']);
      const codes = (JSON.parse(checked.out) as { findings: { code: string }[] }).findings.map((f) => f.code);
      assert.deepEqual([...new Set(codes)], ['unanswered'], 'nothing but questions is wrong');
    });
  });

  it('asks in a terminal for what no option says, and again where that will not do', async () => {
    await withFiles({}, async (cwd) => {
      const { ask, asked } = typing('2012', '1', '', 'Mars/Olympus', 'Europe/Berlin', 'euros', 'EUR', '14 days');
      const { exit, out } = await runIn(cwd, ['init', '--provider', 'P'], { create, ask });
      assert.equal(exit, 0);
      assert.equal(asked.length, 8);
      assert.match(out, /Please type a number from 1 to 2\./);
      assert.match(out, /"Mars\/Olympus" is no time zone: write it such as Europe\/Berlin\./);
      const manifest = readFileSync(path.join(cwd, 'sms.yaml'), 'utf8');
      assert.match(manifest, /provider: P\nedition: 2011\nscope: <[^>]+\?>\n[\s\S]*zone: Europe\/Berlin\ncurrency: EUR\n/);
    });
  });

  it('writes nothing where somebody stops, at whichever question', async () => {
    for (let answered = 0; answered < 6; answered++) {
      await withFiles({}, async (cwd) => {
        const { ask } = typing(...['P', '2', 'all', 'Europe/Berlin', 'EUR', '14 days'].slice(0, answered));
        const { exit, err } = await runIn(cwd, ['init'], { create, ask });
        assert.deepEqual([exit, err], [2, 'Stopped. Nothing was written.\n']);
        assert.deepEqual(readdirSync(cwd), []);
      });
    }
  });

  it('refuses where there is an SMS, here or above, and where a file would be overwritten', async () => {
    await withFiles({ 'a/sms.yaml': 'kind: sms\nformat: 1\n', 'b/services.service-catalogue.yaml': 'mine' }, async (cwd) => {
      for (const folder of ['a', 'a/below']) {
        const { exit, err } = await runIn(cwd, ['init', folder], { create });
        assert.deepEqual(
          [exit, err],
          [2, `There is already a service management system in "${folder}" or around it: nothing was written.\n`],
        );
      }
      const { exit, err } = await runIn(cwd, ['init', 'b'], { create });
      assert.deepEqual([exit, err], [2, 'There is already a file "b/services.service-catalogue.yaml": nothing was written.\n']);
      assert.deepEqual(readdirSync(path.join(cwd, 'b')), ['services.service-catalogue.yaml']);
      assert.equal(existsSync(path.join(cwd, 'a', 'below')), false);
    });
  });

  it('keeps a catalogue or register that was begun before it, under whatever id', async () => {
    await withFiles({ 'ours.service-catalogue.yaml': 'kind: service-catalogue\nid: ours\nstatus: draft\n' }, async (cwd) => {
      const { exit, out, err } = await runIn(cwd, ['init'], { create });
      assert.deepEqual([exit, err], [0, '']);
      const others = FIRST.filter((name) => !name.includes('service-catalogue'));
      assert.deepEqual(readdirSync(cwd).sort(), [...others, 'ours.service-catalogue.yaml'].sort());
      assert.match(out, /\n\nThere already, and left as it is: ours\.service-catalogue\.yaml\nNext: /);
    });
  });

  it('says in plain words why the system does not let it be written', async () => {
    await withFiles({ 'a file': '' }, async (cwd) => {
      const said = async (folder: string, error?: object) => {
        const failing = () => Promise.reject(Object.assign(new Error('EXXX: no, mkdir /some/where'), error));
        const { exit, out, err } = await runIn(cwd, ['init', folder], { create: error ? failing : create });
        assert.deepEqual([exit, out], [2, '']);
        return err;
      };
      assert.equal(await said('a file'), 'Nothing could be written to "a file": there is a file where a folder would have to be.\n');
      assert.equal(await said('a file/b'), 'Nothing could be written to "a file/b": there is a file where a folder would have to be.\n');
      assert.equal(await said('x', { code: 'EACCES' }), 'Nothing could be written to "x": you are not allowed to write there.\n');
      assert.equal(await said('x', { code: 'EROFS' }), 'Nothing could be written to "x": what lies there can only be read.\n');
      assert.deepEqual(readdirSync(cwd), ['a file']);
    });
  });

  it('refuses what can not be an answer', async () => {
    await withFiles({}, async (cwd) => {
      const wrong = async (...argv: string[]) => (await runIn(cwd, ['init', ...argv], { create })).err;
      assert.equal(await wrong('--edition', '2012'), '--edition: That can be 2011 or 2018, not "2012".\n');
      assert.match(await wrong('--currency', 'Euro'), /^--currency: "Euro" is no currency: write it such as EUR\.\n/);
      assert.match(await wrong('a', 'b'), /^init begins in one folder at a time\./);
      assert.match(await wrong('--customer', 'x'), /^--customer goes with new only\./);
      assert.deepEqual(readdirSync(cwd), []);
    });
  });

  it('leaves nothing behind where a later file can not be written', async () => {
    await withFiles({ 'there.yaml': 'mine' }, async (cwd) => {
      const files = new Map(['new.yaml', 'there.yaml'].map((name) => [path.join(cwd, name), 'x']));
      await assert.rejects(createFiles(files), /EEXIST/);
      assert.deepEqual(readdirSync(cwd), ['there.yaml']);
      assert.equal(readFileSync(path.join(cwd, 'there.yaml'), 'utf8'), 'mine');
    });
  });
});
