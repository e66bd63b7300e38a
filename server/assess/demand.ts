// One demand for one of the things it holds for: whether that is proved, where, and if not, why. Must not know any demand by name.
import type { Period } from '../arithmetic/periods';
import { fixedEnd } from '../arithmetic/term';
import type { Path } from '../knowledge/schema';
import type { Demand, Entry, Evidence } from '../knowledge/types';
import type { At } from '../model/at';
import type { Thing } from '../model/pack';
import { idleness, presence, startOf, stood, termOf } from '../model/standing';
import { means } from '../model/versions';
import { listed } from '../rules/words';
import { candidates } from './candidates';
import { type Context, sortTitle } from './context';
import type { Reading } from './evidence';
import { wayWords } from './field-titles';
import type { Spot, Waived } from './finding';
import { itemByItem, readEvidence, type Wanted } from './read-evidence';
import { type Proofs, stillWithin, type Timing, timed } from './timing';

/** `partly`: in one part of a period, and not in another. `waived`: a gap that somebody allowed to stand. */
export type InstanceState =
  | 'evidenced'
  | 'waived'
  | 'partly'
  | 'missing'
  | 'contradicted'
  | 'overdue'
  | 'not due yet'
  | 'open'
  | 'cannot tell';

export interface Judgement {
  readonly state: InstanceState;
  readonly reason?: string;
  readonly proofs: readonly Spot[];
  /** Nothing that counts was there to look into, and the thing itself says nothing of it. */
  readonly nobody: boolean;
  /** What would be looked into, did it hold, and why it doesn't. */
  readonly idle?: Idle;
  /** When the next proof is due, wherever an interval is written; for overdue the values that its words want. */
  readonly timing?: Timing;
  /** Rules that are asked of other things: what they say comes on top. */
  readonly pending: readonly string[];
}

/** A document that doesn't hold today: "ended on 2026-05-31". */
export interface Idle {
  readonly thing: Thing;
  readonly why: string;
}

/** What a rule said of a thing: found something (an error, then), could not judge (with the reason), or nothing. */
export interface RuleVerdict {
  readonly found: boolean;
  readonly error: boolean;
  readonly message?: string;
  readonly cantTell?: string;
  /** All that it found is allowed to stand. */
  readonly waived?: Waived;
}

/** `instance` is undefined where the demand holds once for the whole SMS. `draft`: the instance is a draft itself. */
export function judge(
  demand: Demand,
  instance: Thing | undefined,
  verdicts: ReadonlyMap<string, RuleVerdict>,
  context: Context,
  draft = false,
): Judgement {
  const looked = look(demand, instance, verdicts, context, 'counts');
  const proofs = looked.proofs.map((at): Spot => ({ doc: at.doc, path: at.path, on: 'value' }));
  const { nobody, idle } = looked;
  const found = { proofs, nobody, pending: rulesOfOthers(demand, verdicts, context), ...(idle && { idle }) };
  const contradicting = [...verdicts].find(([id, v]) => v.error && context.rules.some((r) => r.id === id && r.demands.includes(demand.id)));
  const isThere = looked.proved || proofs.length > 0 || demand.evidence.flat(2).some((e) => 'rule' in e);
  if (contradicting && isThere) return { ...found, state: 'contradicted', reason: contradicting[1].message ?? contradicting[0] };
  const timing = demand.every && timed(demand, instance, looked, context);
  const base = { ...found, ...(timing && { timing }) };
  const unplanned = demand.every && !timing ? 'no planned interval is written' : undefined;
  if (looked.proved) {
    if (draft) return { ...base, state: 'open' };
    if (!demand.every) return { ...base, state: 'evidenced' };
    if (!timing) return { ...base, state: 'missing', ...(unplanned && { reason: unplanned }) };
    if (timing.late) return overdue(base, timing);
    const older = instance && !context.reader.lookBack.period && looked.things.some((some) => isOfOlder(some, instance, context));
    if (older) return { ...base, state: 'not due yet', reason: `due on ${timing.due}, last done under another version` };
    return { ...base, state: 'evidenced' };
  }
  if (looked.cantTell !== undefined && !draft && !unplanned) return { ...base, state: 'cannot tell', reason: looked.cantTell };
  if (draft || look(demand, instance, verdicts, context, 'draft').proved) return { ...base, state: 'open', reason: 'only drafts' };
  if (timing && instance && timing.last === undefined && !timing.late)
    return { ...base, state: 'not due yet', reason: `due on ${timing.due}` };
  if (timing?.late && instance && looked.nobody) return overdue(base, timing);
  const within = demand.within && instance && stillWithin(demand.within, instance, context);
  if (within) return { ...base, state: 'not due yet', reason: `due by ${within}` };
  const reason = looked.missing ?? unplanned;
  return { ...base, state: 'missing', ...(reason && { reason }) };
}

/** Records, and all of them are about other versions of the agreement or plan than this one. */
const isOfOlder = (things: readonly Thing[], instance: Thing, { reader }: Context): boolean =>
  things.length > 0 && things.every((t) => t !== instance && t.event && !means(t, instance, reader));

/** "from 2026-04-01 to 2026-06-30". */
export const daysWords = ({ from, to }: Period): string => (from === to ? `on ${from}` : `from ${from} to ${to}`);

const overdue = (base: Pick<Judgement, 'proofs' | 'nobody' | 'pending'>, timing: Timing): Judgement => {
  const { last, due, overdue: days = [] } = timing;
  if (days.length > 0) return { ...base, state: 'overdue', reason: days.map(daysWords).join(' and '), timing };
  const was = due === undefined ? '' : `, due on ${due}`;
  return { ...base, state: 'overdue', reason: `${last === undefined ? 'never done' : `last done on ${last}`}${was}`, timing };
};

/** Rules in the evidence that could not be asked of the instance itself. */
function rulesOfOthers(demand: Demand, verdicts: ReadonlyMap<string, RuleVerdict>, { rules }: Context): readonly string[] {
  const named = demand.evidence.flat().flatMap((e) => ('rule' in e && !verdicts.has(e.rule) ? [e.rule] : []));
  return named.filter((id) => rules.some((r) => r.id === id && r.each !== demand.each?.name));
}

interface Looked extends Proofs {
  readonly missing?: string;
  readonly cantTell?: string;
  readonly nobody: boolean;
  readonly idle?: Idle;
}

/** Looks for every entry; entries of one head in one and the same thing, unless joined. */
function look(
  demand: Demand,
  instance: Thing | undefined,
  verdicts: ReadonlyMap<string, RuleVerdict>,
  context: Context,
  wanted: Wanted,
): Looked {
  const proofs: At[] = [];
  const things: (readonly Thing[])[] = [];
  let missing: string | undefined;
  let cantTell: string | undefined;
  let nobody = true;
  let idle: Idle | undefined;
  for (const group of groups(demand.evidence, demand.joined === true)) {
    const heads = [...new Set(group.flat().flatMap((e) => ('path' in e ? [e.path.head] : [])))];
    const all = heads.flatMap((head) => candidates(head, instance, context.knowledge, context.reader));
    const fits = all.filter((t) => counts(t, instance, demand, wanted, context));
    if (fits.length === 0) idle ??= idleIn(all, context);
    const read = (entry: Entry, thing: Thing | undefined) => anyOf(entry, thing, instance, verdicts, context, wanted);
    const best = fits.map((thing) => ({ thing, readings: group.map((entry) => read(entry, thing)) }));
    const proving = best.filter(({ readings }) => readings.every((r) => 'proved' in r));
    const there = proving.filter(({ thing }) => !isLater(thing, context));
    const whole = there.length > 0 ? there : proving;
    const found = demand.joined ? best.filter(({ readings }) => readings.some((r) => 'proved' in r)) : whole;
    const torn = demand.joined && best.some(({ thing, readings }) => readings.some((r) => lacksInItem(r, thing)));
    const isRule = heads.length === 0;
    const outcome = isRule ? group.map((entry) => read(entry, instance)) : [];
    const later = there.length > 0 ? undefined : fits.find((t) => isLater(t, context));
    if (later) cantTell ??= olderWords(later);
    if (isRule ? outcome.every((r) => 'proved' in r) : found.length > 0 && !torn) {
      things.push(found.map((f) => f.thing));
      for (const r of [...outcome, ...found.flatMap((f) => f.readings)]) if ('proved' in r) proofs.push(...r.proved);
      continue;
    }
    if (isRule || best.some(({ thing, readings }) => thing !== instance || readings.some((r) => 'proved' in r))) nobody = false;
    cantTell ??= outcome.flatMap((r) => ('cantTell' in r ? [r.cantTell] : []))[0];
    if ((isRule && cantTell !== undefined) || later) continue;
    missing ??= isRule
      ? foundBy(group, verdicts)
      : describe(
          group,
          torn ? best.find(({ thing, readings }) => readings.some((r) => lacksInItem(r, thing))) : best[0],
          instance,
          context,
          idle,
        );
  }
  return {
    proved: missing === undefined && cantTell === undefined,
    proofs,
    things,
    nobody,
    ...(nobody && idle && { idle }),
    ...(missing !== undefined && { missing }),
    ...(cantTell !== undefined && missing === undefined && { cantTell }),
  };
}

/** Entries that have to hold together: those with the same single head; the others each alone. */
function groups(evidence: readonly Entry[], joined: boolean): Entry[][] {
  const together = new Map<string, Entry[]>();
  evidence.forEach((entry, i) => {
    const heads = new Set(entry.map((e) => ('path' in e ? e.path.head : '')));
    const key = heads.size === 1 && !heads.has('') && !joined ? [...heads].join() : `#${i}`;
    together.set(key, [...(together.get(key) ?? []), entry]);
  });
  return [...together.values()];
}

/** Of those that don't hold today the one that tells most. */
function idleIn(all: readonly Thing[], { reader }: Context): Idle | undefined {
  const by = (wanted: string) => all.find((t) => t.path.length === 0 && idleness(t, reader.today()) === wanted);
  const [ended, ahead, draft, withdrawn] = ['ended', 'to come', 'draft', 'withdrawn'].map(by);
  if (ended)
    return {
      thing: ended,
      why: `ended on ${[ended.frame.says.valid, ended.frame.says.term].flatMap((v) => fixedEnd(termOf(v)) ?? [])[0] ?? ''}`,
    };
  if (ahead) return { thing: ahead, why: `begins on ${startOf(ahead, reader) ?? ''}` };
  if (draft) return { thing: draft, why: 'is a draft' };
  return withdrawn && { thing: withdrawn, why: 'was withdrawn' };
}

function counts(thing: Thing, instance: Thing | undefined, demand: Demand, wanted: Wanted, { reader }: Context): boolean {
  if (thing === instance) return true;
  // What recurs goes on from version to version; else a record proves something of the version it is about.
  if (!demand.every && instance && thing.event && !means(thing, instance, reader)) return false;
  const stands = stood(thing, reader, demand.every !== undefined);
  return wanted === 'draft' ? stands !== 'no' : stands === 'counts';
}

/** Of what happened, such as a line of a history, its own day tells. */
const isLater = (thing: Thing, { reader }: Context): boolean => !thing.event && presence(thing, reader) === 'later';

/** Why nobody can say what a document held on a day before its version came. */
const olderWords = ({ frame: { id, says } }: Thing): string =>
  `an older version of "${id}" than ${typeof says.version === 'string' ? says.version : 'this one'} held then, and it is not among the evidence`;

/** The list is there, and one of its items lacks something: lists of several documents run on, so that this is a gap of all of them. */
const lacksInItem = (outcome: Outcome, { path }: Thing): boolean =>
  'missing' in outcome && outcome.missing.some((p) => p.slice(path.length).some((key) => typeof key === 'number'));

type Outcome = Reading | { readonly cantTell: string };

/** The first alternative that holds, else what the first one lacks. Alternatives in the items of one list may hold item by item. */
function anyOf(
  entry: Entry,
  thing: Thing | undefined,
  instance: Thing | undefined,
  verdicts: ReadonlyMap<string, RuleVerdict>,
  context: Context,
  wanted: Wanted,
): Outcome {
  const outcomes = entry.map((evidence) => one(evidence, thing, instance, verdicts, context, wanted));
  const whole = outcomes.find((o) => 'proved' in o) ?? outcomes.find((o) => 'cantTell' in o);
  return whole ?? (thing && itemByItem(entry, thing, instance, context, wanted)) ?? outcomes[0] ?? { missing: [] };
}

function one(
  evidence: Evidence,
  thing: Thing | undefined,
  instance: Thing | undefined,
  verdicts: ReadonlyMap<string, RuleVerdict>,
  context: Context,
  wanted: Wanted,
): Outcome {
  if ('rule' in evidence) {
    const verdict = verdicts.get(evidence.rule);
    if (!verdict && context.rules.some((r) => r.id === evidence.rule)) return { proved: [] };
    if (!verdict) return { cantTell: `the check ${evidence.rule} could not be made` };
    return verdict.cantTell !== undefined && !verdict.found
      ? { cantTell: verdict.cantTell }
      : verdict.found
        ? { missing: [] }
        : { proved: [] };
  }
  if (!thing || thing.sort !== evidence.path.head) return { missing: [] };
  return readEvidence(evidence, thing, instance, context, wanted);
}

/** What the rules in a group of evidence found. */
const foundBy = (group: readonly Entry[], verdicts: ReadonlyMap<string, RuleVerdict>): string =>
  group.flat().flatMap((e) => ('rule' in e ? (verdicts.get(e.rule)?.message ?? []) : []))[0] ?? 'a check found something';

/** Why a group does not hold: nothing that counts was there to look into, or what the first that was lacks. */
function describe(
  group: readonly Entry[],
  looked: { thing: Thing; readings: readonly Outcome[] } | undefined,
  instance: Thing | undefined,
  context: Context,
  idle: Idle | undefined,
): string {
  const first = group[0]?.[0];
  const sort = sortTitle(context.knowledge, first && 'path' in first ? first.path.head : '');
  const when = context.reader.lookBack.now === undefined ? 'today' : 'then';
  const last = idle ? `: "${idle.thing.id}" ${idle.why}` : '';
  if (!looked) return `there is no ${sort}${instance ? ' about it' : ''} that counts ${when}${last}`;
  const gaps = looked.readings.flatMap((r) => ('missing' in r ? r.missing : []));
  const kind = context.knowledge.kinds.get(looked.thing.frame.kind);
  const { thing } = looked;
  const at = (path: Path) =>
    thing.path.every((key, i) => key === path[i])
      ? context.reader.at(thing, ...path.slice(thing.path.length))
      : context.reader.at(context.reader.root(thing) ?? thing, ...path);
  const fields = [...new Set(gaps.filter((path) => path.length > 0).map((path) => wayWords(kind, path, at)))];
  return fields.length > 0 ? `not written: ${listed(fields)}` : `no ${sort} holds it`;
}
