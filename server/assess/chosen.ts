// Findings as serious as the manifest wants them, or left out. Coverage doesn't ask: what is demanded stays demanded.
// Must not know any finding by name but the one that stands for many.
import type { Knowledge } from '../knowledge/knowledge';
import { nearest } from '../knowledge/nearest';
import { valueAt } from '../knowledge/schema';
import type { Json, Severity } from '../knowledge/types';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { isWritten } from '../model/written';
import type { FileFinding } from './file';
import type { Finding } from './finding';
import { sayer } from './say';

const SEVERITIES: readonly string[] = ['error', 'warning', 'information', 'hint'] satisfies Severity[];
const OFF = 'off';
/** What many missing contents at one place are shown as: chosen, it is meant for each of them. */
const MISSING = 'missing-contents';

const isSeverity = (word: string): word is Severity => SEVERITIES.includes(word);

/**
 * `severities` as the manifest has them: a list of `{rule, severity}`; what can't be read chooses nothing. While a text can't be read
 * nothing in it is checked, so that this is told whatever is chosen.
 */
export function chosen(findings: FileFinding[], severities: Json | undefined, knowledge: Knowledge): FileFinding[] {
  if (!Array.isArray(severities) || severities.length === 0) return findings;
  const byCode = new Map(severities.map((line: Json) => [String(valueAt(line, 'rule')), String(valueAt(line, 'severity'))]));
  return findings.flatMap((f) => {
    const word = byCode.get(f.code) ?? (f.missing && byCode.get(MISSING)) ?? '';
    if (isFixed(f.code, knowledge)) return [f];
    if (word === OFF) return [];
    return isSeverity(word) ? [{ ...f, severity: word }] : [f];
  });
}

const isFixed = (code: string, { findings }: Knowledge): boolean => findings.get(code)?.syntax === true;

/** Lines of the manifest that choose a severity for nothing there is, or for what can't be chosen. */
export function severityFindings(root: Thing, rules: readonly { readonly id: string }[], reader: Reader): readonly Finding[] {
  const { knowledge } = reader;
  if (root.frame.form !== 'manifest') return [];
  const lines = reader.at(root, 'severities').items.map((item) => item.get('rule'));
  if (lines.length === 0) return [];
  const ofDemands = knowledge.demands.flatMap((d) => [d.id, ...[d.lacks, d.overdue].flatMap((lack) => lack?.id ?? [])]);
  const codes = new Set([...knowledge.findings.keys(), ...rules.map(({ id }) => id), ...ofDemands]);
  const say = sayer(root.doc, knowledge);
  return lines.flatMap(({ text: code, path, value }) => {
    if (code === undefined || !isWritten(value)) return [];
    if (!codes.has(code)) return say('unknown-finding', path, 'value', { code }, nearest(code, codes));
    return isFixed(code, knowledge) ? say('severity-fixed', path, 'value', { code }) : [];
  });
}
