// The finding on a thing that lacks a document, or whose last proof is too old, where the demand has words for it.
// Must not know any demand by name.
import type { Demand } from '../knowledge/types';
import type { Thing } from '../model/pack';
import { fill } from '../rules/rule';
import { basisOf, type Context, clauseWords, editionOf, nameOf, sortTitle } from './context';
import type { Idle, Judgement } from './demand';
import type { Because, Finding, Spot } from './finding';
import type { Timing } from './timing';

/** `thing` is undefined where the demand holds once for the whole SMS: then only what is overdue has a place, where its interval is written. */
export function lacking(demand: Demand, thing: Thing | undefined, judgement: Judgement, context: Context): Finding[] {
  const { state, idle } = judgement;
  const timing = state === 'overdue' ? judgement.timing : undefined;
  const lack = state === 'overdue' ? demand.overdue : demand.lacks;
  const at = spotOf(thing, timing);
  if (!lack || !at || (state !== 'overdue' && !isLacked(demand, judgement, context))) return [];
  const edition = editionOf(context.reader);
  const values = {
    id: thing?.id ?? '',
    name: thing ? nameOf(thing, context.reader) : '',
    kind: thing ? sortTitle(context.knowledge, thing.sort) : '',
    clause: clauseWords(demand, edition),
    last: timing?.last ?? '',
    due: timing?.due ?? '',
    interval: timing?.interval ?? '',
    grace: timing?.grace ?? '',
    days: timing?.days ?? '',
  };
  const undated = timing?.due === undefined ? lack.undated : undefined;
  const never = state === 'overdue' && timing?.last === undefined ? (undated ?? lack.never) : undefined;
  return [
    {
      code: lack.id,
      demands: [demand.id],
      severity: basisOf(demand, edition) === 'full' ? 'error' : 'information',
      message: `${fill(never ?? lack.says, values)} ${state !== 'overdue' && idle ? idleWords(idle, context) : ''}${fill(lack.do, values)}`,
      values,
      at,
      because: state === 'overdue' ? lastProof(judgement, at, fill(lack.because ?? '', values)) : idle ? [standsAt(idle)] : [],
    },
  ];
}

const idleWords = ({ thing, why }: Idle, { knowledge }: Context) => `The ${sortTitle(knowledge, thing.sort)} "${thing.id}" ${why}. `;

const standsAt = ({ thing, why }: Idle): Because => ({
  at: { doc: thing.doc, path: [], on: 'head' },
  message: `"${thing.id}" ${why}.`,
});

/** No document that counts is there to look into, and the demand's words apply already. */
function isLacked({ lacks }: Demand, { state, nobody }: Judgement, { reader }: Context): boolean {
  if (!nobody || (state !== 'missing' && state !== 'open')) return false;
  return lacks?.given === undefined || reader.ids(lacks.given).length > 0;
}

/** The interval where the thing writes it itself, else the thing. */
function spotOf(thing: Thing | undefined, timing: Timing | undefined): Spot | undefined {
  const interval: Spot | undefined = timing && { doc: timing.at.doc, path: timing.at.path, on: 'value' };
  if (!thing) return interval;
  return timing?.at.doc === thing.doc ? interval : { doc: thing.doc, path: thing.path, on: 'head' };
}

const lastProof = ({ proofs }: Judgement, at: Spot, message: string): readonly Because[] =>
  proofs
    .filter((p) => p.doc !== at.doc)
    .slice(0, 1)
    .map((p) => ({ at: p, message }));
