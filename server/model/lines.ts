// A text of YAML seen as lines: where they start, how far they are indented, what they can't be.
// Must not know what the lines mean together.
import type { Range } from './node';

/** The lines of a stretch of text, each with its line break. */
export function* linesOf(text: string, start: number, end: number): Generator<Range> {
  for (let at = start; at < end; ) {
    const lineBreak = text.indexOf('\n', at);
    const next = lineBreak === -1 || lineBreak >= end ? end : lineBreak + 1;
    yield { start: at, end: next };
    at = next;
  }
}

/** Whether white space, or nothing, stands here. */
export function isGap(text: string, at: number): boolean {
  const char = text[at];
  return char === undefined || char === ' ' || char === '\n' || char === '\r' || char === '\t';
}

/** Where the spaces that indent a line end; a tab is no indentation. */
export function indentEnd(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ') end++;
  return end;
}

/** Whether nothing but a comment may stand between here and the end of the line. */
export function isBlankOrComment(text: string, at: number): boolean {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t') end++;
  const char = text[end];
  return char === undefined || char === '\n' || char === '\r' || char === '#';
}

/** Whether a list's item begins here. */
export const isDash = (text: string, at: number): boolean => text[at] === '-' && isGap(text, at + 1);

/** Whether brackets close here, which YAML lets stand as far left as the line that opened them. */
export const isCloser = (text: string, at: number): boolean => text[at] === ']' || text[at] === '}';

/** Text whose blank lines at the end are part of it: `|+`. */
const KEEPS_BLANK_LINES = /[|>]\d?\+/;

/** Where the piece from `start` to `end` ends without the blank lines and comments below it that are indented by `indent` at most. */
export function contentEnd(text: string, start: number, end: number, indent: number): number {
  let last = end;
  while (last > start) {
    const line = text.lastIndexOf('\n', last - 2) + 1;
    const at = indentEnd(text, line);
    const empty = at === line && (text[at] === '\n' || text[at] === '\r');
    if (line <= start || !(empty || (text[at] === '#' && at - line <= indent))) break;
    last = line;
  }
  return last < end && KEEPS_BLANK_LINES.test(text.slice(start, last)) ? end : last;
}
