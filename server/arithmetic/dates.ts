// Days of the calendar as text, "2026-03-31": adding, counting, comparing; and when clocks are changed. With zones.ts the only file
// that knows the library for it; must not know working calendars.

// Its package holds an ES module only; Node and the bundler load it all the same, but the compiler wants to be told.
const { Temporal }: typeof import('temporal-polyfill', { with: { 'resolution-mode': 'import' }}) = require('temporal-polyfill');

/** Days are written with four digits of the year; what would lie beyond is this day, or the first one. */
export const LAST_DAY = '9999-12-31';
export const FIRST_DAY = '1000-01-01';

// Beyond these a result is out of range anyway, and the library would throw.
const MOST_MONTHS = 12 * 9000;

function bounded(number: number, most: number): number {
  return Math.max(-most, Math.min(most, number));
}

function written(date: InstanceType<typeof Temporal.PlainDate>): string {
  if (date.year > 9999) return LAST_DAY;
  return date.year < 1000 ? FIRST_DAY : date.toString();
}

/** The day so many months later; where that month is shorter, its last day. Throws RangeError where `date` is no day. */
export function addMonths(date: string, months: number): string {
  return written(Temporal.PlainDate.from(date).add({ months: bounded(months, MOST_MONTHS) }));
}

/** The day so many days later. Throws RangeError where `date` is no day. */
export const addDays = (date: string, days: number): string => dayAt(daysSince1970(date) + days);

/** Days from one day to another, negative where the other is earlier. Throws RangeError where one is no day. */
export const daysBetween = (from: string, to: string): number => daysSince1970(to) - daysSince1970(from);

/** Days since the first of January 1970. Throws RangeError where `date` is no day. */
export function daysSince1970(date: string): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  const moment = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.length === 10 && moment.getUTCDate() === day && moment.getUTCMonth() === month - 1;
  if (!isDay) throw new RangeError(`"${date}" is no day`);
  return moment.getTime() / A_DAY;
}

/** 1 for Monday to 7 for Sunday. Throws RangeError where `date` is no day. */
export const dayOfWeek = (date: string): number => ((((daysSince1970(date) + 3) % 7) + 7) % 7) + 1;

// Counted by hand and not by the library: calendars look at each day of a year, and it is twenty times as quick.
const A_DAY = 86_400_000;

function dayAt(number: number): string {
  if (number > LAST) return LAST_DAY;
  return number < FIRST ? FIRST_DAY : new Date(number * A_DAY).toISOString().slice(0, 10);
}

const LAST = Date.UTC(9999, 11, 31) / A_DAY;
const FIRST = Date.UTC(1000, 0, 1) / A_DAY;

/** Negative where `a` is the earlier day, 0 where they are the same. */
export function compareDates(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * By how many minutes the clocks of a zone are ahead of UTC on a day, and each change until the end of another: since which minute
 * (counted from 1970 in UTC) they are how far ahead. Throws RangeError where one is no day, or there is no such zone.
 */
export function clockChanges(zone: string, from: string, to: string): { since: number; ahead: number }[] {
  // Ordinary weeks are laid out in it, again and again.
  if (zone === 'UTC') return [{ since: daysSince1970(from) * 1440, ahead: 0 }];
  const end = Temporal.PlainDate.from(to).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const found: { since: number; ahead: number }[] = [];
  let at: InstanceType<typeof Temporal.ZonedDateTime> | null = Temporal.PlainDate.from(from).toZonedDateTime(zone);
  while (at && at.epochMilliseconds < end) {
    found.push({ since: Math.round(at.epochMilliseconds / 60_000), ahead: Math.round(at.offsetNanoseconds / 60e9) });
    at = at.getTimeZoneTransition('next');
  }
  return found;
}
