// How wide things are in a terminal, and that texts are broken between words.
import { strict as assert } from 'node:assert';
import { cellsOf, inOneLine, wrapped } from '../../server/reports/display';

const widths = (text: string) => cellsOf(text).map((c) => c.width);

describe('display', () => {
  it('counts what a reader takes for one character', () => {
    assert.deepEqual(widths('aé中ｗ🧾👩‍🚀🇩🇪☎️한'), [1, 1, 2, 2, 2, 2, 2, 2, 2]);
    assert.deepEqual(widths('e\u0301\u200b'), [1, 0]);
  });

  it('goes to the next stop with a tab', () => {
    assert.deepEqual(widths('\ta\tabcd\t'), [4, 1, 3, 1, 1, 1, 1, 4]);
  });

  it('knows where each character starts', () => {
    assert.deepEqual(
      cellsOf('a🧾b').map((c) => [c.start, c.length]),
      [
        [0, 1],
        [1, 2],
        [3, 1],
      ],
    );
  });

  it('keeps a text in its line', () => {
    assert.equal(inOneLine('one\r\n  two\tthree\u001b[0m\u0085\u2028four'), 'one two three␛[0m\ufffd four');
  });

  it('breaks between words, by columns', () => {
    assert.deepEqual(wrapped('one two three', 7), ['one two', 'three']);
    assert.deepEqual(wrapped('中中 中中 a', 9), ['中中 中中', 'a']);
    assert.deepEqual(wrapped('incomprehensibilities ok', 5), ['incomprehensibilities', 'ok']);
  });
});
