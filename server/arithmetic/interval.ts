// Intervals between days, and when what recurs falls due. Must not know what recurs, nor today.

import { addDays, addMonths, dayOfWeek } from './dates';
import { parseDuration } from './measure';

/** A stretch of days: years count as months, weeks as days, and hours as whole days, rounded up, since a day has no times. */
export interface Interval {
  readonly unit: 'month' | 'day' | 'working day';
  readonly count: number;
  /** "3 months", with the author's digits. */
  readonly words: string;
}

/** The interval that a duration's text stands for; undefined where it is none. */
export function parseInterval(text: string): Interval | undefined {
  const duration = parseDuration(text);
  if (!duration) return undefined;
  const { number, unit, words } = duration;
  switch (unit) {
    case 'month':
    case 'day':
    case 'working day':
      return { unit, count: number.toNumber(), words };
    case 'next business day':
      return { unit: 'working day', count: 1, words };
    case 's':
      return { unit: 'day', count: number.dividedBy(86_400).ceil().toNumber(), words };
  }
}

/**
 * The day an interval later, or `times` intervals. Months count from the first day each time, so a series that began on the
 * 31st comes back to it: ask for the second occurrence with `times` 2, never by adding to the first. Negative `times`: earlier.
 * Working days are Monday to Friday. Throws RangeError where `date` is no day.
 */
export function addInterval(date: string, interval: Interval, times = 1): string {
  const count = interval.count * times;
  switch (interval.unit) {
    case 'month':
      return addMonths(date, count);
    case 'day':
      return addDays(date, count);
    case 'working day':
      return addWorkingDays(date, count);
  }
}

function addWorkingDays(date: string, count: number): string {
  const step = Math.sign(count);
  if (step === 0) return date;
  const day = dayOfWeek(date);
  // From a weekend one counts as from the working day before it (backwards: after it).
  const toWorkingDay = day < 6 ? 0 : step > 0 ? 5 - day : 8 - day;
  const start = day < 6 ? day : step > 0 ? 5 : 1;
  const rest = Math.abs(count) % 5;
  const overWeekend = step > 0 ? start + rest > 5 : start - rest < 1;
  return addDays(date, toWorkingDay + Math.trunc(count / 5) * 7 + step * (rest + (overWeekend ? 2 : 0)));
}

/** When something is due, with what it was worked out from. */
export interface Due {
  readonly last: string;
  readonly due: string;
  /** The first day on which it is overdue, grace included. */
  readonly overdueFrom: string;
  /** In words. */
  readonly interval: string;
  readonly grace?: string;
}

/**
 * When something last done on a day is due again, and from which day on it is overdue. `interval`, `after` (how long after its
 * end it may take to be there) and `grace` are durations as text. What was never done counts from the day it should have begun. Undefined where a text is no duration.
 * Throws RangeError where `last` is no day.
 */
export function dueDate(from: { last: string; interval: string; after?: string | undefined; grace?: string | undefined }): Due | undefined {
  const interval = parseInterval(from.interval);
  const after = from.after === undefined ? undefined : parseInterval(from.after);
  const grace = from.grace === undefined ? undefined : parseInterval(from.grace);
  if (!interval || (from.grace !== undefined && !grace)) return undefined;
  const end = addInterval(from.last, interval);
  const due = after ? addInterval(end, after) : end;
  const overdueFrom = addDays(grace ? addInterval(due, grace) : due, 1);
  return { last: from.last, due, overdueFrom, interval: interval.words, ...(grace && { grace: grace.words }) };
}
