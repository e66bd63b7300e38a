// How far each demand is evidenced, from what was judged about each thing. Must not know any demand by name.
import type { Period } from '../arithmetic/periods';
import type { Basis, Demand, Edition, Population, Stage } from '../knowledge/types';
import type { Reader } from '../model/reader';
import { holdsOn, standing } from '../model/standing';
import { isNone } from '../model/written';
import { approvalsBehind, type GradedAt } from './approvals';
import { applies, basisOf, clauseOf, editionOf } from './context';
import type { InstanceState, RuleVerdict } from './demand';
import type { Spot, Waived } from './finding';
import type { Assessed, Instance } from './subject';
import { type Waiver, waivedInstance, waivedWords } from './waivers';

export type State = InstanceState | 'no instance' | 'none recorded';

/** All of them, the order in which they are told: what can be proved now, then what can't. */
export const STATES: readonly State[] = [
  'evidenced',
  'partly',
  'missing',
  'contradicted',
  'overdue',
  'open',
  'cannot tell',
  'waived',
  'not due yet',
  'none recorded',
  'no instance',
];

export interface CoverageOf {
  /** The days that were judged, where it isn't one day. */
  readonly over?: Period;
  readonly edition: Edition;
  readonly provisional: boolean;
  /** In register order. */
  readonly demands: readonly DemandCoverage[];
}

export interface DemandCoverage {
  readonly demand: Demand;
  /** The clause as the edition in force numbers it. */
  readonly clause: string;
  readonly stage: Stage;
  readonly basis: Basis;
  readonly state: State;
  /** How many of those it holds for are evidenced; absent where it holds once for the whole SMS. */
  readonly of?: { readonly evidenced: number; readonly total: number };
  readonly reason?: string;
  readonly instances: readonly Covered[];
  /** What the state of the whole rests on: a statement that there is none, a finding that contradicts. */
  readonly behind: readonly Spot[];
}

/** How a demand stands for one instance, with the approvals and agreements among what proves it. */
export interface Covered extends Instance {
  readonly approvals: readonly GradedAt[];
}

/** `results` with what is waived marked in them by `waivers`. */
export function coverageOf(results: Iterable<Assessed>, reader: Reader, waivers: readonly Waiver[] = []): CoverageOf {
  const { knowledge } = reader;
  const edition = editionOf(reader);
  const all = [...results];
  const byDemand = new Map<string, Instance[]>();
  const contradicted = new Map<string, Stated>();
  const allowed = new Map<string, Waived>();
  for (const { instances, findings } of all) {
    for (const i of instances) {
      const of = byDemand.get(i.demand);
      if (of) of.push(i);
      else byDemand.set(i.demand, [i]);
    }
    for (const f of findings)
      if (f.severity === 'error' && !f.missing)
        for (const d of f.demands) {
          if (f.waived) allowed.set(d, f.waived);
          else contradicted.set(d, { reason: f.message, behind: [f.at] });
        }
  }
  const anywhere = new Map(waivers.flatMap((w) => (w.demand !== undefined && w.where === undefined ? [[w.demand, w.waived]] : [])));
  const settle = withRules(all);
  const stated = statements(reader);
  const none = (each: Population) => statementsOf(each, stated, reader);
  const approvals = approvalsBehind(reader);
  const cover = (demand: Demand) => {
    const instances = (byDemand.get(demand.id) ?? [])
      .map(settle)
      .map(waivedInstance)
      .map((i): Covered => ({ ...i, approvals: approvals(i.proofs) }))
      .sort(byPlace);
    const said = coverDemand(demand, edition, instances, contradicted.get(demand.id), none);
    return withWaivers(said, allowed.get(demand.id), anywhere.get(demand.id));
  };
  return {
    edition,
    provisional: !reader.hasManifest(),
    demands: knowledge.demands.filter((d) => applies(d, edition)).map(cover),
  };
}

/** What rules that were asked of other things said, on top of what an instance came to by itself. */
function withRules(all: readonly Assessed[]): (instance: Instance) => Instance {
  const said = new Map<string, RuleVerdict[]>();
  for (const { verdicts } of all) {
    for (const [rule, v] of verdicts) {
      const of = said.get(rule);
      if (of) of.push(v);
      else said.set(rule, [v]);
    }
  }
  return (instance) => {
    if (instance.state !== 'evidenced' || instance.pending.length === 0) return instance;
    const verdicts = instance.pending.map((rule) => ({ rule, of: said.get(rule) ?? [] }));
    const heard = verdicts.flatMap(({ of }) => of);
    const allowed = heard.find((v) => v.waived)?.waived;
    const found = heard.find((v) => v.error && !v.waived) ?? heard.find((v) => v.found && !v.waived);
    if (!found && allowed) return { ...instance, state: 'waived', reason: waivedWords(allowed), waived: allowed };
    if (found) return { ...instance, state: found.error ? 'contradicted' : 'missing', reason: found.message ?? '' };
    // Each of the rules has to have judged something, and all that it was asked of.
    const idle = verdicts.find(({ of }) => of.length === 0 || of.some((v) => v.cantTell !== undefined));
    const mute = idle && muteWords(idle.rule, idle.of);
    return mute === undefined ? instance : { ...instance, state: 'cannot tell', reason: mute };
  };
}

function muteWords(rule: string, of: readonly RuleVerdict[]): string {
  const mute = of.flatMap((v) => v.cantTell ?? []);
  if (mute.length === 0) return `there is nothing that the check ${rule} could be made on`;
  return mute.length === of.length || of.length === 1 ? (mute[0] ?? '') : `for ${mute.length} of ${of.length}: ${mute[0]}`;
}

/** Why there is no instance of a population, by its name, where somebody states so and it still holds. */
function statements(reader: Reader): ReadonlyMap<string, Stated> {
  const holding = reader.all(NO_INSTANCE).filter((t) => {
    const [reason, until] = [reader.at(t, 'reason'), reader.at(t, 'until').value ?? null];
    return reason.written && holdsOn({ to: until }, reader.today());
  });
  return new Map(
    holding.map((t) => [
      String(reader.at(t, 'population').value),
      { reason: String(reader.at(t, 'reason').value ?? ''), behind: [{ doc: t.doc, path: [...t.path, 'reason'], on: 'value' }] },
    ]),
  );
}

/** That there is none of a population, or of the one that it follows: by a statement, or by "none" where such things would stand. */
function statementsOf(each: Population, stated: ReadonlyMap<string, Stated>, reader: Reader): Stated | undefined {
  const own = each.empty === 'no-instance' ? (stated.get(each.name) ?? noneWritten(each, reader)) : undefined;
  return own ?? (each.follows === undefined ? undefined : stated.get(each.follows));
}

/** `externalOrganisations: none, because …` in a document that counts. Of some things of a sort only it would say nothing. */
function noneWritten({ of, where }: Population, reader: Reader): Stated | undefined {
  if (where.length > 0) return undefined;
  for (const { kind, fields } of reader.knowledge.places.get(of) ?? []) {
    const names = fields.map(({ name }) => name);
    if (names.length === 0 || fields.slice(0, -1).some(({ each }) => each)) continue;
    for (const thing of reader.all(kind)) {
      const at = reader.at(thing, ...names);
      if (standing(thing, reader) !== 'counts' || !isNone(at.value)) continue;
      return { reason: String(at.value), behind: [{ doc: at.doc, path: at.path, on: 'value' }] };
    }
  }
  return undefined;
}

/** A reason, and where it is written. */
interface Stated {
  readonly reason: string;
  readonly behind: readonly Spot[];
}

const NO_INSTANCE = 'no-instance';

const byPlace = (a: Instance, b: Instance) => compareText(`${a.at?.doc}/${a.at?.path.join('/')}`, `${b.at?.doc}/${b.at?.path.join('/')}`);
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function coverDemand(
  demand: Demand,
  edition: Edition,
  instances: readonly Covered[],
  contradiction: Stated | undefined,
  none: (each: Population) => Stated | undefined,
): DemandCoverage {
  const base = { demand, clause: clauseOf(demand, edition), stage: demand.stage, basis: basisOf(demand, edition), instances, behind: [] };
  if (!demand.each) return { ...base, ...contradictedBy(contradiction, stateOfOne(instances[0])) };
  const members = instances.filter((i) => !i.draft);
  const of = { evidenced: members.filter((i) => i.state === 'evidenced').length, total: members.length };
  if (members.length === 0) return { ...base, of, ...emptyState(demand, instances, none) };
  const state = together(members);
  const reason = members.find((i) => i.state === state)?.reason;
  return { ...base, of, ...contradictedBy(contradiction, { state, ...(reason !== undefined && { reason }) }) };
}

/** It is there, and an error says that it doesn't hold. */
const contradictedBy = (contradiction: Stated | undefined, said: { state: State; reason?: string }) =>
  contradiction !== undefined && said.state === 'evidenced' ? { state: 'contradicted' as const, ...contradiction } : said;

const stateOfOne = (one: Instance | undefined): { state: State; reason?: string } => ({
  state: one?.state ?? 'missing',
  ...(one?.reason !== undefined && { reason: one.reason }),
});

/** Of what there is none: missing, an event that did not happen, something the scope lacks by statement, or only drafts of it. */
function emptyState(
  { each }: Demand,
  drafts: readonly Instance[],
  none: (each: Population) => Stated | undefined,
): Partial<Stated> & { state: State } {
  if (drafts.length > 0) return { state: 'open', reason: 'only drafts' };
  if (each?.empty === 'none-recorded') return { state: 'none recorded' };
  const statement = each && none(each);
  if (statement) return { state: 'no instance', ...statement };
  return { state: 'missing', reason: `there is nothing yet that it applies to${each ? `: ${inSentence(each.says)}` : ''}` };
}

/** What stands by a waiver is never evidenced: `allowed` is what contradicts it, `anywhere` that there is nothing at all. */
function withWaivers(covered: DemandCoverage, allowed: Waived | undefined, anywhere: Waived | undefined): DemandCoverage {
  const gap = covered.state === 'evidenced' ? allowed : covered.state === 'missing' && covered.of?.total === 0 ? anywhere : undefined;
  if (gap) return { ...covered, state: 'waived', reason: waivedWords(gap), behind: [gap.at] };
  if (covered.state !== 'waived') return covered;
  const behind = covered.instances.flatMap((i) => (i.state === 'waived' && i.waived ? [i.waived.at] : []));
  return { ...covered, behind: [...new Map(behind.map((at) => [at.doc, at])).values()] };
}

const WORST: readonly InstanceState[] = ['contradicted', 'overdue'];
const REST: readonly InstanceState[] = ['missing', 'open', 'cannot tell', 'waived', 'not due yet', 'evidenced'];

/** Several in one: the worst that is wrong; "partly" where some have it and some don't. */
export function together(members: readonly { readonly state: InstanceState }[]): InstanceState {
  const states = new Set(members.map((i) => i.state));
  const wrong = WORST.find((s) => states.has(s));
  if (wrong) return wrong;
  if (states.has('partly') || (states.has('evidenced') && (states.has('missing') || states.has('open') || states.has('cannot tell'))))
    return 'partly';
  if (states.has('evidenced') && !states.has('waived')) return 'evidenced';
  return REST.find((s) => states.has(s)) ?? 'missing';
}

/** "An SLA that holds today." within a sentence. */
const inSentence = (says: string): string =>
  (/^[A-Z][a-z ]/.test(says) ? says.charAt(0).toLowerCase() + says.slice(1) : says).replace(/\.$/, '');
