// Shares of a whole: whether they make it up, and what each comes to in money. Must not know who bears them.

import { Decimal } from 'decimal.js';
import { currencyDecimals } from '../knowledge/formats';
import type { Money } from './money';
import { digitsOf, percentageOf } from './percentage';
import type { CannotTell } from './told';

/** Two shares that are the same in the digits both are written with: 33.3 % and 33.33 %. Undefined where one is no percentage. */
export function sharesAgree(a: string, b: string): boolean | undefined {
  const [one, other] = [percentageOf(a), percentageOf(b)];
  if (!one || !other) return undefined;
  const digits = Math.min(digitsOf(a), digitsOf(b));
  return one.toDecimalPlaces(digits).equals(other.toDecimalPlaces(digits));
}

/** The sum of shares, and whether it is 100 % but for the rounding of each: 33 % three times is, 50 % and 49 % is not. */
export function sumOfShares(shares: readonly string[]): { readonly isWhole: boolean; readonly working: string } | CannotTell {
  let [sum, rounding] = [new Decimal(0), new Decimal(0)];
  for (const share of shares) {
    const value = percentageOf(share);
    if (!value) return { cannotTell: `"${share}" is no percentage` };
    sum = sum.plus(value);
    rounding = rounding.plus(new Decimal(10).pow(-digitsOf(share)).dividedBy(2));
  }
  if (shares.length === 0) return { cannotTell: 'there are no shares' };
  const off = sum.minus(100).abs();
  return { isWhole: off.isZero() || off.lessThan(rounding), working: `${shares.join(' + ')} = ${sum.toFixed()} %` };
}

/** An amount shared out to the smallest coin, none lost: who is owed the largest rest gets the next coin. */
export function sharedOut({ amount, currency }: Money, shares: readonly string[]): readonly Money[] | CannotTell {
  const sum = sumOfShares(shares);
  if ('cannotTell' in sum) return sum;
  if (!sum.isWhole) return { cannotTell: `the shares don't make up the whole (${sum.working})` };
  const values = shares.map((share) => percentageOf(share) ?? new Decimal(0));
  const all = values.reduce((total, value) => total.plus(value), new Decimal(0));
  const coin = new Decimal(10).pow(-currencyDecimals(currency));
  const exact = values.map((value) => amount.times(value).dividedBy(all).dividedBy(coin));
  const coins = exact.map((value) => value.floor());
  let left = coins
    .reduce((rest, value) => rest.minus(value), amount.dividedBy(coin))
    .round()
    .toNumber();
  const byRest = exact.map((value, i) => ({ i, rest: value.minus(value.floor()) })).sort((a, b) => b.rest.comparedTo(a.rest) || a.i - b.i);
  for (const { i } of byRest) if (left-- > 0) coins[i] = (coins[i] ?? new Decimal(0)).plus(1);
  return coins.map((value) => ({ amount: value.times(coin), currency }));
}
