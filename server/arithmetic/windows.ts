// The times that targets are counted over: which days a window has, and how long it usually is. Must not know targets.

import { addDays, addMonths, compareDates, dayOfWeek } from './dates';
import { parseInterval } from './interval';
import type { Period } from './periods';

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };
const USUAL_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 90, year: 365 };

/**
 * The window that a day lies in: the calendar's day, week (from Monday), month, quarter or year; of "rolling 12 months" the months
 * that end with the day. Undefined where the word is no window of time, such as `case`.
 */
export function windowOf(window: string, day: string): Period | undefined {
  const months = MONTHS[window];
  if (months !== undefined) {
    const first = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months;
    const from = addMonths(`${day.slice(0, 4)}-01-01`, first);
    return { from, to: addDays(addMonths(from, months), -1) };
  }
  const rolling = rollingMonths(window);
  if (rolling !== undefined) return { from: addDays(addMonths(day, -rolling), 1), to: day };
  if (window === 'day') return { from: day, to: day };
  if (window !== 'week') return undefined;
  const from = addDays(day, 1 - dayOfWeek(day));
  return { from, to: addDays(from, 6) };
}

/** The whole windows in a period, in order, at most `most`. A rolling one is looked at with the end of each calendar month. */
export function windowsIn(window: string, period: Period, most = 1000): readonly Period[] {
  const found: Period[] = [];
  const step = rollingMonths(window) === undefined ? window : 'month';
  let next = windowOf(step, period.from);
  while (next && compareDates(next.to, period.to) <= 0 && found.length < most) {
    const whole = windowOf(window, next.to);
    if (whole && compareDates(whole.from, period.from) >= 0) found.push(whole);
    next = windowOf(step, addDays(next.to, 1));
  }
  return found;
}

/** How many days a window has where no date is given: a month 30, a quarter 90, a year 365. Undefined where it is no window of time. */
export function usualDays(window: string): number | undefined {
  const rolling = rollingMonths(window);
  if (rolling === undefined) return USUAL_DAYS[window];
  return Math.floor(rolling / 12) * 365 + (rolling % 12) * 30;
}

/** 12 of "rolling 12 months". */
function rollingMonths(window: string): number | undefined {
  const interval = window.startsWith('rolling ') ? parseInterval(window.slice(8)) : undefined;
  return interval?.unit === 'month' && interval.count > 0 ? interval.count : undefined;
}

/** "March 2026", "2026", "quarter 1 of 2026", else "2026-03-02 to 2026-04-08". */
export function periodInWords({ from, to }: Period): string {
  const is = (window: string) => {
    const whole = windowOf(window, from);
    return whole?.from === from && whole.to === to;
  };
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (is('month')) return `${MONTH_NAMES[month - 1] ?? ''} ${year}`;
  if (is('quarter')) return `quarter ${(month + 2) / 3} of ${year}`;
  if (is('year')) return year;
  return from === to ? from : `${from} to ${to}`;
}

const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ');
