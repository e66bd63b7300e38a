// Which evidence a path means: a file, a folder, the SMS around it or those below it.
import { strict as assert } from 'node:assert';
import path from 'node:path';
import { packs, type Ran, runIn, withFiles } from './running';

const sms = 'kind: sms\nformat: 1\nedition: 2018\n';
const customer = (id: string, ...more: string[]) => [`kind: customer`, `id: ${id}`, ...more, ''].join('\n');

interface Found {
  readonly file: string;
  readonly code: string;
}
const found = ({ out }: Ran): readonly Found[] => (JSON.parse(out) as { findings: Found[] }).findings;
const files = (ran: Ran): string[] => [...new Set(found(ran).map((f) => f.file))];
const check = (cwd: string, ...argv: string[]) => runIn(cwd, ['check', '--format', 'json', ...argv]);

describe('paths', () => {
  const folder = {
    'sms.yaml': sms,
    'people.customer-register.yaml': 'kind: customer-register\nid: people\nwrong: field\n',
    'customers/hr.customer.yaml': customer('hr', 'wrong: field', 'relationshipManager: nobody'),
    'customers/sales.customer.yaml': customer('sales', 'wrong: field'),
  };

  it('without any, the current folder', async () => {
    await withFiles(folder, async (cwd) => {
      assert.deepEqual(files(await check(cwd)), [
        'customers/hr.customer.yaml',
        'customers/sales.customer.yaml',
        'people.customer-register.yaml',
        'sms.yaml',
      ]);
    });
  });

  it('inside an SMS, show what is found there, judged with all of the SMS', async () => {
    const twice = { ...folder, 'customers/hr.customer.yaml': customer('hr'), 'other/hr.customer.yaml': customer('hr') };
    await withFiles(twice, async (cwd) => {
      for (const [at, argv] of [
        [cwd, ['other']],
        [cwd, ['./other/hr.customer.yaml']],
        [path.join(cwd, 'other'), []],
        [path.join(cwd, 'customers'), [path.join(cwd, 'other') + path.sep]],
      ] as const) {
        const ran = await check(at, ...argv);
        assert.deepEqual(new Set(files(ran).map((f) => path.resolve(at, f))), new Set([path.join(cwd, 'other', 'hr.customer.yaml')]));
        assert.ok(found(ran).some((f) => f.code === 'duplicate-id'));
        assert.ok(!found(ran).some((f) => f.code === 'no-manifest'));
      }
    });
  });

  it('are shown from the current folder, with forward slashes', async () => {
    await withFiles(folder, async (cwd) => {
      assert.deepEqual(files(await check(path.join(cwd, 'customers'), '..')), [
        '../people.customer-register.yaml',
        '../sms.yaml',
        'hr.customer.yaml',
        'sales.customer.yaml',
      ]);
    });
  });

  it('named twice, or one in the other, count once', async () => {
    await withFiles(folder, async (cwd) => {
      const once = await check(cwd);
      assert.deepEqual(await check(cwd, '.', 'customers', cwd, 'sms.yaml'), once);
    });
  });

  it('with odd names are read and shown as they are', async () => {
    await withFiles({ 'a b#1/100 %/sms.yaml': sms, 'a b#1/100 %/übel [x].customer.yaml': customer('hr', 'wrong: field') }, async (cwd) => {
      assert.ok(files(await check(cwd)).includes('a b#1/100 %/übel [x].customer.yaml'));
      assert.ok(files(await check(cwd, 'a b#1/100 %')).includes('a b#1/100 %/übel [x].customer.yaml'));
    });
  });

  it('above several SMS mean each of them, for coverage too', async () => {
    const text = await runIn(packs, ['coverage', '.']);
    assert.equal(text.exit, 0);
    assert.deepEqual(
      [...text.out.matchAll(/^Evidence in (\S+),/gm)].map((m) => m[1]).filter((p) => p === 'tiny' || p === 'versions'),
      ['tiny', 'versions'],
    );
    assert.equal(text.out.match(/not checked against a licensed copy/g)?.length, 1);
    const json = await runIn(packs, ['coverage', '.', '--format', 'json']);
    assert.deepEqual([json.exit, json.out], [2, '']);
    assert.match(json.err, /JSON is for one at a time: name one of .*tiny.*versions/);
  });

  it('inside an SMS mean that SMS for coverage', async () => {
    const whole = await runIn(packs, ['coverage', 'tiny', '--format', 'json']);
    assert.equal(whole.exit, 0);
    assert.deepEqual(await runIn(packs, ['coverage', 'tiny/till-kiosk.sla.yaml', '--format', 'json']), whole);
  });

  it('to a folder with evidence but without sms.yaml mean a provisional SMS there', async () => {
    await withFiles({ 'deep/down/hr.customer.yaml': customer('hr') }, async (cwd) => {
      assert.ok(found(await check(cwd)).some((f) => f.code === 'no-manifest'));
      const { out } = await runIn(cwd, ['coverage', '--format', 'json']);
      const { folder: at, edition, provisional } = JSON.parse(out);
      assert.deepEqual([at, edition, provisional], ['.', '2018', true]);
      assert.match((await runIn(cwd, ['coverage'])).out, /There is no sms\.yaml here: edition, scope and planned intervals are assumed\./);
    });
  });
});

describe('files that are no good text', () => {
  const latin1 = Buffer.from('kind: customer\nid: hr\nname: Büro\n', 'latin1');

  it('in Latin-1: a finding where the name says evidence, else a plain sentence', async () => {
    await withFiles({ 'sms.yaml': sms, 'hr.customer.yaml': latin1, 'notes.yaml': latin1 }, async (cwd) => {
      const { exit, out } = await runIn(cwd, ['check', 'hr.customer.yaml']);
      assert.match(
        out,
        /^hr\.customer\.yaml:1:1 error This file could not be read: it is not written in UTF-8.*\[unreadable\]\n\n1 error in 1 of 1 file\.\n$/,
      );
      assert.equal(exit, 1);
      assert.deepEqual(await runIn(cwd, ['check', 'notes.yaml']), {
        exit: 2,
        out: '',
        err: 'The file "notes.yaml" could not be read: it is not written in UTF-8.\n',
      });
      assert.deepEqual(
        files(await check(cwd)).filter((f) => f.endsWith('notes.yaml')),
        [],
      );
    });
  });

  it('of other programs: one finding that says what it is, where the name says evidence', async () => {
    const word = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.from([0xff, 0xfe, 0x80, 0x0a])]);
    const pdf = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n';
    const scan = Buffer.concat([Buffer.from(pdf), Buffer.from([0xe2, 0xe3, 0xcf])]);
    const all = { 'a.sla.yaml': pdf, 'b.sla.yaml': scan, 'c.sla.yaml': word, 'd.sla.yaml': '<!DOCTYPE html>\n<html>', 'e.yaml': pdf };
    await withFiles({ 'sms.yaml': sms, ...all }, async (cwd) => {
      const { out } = await runIn(cwd, ['check']);
      const told = [...out.matchAll(/^(\w)\.sla\.yaml:1:1 error (.*?)\. .*\[not-yaml\]$/gm)].map(([, name, words]) => `${name}: ${words}`);
      assert.deepEqual(
        told,
        ['a', 'b', 'c', 'd'].map((name, i) => {
          const is = ['a PDF', 'a PDF', 'a Word or Excel document, or another packed file', 'a web page'][i];
          return `${name}: By its name this file is evidence, but it is ${is}`;
        }),
      );
      assert.deepEqual(files(await check(cwd)).filter((name) => !name.endsWith('sms.yaml')).length, 4, out);
    });
  });

  it('alone in a folder are still told', async () => {
    await withFiles({ 'hr.customer.yaml': latin1 }, async (cwd) => {
      assert.deepEqual(
        found(await check(cwd)).map((f) => f.code),
        ['unreadable'],
      );
    });
  });

  it('empty: nothing to check by itself, and no harm to the others', async () => {
    await withFiles({ 'sms.yaml': sms, 'empty.yaml': '' }, async (cwd) => {
      assert.equal((await check(cwd, 'empty.yaml')).exit, 3);
      assert.deepEqual(files(await check(cwd)), ['sms.yaml']);
    });
  });
});
