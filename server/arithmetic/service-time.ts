// Agreed service time: the hours of a calendar in a window, less what was agreed not to count. Must not know agreements or targets.

import { Decimal } from 'decimal.js';
import { AROUND_THE_CLOCK, type Calendar, openIn, ordinary } from './calendar';
import { addDays, compareDates, daysBetween } from './dates';
import { hoursInWords, minutesIn } from './minutes';
import type { Period } from './periods';
import { comesIn, type Recurring, readRecurring } from './recurring';
import { common, minutesOf, type Stretch, without } from './stretches';
import type { CannotTell } from './told';
import { periodInWords, usualDays, windowOf } from './windows';

/** What doesn't count, as it is written: a window (`when`), an allowance (`upTo`, `per`), both (no more of the window than that), or neither. */
export interface Exception {
  readonly what?: string | undefined;
  readonly when?: string | undefined;
  readonly upTo?: string | undefined;
  readonly per?: string | undefined;
}

/** An amount of agreed service time. */
export interface Time {
  readonly minutes: Decimal;
  /** What it is: "a month of 24 x 7", "in March 2026". */
  readonly over: string;
  /** "743 h − 20 h (Sunday 02:00-06:00) = 723 h" */
  readonly working: string;
}

/** A week in which no clocks change, Monday to Sunday. */
export const A_WEEK: Period = { from: '2024-01-01', to: '2024-01-07' };
const LONGEST_DAYS = 3660;

/** The agreed service time of a period, all exceptions used up; an exception with neither window nor allowance takes no time. */
export function serviceTime(calendar: Calendar, period: Period, exceptions: readonly Exception[] = []): Time | CannotTell {
  if (daysBetween(period.from, period.to) > LONGEST_DAYS) return { cannotTell: 'the time is longer than ten years' };
  const open = openIn(calendar, period);
  const terms = excepted(open, exceptions, {
    windows: (recurring) => ({ stretches: comesIn(recurring, calendar.zone, period), times: ONE }),
    allowances: (per) => touched(per, period),
  });
  return 'cannotTell' in terms ? terms : less(new Decimal(minutesOf(open)), terms, `in ${periodInWords(period)}`);
}

/** The same without a date: so many ordinary weeks as a usual window has, a month being 30 days, a quarter 90, a year 365. */
export function usualTime(window: string, calendar: Calendar, exceptions: readonly Exception[] = []): Time | CannotTell {
  const days = usualDays(window);
  if (days === undefined) return { cannotTell: `"${window}" is no time that hours can be counted in` };
  const open = openIn({ ...ordinary(calendar), zone: 'UTC' }, A_WEEK);
  const weeks = new Decimal(days).dividedBy(7);
  const terms = excepted(open, exceptions, {
    windows: (recurring) => ({
      stretches: comesIn({ days: recurring.days, hours: recurring.hours }, 'UTC', A_WEEK),
      times: recurring.which === undefined ? weeks : new Decimal(days).dividedBy(30),
    }),
    allowances: (per) => Decimal.max(new Decimal(days).dividedBy(usualDays(per) ?? days), ONE),
  });
  const hours = calendar.name === AROUND_THE_CLOCK ? '24 x 7' : calendar.name;
  const over = `${window.startsWith('rolling') ? window : `a ${window}`} of ${hours}`;
  return 'cannotTell' in terms ? terms : less(weeks.times(minutesOf(open)), terms, over);
}

/** The windows of an exception in a period, none where it is no window. */
export function exceptedIn({ when }: Exception, zone: string, period: Period): readonly Stretch[] | CannotTell {
  if (when === undefined) return [];
  const recurring = readRecurring(when);
  return recurring ? comesIn(recurring, zone, period) : unread(when);
}

const ONE = new Decimal(1);
const unread = (when: string): CannotTell => ({ cannotTell: `nobody can work out which hours "${when}" are` });

interface Term {
  readonly minutes: Decimal;
  readonly label: string;
}

interface Layout {
  /** Where a window lies, and how many times that counts. */
  readonly windows: (recurring: Recurring) => { readonly stretches: readonly Stretch[]; readonly times: Decimal };
  /** How many of the times that an allowance is for can be used up. */
  readonly allowances: (per: string) => Decimal;
}

/** What each exception takes of the hours that are open; hours in two windows are taken once. */
function excepted(open: readonly Stretch[], exceptions: readonly Exception[], layout: Layout): readonly Term[] | CannotTell {
  const terms: Term[] = [];
  let rest = open;
  for (const { when, upTo, per } of exceptions) {
    const allowed = upTo === undefined ? undefined : minutesIn(upTo);
    if (upTo !== undefined && !allowed) return { cannotTell: `"${upTo}" is no number of hours` };
    if (allowed && per === undefined) return { cannotTell: `nobody says in which time ${upTo} are allowed` };
    const most = allowed?.times(layout.allowances(per ?? ''));
    const recurring = when === undefined ? undefined : readRecurring(when);
    if (when !== undefined && !recurring) return unread(when);
    if (!recurring) {
      if (most) terms.push({ minutes: most, label: `${upTo} a ${per}` });
      continue;
    }
    const { stretches, times } = layout.windows(recurring);
    const within = new Decimal(minutesOf(common(rest, stretches))).times(times);
    if (recurring.which === undefined && !most) rest = without(rest, stretches);
    terms.push({ minutes: most ? Decimal.min(most, within) : within, label: when ?? '' });
  }
  return terms.filter(({ minutes }) => minutes.greaterThan(0));
}

function less(all: Decimal, terms: readonly Term[], over: string): Time {
  const minutes = Decimal.max(
    0,
    terms.reduce((left, term) => left.minus(term.minutes), all),
  );
  const taken = terms.map((term) => ` − ${hoursInWords(term.minutes)} (${term.label})`).join('');
  return { minutes, over, working: terms.length > 0 ? `${hoursInWords(all)}${taken} = ${hoursInWords(minutes)}` : hoursInWords(all) };
}

/** How many windows of that name share a day with a period. */
function touched(per: string, { from, to }: Period): Decimal {
  let count = 0;
  for (let next = windowOf(per, from); next && compareDates(next.from, to) <= 0; next = windowOf(per, addDays(next.to, 1))) count++;
  return new Decimal(count);
}
