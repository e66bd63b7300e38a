// The words of findings: that whatever the code says has words, and that no words are left over. Gives what is wrong, as sentences.
// Must not read files.
import type { Sources } from './source';

/** The ids of findings that sources speak of: what is handed to `say`, `sayer(…)` and `findings.get`, or chosen as a `code`, and faults of the text. */
export function codesIn(sources: Sources): readonly string[] {
  return [...sources].flatMap(([, text]) => [
    ...[...text.matchAll(/(?:\bsay|\bsayer\([^()]*(?:\([^()]*\)[^()]*)*\)|findings\.get)\(([^;]*?)(?:,|\))/g)].flatMap((m) =>
      wordsIn(m[1] ?? ''),
    ),
    ...[...text.matchAll(/\bcode = ([^;]+);/g)].flatMap((m) => wordsIn(m[1] ?? '')),
    ...[...text.matchAll(/type (?:Export)?FaultId =([^;]+);/g)].flatMap((m) => wordsIn(withoutComments(m[1] ?? ''))),
  ]);
}

/** Texts in code, those aside that something is compared with or looked up by. */
const wordsIn = (code: string): string[] =>
  [...code.replace(/[!=]==\s*'[^']*'|\['[^']*'\]/g, '').matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map((m) => m[1] ?? '');
const withoutComments = (code: string) => code.replace(/\/\/[^\n]*/g, '');

/** `said`: ids that schemas name besides. */
export function wordFaults(sources: Sources, said: readonly string[], findings: readonly string[]): string[] {
  const used = new Set([...codesIn(sources), ...said]);
  return [
    ...[...used].filter((id) => !findings.includes(id)).map((id) => `"${id}" has no words`),
    ...findings.filter((id) => !used.has(id)).map((id) => `nobody says "${id}"`),
  ];
}

/** Places in a message that were not filled, or with nothing that can be read. */
export const unfilled = (message: string): readonly string[] =>
  [...message.matchAll(/\{[a-zA-Z]+\}|\bundefined\b|\bNaN\b|\[object /g)].map((m) => m[0]);
