// "Did you mean": puts the word that was meant in place of the one that was typed. Must not know any kind or field by name.
import type { EvidenceFile } from '../assess/file';
import type { Located } from '../assess/located';
import type { Fix } from './fix';
import { replaceWord } from './replace-word';

/** One fix for each suggestion; of a key only the key changes, of a value its quotes stay. */
export function wordFixes(finding: Located, { read }: EvidenceFile): Fix[] {
  const { suggest = [], certain = false } = finding.finding;
  return suggest.flatMap((word): Fix[] => {
    const replaced = replaceWord(read.text, finding.at, word);
    if (!replaced) return [];
    const title = `Change "${replaced.found}" to "${word}"`;
    return [{ title, kind: 'quickfix', preferred: certain, safe: certain, finding, edits: [replaced.edit] }];
  });
}
