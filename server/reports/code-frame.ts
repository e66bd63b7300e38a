// The line that a place is on, with its number and a mark under the place. Must not know findings.
import type { LineIndex } from '../model/line-index';
import { type Cell, cellsOf } from './display';
import type { Look, Style } from './ink';

/** A text whose lines can be shown. */
export interface Lines {
  readonly text: string;
  readonly index: LineIndex;
}

export interface Mark {
  readonly with: '^' | '-';
  readonly style: Style;
}

/** Columns for the numbers of lines, their margin included. */
const GUTTER = 6;
/** However narrow the terminal is, so much of a line is shown. */
const LEAST = 40;
/** A line is looked at so many times the width before and after the place, in UTF-16 units. */
const REACH = 3;
const CUT: Cell = { text: '…', width: 1, start: -1, length: 0 };

/** Two lines: the one that holds `start` (offsets in UTF-16 units), and the mark below. Of a place of several lines the first is shown. */
export function codeFrame({ text, index }: Lines, start: number, end: number, mark: Mark, { ink, width }: Look): string[] {
  const { line } = index.positionAt(start);
  const lineStart = index.offsetAt({ line, character: 0 });
  const lineEnd = index.offsetAt({ line, character: Number.POSITIVE_INFINITY });
  // A whole file may be one line.
  const reach = REACH * Math.max(LEAST, width);
  const from = Math.max(lineStart, start - reach);
  const to = Math.min(lineEnd, start + reach);
  const written: Written = { cells: cellsOf(text.slice(from, to)), before: from > lineStart, after: to < lineEnd };
  const { cells, left, right } = cut(written, start - from, end - from, Math.max(LEAST, width - GUTTER - 3));
  const number = String(line + 1).padStart(GUTTER);
  const under = `${' '.repeat(left)}${ink(mark.style, mark.with.repeat(Math.max(1, right - left)))}`;
  return [`${ink('dim', `${number} |`)} ${join(cells)}`.trimEnd(), `${ink('dim', `${' '.repeat(GUTTER)} |`)} ${under}`];
}

/** A line, or the part of it that is looked at: whether there is more before and after. */
interface Written {
  readonly cells: readonly Cell[];
  readonly before: boolean;
  readonly after: boolean;
}

/** As much of a line as fits, around what is marked, and the columns of the mark in it. */
function cut(
  { cells, before, after }: Written,
  start: number,
  end: number,
  width: number,
): { cells: readonly Cell[]; left: number; right: number } {
  const { begin, stop } = marked(cells, start, end);
  const whole = !before && !after;
  if (whole && columns(cells) <= width) return { cells, left: columns(cells.slice(0, begin)), right: columns(cells.slice(0, stop)) };
  const from = !before && columns(cells.slice(0, stop)) < width ? 0 : startOfWindow(cells, begin, width);
  const first = before || from > 0 ? [CUT] : [];
  let to = from;
  for (let room = width - 1 - first.length; to < cells.length && room >= (cells[to]?.width ?? 0); to++) room -= cells[to]?.width ?? 0;
  return {
    cells: [...first, ...cells.slice(from, to), ...(after || to < cells.length ? [CUT] : [])],
    left: columns([...first, ...cells.slice(from, begin)]),
    right: columns([...first, ...cells.slice(from, Math.min(stop, to))]),
  };
}

/** Which cells are marked: at least the one at `start`; behind the end of the line none. */
function marked(cells: readonly Cell[], start: number, end: number): { begin: number; stop: number } {
  const next = (i: number) => cells[i + 1]?.start ?? Number.POSITIVE_INFINITY;
  const lineEnd = (cells.at(-1)?.start ?? -1) + (cells.at(-1)?.length ?? 1);
  if (start >= lineEnd) return { begin: cells.length, stop: cells.length };
  const begin = cells.findIndex((_, i) => next(i) > start);
  return { begin, stop: cells.findLastIndex((c) => c.start < Math.max(end, start + 1)) + 1 };
}

/** A third of the window stays for what stands before the mark. */
function startOfWindow(cells: readonly Cell[], begin: number, width: number): number {
  let from = begin;
  for (let room = Math.floor(width / 3); from > 0 && room >= (cells[from - 1]?.width ?? 0); from--) room -= cells[from - 1]?.width ?? 0;
  return from;
}

const columns = (cells: readonly Cell[]): number => cells.reduce((sum, c) => sum + c.width, 0);
const join = (cells: readonly Cell[]): string => cells.map((c) => c.text).join('');
