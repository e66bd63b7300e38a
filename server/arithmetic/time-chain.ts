// Work of several groups, one after the other, each in its own hours: when it ends. Must not know agreements, nor who is whose
// supplier.

import { type Calendar, openIn, ordinary } from './calendar';
import { addDays } from './dates';
import { endOf, type LaidStep, laidStep, type Moment, type Takes, takesOf } from './laid-step';
import { momentText } from './moments';
import { A_WEEK } from './service-time';
import { minutesOf } from './stretches';
import type { CannotTell } from './told';
import { clocksIn, minuteOf } from './zone';

/** What one group does with a case, in which hours: "4 h", "2 working days", "next business day". */
export interface Step {
  readonly who: string;
  readonly takes: string;
  readonly calendar: Calendar;
}

export const LONGEST_WEEKS = 60;

/** When a chain that begins at a moment ends, holidays counted: "2026-03-09 11:30", with the working. Moments are on the first step's clocks. */
export function runThrough(steps: readonly Step[], start: string): { readonly end: string; readonly working: string } | CannotTell {
  const read = readSteps(steps);
  if ('cannotTell' in read) return read;
  const [first] = read;
  const from = start.slice(0, 10);
  const at = first && minuteOf(start, clocksIn(first.calendar.zone, from, from));
  if (first === undefined || at === undefined) return { cannotTell: `"${start}" is no moment that something can begin at` };
  const period = { from: addDays(from, -1), to: addDays(from, 7 * Math.min(LONGEST_WEEKS, weeksNeeded(read)) + 28) };
  const laid = read.map((step) => laidStep(step.takes, step.calendar, period));
  const ends = through(laid, { at, after: false });
  const last = ends?.at(-1);
  if (!ends || !last) return { cannotTell: 'it takes longer than a year' };
  const clocks = clocksIn(first.calendar.zone, period.from, period.to);
  const working = read.map((step, i) => `${step.who} ${step.text} (${step.calendar.name}) until ${momentText(ends[i]?.at ?? 0, clocks)}`);
  return { end: momentText(last.at, clocks), working: `from ${start}; ${working.join('; ')}` };
}

/** The next day after that of a moment or day on which a calendar is open; undefined where there is none within a year. */
export function nextBusinessDay(calendar: Calendar, moment: string): string | undefined {
  const day = moment.slice(0, 10);
  const days = Array.from({ length: 366 }, (_, i) => addDays(day, i + 1));
  return days.find((next) => minutesOf(openIn(calendar, { from: next, to: next })) > 0);
}

/** A step, read. */
export interface Read {
  readonly who: string;
  readonly text: string;
  readonly takes: Takes;
  readonly calendar: Calendar;
}

/** Reads steps. */
export function readSteps(steps: readonly Step[]): readonly Read[] | CannotTell {
  const read: Read[] = [];
  for (const { who, takes: text, calendar } of steps) {
    const takes = takesOf(text, calendar);
    if (!takes) return { cannotTell: `nobody can say how long "${text}" is in the hours of ${calendar.name}` };
    read.push({ who, text, takes, calendar });
  }
  return read;
}

/** How many weeks the chain may take in all: its work, and up to a week of waiting before each piece. */
export function weeksNeeded(steps: readonly Read[]): number {
  const each = steps.map(({ takes, calendar }) => {
    const open = minutesOf(openIn({ ...ordinary(calendar), zone: 'UTC' }, A_WEEK));
    if ('days' in takes) return takes.days / Math.max(1, calendar.week.filter((hours) => hours.length > 0).length);
    return takes.minutes / Math.max(1, open);
  });
  return Math.ceil(each.reduce((sum, weeks) => sum + weeks + 1, 0));
}

/** When each of several pieces of work ends, one after the other; undefined where one lies beyond what is laid out. */
export function through(steps: readonly LaidStep[], start: Moment): readonly Moment[] | undefined {
  const ends: Moment[] = [];
  let moment = start;
  for (const step of steps) {
    const end = endOf(step, moment);
    if (!end) return undefined;
    ends.push(end);
    moment = end;
  }
  return ends;
}
