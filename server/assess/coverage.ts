// How far each demand is evidenced, from what was judged about each thing. Must not know any demand by name.
import type { Knowledge } from '../knowledge/knowledge';
import type { Basis, Demand, Edition, Stage } from '../knowledge/types';
import type { Pack } from '../model/pack';
import { Reader } from '../model/reader';
import { applies, basisOf, clauseOf, editionOf } from './context';
import type { InstanceState } from './demand';
import type { Assessed, Instance } from './subject';

export type State = InstanceState | 'partly' | 'waived' | 'no instance' | 'none recorded';

export interface CoverageOf {
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
  readonly instances: readonly Instance[];
}

export function coverageOf(results: Iterable<Assessed>, pack: Pack, knowledge: Knowledge, today: string): CoverageOf {
  const reader = new Reader(knowledge, pack, today, () => {});
  const edition = editionOf(reader);
  const byDemand = new Map<string, Instance[]>();
  const contradicted = new Map<string, string>();
  for (const { instances, findings } of results) {
    for (const i of instances) byDemand.set(i.demand, [...(byDemand.get(i.demand) ?? []), i]);
    for (const f of findings) if (f.severity === 'error' && !f.missing) for (const d of f.demands) contradicted.set(d, f.message);
  }
  const demands = knowledge.demands.filter((d) => applies(d, edition));
  return {
    edition,
    provisional: reader.manifest() === undefined,
    demands: demands.map((d) => coverDemand(d, edition, (byDemand.get(d.id) ?? []).sort(byPlace), contradicted.get(d.id))),
  };
}

const byPlace = (a: Instance, b: Instance) => compareText(`${a.at?.doc}/${a.at?.path.join('/')}`, `${b.at?.doc}/${b.at?.path.join('/')}`);
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function coverDemand(demand: Demand, edition: Edition, instances: readonly Instance[], contradiction: string | undefined): DemandCoverage {
  const base = { demand, clause: clauseOf(demand, edition), stage: demand.stage, basis: basisOf(demand, edition), instances };
  if (!demand.each) return { ...base, ...stateOfOne(instances[0]) };
  const members = instances.filter((i) => !i.draft);
  const of = { evidenced: members.filter((i) => i.state === 'evidenced').length, total: members.length };
  if (members.length === 0) return { ...base, of, ...emptyState(demand, instances) };
  const state = together(members);
  const reason = members.find((i) => i.state === state)?.reason;
  const lacks =
    contradiction !== undefined && state === 'evidenced'
      ? { state: 'contradicted' as const, reason: contradiction }
      : { state, ...(reason !== undefined && { reason }) };
  return { ...base, of, ...lacks };
}

const stateOfOne = (one: Instance | undefined) => ({
  state: one?.state ?? ('missing' as const),
  ...(one?.reason !== undefined && { reason: one.reason }),
});

/** Of what there is none: missing, an event that did not happen, or only drafts of it. */
function emptyState({ each }: Demand, drafts: readonly Instance[]): { state: State; reason?: string } {
  if (drafts.length > 0) return { state: 'open', reason: 'only drafts' };
  if (each?.empty === 'none-recorded') return { state: 'none recorded' };
  return { state: 'missing', reason: `there is none yet. ${each?.says ?? ''}`.trim() };
}

const WORST: readonly InstanceState[] = ['contradicted', 'overdue'];
const REST: readonly InstanceState[] = ['missing', 'open', 'cannot tell', 'not due yet', 'evidenced'];

/** Several in one: the worst that is wrong; "partly" where some have it and some don't. */
function together(members: readonly Instance[]): State {
  const states = new Set(members.map((i) => i.state));
  const wrong = WORST.find((s) => states.has(s));
  if (wrong) return wrong;
  if (states.has('evidenced') && (states.has('missing') || states.has('open') || states.has('cannot tell'))) return 'partly';
  if (states.has('evidenced')) return 'evidenced';
  return REST.find((s) => states.has(s)) ?? 'missing';
}
