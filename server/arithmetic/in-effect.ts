// What a percentage is still worth when time is left out of it, or when it is counted over a longer time. Must not know suppliers.

import { Decimal } from 'decimal.js';
import { downtimeBudget } from './downtime';
import { hoursInWords, minutesInWords } from './minutes';
import { percentageInWords, percentageOf } from './percentage';
import type { Time } from './service-time';
import type { CannotTell } from './told';

/** A percentage in effect, exact, with its working. */
export interface InEffect {
  readonly percentage: Decimal;
  readonly working: string;
}

/**
 * What a percentage of the time that counts is of all the time: "99.9 % × 712 h / 720 h = 98.79 %". `all`: the time that the other
 * side counts; `counted`: the same less what is excluded here.
 */
export function withExclusions(target: string, all: Time, counted: Time): InEffect | CannotTell {
  const value = percentageOf(target);
  if (!value) return { cannotTell: `"${target}" is no percentage` };
  if (all.minutes.isZero()) return { cannotTell: `there are no hours ${all.over}` };
  const percentage = value.times(Decimal.min(counted.minutes, all.minutes)).dividedBy(all.minutes);
  const excluded = all.minutes.minus(counted.minutes);
  const share = `(${hoursInWords(all.minutes)} − ${hoursInWords(excluded)}) / ${hoursInWords(all.minutes)}`;
  return { percentage, working: `${target} × ${share} = ${percentageInWords(percentage)}` };
}

/** What a percentage over a long time leaves of a short time within it, when all that may fail fails then: the worst month of a quarter. */
export function worstWithin(target: string, long: Time, short: Time): InEffect | CannotTell {
  const budget = downtimeBudget(target, long);
  if ('cannotTell' in budget) return budget;
  if (short.minutes.isZero()) return { cannotTell: `there are no hours ${short.over}` };
  if (short.minutes.greaterThanOrEqualTo(long.minutes)) return { cannotTell: `${short.over} is no shorter than ${long.over}` };
  const percentage = Decimal.max(0, short.minutes.minus(budget.minutes)).dividedBy(short.minutes).times(100);
  const all = `all ${minutesInWords(budget.minutes)} in ${hoursInWords(short.minutes)}`;
  return { percentage, working: `${budget.working}; ${all} = ${percentageInWords(percentage)}` };
}
