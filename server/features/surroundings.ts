// Where something stands in a text: the map around a path, line by line or in brackets, and the lines before and behind a place.
// Must not know schemas.
import type { Path } from '../knowledge/schema';
import { indentEnd } from '../model/lines';
import type { YamlDocument } from '../model/node';
import { locate, nodeAt } from '../model/position';
import { columnOf, lineStart } from './style';

/** A key that stands in a map, in offsets from the start of the text. */
export interface Sibling {
  readonly key: string;
  readonly start: number;
  readonly keyEnd: number;
  /** Behind its value. */
  readonly end: number;
}

/** A map as it is written. */
export interface Surroundings {
  readonly flow: boolean;
  /** Behind the opening bracket, where there is one. */
  readonly start: number;
  /** In the order written; of what could not be read nothing. */
  readonly siblings: readonly Sibling[];
}

/** The map at a path; undefined where there is none, or where it can't be told what is meant. */
export function mapAt(document: YamlDocument, path: Path, text: string): Surroundings | undefined {
  if (path.length === 0) return rootOf(document, text);
  const field = document.fields.findLast((f) => f.key === path[0]);
  const found = nodeAt(document, path);
  if (found?.node.type !== 'map' || field?.broken) return undefined;
  const { node, offset } = found;
  // What stands for something else is written elsewhere.
  if (text[node.start + offset] === '*' || node.entries.some((e) => text[e.keyStart + offset] === '*')) return undefined;
  const siblings = node.entries.map((e) => ({
    key: e.key,
    start: e.keyStart + offset,
    keyEnd: e.keyEnd + offset,
    end: Math.max(e.keyEnd, e.value.end) + offset,
  }));
  return { flow: node.flow, start: node.start + offset + 1, siblings };
}

function rootOf(document: YamlDocument, text: string): Surroundings | undefined {
  const [first] = document.fields;
  if (!first) return undefined;
  const siblings = document.fields.flatMap(({ key, keyStart, keyEnd, offset, broken }): Sibling[] => {
    const place = locate(document, [key]);
    return broken || !place
      ? []
      : [{ key, start: keyStart + offset, keyEnd: keyEnd + offset, end: Math.max(keyEnd + offset, place.value.end) }];
  });
  const bracket = text
    .slice(document.start, first.keyStart + first.offset)
    .trimEnd()
    .endsWith('{');
  return siblings.length === 0 ? undefined : { flow: bracket, start: first.keyStart + first.offset, siblings };
}

/** Where the line behind this one starts; the end of the text where there is none. */
export function nextLine(text: string, at: number): number {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak === -1 ? text.length : lineBreak + 1;
}

/** Where the line ends, its line break left out. */
export function lineEnd(text: string, at: number): number {
  const next = nextLine(text, at);
  if (text[next - 1] !== '\n') return next;
  return text[next - 2] === '\r' ? next - 2 : next - 1;
}

const KEEPS_BLANK_LINES = /^[|>]\d?\+/;

/** The line behind a field and the comments that belong to what stands below it; blank lines only where they are part of it. */
export function lineBehind(text: string, { start, keyEnd, end }: Sibling): number {
  const column = columnOf(text, start);
  const value = text.slice(keyEnd, end).replace(/^\s*:\s*/, '');
  let at = nextLine(text, end);
  while (KEEPS_BLANK_LINES.test(value) && at < text.length && text.slice(at, lineEnd(text, at)).trim() === '') at = nextLine(text, at);
  while (isComment(text, at) && indentEnd(text, at) - at > column) at = nextLine(text, at);
  return at;
}

/** The line of a field, or of the comments right above it. */
export function lineAbove(text: string, { start }: Sibling): number {
  const column = columnOf(text, start);
  let at = lineStart(text, start);
  for (;;) {
    const above = lineStart(text, at - 1);
    if (at === 0 || !isComment(text, above) || indentEnd(text, above) - above !== column) return at;
    at = above;
  }
}

const isComment = (text: string, line: number): boolean => line < text.length && text[indentEnd(text, line)] === '#';
