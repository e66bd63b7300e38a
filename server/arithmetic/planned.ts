// What is due by a plan: on days that follow from the first one, whenever it was really done. The other policy, so long after it was
// last done, is in interval.ts. Must not know what recurs, nor today.

import { addDays, compareDates, daysBetween } from './dates';
import { addInterval, type Due, type Interval, parseInterval } from './interval';
import type { Period } from './periods';

/** A plan as text: its first day, and the interval. */
export interface Plan {
  readonly first: string;
  readonly interval: string;
  readonly grace?: string | undefined;
}

/**
 * When it is due again, if it was last done on a day; what was done counts for the planned day that it lies nearest to. Without
 * `last` it is due on the first day. Undefined where a text is no duration. Throws RangeError where a text is no day.
 */
export function dueByPlan({ first, interval: text, grace: later }: Plan, last: string | undefined): Due | undefined {
  const interval = parseInterval(text);
  const grace = later === undefined ? undefined : parseInterval(later);
  if (!interval || interval.count <= 0 || (later !== undefined && !grace)) return undefined;
  const due = last === undefined ? first : addInterval(first, interval, nearest(first, interval, last) + 1);
  const overdueFrom = addDays(grace ? addInterval(due, grace) : due, 1);
  return { last: last ?? first, due, overdueFrom, interval: interval.words, ...(grace && { grace: grace.words }) };
}

/** Which planned day lies nearest to a day: 0 the first; negative, where it was done long before that. */
function nearest(first: string, interval: Interval, day: string): number {
  const planned = (index: number) => addInterval(first, interval, index);
  // No interval is shorter or longer than this, so that the day lies after the lower planned day and before the higher one.
  const [shortest, longest] = { month: [28, 31], day: [1, 1], 'working day': [1, 3] }[interval.unit].map((days) => days * interval.count);
  const days = daysBetween(first, day);
  const guesses = [Math.floor(days / (shortest ?? 1)), Math.floor(days / (longest ?? 1))];
  let [index, beyond] = [Math.min(...guesses) - 2, Math.max(...guesses) + 2];
  while (beyond - index > 1) {
    const middle = Math.floor((index + beyond) / 2);
    if (compareDates(planned(middle), day) <= 0) index = middle;
    else beyond = middle;
  }
  return daysBetween(planned(index), day) <= daysBetween(day, planned(index + 1)) ? index : index + 1;
}

/** How the day or the days that a record stands for lie to the period that it is shown for. */
export function claimed(record: Partial<Period>, period: Partial<Period>): 'before' | 'within' | 'partly' | 'after' {
  const [from = record.to ?? '', to = record.from ?? ''] = [record.from, record.to];
  if (period.from !== undefined && to < period.from) return 'before';
  if (period.to !== undefined && from > period.to) return 'after';
  return (period.from === undefined || from >= period.from) && (period.to === undefined || to <= period.to) ? 'within' : 'partly';
}
