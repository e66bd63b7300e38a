// What a share of the time leaves without the service, in words. Must not know agreements.
import { Decimal } from 'decimal.js';
import { percentageNumber } from '../knowledge/formats';

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 90, year: 365, 'rolling 12 months': 365 };

/** "43 minutes a month of 24 x 7" of "99.9 %"; undefined where the text is no percentage or the window has no length of its own. */
export function downtimeWords(percentage: string, window: string): string | undefined {
  const number = percentageNumber(percentage);
  const days = DAYS[window];
  if (number === undefined || days === undefined) return undefined;
  const minutes = new Decimal(100).minus(number).times(days).times(1440).dividedBy(100);
  return `${lengthOf(minutes)} ${window === 'rolling 12 months' ? 'in 12 months' : `a ${window}`} of 24 x 7`;
}

function lengthOf(minutes: Decimal): string {
  const of = (number: Decimal, unit: string) => `${number.toString()} ${unit}${number.equals(1) ? '' : 's'}`;
  if (minutes.lessThan(10)) return of(minutes.toDecimalPlaces(1), 'minute');
  if (minutes.lessThan(120)) return of(minutes.toDecimalPlaces(0), 'minute');
  return of(minutes.dividedBy(60).toDecimalPlaces(1), 'hour');
}
