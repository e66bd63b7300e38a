// What is offered laid out as an edit at a place: in place, or from the start of its line where that isn't indented as it should be.
// Must not know schemas.
import type { Offer } from './offer';
import { joined, type Line, withoutIndent } from './render';
import { type Edit, plainText, type Token, toSnippet } from './snippet';
import { columnOf, eolOf, lineStart } from './style';

/** Lines, fully indented, in place of what is typed. */
export function onLine(lines: readonly Line[], { place: { start, end, onDash }, question }: Offer): Edit {
  const { text } = question.file.read;
  const [first = [], ...rest] = lines;
  const indent = plainText(first).search(/\S|$/);
  const inPlace = onDash || indent === columnOf(text, start);
  return withStops(inPlace ? start : lineStart(text, start), end, joined([inPlace ? withoutIndent(first) : first, ...rest], eolOf(text)));
}

/** Lines below a key that has nothing behind its colon yet. */
export function belowKey(lines: readonly Line[], { place, question }: Offer): Edit {
  const { text } = question.file.read;
  const start = text.slice(0, place.start).trimEnd().length;
  const eol = eolOf(text);
  return withStops(start, place.end, [eol, ...joined(lines, eol)]);
}

/** Between brackets, with the commas that it needs there. */
export function inFlow(tokens: readonly Token[], { place: { start, end }, question }: Offer): Edit {
  const { text } = question.file.read;
  const before = /\S(?=\s*$)/.exec(text.slice(lineStart(text, start), start))?.[0] ?? ',';
  const behind = /^\s*(.)/s.exec(text.slice(end))?.[1] ?? '}';
  const space = text[start - 1] === ',' ? [' '] : [];
  const [first, last] = [/[[{,]/.test(before) ? space : [', '], /[\]},]/.test(behind) ? [] : [', ']];
  // What stands behind it follows right on its comma.
  const gap = last.length > 0 ? (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return withStops(start, end + gap, [...first, ...tokens, ...last]);
}

export function withStops(start: number, end: number, tokens: readonly Token[]): Edit {
  const text = plainText(tokens);
  return tokens.every((t) => typeof t === 'string') ? { start, end, text } : { start, end, text, snippet: toSnippet(tokens) };
}
