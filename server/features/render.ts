// Pieces laid out as lines or in brackets, in the author's style. Must not know schemas, nor where in the file they will stand.

import { scalarText } from '../model/yaml-text';
import type { Leaf, Piece } from './piece';
import type { Token } from './snippet';
import type { Style } from './style';

/** A line without its line break. */
export type Line = readonly Token[];

/** A field and what stands below it, its key at `column`. */
export function fieldLines(key: string, piece: Piece, column: number, style: Style): Line[] {
  const head = `${spaces(column)}${key}:`;
  if (piece.is === 'leaf') return [[`${head} `, leafToken(piece, false), ...commentOf(piece)]];
  return [[head, ...commentOf(piece)], ...linesBelow(piece, column, style)];
}

/** What stands below a key at `column`: the parts of a group or list. */
export function linesBelow(piece: Piece, column: number, style: Style): Line[] {
  if (piece.is === 'leaf') return [];
  if (piece.is === 'group') return piece.entries.flatMap(([key, p]) => fieldLines(key, p, column + style.width, style));
  return piece.items.flatMap((item) => itemLines(item, column + style.dash, style));
}

/** An item with its dash at `column`. */
export function itemLines(item: Piece, column: number, style: Style): Line[] {
  const head = `${spaces(column)}-${spaces(style.afterDash - 1)}`;
  if (item.is === 'leaf') return [[head, leafToken(item, false), ...commentOf(item)]];
  const inner = column + style.afterDash;
  const lines =
    item.is === 'group'
      ? item.entries.flatMap(([key, p]) => fieldLines(key, p, inner, style))
      : item.items.flatMap((i) => itemLines(i, inner, style));
  const [first = [], ...rest] = lines;
  return [[head, ...withoutIndent(first)], ...rest];
}

/** A line without the spaces it begins with. */
export function withoutIndent([first, ...rest]: Line): Line {
  return typeof first === 'string' ? [first.trimStart(), ...rest] : first === undefined ? [] : [first, ...rest];
}

/** `key: value` inside brackets; comments have no place there. */
export const flowField = (key: string, piece: Piece): Token[] => [`${key}: `, ...flowValue(piece)];

export function flowValue(piece: Piece): Token[] {
  if (piece.is === 'leaf') return [leafToken(piece, true)];
  if (piece.is === 'list') return ['[', ...separated(piece.items.map(flowValue)), ']'];
  return ['{', ...separated(piece.entries.map(([key, p]) => flowField(key, p))), '}'];
}

const separated = (parts: readonly (readonly Token[])[]): Token[] => parts.flatMap((part, i) => (i === 0 ? part : [', ', ...part]));

/** Inside brackets what holds a comma or a bracket needs quotes. */
export function leafToken({ source, question, choices }: Leaf, flow: boolean): Token {
  const text = flow && !/^["']/.test(source) ? scalarText(source, true) : source;
  return question ? { question: text, choices } : text;
}

const commentOf = ({ comment }: Piece): Token[] => (comment === undefined ? [] : [` ${comment}`]);

export const spaces = (count: number): string => ' '.repeat(count);

/** Lines with a line break between each two. */
export const joined = (lines: readonly Line[], eol: string): Token[] => lines.flatMap((line, i) => (i === 0 ? [...line] : [eol, ...line]));
