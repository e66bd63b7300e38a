// How long a share of the time lets something be down, in words. Must not know any kind or field by name.
import { aroundTheClock, type Calendar } from '../arithmetic/calendar';
import { downtimeBudget } from '../arithmetic/downtime';
import { usualTime } from '../arithmetic/service-time';
import { isObject, valueAt } from '../knowledge/schema';
import type { Json, Schema } from '../knowledge/types';

/** The window that a share of the time is counted over, a month where none is said; undefined where it is no such share. `around`: what it stands in. */
export function windowOf(schema: Schema, around: Json | undefined): string | undefined {
  const share = schema['x-share-of-time'];
  if (!share) return undefined;
  const says = isObject(around) ? around : {};
  if (Object.entries(share.where ?? {}).some(([field, word]) => (valueAt(says, field) ?? word) !== word)) return undefined;
  const window = valueAt(says, share.over);
  return typeof window === 'string' ? window : 'month';
}

/** "43.2 min a month of 24 x 7"; undefined for what is no percentage, or counted over no window that has a length. */
export function downtimeWords(percentage: string, window: string, calendar: Calendar = aroundTheClock('UTC')): string | undefined {
  const time = usualTime(window, calendar);
  const budget = 'cannotTell' in time ? time : downtimeBudget(percentage, time);
  return 'cannotTell' in budget ? undefined : budget.words;
}
