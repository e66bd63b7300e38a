// How far a stated availability may lie from one that is worked out, and still be the same. Must not know where either is from.

import { Decimal } from 'decimal.js';
import { minutesIn } from './minutes';
import type { Reached } from './outages';
import { digitsOf, percentageInWords, saidWithin } from './percentage';
import type { Time } from './service-time';

export interface Bounds {
  readonly lowest: Decimal;
  readonly highest: Decimal;
}

/**
 * All readings of an availability: `best` with the outages that certainly count (`certain` of them), `worst` with all that may (`most`).
 * Allowances may be taken off the agreed time, and each outage may last a minute more or less than its moments say.
 */
export function boundsOf(best: Reached, worst: Reached, { minutes }: Time, certain: number, most: number): Bounds {
  const share = (of: number) => (minutes.isZero() ? new Decimal(0) : new Decimal(of).times(100).dividedBy(minutes));
  const least = Decimal.min(worst.lowest, new Decimal(100).minus(share(worst.downMinutes)));
  return { lowest: Decimal.max(0, least.minus(share(most))), highest: Decimal.min(100, best.highest.plus(share(certain))) };
}

/** The working of what a down time leaves of an agreed time, where a stated percentage isn't that; undefined where it is, or nobody can tell. */
export function deniedBy(downtime: string, agreedTime: string, said: string): string | undefined {
  const [minutes, of] = [minutesIn(downtime), minutesIn(agreedTime)];
  if (!minutes || !of || of.isZero() || minutes.greaterThan(of)) return undefined;
  const exact = of.minus(minutes).times(100).dividedBy(of);
  // Times are written to the minute.
  const slack = new Decimal(100).dividedBy(of);
  if (saidWithin(said, Decimal.max(0, exact.minus(slack)), Decimal.min(100, exact.plus(slack)))) return undefined;
  return `${downtime} of ${agreedTime} = ${percentageInWords(exact, Math.max(2, digitsOf(said)))}`;
}

/** With how many digits, two at least and `most` at most, one percentage is seen to be lower than another. */
export function digitsToTell(lower: Decimal, higher: Decimal, most: number): number {
  for (let digits = 2; digits < most; digits++) if (lower.toDecimalPlaces(digits).lessThan(higher)) return digits;
  return most;
}
