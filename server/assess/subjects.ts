// What is judged in one go, by its name: a document by itself, all that shares an id, a demand that holds once,
// the manifest, the waivers.
// Must not know who asks again, nor when.

import type { Knowledge } from '../knowledge/knowledge';
import type { Pack } from '../model/pack';
import type { Reader } from '../model/reader';
import type { NamedRule } from '../rules/rule';
import { severityFindings } from './chosen';
import { contentFindings } from './contents';
import type { RuleVerdict } from './demand';
import { linkFindings } from './links';
import { noInstanceFindings } from './no-instance';
import { type Assessed, assessDemand, assessManifest, assessThings, NOTHING } from './subject';
import { versionFindings } from './version-findings';
import { type Waiver, waiverFindings, waiversInForce } from './waivers';

/**
 * `waivers`: those in force; `manifest`: whether there is one; `demand:ID`: one that holds once for the whole SMS; `doc:KEY`: a document
 * by itself and its links; `thing:SORT/ID`: all that has this id.
 */
export type Subject = 'waivers' | 'manifest' | `demand:${string}` | `doc:${string}` | `thing:${string}`;

export interface Judged extends Assessed {
  readonly waivers?: readonly Waiver[];
}

/** Undefined where there is nothing of that name. All that is looked up is looked up with the reader, but the document itself. */
export function judgeSubject(subject: Subject, pack: Pack, reader: Reader, rules: readonly NamedRule[]): Judged | undefined {
  const { knowledge } = reader;
  if (subject === 'waivers') return { ...NOTHING, waivers: waiversInForce(reader) };
  if (subject === 'manifest') return assessManifest({ knowledge, rules, reader });
  if (subject.startsWith('demand:')) {
    const demand = knowledge.demands.find(({ id, each }) => !each && id === subject.slice('demand:'.length));
    return demand && assessDemand(demand, { knowledge, rules, reader });
  }
  if (subject.startsWith('doc:')) return judgeDocument(subject.slice('doc:'.length), pack, knowledge, reader, rules);
  const slash = subject.indexOf('/');
  const things = reader.find(subject.slice('thing:'.length, slash), subject.slice(slash + 1));
  if (things.length === 0) return undefined;
  const all = assessThings(things, { knowledge, rules, reader });
  return {
    findings: all.flatMap((a) => a.findings),
    instances: all.flatMap((a) => a.instances),
    workings: all.flatMap((a) => a.workings),
    verdicts: worstOf(all.flatMap((a) => [...a.verdicts])),
    failed: all.flatMap((a) => a.failed),
  };
}

/** Of what a rule said of several that share an id the gravest: an error, something found, that nobody can tell, nothing. */
function worstOf(all: readonly (readonly [rule: string, verdict: RuleVerdict])[]): ReadonlyMap<string, RuleVerdict> {
  const weight = (v: RuleVerdict) => (v.error ? 3 : v.found ? 2 : v.cantTell === undefined ? 0 : 1);
  const worst = new Map<string, RuleVerdict>();
  for (const [rule, verdict] of all) {
    const before = worst.get(rule);
    if (!before || weight(verdict) > weight(before)) worst.set(rule, verdict);
  }
  return worst;
}

function judgeDocument(
  key: string,
  { documents }: Pack,
  knowledge: Knowledge,
  reader: Reader,
  rules: readonly NamedRule[],
): Judged | undefined {
  const indexed = documents.get(key);
  if (!indexed) return undefined;
  const findings = [
    ...contentFindings(indexed.document, knowledge),
    ...linkFindings(indexed, knowledge, reader),
    ...versionFindings(indexed.root, knowledge, reader),
    ...noInstanceFindings(indexed.root, knowledge, reader),
    ...waiverFindings(indexed.root, knowledge, reader),
    ...severityFindings(indexed.root, rules, reader),
  ];
  return { ...NOTHING, findings };
}
