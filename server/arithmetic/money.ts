// Amounts of money and shares of them, exact. Must not know budgets, policies or rates.

import { Decimal } from 'decimal.js';
import { formats, percentageNumber } from '../knowledge/formats';
import { decimalsOf } from './measure';

export interface Money {
  readonly amount: Decimal;
  /** Three letters: EUR. */
  readonly currency: string;
}

/** "60,000 EUR" as a number with its currency; undefined where the text is no amount. */
export function parseMoney(text: string): Money | undefined {
  if (!formats.money(text)) return undefined;
  return { amount: new Decimal(text.slice(0, -3).replaceAll(',', '').trim()), currency: text.slice(-3) };
}

/** Negative where `a` is the smaller, 0 where they are the same; undefined across currencies, which want a rate and its day. */
export function compareMoney(a: Money, b: Money): number | undefined {
  return a.currency === b.currency ? a.amount.comparedTo(b.amount) : undefined;
}

/** Two shares that are the same in the digits both are written with: 33.3 % and 33.33 %. Undefined where one is no percentage. */
export function sharesAgree(a: string, b: string): boolean | undefined {
  const [one, other] = [percentageNumber(a), percentageNumber(b)];
  if (one === undefined || other === undefined) return undefined;
  const digits = Math.min(decimalsOf(one), decimalsOf(other));
  return new Decimal(one).toDecimalPlaces(digits).equals(new Decimal(other).toDecimalPlaces(digits));
}
