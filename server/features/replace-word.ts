// Puts a word in place of one in a text, in the quotes that stand there. Must not know findings.
import { insideQuotes, scalarText } from '../model/yaml-text';
import type { Edit } from './snippet';

interface Replaced {
  /** What stood there, without its quotes. */
  readonly found: string;
  readonly edit: Edit;
}

/** Undefined where a text over several lines, or nothing at all, stands there: that is no word. */
export function replaceWord(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  word: string,
): Replaced | undefined {
  const found = text.slice(start, end);
  if (found === '' || found.includes('\n') || /^[|>]/.test(found)) return undefined;
  const quote = /^(["']).*\1$/s.exec(found)?.[1];
  if (quote === undefined) return { found, edit: { start, end, text: scalarText(word, true) } };
  return { found: found.slice(1, -1), edit: { start, end, text: quote + insideQuotes(word, quote) + quote } };
}
