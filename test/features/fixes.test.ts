// That fixes write what is missing as its author would have: real files before and after, under `fixes/`.
// `UPDATE=1` writes the files after anew; read the difference before believing it.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Fix, fixes } from '../../server/features/fixes';
import { readText } from '../../server/model/read';
import { root } from '../guards/source';
import { applied, knowledge, locatedIn, smsOf, uriOf } from './sms';

const folder = path.join(root, 'test', 'features', 'fixes');
const cases = readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory());
const MANIFEST = 'kind: sms\nformat: 1\nedition: 2011\n';

function offered(text: string): readonly Fix[] {
  const sms = smsOf({ 'sms.yaml': MANIFEST, 'a.yaml': text });
  const file = sms.files.get(uriOf('a.yaml'));
  assert.ok(file);
  return fixes(file, locatedIn(sms, 'a.yaml'), knowledge, sms.reader());
}

/** What a snippet leaves in the text when nothing is typed. */
const untouched = (snippet: string) =>
  snippet
    .replaceAll('$0', '')
    .replace(/\$\{\d+\|((?:[^|\\]|\\.)*)\|\}/g, (_, words: string) => words.split(/(?<!\\),/)[0] ?? '')
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\\([\\$},|])/g, '$1');

/** For each document all that it lacks, at once; one after the other, as an author would. */
function allAdded(text: string): string {
  let now = text;
  for (let i = 0; i < 10; i++) {
    const all = offered(now).filter((f) => f.title.startsWith('Add '));
    const [widest] = all.sort((a, b) => total(b) - total(a));
    if (!widest) return now;
    now = applied(now, widest.edits);
  }
  return assert.fail('the fixes never end');
}

const total = (fix: Fix) => fix.edits.reduce((sum, e) => sum + e.text.length, 0);

describe('fixes for what is missing', () => {
  for (const { name } of cases) {
    const before = readFileSync(path.join(folder, name, 'before.yaml'), 'utf8');

    it(name.replaceAll('-', ' '), () => {
      const file = path.join(folder, name, 'after.yaml');
      const after = allAdded(before);
      if (process.env.UPDATE || !existsSync(file)) writeFileSync(file, after);
      assert.equal(after, readFileSync(file, 'utf8'));
    });

    it(`${name.replaceAll('-', ' ')}: nothing of the author's is lost, and the rest is read as before`, () => {
      const after = allAdded(before);
      assert.deepEqual(withoutFaults(after), withoutFaults(before));
      let at = 0;
      for (const word of before.replace(/: null$/gm, '').match(/#.*|[\w%§-]+/g) ?? []) {
        at = after.indexOf(word, at);
        assert.ok(at >= 0, `"${word}" is gone`);
      }
    });

    it(`${name.replaceAll('-', ' ')}: as a snippet it says the same, and editors can't indent it anew`, () => {
      for (const { edits, title } of offered(before)) {
        for (const { start, text, snippet = '' } of edits) {
          if (!title.startsWith('Add ')) continue;
          assert.equal(untouched(snippet), text);
          const column = start - (before.lastIndexOf('\n', start - 1) + 1);
          assert.ok(column === 0 || !text.includes('\n'), `"${title}" has several lines from column ${column} on`);
        }
        const stops = edits.flatMap((e) => [...(e.snippet ?? '').matchAll(/\$\{?(\d+)/g)].map((m) => Number(m[1])));
        const count = stops.length - 1;
        if (title.startsWith('Add ')) assert.deepEqual(stops, [...Array.from({ length: count }, (_, i) => i + 1), 0]);
      }
    });
  }
});

/** What is wrong with the text by itself. */
const withoutFaults = (text: string) => readText(text).documents.flatMap((d) => d.faults.map((f) => f.id));
