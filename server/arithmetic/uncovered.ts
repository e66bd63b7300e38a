// Whether the hours of one calendar lie within those of another, and which don't, in words. Must not know who needs which hours.

import { AROUND_THE_CLOCK, type Calendar, hoursOn, openIn, ordinary, WEEKDAYS } from './calendar';
import { addDays } from './dates';
import type { Period } from './periods';
import { A_WEEK } from './service-time';
import { minutesOf, type Stretch, without } from './stretches';
import { type Clocks, clocksIn, minuteAt, timeOfDay, unlikeWeeks } from './zone';

export interface Uncovered {
  /** "Saturday and Sunday", "Mon–Fri 18:00–20:00" */
  readonly words: string;
  /** In an ordinary week. */
  readonly minutes: number;
  /** The Monday of that week, where clocks in two zones make weeks differ. */
  readonly week?: string;
}

/**
 * Which hours of an ordinary week `wanted` has and `cover` hasn't, holidays left out; undefined where it has them all. In two time
 * zones, whose clocks may change on different days: the week with the most of them in the year that begins with `day`.
 */
export function uncovered(wanted: Calendar, cover: Calendar, day: string): Uncovered | undefined {
  const b = ordinary(cover);
  // Around the clock is the same everywhere; then the words are in the other's time.
  const a = wanted.name === AROUND_THE_CLOCK ? { ...wanted, zone: b.zone } : ordinary(wanted);
  if (a.zone === b.zone) return uncoveredIn(A_WEEK, { ...a, zone: 'UTC' }, { ...b, zone: 'UTC' });
  const found = unlikeWeeks([a.zone, b.zone], day, 7).map((from) => ({ week: from, ...uncoveredIn({ from, to: addDays(from, 6) }, a, b) }));
  const worst = found.reduce((most, one) => ((one.minutes ?? 0) > (most.minutes ?? 0) ? one : most), found[0] ?? { week: day });
  if (!('words' in worst)) return undefined;
  const { words = '', minutes = 0, week } = worst;
  return found.every((one) => one.words === words) ? { words, minutes } : { words, minutes, week };
}

/** The days of a period on which `cover` has a holiday and falls short of hours that `wanted` has, with its names for them. */
export function holidaysUncovered(wanted: Calendar, cover: Calendar, { from, to }: Period): readonly { on: string; name: string }[] {
  return [...cover.holidays].flatMap(([on, { name }]) => {
    if (on < from || on > to || hoursOn(wanted, on).length === 0) return [];
    const clocks = clocksIn(wanted.zone, on, on);
    const day = { from: on, to: on };
    const [all, open] = [openIn(wanted, day, clocks), openIn(cover, day, clocks)];
    const usually = openIn(ordinary(cover), day, clocks);
    return minutesOf(without(all, open)) > minutesOf(without(all, usually)) ? [{ on, name }] : [];
  });
}

function uncoveredIn(week: Period, wanted: Calendar, cover: Calendar): { words: string; minutes: number } | undefined {
  const clocks = clocksIn(wanted.zone, week.from, week.to);
  const all = openIn(wanted, week, clocks);
  const missing = without(all, openIn(cover, week, clocks));
  const minutes = minutesOf(missing);
  if (minutes === 0) return undefined;
  const isNone = minutes === minutesOf(all);
  const days = WEEKDAYS.map((_, i) => {
    const times = timesOn(addDays(week.from, i), missing, clocks);
    return !isNone && times === timesOn(addDays(week.from, i), all, clocks) ? times && WHOLE : times;
  });
  return {
    words: [...new Set(days)]
      .filter((times) => times !== '')
      .map((times) => group(days, times))
      .join(', '),
    minutes,
  };
}

const WHOLE = 'all of it';

/** "00:00–08:00 and 18:00–24:00" */
function timesOn(day: string, stretches: readonly Stretch[], clocks: Clocks): string {
  const start = minuteAt(day, 0, clocks);
  const end = minuteAt(day, 1440, clocks);
  const parts = stretches.flatMap(({ from, to }) => {
    const [first, last] = [Math.max(from, start), Math.min(to, end)];
    return first < last ? [`${timeOfDay(first - start)}–${timeOfDay(last - start)}`] : [];
  });
  return parts.join(' and ');
}

/** The weekdays with these times: "Mon–Fri 18:00–20:00". */
function group(days: readonly string[], times: string): string {
  const runs: number[][] = [];
  days.forEach((of, i) => {
    if (of !== times) return;
    const run = runs.at(-1);
    if (run?.at(-1) === i - 1) run.push(i);
    else runs.push([i]);
  });
  const names = runs.flatMap((run) =>
    run.length > 2 ? [`${short(run[0])}–${short(run.at(-1))}`] : run.map((i) => (times === WHOLE ? (WEEKDAYS[i] ?? '') : short(i))),
  );
  const listed = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
  return times === WHOLE ? listed : `${listed} ${times}`;
}

const short = (index = 0): string => (WEEKDAYS[index] ?? '').slice(0, 3);
