// When something comes again and again, such as a maintenance window, from the words for it. Must not know what comes.

import { type Hours, laidOut, readHours, WEEKDAYS } from './calendar';
import { addDays, dayOfWeek } from './dates';
import type { Period } from './periods';
import type { Stretch } from './stretches';
import type { Clocks } from './zone';

/** Certain weekdays with certain hours; `which` of the month (1 the first, -1 the last), where it isn't each of them. */
export interface Recurring {
  /** 1 for Monday to 7 for Sunday. */
  readonly days: readonly number[];
  readonly which?: number;
  readonly hours: Hours;
}

const WHICH: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: -1,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};
const PARTS =
  /^(?:every |each )?(?:(?:the )?(\S+) (?=.* (?:of|in) (?:the|each|every) month))?(.+?)(?: (?:of|in) (?:the|each|every) month)?,? (?:from )?(\d.*)$/i;

/**
 * Reads "Saturday 06:00-10:00", "Mon-Fri 22:00-02:00", "Saturday and Sunday 00:00-06:00", "daily 02:00-03:00" and "first Sunday of
 * the month 06:00-08:00". Undefined where the words say it in another way.
 */
export function readRecurring(text: string): Recurring | undefined {
  const [, which, names = '', time = ''] = PARTS.exec(text.trim()) ?? [];
  const [days, hours] = [daysOf(names), readHours(time.replace(/ to | until /, '-'))];
  if (!days || !hours) return undefined;
  if (which === undefined) return { days, hours };
  const nth = WHICH[which.toLowerCase()];
  return nth === undefined ? undefined : { days, which: nth, hours };
}

function daysOf(text: string): readonly number[] | undefined {
  if (/^(?:daily|day|days|every day|each day)$/i.test(text)) return [1, 2, 3, 4, 5, 6, 7];
  const found = text.split(/\s*(?:,|&|\band\b)\s*/i).map(runOf);
  return found.every((run) => run !== undefined) ? [...new Set(found.flat())].sort() : undefined;
}

/** "Mon-Fri", "Saturday". */
function runOf(text: string): readonly number[] | undefined {
  const [first, last, ...more] = text.split(/\s*(?:[-–]|\bto\b)\s*/i).map(dayOf);
  if (first === undefined || more.length > 0) return undefined;
  if (last === undefined) return text.match(/[-–]|\bto\b/i) ? undefined : [first];
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => ((first + i - 1) % 7) + 1);
}

function dayOf(text: string): number | undefined {
  const name = text.toLowerCase().replace(/\.$/, '');
  if (name.length < 2) return undefined;
  const index = WEEKDAYS.findIndex(
    (day) => [day, `${day}s`].some((d) => d.toLowerCase() === name) || day.slice(0, 3).toLowerCase() === name,
  );
  return index < 0 ? undefined : index + 1;
}

/** When it is within a period, on the clocks of a zone. Days are those of the zone, or of another whose clocks are given. */
export const comesIn = (recurring: Recurring, zone: string, period: Period, days?: Clocks): readonly Stretch[] =>
  laidOut((day) => (isOn(recurring, day) ? [recurring.hours] : []), zone, period, days);

function isOn({ days, which }: Recurring, day: string): boolean {
  if (!days.includes(dayOfWeek(day))) return false;
  if (which === undefined) return true;
  if (which < 0) return addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
  return Math.ceil(Number(day.slice(8)) / 7) === which;
}
