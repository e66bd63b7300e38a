// How long something may be down before a percentage is missed. Must not know agreements.

import { Decimal } from 'decimal.js';
import { hoursInWords, minutesIn, minutesInWords } from './minutes';
import { percentageInWords, percentageOf } from './percentage';
import type { Time } from './service-time';
import type { CannotTell } from './told';

/** A budget of downtime. */
export interface Budget {
  readonly minutes: Decimal;
  /** "43.2 min a month of 24 x 7" */
  readonly words: string;
  /** "0.1 % of 720 h = 43.2 min" */
  readonly working: string;
}

/** The downtime that a percentage leaves in an amount of agreed service time. */
export function downtimeBudget(target: string, time: Time): Budget | CannotTell {
  const percentage = percentageOf(target);
  if (!percentage) return { cannotTell: `"${target}" is no percentage` };
  const left = new Decimal(100).minus(percentage);
  const minutes = time.minutes.times(left).dividedBy(100);
  const counted = time.working.includes('=') ? `${time.working}; ` : '';
  const working = `${counted}${left.toFixed()} % of ${hoursInWords(time.minutes)} = ${minutesInWords(minutes)}`;
  return { minutes, words: `${minutesInWords(minutes)} ${time.over}`, working };
}

/** Whether one outage that takes the whole restore time ("4 h", on the clock that the percentage is counted on) breaks the percentage. */
export function oneOutage(
  target: string,
  restore: string,
  time: Time,
): { readonly breaks: boolean; readonly working: string } | CannotTell {
  const budget = downtimeBudget(target, time);
  if ('cannotTell' in budget) return budget;
  const minutes = minutesIn(restore);
  if (!minutes) return { cannotTell: `nobody can say how many hours "${restore}" are` };
  const value = new Decimal(100).minus(minutes.dividedBy(time.minutes).times(100));
  const left = Decimal.max(0, value);
  return {
    breaks: minutes.greaterThan(budget.minutes),
    working: `${budget.working}; an outage of ${restore} leaves ${percentageInWords(left)}`,
  };
}
