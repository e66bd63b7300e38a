// Evidence made to hold up whoever reads it, among evidence that is right: one finding each in plain words, and nothing else suffers.
// The work is told by what was read and judged, never by a clock.
import assert from 'node:assert/strict';
import { DiskHost } from '../../server/host/disk';
import type { FileText } from '../../server/host/host';
import { runIn, withFiles } from '../cli/running';
import { codesIn, type Folder, foundIn, readFolder, smsOf } from './mending';

/** The day before one of its agreements changes: nothing is found in this folder. */
const TODAY = '2026-06-30';
const RIGHT = readFolder('versions');

const head = (id: string) => `kind: sla\nid: ${id}\n`;
const keys = Array.from({ length: 40_000 }, (_, i) => `  key${i}: 1\n`).join('');
/** Each line stands for ten times the line above it: 10 to the 12th values. */
const bomb = Array.from(
  { length: 12 },
  (_, i) =>
    `l${i}: &l${i} [${Array(10)
      .fill(i === 0 ? 'ha' : `*l${i - 1}`)
      .join(', ')}]\n`,
).join('');

const CASES = {
  nested: {
    text: `${head('nested')}targets: ${'['.repeat(10_000)}\n`,
    code: 'too-deep',
    message:
      'More than 100 lists and groups stand inside one another here, so this document was not read. Look for brackets that are never closed.',
  },
  large: {
    text: `${head('large')}notes: |\n${`  ${'word '.repeat(20)}\n`.repeat(486_000)}`,
    code: 'too-large',
    message:
      'This file is 50.1 MB large, and at most 5 MB are read. Nothing in it was checked. Split it, or point to the data with a reference instead of copying it in.',
  },
  bomb: {
    text: `${head('bomb')}${bomb}`,
    code: 'too-many-values',
    message:
      'Names with "*" repeat more than 100,000 values here, so this document was not read. Write out what is meant instead of repeating it.',
  },
  keys: {
    text: `${head('keys')}parties:\n${keys}`,
    code: 'too-many-keys',
    message: 'One group holds 40,000 fields here, and at most 1,000 are read, so this document was not read. Make it a list, or split it.',
  },
};

const beside = (file: string, text: string): Folder => new Map([...RIGHT, [file, text]]);

describe('evidence beyond all limits', () => {
  it('lies among evidence in which nothing is found', async () => {
    assert.deepEqual(codesIn(await smsOf(RIGHT, TODAY)), []);
  });

  for (const [name, { text, code, message }] of Object.entries(CASES)) {
    it(`is one finding, and no more is read or judged than before: ${name}`, async () => {
      const before = await smsOf(RIGHT, TODAY);
      const sms = await smsOf(beside(`${name}.sla.yaml`, text), TODAY);
      const found = foundIn(sms).flatMap(({ file, found }) => found.map(({ finding: f }) => [file, f.severity, f.code, f.message]));
      assert.deepEqual(found, [[`${name}.sla.yaml`, 'error', code, message]]);

      const file = [...sms.files.values()].find((f) => f.uri.endsWith(`/${name}.sla.yaml`)) ?? assert.fail();
      assert.ok(file.read.blocks.size < 20, `${file.read.blocks.size} pieces were read`);
      assert.deepEqual(
        file.documents.flatMap((d) => d.yaml.fields),
        [],
      );
      assert.equal(sms.engine.pack.documents.size, before.engine.pack.documents.size);
      assert.equal([...sms.engine.results()].length, [...before.engine.results()].length);
    });

    it(`is told where only its first line says that it is evidence, and not where nothing does: ${name}`, async () => {
      assert.deepEqual(codesIn(await smsOf(beside('agreement.yaml', text), TODAY)), [`agreement.yaml ${code}`]);
      assert.deepEqual(codesIn(await smsOf(beside('export.yaml', text.replace(head(name), '')), TODAY)), []);
    });
  }

  it('is the same on the command line, and a file too large to be evidence is not even opened', async () => {
    const read = { units: 0 };
    class Counting extends DiskHost {
      override async read(uri: string): Promise<FileText | undefined> {
        const found = await super.read(uri);
        if (found && 'text' in found) read.units += found.text.length;
        return found;
      }
    }
    const bad = Object.entries(CASES).map(([name, { text }]) => [`${name}.sla.yaml`, text]);
    await withFiles(Object.fromEntries([...RIGHT, ...bad]), async (cwd) => {
      const { exit, out, err } = await runIn(cwd, ['check', '--today', TODAY], { host: new Counting() });
      const lines = out.split('\n').filter((line) => line.includes('.sla.yaml:'));
      assert.deepEqual(
        lines.map((line) => line.replace(/:\d+:\d+ .* {2}\[/, ' [')),
        ['bomb.sla.yaml [too-many-values]', 'keys.sla.yaml [too-many-keys]', 'large.sla.yaml [unreadable]', 'nested.sla.yaml [too-deep]'],
      );
      assert.match(lines[2] ?? '', /^large\.sla\.yaml:1:1 error This file could not be read: it is 50 MB large/);
      assert.match(out, /\n4 errors in 4 of 9 files\.\n$/);
      assert.ok(out.split('\n').every((line) => line.length < 300));
      assert.deepEqual([exit, err], [1, '']);
      assert.ok(read.units < 2 * CASES.keys.text.length, `${read.units} characters were read`);
    });
  });
});
