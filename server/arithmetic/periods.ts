// Periods that follow one another without a gap, such as those of a monthly report: which of them are missing.
// Must not know what is reported, nor today.

import { addDays, compareDates, daysBetween, FIRST_DAY } from './dates';
import { addInterval, dueDate, type Interval } from './interval';

/** First and last day, both inclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The series that is asked for: one period for each `every`, whole ones only. */
export interface Series {
  readonly every: Interval;
  /** No period that begins before this day is asked for; undefined: nobody knows when it began. */
  readonly start?: string | undefined;
  /** Nor one that ends before this day, or after that one. */
  readonly since: string;
  readonly until: string;
}

/**
 * The whole periods that none of those there are covers, in order. They count from the end of the one before; before the first one
 * back from its beginning, but only where `start` says since when. Without any, they begin with the calendar's months where these
 * make up whole years, else on the first day. At most `most` in one gap. Throws RangeError where a text is no day.
 */
export function missingPeriods(there: readonly Period[], series: Series, most = 500): readonly Period[] {
  if (series.every.count <= 0) return [];
  const begun = there.filter(({ from }) => compareDates(from, series.until) <= 0);
  const sorted = begun.sort((a, b) => compareDates(a.from, b.from));
  const [first] = sorted;
  if (!first) return walk(aligned(laterOf(series.start ?? FIRST_DAY, series.since), series.every), series.until, series, most);
  const found = [...before(first.from, series, most)];
  let last = first.to;
  for (const { from, to } of sorted.slice(1)) {
    if (compareDates(from, last) > 0) found.push(...walk(addDays(last, 1), earlierOf(addDays(from, -1), series.until), series, most));
    last = laterOf(last, to);
  }
  return [...found, ...walk(addDays(last, 1), series.until, series, most)];
}

/** Whole periods from a day on that end by another. */
function walk(from: string, until: string, { every, start, since }: Series, most: number): readonly Period[] {
  const found: Period[] = [];
  // Those long ago are passed over at once; no period is longer than this many days.
  const longest = { month: 31, day: 1, 'working day': 3 }[every.unit] * every.count;
  const skipped = Math.max(0, Math.floor(daysBetween(from, since) / longest) - 1);
  for (let i = skipped; found.length < most; i++) {
    const period = { from: addInterval(from, every, i), to: addDays(addInterval(from, every, i + 1), -1) };
    if (compareDates(period.to, until) > 0 || compareDates(period.to, period.from) < 0) break;
    const isAsked = compareDates(period.to, since) >= 0 && (start === undefined || compareDates(period.from, start) >= 0);
    if (isAsked) found.push(period);
  }
  return found;
}

/** Whole periods before a day, back to the start of the series. */
function before(day: string, { every, start, since }: Series, most: number): readonly Period[] {
  const found: Period[] = [];
  for (let i = 1; start !== undefined && found.length < most; i++) {
    const period = { from: addInterval(day, every, -i), to: addDays(addInterval(day, every, 1 - i), -1) };
    if (compareDates(period.from, start) < 0 || compareDates(period.to, since) < 0) break;
    found.unshift(period);
  }
  return found;
}

/** The first day from that one on with which a period of the calendar begins: quarters in January, April, July and October. */
function aligned(day: string, { unit, count }: Interval): string {
  if (unit !== 'month' || 12 % count !== 0) return day;
  const month = Number(day.slice(5, 7)) - 1;
  const begun = day.endsWith('-01') ? month : month + 1;
  return addInterval(`${day.slice(0, 4)}-01-01`, { unit, count: Math.ceil(begun / count) * count, words: '' });
}

const laterOf = (a: string, b: string): string => (compareDates(a, b) > 0 ? a : b);
const earlierOf = (a: string, b: string): string => (compareDates(a, b) < 0 ? a : b);

/**
 * The days of a period, `from` to `to`, on which something that recurs was overdue, as stretches. `days`: when it was done, in order;
 * `start`: the day it should have begun, where somebody says so. Before the first of the days nobody knows, without a start.
 * `interval`, `after` and `grace` are durations as text, as `dueDate` takes them. Throws RangeError where a text is no day.
 */
export function overdueDays(
  days: readonly string[],
  rhythm: { readonly interval: string; readonly after?: string | undefined; readonly grace?: string | undefined },
  { start, from, to }: Period & { readonly start: string | undefined },
): readonly Period[] {
  const first = days[0];
  const known = start !== undefined && (first === undefined || compareDates(start, first) < 0) ? [start, ...days] : days;
  return known.flatMap((last, i) => {
    const next = known[i + 1];
    const due = dueDate({ last, ...rhythm });
    if (!due) return [];
    const end = next === undefined ? to : earlier(addDays(next, -1), to);
    const begin = compareDates(due.overdueFrom, from) < 0 ? from : due.overdueFrom;
    return compareDates(begin, end) <= 0 ? [{ from: begin, to: end }] : [];
  });
}

const earlier = (a: string, b: string): string => (compareDates(a, b) < 0 ? a : b);
