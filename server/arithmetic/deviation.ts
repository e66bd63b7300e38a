// How far a figure lies off the one that was expected, in percent of that. Must not know budgets or forecasts.

import type { Decimal } from 'decimal.js';
import { compareMeasures, parseMeasure } from './measure';
import { moneyInWords, parseMoney } from './money';
import type { CannotTell } from './told';

export interface Deviation {
  /** In percent of what was expected; negative where it is less. */
  readonly percent: Decimal;
  /** "35,400 EUR against 30,000 EUR: +18 %" */
  readonly working: string;
}

/** How far `actual` lies off `expected`: both money, or both amounts of one unit. */
export function deviation(expected: string, actual: string): Deviation | CannotTell {
  const [budget, spent] = [parseMoney(expected), parseMoney(actual)];
  if (budget && spent) {
    if (budget.currency !== spent.currency) return { cannotTell: `${spent.currency} and ${budget.currency} want a rate and its day` };
    return off(budget.amount, spent.amount, moneyInWords(budget), moneyInWords(spent));
  }
  const [a, b] = [parseMeasure(expected), parseMeasure(actual)];
  if (!a || !b || a.unit !== b.unit || compareMeasures(a, b) === undefined)
    return { cannotTell: `${expected} and ${actual} are not alike` };
  return off(a.number, b.number, a.text, b.text);
}

function off(expected: Decimal, actual: Decimal, a: string, b: string): Deviation | CannotTell {
  if (expected.isZero()) return { cannotTell: 'nothing was expected' };
  const percent = actual.minus(expected).times(100).dividedBy(expected);
  const rounded = percent.toDecimalPlaces(1);
  return { percent, working: `${b} against ${a}: ${rounded.greaterThan(0) ? '+' : ''}${rounded.toFixed().replace('-', '−')} %` };
}
