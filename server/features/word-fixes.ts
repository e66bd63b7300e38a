// "Did you mean": puts the word that was meant in place of the one that was typed. Must not know any kind or field by name.
import type { EvidenceFile } from '../assess/file';
import type { Located } from '../assess/located';
import { insideQuotes, scalarText } from '../model/yaml-text';
import type { Fix } from './fix';

/** One fix for each suggestion; of a key only the key changes, of a value its quotes stay. */
export function wordFixes(finding: Located, { read }: EvidenceFile): Fix[] {
  const { suggest = [] } = finding.finding;
  const { start, end } = finding.at;
  const found = read.text.slice(start, end);
  const quote = /^(["']).*\1$/s.exec(found)?.[1];
  // A text over several lines, or nothing at all, is no word.
  if (found === '' || found.includes('\n') || /^[|>]/.test(found)) return [];
  return suggest.map((word): Fix => {
    const text = quote === undefined ? scalarText(word, true) : quote + insideQuotes(word, quote) + quote;
    const edit = { start, end, text };
    return {
      title: `Change "${quote === undefined ? found : found.slice(1, -1)}" to "${word}"`,
      kind: 'quickfix',
      preferred: suggest.length === 1,
      finding,
      edits: [edit],
    };
  });
}
