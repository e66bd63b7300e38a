// When the next proof of a demand is due, told where its interval and its last proof are written. Must not know any demand by name.
import type { Demand } from '../knowledge/types';
import type { Thing } from '../model/pack';
import { type Context, nameOf, sortTitle } from './context';
import type { Judgement } from './demand';
import type { Spot, Working } from './finding';

/** Nothing where no interval is written, or nobody says since when. `thing` is undefined where the demand holds once for the whole SMS. */
export function rhythm(
  { id, title }: Demand,
  thing: Thing | undefined,
  { timing, proofs }: Judgement,
  { knowledge, reader }: Context,
): Working[] {
  if (timing?.due === undefined) return [];
  const { interval, last, due, at } = timing;
  const of = thing ? `, ${sortTitle(knowledge, thing.sort)} "${nameOf(thing, reader)}"` : '';
  const done = last === undefined ? 'not done yet' : `last on ${last}`;
  const own: Spot = { doc: at.doc, path: at.path, on: 'value' };
  // One place in each document will do to get there.
  const others = proofs.filter(({ doc }, i) => doc !== at.doc && proofs.findIndex((p) => p.doc === doc) === i);
  const words = `${title.charAt(0).toUpperCase()}${title.slice(1)}${of}: every ${interval}, ${done}, so the next time is due on ${due}.`;
  return [{ rule: id, words, figures: [own, ...others] }];
}
