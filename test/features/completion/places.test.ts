// Every place of places.txt, exactly: what is taken there is offered, an editor shows it for what is typed, and the text then is the one
// that stands there. UPDATE=1 writes the texts anew: read the diff.
import assert from 'node:assert/strict';
import { type Completion, complete } from '../../../server/features/complete';
import { knowledge, smsOf, uriOf } from '../sms';
import { beside, CURSOR, type HalfTyped, places, record } from './places';

const all = places();
const around = beside();

function offered({ typed, file: name, crlf }: HalfTyped): { readonly text: string; readonly offset: number; readonly items: Completion[] } {
  const marked = crlf ? typed.replaceAll('\n', '\r\n') : typed;
  const offset = marked.indexOf(CURSOR);
  const text = marked.replace(CURSOR, '');
  const sms = smsOf({ ...around, [name]: text });
  const file = sms.files.get(uriOf(name));
  assert.ok(file);
  const items = complete({ file, offset, knowledge, reader: sms.reader() }).sort((a, b) => (a.sort < b.sort ? -1 : 1));
  return { text, offset, items };
}

/** The text after an item was taken, with the cursor at its first question, else behind it. */
function taken(text: string, { start, end, text: written, snippet }: Completion['edit']): string {
  const stop = snippet?.search(/(?<!\\)\$(?:\{?1\b|\{1)/) ?? -1;
  const before = stop < 0 ? written : (snippet ?? '').slice(0, stop).replace(/\\([\\$}])/g, '$1');
  return `${text.slice(0, start)}${before}${CURSOR}${written.slice(before.length)}${text.slice(end)}`;
}

/** Editors hold what is typed, leading spaces left out, against an item's words: each letter, in that order. */
const isShown = (typed: string, filter: string) =>
  new RegExp([...typed.trimStart()].map((c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`).join('.*'), 'i').test(filter);

describe('half-typed places', () => {
  if (process.env.UPDATE) {
    before(() =>
      record(
        all.map((place) => {
          const { text, items } = offered(place);
          const item = items.find((c) => c.label === place.wanted);
          return item ? taken(text, item.edit).replaceAll('\r\n', '\n').replace(/\n+$/, '') : '';
        }),
      ),
    );
  }

  for (const place of all) {
    it(place.title, () => {
      const { text, offset, items } = offered(place);
      const labels = items.map((c) => c.label);
      if (place.wanted === undefined) return assert.deepEqual(labels, []);
      const item = items.find((c) => c.label === place.wanted);
      assert.ok(item, `"${place.wanted}" is not among ${labels.join(', ') || 'nothing'}`);
      if (place.first) assert.equal(labels[0], place.wanted);
      assert.ok(isShown(text.slice(item.edit.start, offset), item.filter), 'an editor would not show it');
      const after = taken(text, item.edit);
      assert.equal(after.includes('\r'), place.crlf);
      assert.equal(/(?<!\r)\n/.test(after), !place.crlf && after.includes('\n'));
      if (!process.env.UPDATE) assert.equal(after.replaceAll('\r\n', '\n').replace(/\n+$/, ''), place.after);
    });
  }
});
