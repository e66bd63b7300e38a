// Words that messages put together. Must not know what they are about.
import type { Exception } from '../arithmetic/service-time';
import { unlikeWords } from '../arithmetic/target';
import type { Thing } from '../model/pack';
import type { TargetAt } from '../model/targets';
import type { Beneath } from '../model/underpinning';
import { fill } from './rule';

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** To compare what people write: capitals and blanks around it don't count. */
export const plain = (text: string): string => text.trim().toLowerCase();

/** "time to restore (P1)" */
export const targetName = ({ metric, priority }: Pick<TargetAt, 'metric' | 'priority'>): string =>
  `${metric.replaceAll('-', ' ')}${priority === undefined ? '' : ` (${priority})`}`;

/** Why nothing that an agreement has can be held against a promise; undefined where something can. */
export function unlikeReason({ sla, promise, offers }: Beneath, agreement: Thing): string | undefined {
  const [first] = offers.every(({ result }) => 'unlike' in result) ? offers : [];
  if (!first || !('unlike' in first.result)) return undefined;
  const { offer, result } = first;
  const words = fill(unlikeWords[result.unlike], { promised: result.promised, bought: result.bought });
  return `${offer.id} in "${agreement.id}" and ${promise.id} in "${sla.id}" are unlike: ${words}`;
}

/** "planned maintenance (8 h a month)" */
export function exceptionName({ what, when, upTo, per }: Exception): string {
  const time = [when, upTo && `${when === undefined ? '' : 'up to '}${upTo}${per === undefined ? '' : ` a ${per}`}`]
    .filter(Boolean)
    .join(', ');
  return what === undefined ? time : `${what}${time === '' ? '' : ` (${time})`}`;
}
