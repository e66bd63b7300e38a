// Maintenance: whether its windows were agreed with those who feel it, and whether an outage really was a planned one.
// Must not know agreements, changes or who announces.

import { Decimal } from 'decimal.js';
import { type Calendar, openIn, ordinary } from './calendar';
import { compareDates } from './dates';
import { addInterval, parseInterval } from './interval';
import { parseDuration } from './measure';
import { minutesIn, minutesInWords } from './minutes';
import { availabilityOf, type Outage } from './outages';
import type { Period } from './periods';
import { type Exception, exceptedIn, usualTime } from './service-time';
import { common, merged, minutesOf, type Stretch, without } from './stretches';
import type { CannotTell } from './told';
import { clocksIn, minuteOf } from './zone';

// Two months of whole weeks, so that each "last Sunday of the month" is in it twice; without a change of clocks.
const WEEKS: Period = { from: '2024-01-01', to: '2024-02-29' };

/**
 * Whether a window of those beneath lies in the service hours and in no window that was agreed above; what an allowance there leaves
 * room for is no breach. Windows are on the clocks of the service hours.
 */
export function windowBeyond(
  theirs: Exception,
  service: Calendar,
  agreed: readonly Exception[],
): { readonly isBeyond: boolean; readonly working: string } | CannotTell {
  const calendar = { ...ordinary(service), zone: 'UTC' };
  const ours = windowsOf(agreed, WEEKS);
  const window = exceptedIn(theirs, 'UTC', WEEKS);
  if ('cannotTell' in ours) return ours;
  if ('cannotTell' in window) return window;
  const felt = common(openIn(calendar, WEEKS), window);
  const month = new Decimal(minutesOf(without(felt, ours))).dividedBy(2);
  const allowances = agreed.filter(({ when, upTo }) => when === undefined && upTo !== undefined);
  const [all, left] = [usualTime('month', calendar), usualTime('month', calendar, allowances)];
  if ('cannotTell' in left) return left;
  const allowed = 'cannotTell' in all ? new Decimal(0) : all.minutes.minus(left.minutes);
  const working = `${minutesInWords(month)} a month in the service hours, ${allowed.isZero() ? 'none' : minutesInWords(allowed)} agreed`;
  return { isBeyond: month.greaterThan(allowed), working };
}

/** How many minutes of an outage lie in the service hours and in no agreed window, with the working. An allowance is no window. */
export function minutesOutside(
  outage: Outage,
  exceptions: readonly Exception[],
  service: Calendar,
): { readonly minutes: number; readonly working: string } | CannotTell {
  const [from, to] = [outage.start?.slice(0, 10), outage.end?.slice(0, 10)];
  if (from === undefined || to === undefined) return { cannotTell: 'nobody says from when to when it was' };
  const windows = exceptions.filter(({ when, upTo }) => when !== undefined || upTo === undefined);
  const found = availabilityOf(
    [{ ...outage, excused: false }],
    service,
    { from, to },
    windows.map(({ when }) => ({ when })),
  );
  if ('cannotTell' in found) return found;
  return {
    minutes: found.downMinutes,
    working: `${minutesInWords(found.downMinutes)} outside ${windows.flatMap(({ when }) => when ?? []).join(', ') || 'any window'}`,
  };
}

/** Whether it was announced early enough: "5 working days" before its start, Monday to Friday. An announcement without a time counts from its day's beginning. */
export function announcedInTime(announced: string, start: string, notice: string, zone: string): boolean | CannotTell {
  const interval = parseInterval(notice);
  if (!interval) return { cannotTell: `"${notice}" is no time` };
  const [told, day] = [announced.slice(0, 10), start.slice(0, 10)];
  if (parseDuration(notice)?.unit !== 's') return compareDates(addInterval(told, interval), day) <= 0;
  const clocks = clocksIn(zone, told, day);
  const [at, from] = [minuteOf(announced.length === 10 ? `${announced} 00:00` : announced, clocks), minuteOf(start, clocks)];
  if (at === undefined || from === undefined) return { cannotTell: 'nobody says at what time it was' };
  return minutesIn(notice)?.lessThanOrEqualTo(from - at) ?? false;
}

function windowsOf(exceptions: readonly Exception[], period: Period): readonly Stretch[] | CannotTell {
  const windows: Stretch[] = [];
  for (const exception of exceptions) {
    const found = exceptedIn(exception, 'UTC', period);
    if ('cannotTell' in found) return found;
    windows.push(...found);
  }
  return merged(windows);
}
