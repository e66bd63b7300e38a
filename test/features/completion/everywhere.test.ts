// Whatever is taken from the list, wherever the cursor is in a real document: no other line says anything else than before, nothing
// can be read less well, and nothing throws. At every offset as the text is, and on a new line behind each line, however far it is
// indented. Of the items at one place one is taken, another at the next: all of them come up in turn.
import assert from 'node:assert/strict';
import { complete } from '../../../server/features/complete';
import type { Edit } from '../../../server/features/snippet';
import { folderUri, readPack } from '../../guards/pack';
import { applied, knowledge, smsOf, uriOf } from '../sms';
import { type Lines, linesOf } from './other-lines';

const PACK = 'complete-2018';
const FILES = ['agreements/dispatch-strom.sla.yaml', 'suppliers/funkweser-line.contract.yaml', 'plans/recovery.v1-0.continuity-plan.yaml'];

const around = Object.fromEntries([...readPack(PACK)].map(([uri, text]) => [uri.slice(folderUri(PACK).length + 1), text]));
const sms = smsOf(around);

let turn = 0;
/** What was read last: at most offsets it is the same text again. */
let known: { readonly text: string; readonly own: number; readonly lines: Lines } | undefined;

/** Offers at a place of a text, each taken in its turn; `plain` is the text without what is typed. Gives how many were taken. */
function takenAt(name: string, text: string, offset: number, plain = text, changed = true): number {
  if (changed) sms.setTexts([{ uri: uriOf(name), text }]);
  const file = sms.files.get(uriOf(name));
  assert.ok(file);
  const items = complete({ file, offset, knowledge, reader: sms.reader() });
  const item = items[turn++ % (items.length || 1)];
  if (item) untouched(text, item.edit, plain, `"${item.label}" at ${offset}`);
  return item ? 1 : 0;
}

function untouched(text: string, edit: Edit, plain: string, what: string): void {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  const own = lineAt(edit.start);
  assert.equal(own, lineAt(edit.end), `${what} is about more than one line`);
  const after = applied(text, [edit]);
  const more = edit.text.split('\n').length - 1;
  if (known?.text !== plain || known.own !== own) known = { text: plain, own, lines: linesOf(plain, new Set([own])) };
  const before = known.lines;
  const now = linesOf(after, new Set(Array.from({ length: more + 1 }, (_, i) => own + i)));
  const shown = () => `${what}:\n${after}`;
  assert.ok(now.faults <= before.faults, shown());
  if (before.faults > 0) return;
  for (const [line, says] of before.says)
    if (line !== own) assert.deepEqual(now.says.get(line > own ? line + more : line), says, `line ${line + 1} changed by ${shown()}`);
}

describe('completion taken anywhere leaves all other lines alone', () => {
  for (const name of FILES) {
    const text = around[name] ?? assert.fail(name);
    afterEach(() => sms.setTexts([{ uri: uriOf(name), text }]));

    it(`at each offset of ${name}`, () => {
      let count = 0;
      for (let offset = 0; offset <= text.length; offset++) count += takenAt(name, text, offset, text, offset === 0);
      assert.ok(count > text.length / 10, `only ${count} were taken`);
    });

    for (const [typed, eol] of [
      ['', '\n'],
      ['s', '\r\n'],
    ] as const) {
      it(`on a new line${typed && ` with "${typed}"`} behind each line of ${name}, ends written ${JSON.stringify(eol)}`, () => {
        const lines = text.split('\n');
        let count = 0;
        for (const [i] of lines.entries()) {
          for (const indent of [0, 1, 2, 4, 6]) {
            const [above, below] = [lines.slice(0, i + 1), lines.slice(i + 1)];
            const until = [...above, ' '.repeat(indent) + typed].join(eol);
            count += takenAt(name, [until, ...below].join(eol), until.length, [...above, '', ...below].join(eol));
          }
        }
        assert.ok(count > lines.length, `only ${count} were taken`);
      });
    }
  }
});
