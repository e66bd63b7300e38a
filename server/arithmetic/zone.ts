// What the clocks of a place show, and which minute that is. Must not know calendars or agreements.

import { formats } from '../knowledge/formats';
import { addDays, clockChanges, dayOfWeek, daysSince1970 } from './dates';

/** The clocks of a place in a time that was asked for, with the changes in it. */
export interface Clocks {
  readonly zone: string;
  /** By so many minutes the clocks are ahead of UTC, since that minute. The first holds before, too. */
  readonly offsets: readonly { readonly since: number; readonly ahead: number }[];
}

const A_DAY = 1440;
const FIRST = '1970-01-01';

/** The clocks between two days, with a few days on either side. Throws RangeError where one is no day or there is no such zone. */
export const clocksIn = (zone: string, from: string, to: string): Clocks => ({
  zone,
  offsets: clockChanges(zone, addDays(from, -3), addDays(to, 3)),
});

/**
 * The minute at which the clocks show a day and so many minutes after midnight (1440: the end of that day). A time that is skipped
 * is the moment of the change, one that comes twice the earlier one; so what begins where another ends still does.
 */
export function minuteAt(day: string, minutes: number, { offsets }: Clocks): number {
  const shown = daysSince1970(day) * A_DAY + minutes;
  let found = shown - (offsets[0]?.ahead ?? 0);
  for (const { since, ahead } of offsets.slice(1)) {
    if (found < since) break;
    found = Math.max(since, shown - ahead);
  }
  return found;
}

/** The day and time that the clocks show at a minute, minutes counted from midnight. */
export function shownAt(minute: number, { offsets }: Clocks): { readonly day: string; readonly minutes: number } {
  const ahead = offsets.findLast(({ since }) => since <= minute)?.ahead ?? offsets[0]?.ahead ?? 0;
  const days = Math.floor((minute + ahead) / A_DAY);
  return { day: addDays(FIRST, days), minutes: minute + ahead - days * A_DAY };
}

/** The minute of a moment with its time of day, "2026-06-09 14:05"; undefined where that is missing or can't be read. */
export function minuteOf(moment: string, clocks: Clocks): number | undefined {
  if (!formats.moment(moment) || moment.length === 10) return undefined;
  return minuteAt(moment.slice(0, 10), minutesOfDay(moment.slice(11)), clocks);
}

/** 510 of "08:30". */
export function minutesOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** "08:30" of 510. */
export const timeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`;

/** The Mondays of the year from a day on, one of each sort: from each, the clocks of the zones go alike for so many days. */
export function unlikeWeeks(zones: readonly string[], day: string, days: number): readonly string[] {
  const monday = addDays(day, 1 - dayOfWeek(day));
  const all = zones.map((zone) => clocksIn(zone, monday, addDays(monday, 371 + days)));
  const found = new Map<string, string>();
  for (let i = 0; i < 53; i++) {
    const from = addDays(monday, 7 * i);
    const sort = all.map((clocks) => {
      const [start, end] = [minuteAt(from, 0, clocks), minuteAt(addDays(from, days), 0, clocks)];
      const ahead = daysSince1970(from) * A_DAY - start;
      return [ahead, ...clocks.offsets.flatMap((o) => (o.since > start && o.since < end ? [o.since - start, o.ahead] : []))].join();
    });
    const key = sort.join(' ');
    if (!found.has(key)) found.set(key, from);
  }
  return [...found.values()];
}
