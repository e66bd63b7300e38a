// Downtime as people say it, "1 hour a year", held against a percentage. Must not know agreements.

import { Decimal } from 'decimal.js';
import { AROUND_THE_CLOCK, type Calendar } from './calendar';
import { hoursInWords, minutesInWords } from './minutes';
import { percentageOf } from './percentage';
import { type Exception, usualTime } from './service-time';
import type { CannotTell } from './told';
import { usualDays } from './windows';

/** Downtime in words, read. */
export interface Spoken {
  readonly minutes: Decimal;
  /** Day, week, month, quarter or year. */
  readonly window: string;
  /** "a quarter of 91 days" */
  readonly days?: number;
  /** So many minutes off, it still means the same: half of the next smaller unit; half of the last digit, or where it is "about", of the unit. */
  readonly tolerance: Decimal;
  /** The words that say it. */
  readonly words: string;
}

const UNITS = { day: 1440, hour: 60, minute: 1, second: 1 / 60 } as const;
const NUMBERS = 'no,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve'.split(',');
const AMOUNT = `(\\d+(?:\\.\\d+)?|${NUMBERS.join('|')}|an?|half an) ?(day|hour|h|minute|min|second|sec|s)s?\\.?`;
const SPOKEN = new RegExp(
  `\\b${AMOUNT}(?:(?: and|,)? ${AMOUNT})?(?: of downtime| of interruption| down)?,? (?:an?|per|each|every|in an?|in any|in each|in every|in one|over an?|within an?) ?(?:calendar )?(day|week|month|quarter|year)(?: of (\\d+) days)?\\b`,
  'i',
);
const ABOUT = /\b(?:about|around|roughly|nearly|almost|approximately|approx|some|circa|ca)\b/i;
const OPPOSITE = /\b(?:at least|available|reachable|uptime|works?)\b[^,;.]*$/i;

/** Reads "at most 43 minutes a month"; undefined where nothing is said about downtime, or what is said is time to be up. */
export function spokenDowntime(text: string): Spoken | undefined {
  const found = SPOKEN.exec(text);
  const [words = '', first, unit, second, smaller, window = '', days] = found ?? [];
  const before = text.slice(0, found?.index ?? 0);
  if (first === undefined || unit === undefined || OPPOSITE.test(before)) return undefined;
  const parts = [amount(first, unit), ...(second !== undefined && smaller !== undefined ? [amount(second, smaller)] : [])];
  const minutes = parts.reduce((sum, part) => sum.plus(part.minutes), new Decimal(0));
  const last = parts.at(-1);
  const tolerance = ABOUT.test(before) ? last?.unit.dividedBy(2) : last?.tolerance;
  const of = days === undefined ? {} : { days: Number(days) };
  return { minutes, window: window.toLowerCase(), ...of, tolerance: tolerance ?? new Decimal(0), words };
}

/** One number with its unit, in minutes. Whole minutes are said to the minute; nobody means seconds without naming them. */
function amount(number: string, unit: string): { minutes: Decimal; unit: Decimal; tolerance: Decimal } {
  const name = (['day', 'hour', 'minute'] as const).find((n) => n.startsWith(unit.toLowerCase())) ?? 'second';
  const size = new Decimal(UNITS[name]);
  const word = number.toLowerCase();
  const index = NUMBERS.indexOf(word);
  const value = new Decimal(word === 'a' || word === 'an' ? 1 : word === 'half an' ? 0.5 : index >= 0 ? index : word);
  const next = { day: 30, hour: 0.5, minute: 0.5, second: 1 / 120 }[name];
  const half = size.times(new Decimal(10).pow(-value.decimalPlaces())).dividedBy(2);
  const isExact = !/^\d/.test(word) || value.isInteger();
  return { minutes: value.times(size), unit: size, tolerance: isExact ? new Decimal(next) : Decimal.max(next, half) };
}

// The shortest and the longest there are.
const DAYS: Readonly<Record<string, readonly [number, number]>> = { month: [28, 31], quarter: [90, 92], year: [365, 366] };

/**
 * Whether downtime in words is what a percentage leaves of the hours of a calendar. Months of 28 to 31 days are all right; where the
 * hours aren't around the clock, a tenth more or less, since months have more or fewer working days. Figures worked out with or
 * without exceptions, or with some of them, are all right.
 */
export function comparedWithWords(
  target: string,
  inWords: string,
  calendar: Calendar,
  exceptions: readonly Exception[] = [],
): { readonly agrees: boolean; readonly working: string } | CannotTell {
  const [percentage, spoken] = [percentageOf(target), spokenDowntime(inWords)];
  if (!percentage) return { cannotTell: `"${target}" is no percentage` };
  if (!spoken) return { cannotTell: `"${inWords}" says no downtime in a time` };
  const time = usualTime(spoken.window, calendar);
  if ('cannotTell' in time) return time;
  const usual = spoken.days ?? usualDays(spoken.window) ?? 1;
  const net = usualTime(spoken.window, calendar, exceptions);
  const kept = 'cannotTell' in net ? new Decimal(0) : net.minutes.dividedBy(time.minutes);
  const all = time.minutes.times(usual).dividedBy(usualDays(spoken.window) ?? 1);
  const left = new Decimal(100).minus(percentage);
  const budget = all.times(left).dividedBy(100);
  const [fewest, most] = spoken.days === undefined ? (DAYS[spoken.window] ?? [usual, usual]) : [usual, usual];
  const spread = calendar.name === AROUND_THE_CLOCK ? 0 : 0.1;
  const lowest = budget
    .times(kept)
    .times(fewest)
    .dividedBy(usual)
    .times(1 - spread)
    .minus(spoken.tolerance);
  const highest = budget
    .times(most)
    .dividedBy(usual)
    .times(1 + spread)
    .plus(spoken.tolerance);
  return {
    agrees: spoken.minutes.greaterThanOrEqualTo(lowest) && spoken.minutes.lessThanOrEqualTo(highest),
    working: `${left.toFixed()} % of ${hoursInWords(all)} a ${spoken.window} = ${minutesInWords(budget)}, the words say ${minutesInWords(spoken.minutes)}`,
  };
}
