// How a chain of work keeps a promise when it begins at the worst of all moments. Must not know agreements.

import { AROUND_THE_CLOCK, type Calendar, ordinary } from './calendar';
import { addDays } from './dates';
import { endOf, type LaidStep, laidStep, latestStart, type Moment, openUntil } from './laid-step';
import { hoursInWords } from './minutes';
import { momentText, momentWords } from './moments';
import type { Period } from './periods';
import { A_WEEK } from './service-time';
import { LONGEST_WEEKS, type Read, readSteps, type Step, through, weeksNeeded } from './time-chain';
import type { CannotTell } from './told';
import { clocksIn, minuteAt, unlikeWeeks } from './zone';

/** What was promised, on which clock. */
export type Promised = Pick<Step, 'takes' | 'calendar'>;

/** The worst case of a chain. */
export interface WorstCase {
  /** It is later than promised, if only from this one moment. */
  readonly late: boolean;
  /** How long it takes at most, in minutes of the promise's clock. */
  readonly minutes: number;
  /** When it is reported: "Friday 17:30", "just after Friday 17:30". */
  readonly reported: string;
  /** When each step ends: "Monday 11:30". */
  readonly until: readonly string[];
  /** "reported Friday 17:30; Acme 4 h (office) until Monday 11:30; 66 h around the clock, promised 8 h" */
  readonly working: string;
}

/**
 * How a chain keeps a promise from the worst moment of an ordinary week to report a case; holidays are left out, since a chain that
 * holds in every ordinary week isn't faulted for Christmas. On clocks of several zones: the worst of all weeks in the year from `day`.
 */
export function worstStart(steps: readonly Step[], promised: Promised, day: string): WorstCase | CannotTell {
  const all = [...steps, { who: 'the promise', ...promised }];
  const zones = new Set(all.filter(({ calendar }) => calendar.name !== AROUND_THE_CLOCK).map(({ calendar }) => calendar.zone));
  const zone = zones.size === 1 ? 'UTC' : undefined;
  const read = readSteps(all.map((s) => ({ ...s, calendar: alike(s.calendar, zones.size === 0 ? 'UTC' : zone, [...zones][0]) })));
  if ('cannotTell' in read) return read;
  const weeks = weeksNeeded(read);
  if (weeks > LONGEST_WEEKS) return { cannotTell: 'it takes longer than a year' };
  const days = 7 * weeks + 8;
  const mondays = zones.size > 1 ? unlikeWeeks([...zones], day, days) : [A_WEEK.from];
  const worst = mondays
    .flatMap((from) => worstIn({ from, to: addDays(from, days) }, read) ?? [])
    .reduce<Found | undefined>((most, one) => (most && most.delay >= one.delay ? most : one), undefined);
  if (!worst) return { cannotTell: 'nobody can say when it ends' };
  return { late: worst.delay > 0, minutes: worst.minutes, ...inWords(worst, read, promised, zones.size > 1) };
}

/** An ordinary week, in which no clocks change where all are on the same ones; around the clock is the same in every zone. */
function alike(calendar: Calendar, zone: string | undefined, other: string | undefined): Calendar {
  const own = calendar.name === AROUND_THE_CLOCK ? (other ?? calendar.zone) : calendar.zone;
  return { ...ordinary(calendar), zone: zone ?? own };
}

interface Found {
  /** The minutes of the promise's clock by which it is later than promised; negative where it is earlier. */
  readonly delay: number;
  readonly minutes: number;
  readonly start: Moment;
  readonly ends: readonly Moment[];
  readonly period: Period;
}

function worstIn(period: Period, read: readonly Read[]): Found | undefined {
  const laid = read.map((step) => laidStep(step.takes, step.calendar, period));
  const [steps, promise] = [laid.slice(0, -1), laid.at(-1)];
  if (!promise) return undefined;
  const judge = (start: Moment): Found | undefined => {
    const [ends, due] = [through(steps, start), endOf(promise, start)];
    const end = ends?.at(-1) ?? start;
    if (!ends || !due) return undefined;
    const until = openUntil(promise, end.at);
    return { delay: until - openUntil(promise, due.at), minutes: until - openUntil(promise, start.at), start, ends, period };
  };
  const found = turningPoints(period, laid, steps).flatMap((at) => [false, true].flatMap((after) => judge({ at, after }) ?? []));
  // Of several that are as bad, the last one that isn't "just after" something.
  const isWorse = (one: Found, than: Found) =>
    one.delay > than.delay || (one.delay === than.delay && (than.start.after || !one.start.after));
  const worst = found.reduce<Found | undefined>((most, one) => (most && !isWorse(one, most) ? most : one), undefined);
  // A moment before closing time says more than closing time itself.
  const first = laid[0]?.clocks && minuteAt(period.from, 0, laid[0].clocks);
  const isWithin = worst && !worst.start.after && first !== undefined && worst.start.at - 30 >= first;
  const earlier = isWithin ? judge({ at: worst.start.at - 30, after: false }) : undefined;
  return earlier?.delay === worst?.delay ? earlier : worst;
}

/** The moments of the first week at which it may change how long the chain takes: some calendar opens or closes just then, at some stage of it. */
function turningPoints({ from }: Period, laid: readonly LaidStep[], steps: readonly LaidStep[]): readonly number[] {
  const clocks = laid[0]?.clocks;
  if (!clocks) return [];
  const [start, end] = [minuteAt(from, 0, clocks), minuteAt(addDays(from, 7), 0, clocks)];
  const midnights = laid.flatMap((step) => ('days' in step.takes ? step.closings.map(({ day }) => minuteAt(day, 0, step.clocks)) : []));
  const edges = [...new Set([...laid.flatMap(({ open }) => open.flatMap((s) => [s.from, s.to])), ...midnights])];
  const points = new Set<number>([start]);
  for (let stage = 0; stage <= steps.length; stage++) {
    for (const edge of edges) {
      let at: number | undefined = edge;
      for (const step of steps.slice(0, stage).reverse()) at = at === undefined ? undefined : latestStart(step, at);
      if (at !== undefined) points.add(at).add(at + 1);
    }
  }
  return [...points].filter((at) => at >= start && at < end).sort((a, b) => a - b);
}

function inWords(
  { start, ends, minutes, period }: Found,
  read: readonly Read[],
  promised: Promised,
  dated: boolean,
): Pick<WorstCase, 'reported' | 'until' | 'working'> {
  const [first] = read;
  const clocks = clocksIn(first?.calendar.zone ?? 'UTC', period.from, period.to);
  const words = (at: number) => (dated ? momentText(at, clocks) : momentWords(at, clocks, start.at));
  const reported = `${start.after ? 'just after ' : ''}${words(start.at)}`;
  const until = ends.map(({ at }) => words(at));
  const work = until.map((end, i) => `${read[i]?.who} ${read[i]?.text} (${read[i]?.calendar.name}) until ${end}`);
  const clock = promised.calendar.name === AROUND_THE_CLOCK ? AROUND_THE_CLOCK : `in the hours of ${promised.calendar.name}`;
  const working = [`reported ${reported}`, ...work, `${hoursInWords(minutes)} ${clock}, promised ${promised.takes}`].join('; ');
  return { reported, until, working };
}
