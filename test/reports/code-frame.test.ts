// That the mark stands under what it marks, whatever stands before it in the line.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { LineIndex } from '../../server/model/line-index';
import { codeFrame } from '../../server/reports/code-frame';
import { cellsOf } from '../../server/reports/display';
import { colours, noInk } from '../../server/reports/ink';

const look = { ink: noInk, width: 100 };
const mark = { with: '^', style: 'red' } as const;

/** The frame of what stands between the bars in a text, `|` or `¦` each. */
function frame(marked: string, width = 100): string[] {
  const start = marked.indexOf('¦');
  const text = marked.replaceAll('¦', '');
  const end = marked.lastIndexOf('¦') - 1;
  return codeFrame({ text, index: new LineIndex(text) }, start, Math.max(start, end), mark, { ink: noInk, width });
}

const columns = (text: string) => cellsOf(text).reduce((sum, c) => sum + c.width, 0);

describe('code frame', () => {
  it('shows the line with its number, and marks the place', () => {
    assert.deepEqual(frame('kind: sla\nid: ¦mail¦\nversion: 1.0\n'), ['     2 | id: mail', '       |     ^^^^']);
  });

  it('marks one column where the place has no width, also behind the end of the line', () => {
    assert.deepEqual(frame('id: ¦mail\n'), ['     1 | id: mail', '       |     ^']);
    assert.deepEqual(frame('a: 1\nid:¦\nb: 2'), ['     2 | id:', '       |    ^']);
    assert.deepEqual(frame('a: 1\n¦'), ['     2 |', '       | ^']);
  });

  it('marks the first line of a place that has several, up to its end', () => {
    assert.deepEqual(frame('a:\r\n  ¦- one\r\n  - two¦\r\n'), ['     2 |   - one', '       |   ^^^^^']);
  });

  it('gives tabs and wide letters their width', () => {
    assert.deepEqual(frame('a\tb: ¦c¦'), ['     1 | a   b: c', '       |        ^']);
    assert.deepEqual(frame('name: レジ 🧾👩‍🚀 ¦ü¦'), ['     1 | name: レジ 🧾👩‍🚀 ü', '       |                 ^']);
    assert.deepEqual(frame('name: ¦中é¦'), ['     1 | name: 中é', '       |       ^^^']);
  });

  it('lets nothing in the line work on the terminal', () => {
    assert.deepEqual(frame('a: \u001b[31m\u202e ¦x¦'), ['     1 | a: ␛[31m\ufffd x', '       |           ^']);
  });

  it('cuts a long line around the place', () => {
    const [line = '', under = ''] = frame(`${'a'.repeat(300)}¦bbb¦${'c'.repeat(300)}`, 60);
    assert.equal(line.length, 60);
    assert.match(line, /^ {5}1 \| …a+bbbc+…$/);
    assert.equal(under.indexOf('^^^'), line.indexOf('bbb'));
    assert.match(frame(`a: ¦x¦${'c'.repeat(300)}`, 60)[0] ?? '', /^ {5}1 \| a: xc+…$/);
    assert.match(frame(`${'c'.repeat(300)} ¦x¦`, 60)[0] ?? '', /^ {5}1 \| …c+ x$/);
    assert.match(frame(`${'c'.repeat(300)}¦`, 60)[1] ?? '', /^ {7}\| +\^$/);
  });

  it('looks no further than it shows', () => {
    const of = (length: number) => frame(`${'ab'.repeat(length)}¦xyz¦${'中'.repeat(length)}`, 80);
    assert.deepEqual(of(500_000), of(5000));
    assert.deepEqual(frame(`¦${'x'.repeat(5000)}¦`, 60)[1]?.length, 59);
  });

  it('colours number and mark only', () => {
    const text = 'id: mail';
    assert.deepEqual(codeFrame({ text, index: new LineIndex(text) }, 4, 8, mark, { ink: colours, width: 100 }), [
      '\u001b[2m     1 |\u001b[22m id: mail',
      '\u001b[2m       |\u001b[22m     \u001b[31m^^^^\u001b[39m',
    ]);
  });

  it('stays within the width and marks the same letters, in any line', () => {
    const letter = fc.constantFrom('a', ' ', '\t', '中', '🧾', 'é', '👩‍🚀', '\u001b', 'ﷺ', ':');
    const line = fc.array(letter, { maxLength: 200 });
    fc.assert(
      fc.property(
        line,
        fc.constantFrom('X', 'XYZ', '中X', '🧾🧾'),
        line,
        fc.integer({ min: 0, max: 120 }),
        (before, place, after, width) => {
          const text = `${before.join('')}${place}${after.join('')}`;
          const start = before.join('').length;
          const [shown = '', under = ''] = codeFrame({ text, index: new LineIndex(text) }, start, start + place.length, mark, {
            ink: noInk,
            width,
          });
          assert.ok(columns(shown) <= Math.max(width, 49), `${columns(shown)} columns`);
          const left = under.indexOf('^');
          const cells = cellsOf(shown);
          const at = cells.findIndex((_, i) => columns(shown.slice(0, cells[i]?.start ?? 0)) === left);
          assert.ok(shown.slice(cells[at]?.start).startsWith(place), `${shown}\n${under}`);
          assert.equal(under.length - left, columns(place));
        },
      ),
      { seed: 4, numRuns: 400 },
    );
  });

  it('needs no more than the line', () => {
    const text = `${'x: 1\n'.repeat(50_000)}y: 2`;
    assert.equal(codeFrame({ text, index: new LineIndex(text) }, text.length - 1, text.length, mark, look)[0], ' 50001 | y: 2');
  });
});
