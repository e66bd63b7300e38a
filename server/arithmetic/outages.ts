// The availability of a period from its outages. Must not know which of them were agreed: that is told to it.

import { Decimal } from 'decimal.js';
import { type Calendar, openIn } from './calendar';
import { daysBetween } from './dates';
import { hoursInWords, minutesInWords } from './minutes';
import { percentageInWords } from './percentage';
import type { Period } from './periods';
import { type Exception, exceptedIn } from './service-time';
import { common, merged, minutesOf, type Stretch, without } from './stretches';
import type { CannotTell } from './told';
import { type Clocks, clocksIn, minuteOf } from './zone';

/** An outage as it is written, moments with their time of day. */
export interface Outage {
  readonly id?: string | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** It was planned, in an agreed window or allowance, announced and all: it doesn't count. */
  readonly excused?: boolean;
}

/** What outages leave of a period. Percentages are exact. */
export interface Reached {
  /** Of the service hours less the agreed windows and what was excused. */
  readonly percentage: Decimal;
  /** The same by every reading that is in use: whether agreed windows are taken off, and whether outages in them count. */
  readonly lowest: Decimal;
  readonly highest: Decimal;
  readonly downMinutes: number;
  /** "95 min (INC-4711) of 720 h = 99.78 %" */
  readonly working: string;
}

const LONGEST_DAYS = 3660;

/** The availability of a period. Outages are cut to the service hours, those that overlap count once. `digits` are those of the working. */
export function availabilityOf(
  outages: readonly Outage[],
  calendar: Calendar,
  period: Period,
  exceptions: readonly Exception[] = [],
  digits = 2,
): Reached | CannotTell {
  if (daysBetween(period.from, period.to) > LONGEST_DAYS) return { cannotTell: 'the time is longer than ten years' };
  const open = openIn(calendar, period);
  if (open.length === 0) return { cannotTell: 'there are no service hours in that time' };
  const windows: Stretch[] = [];
  for (const exception of exceptions) {
    const found = exceptedIn(exception, calendar.zone, period);
    if ('cannotTell' in found) return found;
    windows.push(...found);
  }
  const clocks = clocksIn(calendar.zone, period.from, period.to);
  const read = outages.map((outage) => ({ ...outage, stretch: stretchOf(outage, clocks) }));
  for (const { stretch } of read) if ('cannotTell' in stretch) return stretch;
  const lasting = (excused: boolean) =>
    merged(read.flatMap((o) => (Boolean(o.excused) === excused && !('cannotTell' in o.stretch) ? [o.stretch] : [])));
  const counted = lasting(false);
  const excused = without(lasting(true), counted);
  const agreed = without(without(open, merged(windows)), excused);
  const readings = [agreed, without(open, excused), open].map((time) => shareUp(counted, time));
  const down = common(counted, agreed);
  const named = read.filter(
    (o) => !o.excused && o.id !== undefined && !('cannotTell' in o.stretch) && common([o.stretch], down).length > 0,
  );
  const percentage = readings[0] ?? new Decimal(100);
  const ids = named.length > 0 && named.length <= 5 ? ` (${named.map((o) => o.id).join(', ')})` : '';
  return {
    percentage,
    lowest: Decimal.min(...readings),
    highest: Decimal.max(...readings),
    downMinutes: minutesOf(down),
    working: `${minutesInWords(minutesOf(down))}${ids} of ${hoursInWords(minutesOf(agreed))} = ${percentageInWords(percentage, digits)}`,
  };
}

/** An hour that nothing is left of is never down. */
function shareUp(down: readonly Stretch[], time: readonly Stretch[]): Decimal {
  const all = minutesOf(time);
  return all === 0 ? new Decimal(100) : new Decimal(all - minutesOf(common(down, time))).times(100).dividedBy(all);
}

function stretchOf({ id, start, end }: Outage, clocks: Clocks): Stretch | CannotTell {
  const name = id === undefined ? 'one of the outages' : `the outage ${id}`;
  const [from, to] = [start, end].map((moment) => (moment === undefined ? undefined : minuteOf(moment, clocks)));
  if (from === undefined) return { cannotTell: `nobody says at what time ${name} began` };
  if (to === undefined) return { cannotTell: `nobody says at what time ${name} ended` };
  return to < from ? { cannotTell: `${name} ends before it begins` } : { from, to };
}
