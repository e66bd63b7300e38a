// Amounts of money, exact. Currencies are never mixed without a rate and its day. Must not know budgets or policies.

import { Decimal } from 'decimal.js';
import { currencyDecimals, formats } from '../knowledge/formats';
import type { CannotTell } from './told';

export interface Money {
  readonly amount: Decimal;
  /** Three letters: EUR. */
  readonly currency: string;
}

/** An exchange rate as it is written: one unit of `from` is worth `rate` units of `to`, on a day. */
export interface Rate {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly rate: string | undefined;
  readonly on: string | undefined;
}

/** "60,000 EUR" as a number with its currency; undefined where the text is no amount. */
export function parseMoney(text: string): Money | undefined {
  if (!formats.money(text)) return undefined;
  return { amount: new Decimal(text.slice(0, -3).replaceAll(',', '').trim()), currency: text.slice(-3) };
}

/** "60,000 EUR", "30,246.58 EUR": rounded to the smallest coin, with decimals only where there are any. */
export function moneyInWords({ amount, currency }: Money): string {
  const rounded = amount.toDecimalPlaces(currencyDecimals(currency));
  const [whole = '', decimals] = rounded.toFixed(rounded.isInteger() ? 0 : currencyDecimals(currency)).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals ? `.${decimals}` : ''} ${currency}`;
}

/** Negative where `a` is the smaller, 0 where they are the same; undefined across currencies, which want a rate and its day. */
export function compareMoney(a: Money, b: Money): number | undefined {
  return a.currency === b.currency ? a.amount.comparedTo(b.amount) : undefined;
}

/** Two amounts are the same, but for one smallest coin for each line that was rounded. */
export function sameMoney(a: Money, b: Money, lines = 1): boolean | CannotTell {
  if (a.currency !== b.currency) return mixed(a.currency, b.currency);
  const coin = new Decimal(10).pow(-currencyDecimals(a.currency));
  return a.amount.minus(b.amount).abs().lessThanOrEqualTo(coin.times(lines));
}

/** An amount in another currency, unrounded, by the one rate that there is for both. */
export function convert(
  money: Money,
  to: string,
  rates: readonly Rate[],
): { readonly money: Money; readonly working: string } | CannotTell {
  if (money.currency === to) return { money, working: moneyInWords(money) };
  const known = rates.filter((r) => (r.from === money.currency && r.to === to) || (r.from === to && r.to === money.currency));
  const [rate, other] = known;
  if (!rate) return mixed(money.currency, to);
  if (other) return { cannotTell: `there are several rates between ${money.currency} and ${to}` };
  if (rate.on === undefined || !formats.date(rate.on)) return { cannotTell: `the rate between ${money.currency} and ${to} has no day` };
  const value = formats.quantity(rate.rate ?? '') ? new Decimal((rate.rate ?? '').replace(/[^\d.].*$/, '')) : new Decimal(0);
  if (value.isZero()) return { cannotTell: `the rate between ${money.currency} and ${to} is no number` };
  const isForward = rate.from === money.currency;
  const amount = isForward ? money.amount.times(value) : money.amount.dividedBy(value);
  return { money: { amount, currency: to }, working: `${moneyInWords(money)} ${isForward ? '×' : '/'} ${rate.rate} (${rate.on})` };
}

/** The sum of amounts in the currency `to`, without one in that of the first: "60,000 EUR + 10,000 USD × 0.92 (2025-11-01) = 69,200 EUR". */
export function sumOfMoney(
  amounts: readonly Money[],
  rates: readonly Rate[] = [],
  to = amounts[0]?.currency,
): { readonly sum: Money; readonly working: string } | CannotTell {
  if (to === undefined) return { cannotTell: 'there is no amount' };
  let sum = new Decimal(0);
  const terms: string[] = [];
  for (const amount of amounts) {
    const converted = convert(amount, to, rates);
    if ('cannotTell' in converted) return converted;
    sum = sum.plus(converted.money.amount);
    terms.push(converted.working);
  }
  const total = { amount: sum, currency: to };
  return { sum: total, working: [terms.join(' + '), moneyInWords(total)].join(terms.length > 0 ? ' = ' : '') };
}

const mixed = (a: string, b: string): CannotTell => ({
  cannotTell: `${a} and ${b} can't be held against each other without a rate and its day`,
});
