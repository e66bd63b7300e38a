// Cuts a long list below a top-level key at its items, so that an edit in one leaves the others alone.
// Must not know values, only their outline.
import { contentEnd, indentEnd, isBlankOrComment, isCloser, isDash, linesOf } from './lines';
import type { Piece } from './node';

/** UTF-16 units. Shorter lists, and lists of mere words, are parsed faster in one go. */
const LONG_LIST = 2_048;
const LONG_ITEM = 40;

/** A field as the head of a list and its items; undefined where it isn't a long list of long items, each begun by a dash right below the first. */
export function cutList(text: string, field: Piece, colonEnd: number): Piece[] | undefined {
  if (field.end - field.start < LONG_LIST || !isBlankOrComment(text, colonEnd)) return undefined;
  const starts: number[] = [];
  let indent = -1;
  for (const { start } of linesOf(text, text.indexOf('\n', colonEnd) + 1, field.end)) {
    if (isBlankOrComment(text, start)) continue;
    const at = indentEnd(text, start);
    if (indent === -1) indent = at - start;
    if (at - start > indent) continue;
    if (at - start === indent && isDash(text, at)) starts.push(start);
    else if (at - start < indent || !isCloser(text, at) || starts.length === 0) return undefined;
  }
  const first = starts[0];
  if (first === undefined || (field.end - first) / starts.length < LONG_ITEM) return undefined;
  const items = starts.map((start, i): Piece => {
    return { form: 'item', start, end: contentEnd(text, start, starts[i + 1] ?? field.end, indent) };
  });
  return [{ form: 'list', start: field.start, end: first + indent }, ...items];
}
