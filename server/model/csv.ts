// CSV to rows with places, by the library for it; a row with a fault in its quotes harms only itself.
// Must not know what the columns mean.
import { Parser } from 'papaparse';
import { LIMITS } from './limits';
import type { Range, ScalarNode } from './node';
import type { BrokenRow, Row, Table } from './table';

/** What may stand between columns, likeliest first. */
const SEPARATORS: readonly string[] = [',', ';', '\t', '|'];

/** Reads a CSV text with its headings in the first row. Rows in which nothing stands are passed over. Never throws. */
export function readCsv(original: string, separator?: string): Table {
  // Offsets stay as they are. The space is no part of a value, nor of what stands behind a quote.
  const text = original.replace(/\r\n/g, ' \n').replace(/\r/g, '\n');
  // Spreadsheets may say their separator in a line before the headings.
  const said = /^\uFEFF?sep=(.) ?(?:\n|$)/.exec(text);
  const from = said?.[0].length ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const delimiter = separator ?? said?.[1] ?? likeliest(text.slice(from));
  const { records, broken } = readRecords({ text, original }, from, delimiter);
  const [head, ...others] = records.filter((r) => r.cells.some((c) => c.source !== ''));
  if (!head) return { columns: [], header: { start: from, end: from }, rows: [], broken };
  const columns = head.cells.map((c) => c.source);
  const wide = others.filter((r) => isAsWide(r, columns.length));
  const rows = wide.map(({ start, end, number, cells }): Row => {
    const named = columns.flatMap((name, i) => (name === '' || columns.indexOf(name) < i ? [] : [[name, cells[i]] as const]));
    return { start, end, number, cells: new Map(named.flatMap(([name, cell]) => (cell ? [[name, cell] as const] : []))) };
  });
  const uneven = others.filter((r) => !isAsWide(r, columns.length)).map((r) => widthFault(r, columns.length));
  return { columns, header: { start: head.start, end: head.end }, rows, broken: [...broken, ...uneven].sort((a, b) => a.start - b.start) };
}

interface Texts {
  /** With plain line breaks. */
  readonly text: string;
  /** As it lies there: what stands in quotes is told by it. */
  readonly original: string;
}

interface Rec extends Range {
  readonly number: number;
  readonly cells: readonly ScalarNode[];
}

/** Cells without anything behind the last column don't count. */
const isAsWide = ({ cells }: Rec, width: number): boolean => cells.length >= width && cells.slice(width).every((c) => c.source === '');

const widthFault = ({ start, end, number, cells }: Rec, width: number): BrokenRow => ({
  ...{ start, end, code: 'export-row-width' },
  values: { row: String(number), count: String(cells.length), wanted: String(width), more: cells.length > width ? 'more' : 'fewer' },
});

/** The mark that cuts the first line into most columns. */
export function likeliest(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const counts = SEPARATORS.map((s) => first.replace(/"[^"]*"/g, '').split(s).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Begins again at the line after each row with a fault in its quotes: such a fault could swallow all that follows. */
function readRecords(texts: Texts, from: number, delimiter: string): { records: Rec[]; broken: BrokenRow[] } {
  const { text } = texts;
  const records: Rec[] = [];
  const broken: BrokenRow[] = [];
  let number = 1;
  for (let start: number | undefined = from; start !== undefined; ) {
    const fault: Fault | undefined = readUntilFault(texts, start, delimiter, (range, cells) =>
      records.push({ ...range, number: number++, cells }),
    );
    if (fault === undefined) break;
    const next = text.indexOf('\n', fault.row);
    const range = { start: fault.quote, end: trimmedEnd(text, fault.quote, next < fault.quote ? text.length : next) };
    const column = records[0]?.cells[fault.column]?.source || String(fault.column + 1);
    broken.push({ ...range, code: 'export-row-quotes', values: { row: String(number++), column } });
    start = next < 0 ? undefined : next + 1;
    if (start !== undefined && broken.length === LIMITS.brokenRows) {
      const values = { row: String(number), limit: String(LIMITS.brokenRows) };
      broken.push({ start, end: trimmedEnd(text, start, text.indexOf('\n', start)), code: 'export-rows-given-up', values });
      break;
    }
  }
  return { records, broken };
}

/** Where the row begins, and the value whose quotes are wrong; which column that is, from 0. */
interface Fault {
  readonly row: number;
  readonly quote: number;
  readonly column: number;
}

/** The first row with a fault in its quotes; undefined where there is none. */
function readUntilFault(
  { text, original }: Texts,
  from: number,
  delimiter: string,
  add: (range: Range, cells: readonly ScalarNode[]) => void,
): Fault | undefined {
  let start = from;
  let fault: Fault | undefined;
  const parser = new Parser({
    ...{ delimiter, newline: '\n', quoteChar: '"' },
    step: ({ data, errors, meta }) => {
      const end = from + meta.cursor;
      const [values] = data as string[][];
      const [error] = errors;
      if (error) {
        // The library tells the place behind the quote.
        const quote = Math.max(start, from + (error.index ?? 0) - 1);
        const cells = cellsOf(original, start, values ?? []);
        fault = {
          row: start,
          quote,
          column: Math.max(
            0,
            cells.findIndex((c) => c.start >= quote),
          ),
        };
        parser.abort();
      } else if (values) {
        add({ start, end: trimmedEnd(text, start, end) }, cellsOf(original, start, values));
        start = end;
      }
    },
  });
  parser.parse(text.slice(from), 0, false);
  return fault;
}

/** The library gives values only; their places follow from how each is written. */
function cellsOf(text: string, start: number, values: readonly string[]): ScalarNode[] {
  let at = start;
  return values.map((value): ScalarNode => {
    const quoted = text[at] === '"';
    const end = at + (quoted ? value.replaceAll('"', '""').length + 2 : value.length);
    const inside = quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end);
    const source = inside.replace(/\r\n?/g, '\n').trim();
    const begin = quoted ? at : end - value.trimStart().length;
    const node: ScalarNode = {
      ...{ type: 'scalar', start: Math.min(begin, end), end: quoted ? end : Math.max(begin, at + value.trimEnd().length) },
      ...{ value: source, source, plain: !quoted },
    };
    // Behind the quote there may be spaces, then the separator.
    at = quoted ? end + (/^ */.exec(text.slice(end, end + 100))?.[0].length ?? 0) + 1 : end + 1;
    return node;
  });
}

const trimmedEnd = (text: string, start: number, end: number): number =>
  start + text.slice(start, end < 0 ? text.length : end).trimEnd().length;
