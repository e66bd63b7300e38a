// Reading CSV: values, where each stands, and that a broken row harms only itself.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCsv } from '../../server/model/csv';
import { LIMITS } from '../../server/model/limits';

const valuesOf = (text: string, separator?: string) =>
  readCsv(text, separator).rows.map(({ cells }) =>
    Object.fromEntries([...cells].map(([name, c]) => [name, c.type === 'scalar' ? c.source : ''])),
  );

/** What stands at the place of each value, without its quotes. */
function placesAgree(text: string, separator?: string): void {
  for (const { cells } of readCsv(text, separator).rows) {
    for (const cell of cells.values()) {
      assert.ok(cell.type === 'scalar');
      const written = text.slice(cell.start, cell.end);
      const bare = cell.plain ? written : written.slice(1, -1).replaceAll('""', '"').replace(/\r\n?/g, '\n').trim();
      assert.equal(bare, cell.source, text);
    }
  }
}

describe('CSV', () => {
  it('takes the mark that cuts the headings into most columns, or the one that is said', () => {
    for (const separator of [',', ';', '\t', '|']) {
      const text = `${['a', 'b', 'c'].join(separator)}\n${['1', '2', '3'].join(separator)}\n`;
      assert.deepEqual(valuesOf(text), [{ a: '1', b: '2', c: '3' }]);
    }
    assert.deepEqual(valuesOf('"a;b;c",d\n1,2\n'), [{ 'a;b;c': '1', d: '2' }]);
    assert.deepEqual(valuesOf('sep=;\r\na;b,c\r\n1;2\r\n'), [{ a: '1', 'b,c': '2' }]);
  });

  it('reads quotes, line breaks in them, CRLF, a mark at the start, blank rows, and no break at the end', () => {
    const text = '\uFEFFa;b\r\n"say ""x"";";" two\r\nlines "\r\n\r\n;;\r\n last ;"q" \r\n3;"end"';
    assert.deepEqual(valuesOf(text), [
      { a: 'say "x";', b: 'two\nlines' },
      { a: 'last', b: 'q' },
      { a: '3', b: 'end' },
    ]);
    placesAgree(text);
    assert.deepEqual(
      readCsv(text).rows.map((r) => r.number),
      [2, 5, 6],
    );
  });

  it('reads nothing where there is nothing', () => {
    for (const text of ['', '\n', '\uFEFF', ';;\n']) assert.deepEqual(readCsv(text).rows, []);
    assert.deepEqual(readCsv('a,b\n').rows, []);
  });

  it('passes over a row whose quotes do not close, and reads on', () => {
    const text = 'a;b;c\n1;"open;3\n4;5;6\n"x"y;8;9\n7;8;9\n';
    const { rows, broken } = readCsv(text);
    assert.deepEqual(
      rows.map((r) => r.number),
      [3, 5],
    );
    assert.deepEqual(
      broken.map((b) => [b.code, b.values, text.slice(b.start, b.end)]),
      [
        ['export-row-quotes', { row: '2', column: 'b' }, '"open;3'],
        ['export-row-quotes', { row: '4', column: 'a' }, '"x"y;8;9'],
      ],
    );
  });

  it('passes over a row that is wider or narrower than the headings', () => {
    const text = 'a;b\n1\n1;2\n1;2;3\n1;2;;\n';
    const { rows, broken } = readCsv(text);
    assert.deepEqual(
      rows.map((r) => r.number),
      [3, 5],
    );
    assert.deepEqual(
      broken.map((b) => b.values),
      [
        { row: '2', count: '1', wanted: '2', more: 'fewer' },
        { row: '4', count: '3', wanted: '2', more: 'more' },
      ],
    );
  });

  it('stops after many rows whose quotes do not close', () => {
    const { broken, rows } = readCsv(`a;b\n${'"x"y;1\n'.repeat(LIMITS.brokenRows + 50)}`);
    assert.equal(rows.length, 0);
    assert.equal(broken.length, LIMITS.brokenRows + 1);
    assert.equal(broken.at(-1)?.code, 'export-rows-given-up');
  });

  it('gives back whatever was written, with its place', () => {
    const value = fc.stringMatching(/^[a-z0-9 ;,"|\n\tä🌊-]{0,8}$/u);
    const table = fc.record({
      separator: fc.constantFrom(',', ';', '\t', '|'),
      ends: fc.constantFrom('\n', '\r\n'),
      rows: fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 6 }),
      quoteAll: fc.boolean(),
    });
    fc.assert(
      fc.property(table, ({ separator, ends, rows, quoteAll }) => {
        const quoted = (v: string) => (quoteAll || /[;,"|\n\t]|^\s|\s$/.test(v) ? `"${v.replaceAll('"', '""')}"` : v);
        const text = ['a', 'b', 'c'].join(separator) + ends + rows.map((r) => r.map(quoted).join(separator) + ends).join('');
        const written = rows.map(([a, b, c]) => ({ a: a.trim(), b: b.trim(), c: c.trim() })).filter((r) => r.a + r.b + r.c !== '');
        assert.deepEqual(valuesOf(text, separator), written);
        placesAgree(text, separator);
      }),
      { seed: 20_000, numRuns: 400 },
    );
  });
});
