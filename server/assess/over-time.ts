// Coverage over a period, put together from what it was in each stretch in which the same versions were in force.
// Must not judge anything itself, nor know any demand or kind by name.
import { addDays } from '../arithmetic/dates';
import type { Period } from '../arithmetic/periods';
import { fixedEnd } from '../arithmetic/term';
import { formats } from '../knowledge/formats';
import type { Knowledge } from '../knowledge/knowledge';
import type { Demand, JsonObject } from '../knowledge/types';
import type { Lookup } from '../model/layered';
import type { Indexed, Thing } from '../model/pack';
import { termOf } from '../model/standing';
import { type CoverageOf, type Covered, type DemandCoverage, type State, together } from './coverage';
import { daysWords } from './demand';
import type { Spot } from './finding';

/** Some days, and what coverage was on the last of them. */
export interface Part extends Period {
  readonly coverage: CoverageOf;
}

/** The period, cut wherever something comes into force, ends, or gets a new version. */
export function stretchesOf({ documents }: { readonly documents: Lookup<Indexed> }, { from, to }: Period): readonly Period[] {
  const things = [...documents.values()].flatMap(({ contents }) => [...contents]);
  const begins = things.flatMap(([thing, says]) => beginsOf(thing, says)).filter((day) => day > from && day <= to);
  const starts = [...new Set([from, ...begins])].sort();
  return starts.map((start, i) => {
    const next = starts[i + 1];
    return { from: start, to: next === undefined ? to : addDays(next, -1) };
  });
}

/** The days from which on it is otherwise. */
function beginsOf({ frame, path }: Thing, { valid, term }: JsonObject): readonly string[] {
  const terms = [valid, term].map(termOf);
  const ends = terms.flatMap((term) => fixedEnd(term) ?? []).map((end) => addDays(end, 1));
  const came = path.length === 0 && frame.came !== undefined ? [frame.came] : [];
  return [...terms.flatMap(({ from }) => (from !== undefined && formats.date(from) ? [from] : [])), ...ends, ...came];
}

/** `parts` in order, without a gap, at least one. */
export function coverageOver(parts: readonly Part[], knowledge: Knowledge): CoverageOf {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) throw new Error('a period has at least one part');
  const demands = last.coverage.demands.map((now, i) => {
    const all = parts.flatMap(({ from, to, coverage }) => {
      const covered = coverage.demands[i];
      return covered ? [{ from, to, covered }] : [];
    });
    return demandOver(now, all, isStanding(now.demand, knowledge));
  });
  return { ...last.coverage, over: { from: first.from, to: last.to }, demands };
}

/**
 * It has to hold on every day: agreements, plans, registers, checks. What records prove is judged once, by all records of the period.
 */
function isStanding({ evidence, every, within }: Demand, { kinds, places }: Knowledge): boolean {
  const heads = evidence.flat().flatMap((e) => ('path' in e ? [e.path.head] : []));
  const isRecord = (head: string) =>
    [kinds.get(head), ...(places.get(head) ?? []).map((p) => kinds.get(p.kind))].some((kind) => kind?.form === 'record');
  return !every && !within && !heads.some(isRecord);
}

interface Then<T> extends Period {
  readonly covered: T;
}

/** What something came to on some days. */
interface Said<S extends State> {
  readonly state: S;
  readonly reason?: string;
}

function demandOver(now: DemandCoverage, all: readonly Then<DemandCoverage>[], standing: boolean): DemandCoverage {
  if (!now.demand.each) return { ...withoutReason(now), ...(standing ? over(all) : saidOf(now)), instances: proofsOver(all, standing) };
  const instances = instancesOver(all, standing);
  const members = instances.filter((i) => !i.draft);
  if (members.length === 0) return { ...now, instances };
  const of = { evidenced: members.filter((i) => i.state === 'evidenced').length, total: members.length };
  const state = together(members);
  const reason = members.find((i) => i.state === state)?.reason;
  const contradicted = all.find(({ covered }) => covered.state === 'contradicted');
  const wrong = state === 'evidenced' && contradicted !== undefined && (standing || contradicted.covered === now);
  if (wrong) return { ...withoutReason(now), of, instances, ...over(all) };
  return { ...withoutReason(now), of, instances, state, ...(reason !== undefined && { reason }) };
}

const withoutReason = ({ reason: _reason, ...rest }: DemandCoverage): DemandCoverage => rest;

const saidOf = <S extends State>({ state, reason }: Said<S>): Said<S> => ({ state, ...(reason !== undefined && { reason }) });

/** What holds once for the whole: proofs of all parts of the period, where each of them counts. */
function proofsOver(all: readonly Then<DemandCoverage>[], standing: boolean): readonly Covered[] {
  const ones = (standing ? all : all.slice(-1)).flatMap(({ covered }) => covered.instances);
  const last = ones.at(-1);
  return last ? [{ ...last, ...proofsOf(ones) }] : [];
}

/** Each thing that was there on any day once, whatever its versions; its place is that of the latest. */
function instancesOver(all: readonly Then<DemandCoverage>[], standing: boolean): readonly Covered[] {
  const things = new Map<string, Then<Covered>[]>();
  for (const { from, to, covered } of all) {
    for (const instance of covered.instances) {
      const key = instance.of?.thing ?? '';
      things.set(key, [...(things.get(key) ?? []), { from, to, covered: instance }]);
    }
  }
  return [...things.values()].flatMap((then) => {
    const counting = then.some(({ covered }) => !covered.draft) ? then.filter(({ covered }) => !covered.draft) : then;
    const last = counting.at(-1)?.covered;
    if (!last) return [];
    if (!standing || last.of?.event) return [last];
    const { reason: _reason, ...rest } = last;
    return [{ ...rest, ...over(counting), ...proofsOf(counting.map(({ covered }) => covered)) }];
  });
}

/** All that proves it in any part, each place once, with what stands behind the approvals among them. */
const proofsOf = (instances: readonly Covered[]): Pick<Covered, 'proofs' | 'approvals'> => ({
  proofs: onceEach(
    instances.flatMap((i) => i.proofs),
    (proof) => proof,
  ),
  approvals: onceEach(
    instances.flatMap((i) => i.approvals),
    ({ at }) => at,
  ),
});

const onceEach = <T>(all: readonly T[], spotOf: (one: T) => Spot): readonly T[] => [
  ...new Map(all.map((one) => [`${spotOf(one).doc}/${spotOf(one).path.join('/')}`, one])).values(),
];

/** What only several parts of a period make. */
type Mixed = 'contradicted' | 'overdue' | 'partly';

/** What it comes to over all of its days: the same throughout, else the worst that is wrong or `partly`, with the days. */
function over<S extends State>(then: readonly Then<Said<S>>[]): Said<S | Mixed> {
  const last = then.at(-1);
  if (!last) throw new Error('something that was never there is not asked of');
  const held = then.flatMap(({ covered: { state, reason }, from, to }) => ({ from, to, state, reason }));
  const runs: { from: string; to: string; state: S; reason: string | undefined }[] = [];
  for (const now of held) {
    const before = runs.at(-1);
    if (before && before.state === now.state && before.reason === now.reason && addDays(before.to, 1) === now.from) before.to = now.to;
    else runs.push({ ...now });
  }
  if (runs.length === 1) return saidOf(last.covered);
  const lacking = runs.filter(({ state }) => state !== 'evidenced');
  if (lacking.length === 0) return { state: last.covered.state };
  const reason = lacking.map(({ from, to, state, reason: why }) => `${daysWords({ from, to })} ${why ?? state}`).join('; ');
  const states = new Set<State>(runs.map(({ state }) => state));
  const wrong = (['contradicted', 'overdue'] as const).find((s) => states.has(s));
  return { state: wrong ?? (states.size > 1 ? 'partly' : last.covered.state), reason };
}
