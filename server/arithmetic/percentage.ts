// Percentages as exact numbers. Must not know what they are a part of.

import { Decimal } from 'decimal.js';
import { percentageNumber } from '../knowledge/formats';
import { decimalsOf } from './measure';

/** 99.5 of "99.5 %"; undefined where the text is no percentage from 0 to 100. */
export function percentageOf(text: string): Decimal | undefined {
  const number = percentageNumber(text);
  return number === undefined ? undefined : new Decimal(number);
}

/** How many digits behind the point a percentage is written with. */
export const digitsOf = (text: string): number => decimalsOf(percentageNumber(text) ?? '');

/** "99.69 %", two digits or as many as are asked for; never rounded up to 100. */
export function percentageInWords(value: Decimal, digits = 2): string {
  const rounded = value.toDecimalPlaces(digits);
  const isWhole = rounded.equals(100) && value.lessThan(100);
  return `${(isWhole ? value.toDecimalPlaces(digits + 2, Decimal.ROUND_DOWN) : rounded).toFixed(isWhole ? digits + 2 : digits)} %`;
}

/** A figure that somebody gave is one of those from `lowest` to `highest`, rounded or cut to the digits that were given. */
export function saidWithin(said: string, lowest: Decimal, highest: Decimal): boolean {
  const [value, digits] = [percentageOf(said), digitsOf(said)];
  if (value === undefined) return false;
  return (
    value.greaterThanOrEqualTo(lowest.toDecimalPlaces(digits, Decimal.ROUND_DOWN)) &&
    value.lessThanOrEqualTo(highest.toDecimalPlaces(digits, Decimal.ROUND_UP))
  );
}
