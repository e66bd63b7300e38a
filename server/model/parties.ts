// The other parties by name, and what of an agreement is held against a record of a time. Must not know which checks ask.
import { compareDates } from '../arithmetic/dates';
import type { Period } from '../arithmetic/periods';
import { dayAt } from './approval';
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { inForce } from './standing';

/** The name of a customer, supplier or anything else with an id and a name, else the id. */
export function nameOf(sort: string, id: string | undefined, pack: Reader): string {
  if (id === undefined) return '';
  const [thing] = pack.find(sort, id);
  return (thing && pack.at(thing, 'name').text) ?? id;
}

/** A period of days where both are written, the first not after the last. */
export function periodAt(at: At): Period | undefined {
  const [from, to] = [dayAt(at.get('from')), dayAt(at.get('to'))];
  return from !== undefined && to !== undefined && compareDates(from, to) <= 0 ? { from, to } : undefined;
}

/** Whether two periods have a day in common. */
export const sharesDays = (a: Period, b: Period): boolean => compareDates(a.from, b.to) <= 0 && compareDates(b.from, a.to) <= 0;

/** The day since which an agreement reads as it does: that of the latest line of its history that brought a new version. */
export function readsSince(agreement: Thing, pack: Reader): string | undefined {
  const lines = pack.at(agreement, 'history').items.filter((line) => !line.get('unchanged').isTrue);
  return lines
    .flatMap((line) => dayAt(line.get('on')) ?? [])
    .sort(compareDates)
    .at(-1);
}

/**
 * The versions of an agreement that were in force all through a period and read then as they do now. `changed`: one was in force for
 * a part of it only, or was rewritten since it began, so that nobody can tell what held.
 */
export function heldThrough(
  agreements: readonly Thing[],
  { from, to }: Period,
  pack: Reader,
): { held: readonly Thing[]; changed: boolean } {
  const meant = agreements.filter((a) => a.frame.says.status !== 'draft');
  const ends = meant.filter((a) => inForce(a, from) || inForce(a, to));
  const held = ends.filter((a) => inForce(a, from) && inForce(a, to) && compareDates(readsSince(a, pack) ?? from, from) <= 0);
  return { held, changed: held.length < ends.length };
}

/** The other reviews with one of the customers of a service review. */
export function reviewsWith(review: Thing, pack: Reader): readonly Thing[] {
  const customers = pack.at(review, 'customers').items.flatMap((c) => (c.text === undefined ? [] : pack.find('customer', c.text)));
  const named = customers.flatMap((c) => pack.references(c).filter((r) => r.kind === review.sort && r.schema['x-about'] === true));
  return [...new Set(named.flatMap((r) => pack.root(r) ?? []))].filter((r) => r !== review);
}
