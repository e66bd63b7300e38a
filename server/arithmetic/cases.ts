// Shares of cases: how many misses a share allows, and how those of a supplier add to ours. Must not know priorities.

import { Decimal } from 'decimal.js';
import { percentageInWords, percentageOf } from './percentage';
import type { CannotTell } from './told';

/** What a share allows among so many cases. */
export interface Allowed {
  readonly misses: number;
  /** The fewest cases among which one may miss; undefined where none ever may. */
  readonly fewest: number | undefined;
  /** "18 of 19 = 94.7 %" */
  readonly working: string;
}

/** How many of so many cases may miss a target that a share of them must reach. */
export function missesAllowed(share: string, cases: number): Allowed | CannotTell {
  const value = percentageOf(share);
  if (!value) return { cannotTell: `"${share}" is no percentage` };
  const left = new Decimal(100).minus(value);
  const misses = left.times(cases).dividedBy(100).floor().toNumber();
  const fewest = left.isZero() ? undefined : new Decimal(100).dividedBy(left).ceil().toNumber();
  const one = new Decimal(Math.max(0, cases - 1)).times(100).dividedBy(Math.max(1, cases));
  return { misses, fewest, working: `${Math.max(0, cases - 1)} of ${cases} = ${percentageInWords(one, 1)}` };
}

/**
 * Whether the misses that a supplier is allowed are more than we are, where a part of our cases goes to them: "10 % of 60 % = 6 %, allowed
 * 5 %". Without `part` all of them: then it says so.
 */
export function missesPassedOn(
  promised: string,
  bought: string,
  part?: string,
): { readonly isMore: boolean; readonly working: string } | CannotTell {
  const [ours, theirs, share] = [promised, bought, part ?? '100 %'].map(percentageOf);
  if (!ours || !theirs || !share)
    return { cannotTell: `${[promised, bought, part ?? ''].filter(Boolean).join(', ')} are not all percentages` };
  const [allowed, missed] = [new Decimal(100).minus(ours), new Decimal(100).minus(theirs)];
  const passed = missed.times(share).dividedBy(100);
  const of = part === undefined ? 'all cases, if all go there' : `${part} of the cases`;
  return {
    isMore: passed.greaterThan(allowed),
    working: `${missed.toFixed()} % of ${of} = ${passed.toFixed()} %, allowed ${allowed.toFixed()} %`,
  };
}
