// In which characters an export is written, and what is no text at all.
import assert from 'node:assert/strict';
import { textOf } from '../../server/model/export-text';

const TEXT = 'Nummer;Maßnahme\n1;Prüfung\n';
const utf8 = new TextEncoder().encode(TEXT);
const western = Uint8Array.from(TEXT, (c) => c.charCodeAt(0));
const wide = Uint8Array.from([...TEXT].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]));
const marked = Uint8Array.from([0xff, 0xfe, ...wide]);

/** The text, or what "encoding" should say. */
const read = (bytes: Uint8Array, encoding?: string) => {
  const found = textOf(bytes, encoding);
  return typeof found === 'string' ? found : found.suggest.join(' ');
};

describe('the characters of an export', () => {
  it('are those that are said, and without a word UTF-8', () => {
    assert.equal(read(utf8), TEXT);
    assert.equal(read(western, 'windows-1252'), TEXT);
    assert.equal(read(western, 'iso-8859-1'), TEXT);
    assert.equal(read(wide, 'utf-16'), TEXT);
    assert.equal(read(new TextEncoder().encode('Nummer\n1\n'), 'windows-1252'), 'Nummer\n1\n');
  });

  it('are those of a mark at the start, whatever is said', () => {
    for (const encoding of [undefined, 'utf-8', 'windows-1252']) assert.equal(read(marked, encoding), TEXT);
  });

  it('are told where they are others than is said', () => {
    assert.equal(read(western), 'windows-1252');
    assert.equal(read(western, 'utf-16'), 'windows-1252');
    assert.equal(read(wide), 'utf-16');
    assert.equal(read(wide, 'windows-1252'), 'utf-16');
    assert.equal(read(utf8, 'windows-1252'), 'utf-8');
    assert.equal(read(utf8, 'utf-16'), 'utf-8');
  });

  it('are none in a spreadsheet that has another name', () => {
    const found = textOf(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), undefined);
    assert.deepEqual(found, { code: 'export-not-a-list', values: { what: 'a spreadsheet' }, suggest: [] });
  });
});
