// Offsets and lines, as editors count them.
import assert from 'node:assert/strict';
import { LineIndex } from '../../server/model/line-index';

describe('LineIndex', () => {
  const text = 'a: 🌊 b\r\n\nc\rd\r\n';
  const index = new LineIndex(text);

  it('knows all line ends', () => {
    assert.equal(index.lineCount, 5);
    assert.equal(new LineIndex('').lineCount, 1);
  });

  it('goes from offsets to lines and back', () => {
    const expected: readonly (readonly [offset: number, line: number, character: number])[] = [
      [0, 0, 0],
      [3, 0, 3],
      [5, 0, 5],
      [7, 0, 7],
      [9, 1, 0],
      [10, 2, 0],
      [11, 2, 1],
      [12, 3, 0],
      [13, 3, 1],
      [15, 4, 0],
    ];
    for (const [offset, line, character] of expected) {
      assert.deepEqual(index.positionAt(offset), { line, character }, `${offset}`);
      assert.equal(index.offsetAt({ line, character }), offset);
    }
  });

  it('stays within the text and the line', () => {
    assert.deepEqual(index.positionAt(99), { line: 4, character: 0 });
    assert.deepEqual(index.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(index.positionAt(8), { line: 0, character: 7 });
    assert.equal(index.offsetAt({ line: 0, character: 99 }), 7);
    assert.equal(index.offsetAt({ line: 99, character: 0 }), 15);
    assert.equal(index.offsetAt({ line: -1, character: 5 }), 0);
  });
});
