// Findings as serious as the manifest wants them, or left out. Coverage doesn't ask: what is demanded stays demanded.
// Must not know any finding by name.
import { valueAt } from '../knowledge/schema';
import type { Json, Severity } from '../knowledge/types';
import type { FileFinding } from './file';

const SEVERITIES: readonly string[] = ['error', 'warning', 'information', 'hint'] satisfies Severity[];
const OFF = 'off';

const isSeverity = (word: string): word is Severity => SEVERITIES.includes(word);

/** `severities` as the manifest has them: a list of `{rule, severity}`; what can't be read chooses nothing. */
export function chosen(findings: FileFinding[], severities: Json | undefined): FileFinding[] {
  if (!Array.isArray(severities) || severities.length === 0) return findings;
  const byCode = new Map(severities.map((line: Json) => [String(valueAt(line, 'rule')), String(valueAt(line, 'severity'))]));
  return findings.flatMap((f) => {
    const word = byCode.get(f.code) ?? '';
    if (word === OFF) return [];
    return isSeverity(word) ? [{ ...f, severity: word }] : [f];
  });
}
