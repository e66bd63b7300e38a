// The figure of a long time from those of its parts: each counts as long as it lasts. Must not know what is measured.

import { Decimal } from 'decimal.js';
import { hoursInWords, minutesInWords } from './minutes';
import { percentageInWords, percentageOf, saidWithin } from './percentage';
import type { CannotTell } from './told';

/** A whole from its parts, in exact percentages. */
export interface Whole {
  readonly whole: Decimal;
  /** What comes out when all parts count alike, however long they are. */
  readonly mean: Decimal;
  /** "403.2 min of 2160 h = 99.69 %; the mean of the 3 figures is 99.67 %" */
  readonly working: string;
}

/** The availability of a whole from that of its parts, each with its agreed service time in minutes. */
export function wholeOf(parts: readonly { readonly percentage: string; readonly minutes: Decimal | number }[]): Whole | CannotTell {
  let [down, all, sum] = [new Decimal(0), new Decimal(0), new Decimal(0)];
  for (const { percentage, minutes } of parts) {
    const value = percentageOf(percentage);
    if (!value) return { cannotTell: `"${percentage}" is no percentage` };
    down = down.plus(new Decimal(100).minus(value).times(minutes).dividedBy(100));
    all = all.plus(minutes);
    sum = sum.plus(value);
  }
  if (all.isZero()) return { cannotTell: 'there is no service time' };
  const whole = all.minus(down).times(100).dividedBy(all);
  const mean = sum.dividedBy(parts.length);
  const working = `${minutesInWords(down)} of ${hoursInWords(all)} = ${percentageInWords(whole)}; the mean of the ${parts.length} figures is ${percentageInWords(mean)}`;
  return { whole, mean, working };
}

/** What somebody gave as the whole's figure, in the digits that were given: the whole, or the mean where that is something else. */
export function givenAs(said: string, { whole, mean }: Whole): 'whole' | 'mean' | 'neither' {
  if (saidWithin(said, whole, whole)) return 'whole';
  return saidWithin(said, mean, mean) ? 'mean' : 'neither';
}
