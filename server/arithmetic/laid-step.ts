// One piece of work laid out over real hours: when it ends, if it begins at a minute. Must not know who does it.

import { AROUND_THE_CLOCK, type Calendar, hoursOn, openIn, stretchOf } from './calendar';
import { addDays, daysBetween } from './dates';
import { parseDuration } from './measure';
import { minutesIn } from './minutes';
import type { Period } from './periods';
import type { Stretch } from './stretches';
import { type Clocks, clocksIn, minuteAt, shownAt } from './zone';

/** How long work takes: minutes of its calendar, or until its calendar closes on the so-manieth day after. */
export type Takes = { readonly minutes: number } | { readonly days: number };

/** "4 h", "2 working days" or "next business day"; a plain day only where the calendar never closes. Undefined of anything else. */
export function takesOf(text: string, calendar: Calendar): Takes | undefined {
  const duration = parseDuration(text);
  if (duration?.unit === 'working day' || duration?.unit === 'next business day') return { days: duration.number.toNumber() };
  if (duration?.unit === 'day' && calendar.name !== AROUND_THE_CLOCK) return undefined;
  return minutesIn(text) && { minutes: minutesIn(text)?.toNumber() ?? 0 };
}

/** A minute, or just after it. */
export interface Moment {
  readonly at: number;
  readonly after: boolean;
}

/** Work with its hours over a period; `before[i]`: the minutes that are open before the i-th stretch. */
export interface LaidStep {
  readonly takes: Takes;
  readonly open: readonly Stretch[];
  readonly before: readonly number[];
  /** Where each open day begins and when its calendar closes, both in minutes. */
  readonly closings: readonly { readonly day: string; readonly closes: number }[];
  readonly clocks: Clocks;
}

/** Lays work out over a period. */
export function laidStep(takes: Takes, calendar: Calendar, period: Period): LaidStep {
  const clocks = clocksIn(calendar.zone, period.from, period.to);
  const open = openIn(calendar, period, clocks);
  const before: number[] = [];
  let sum = 0;
  for (const { from, to } of open) {
    before.push(sum);
    sum += to - from;
  }
  const days = 'days' in takes ? Array.from({ length: daysBetween(period.from, period.to) + 1 }, (_, i) => addDays(period.from, i)) : [];
  const closings = days.flatMap((day) => {
    const hours = hoursOn(calendar, day).map((h) => stretchOf(day, h, clocks).to);
    return hours.length > 0 ? [{ day, closes: Math.max(...hours) }] : [];
  });
  return { takes, open, before, closings, clocks };
}

/** When work that begins at a moment ends; undefined where that lies beyond what is laid out. */
export function endOf({ takes, ...step }: LaidStep, { at, after }: Moment): Moment | undefined {
  if ('days' in takes) {
    const { day } = shownAt(at, step.clocks);
    if (takes.days === 0) return { at, after };
    const closing = step.closings[step.closings.findIndex((c) => c.day > day) + takes.days - 1];
    return closing && closing.day > day ? { at: closing.closes, after: false } : undefined;
  }
  if (takes.minutes === 0) return { at, after };
  const now = indexAt(step.open, at);
  const isOpen = (step.open[now]?.from ?? at + 1) <= at;
  const done = openUntil(step, at) + takes.minutes;
  // Just after a minute that is open, work that would end with a closing goes on after the next opening.
  const isAfter = after && isOpen;
  const last = step.before.findLastIndex((sum) => (isAfter ? sum <= done : sum < done));
  const stretch = step.open[last];
  const end = stretch && stretch.from + done - (step.before[last] ?? 0);
  return stretch && end !== undefined && end <= stretch.to && !(isAfter && end === stretch.to) ? { at: end, after: isAfter } : undefined;
}

/** The last minute at which work can begin that is to end by another; undefined where that lies before what is laid out. */
export function latestStart({ takes, ...step }: LaidStep, end: number): number | undefined {
  if ('days' in takes) {
    if (takes.days === 0) return end;
    const last = step.closings.findLastIndex(({ closes }) => closes <= end);
    const first = step.closings[last - takes.days + 1];
    return first && minuteAt(first.day, 0, step.clocks) - 1;
  }
  if (takes.minutes === 0) return end;
  const before = openUntil(step, end) - takes.minutes;
  const index = step.before.findLastIndex((sum) => sum <= before);
  const stretch = step.open[index];
  return stretch && stretch.from + before - (step.before[index] ?? 0);
}

/** How many minutes are open before a minute. */
export function openUntil({ open, before }: Pick<LaidStep, 'open' | 'before'>, at: number): number {
  const index = indexAt(open, at);
  const stretch = open[index];
  if (!stretch) return (before.at(-1) ?? 0) + (open.length > 0 ? (open.at(-1)?.to ?? 0) - (open.at(-1)?.from ?? 0) : 0);
  return (before[index] ?? 0) + Math.max(0, at - stretch.from);
}

/** The first stretch that ends after a minute. */
function indexAt(open: readonly Stretch[], at: number): number {
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle]?.to ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
