// The hours of a week with the days that differ, laid out over days. Must not know which agreement means them.

import { formats } from '../knowledge/formats';
import { addDays, dayOfWeek, daysBetween } from './dates';
import type { Period } from './periods';
import { merged, type Stretch } from './stretches';
import type { CannotTell } from './told';
import { type Clocks, clocksIn, minuteAt, minutesOfDay } from './zone';

/** Hours of a day, in minutes after its midnight. Those that end by the time they begin, or earlier, end on the day after. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** A working calendar as it was read. */
export interface Calendar {
  readonly name: string;
  readonly zone: string;
  /** The hours of Monday to Sunday. */
  readonly week: readonly (readonly Hours[])[];
  /** Days that differ, with their hours; without any, closed. */
  readonly holidays: ReadonlyMap<string, { readonly name: string; readonly hours: readonly Hours[] }>;
}

/** A calendar as its author writes it, all as text. `zone`: its own, or that of the SMS. */
export interface WrittenCalendar {
  readonly name: string;
  readonly zone: string | undefined;
  readonly week: readonly { readonly days: readonly string[]; readonly hours: string | undefined }[];
  readonly holidays?: readonly {
    readonly on: string | undefined;
    readonly name?: string | undefined;
    readonly hours?: string | undefined;
  }[];
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const AROUND_THE_CLOCK = 'around the clock';
const WHOLE_DAY: readonly Hours[] = [{ from: 0, to: 1440 }];

/** Every hour of every day, on the clocks of a zone. */
export const aroundTheClock = (zone: string): Calendar => ({
  name: AROUND_THE_CLOCK,
  zone,
  week: WEEKDAYS.map(() => WHOLE_DAY),
  holidays: new Map(),
});

/** Reads a calendar. Hours that stand twice count once; hours of a holiday replace those of its weekday. */
export function readCalendar({ name, zone, week, holidays = [] }: WrittenCalendar): Calendar | CannotTell {
  const open = (why: string): CannotTell => ({ cannotTell: `the calendar "${name}" ${why}` });
  if (zone === undefined || !formats.zone(zone)) return open('has no time zone');
  const days: Hours[][] = WEEKDAYS.map(() => []);
  for (const { days: names, hours } of week) {
    const read = readHours(hours ?? '');
    if (!read) return open(`has hours that can't be read (${hours ?? 'none'})`);
    for (const day of names) {
      const index = WEEKDAYS.findIndex((w) => w.toLowerCase() === day.toLowerCase());
      if (index < 0) return open(`names a day that is none (${day})`);
      days[index]?.push(read);
    }
  }
  if (days.every((d) => d.length === 0)) return open('has no hours');
  const differ = new Map<string, { name: string; hours: Hours[] }>();
  for (const { on, name: called, hours } of holidays) {
    const read = hours === undefined ? undefined : readHours(hours);
    if (on === undefined || !formats.date(on) || (hours !== undefined && !read)) return open("names a day that differs and can't be read");
    const known = differ.get(on);
    differ.set(on, { name: known?.name ?? called ?? on, hours: [...(known?.hours ?? []), ...(read ? [read] : [])] });
  }
  return { name, zone, week: days, holidays: differ };
}

/** "08:30-17:00" in minutes; undefined where it is no part of a day. */
export function readHours(text: string): Hours | undefined {
  if (!formats['period-of-day'](text)) return undefined;
  const [from = '', to = ''] = text.split(/[-–]/).map((part) => part.trim());
  return { from: minutesOfDay(from), to: minutesOfDay(to) };
}

/** The hours of one day: those that begin on it. */
export const hoursOn = (calendar: Calendar, day: string): readonly Hours[] =>
  calendar.holidays.get(day)?.hours ?? calendar.week[dayOfWeek(day) - 1] ?? [];

/** When it is open between two days, merged. Days are those of its zone, or of another whose clocks are given; changes of clocks are counted. */
export const openIn = (calendar: Calendar, period: Period, days?: Clocks): readonly Stretch[] =>
  laidOut((day) => hoursOn(calendar, day), calendar.zone, period, days);

/** Hours of days laid out over a period in the same way. No longer than a few years, since each day is looked at. */
export function laidOut(hoursOf: (day: string) => readonly Hours[], zone: string, { from, to }: Period, days?: Clocks): readonly Stretch[] {
  const own = days?.zone === zone ? days : clocksIn(zone, from, to);
  const [start, end] = [minuteAt(from, 0, days ?? own), minuteAt(to, 1440, days ?? own)];
  const found: Stretch[] = [];
  // From a day before: its night hours may reach into the first day; in another zone it may still be that day.
  const last = daysBetween(from, to) + 2;
  for (let i = -2; i <= last; i++) {
    const day = addDays(from, i);
    for (const hours of hoursOf(day)) found.push(stretchOf(day, hours, own));
  }
  return merged(found.map((s) => ({ from: Math.max(s.from, start), to: Math.min(s.to, end) })));
}

/** Hours of one day as a stretch of time. */
export function stretchOf(day: string, { from, to }: Hours, clocks: Clocks): Stretch {
  return { from: minuteAt(day, from, clocks), to: to > from ? minuteAt(day, to, clocks) : minuteAt(addDays(day, 1), to, clocks) };
}

/** The same calendar without its holidays: an ordinary week. */
export const ordinary = (calendar: Calendar): Calendar => ({ ...calendar, holidays: new Map() });
