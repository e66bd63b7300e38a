// A number with its unit, exact, and which of two is the larger. Must not know metrics, windows or which side is better.

import { Decimal } from 'decimal.js';
import { type DurationPart, type DurationUnit, durationParts } from '../knowledge/durations';
import { percentageNumber, quantityParts } from '../knowledge/formats';

/** `month` stands for years, too, `day` for weeks, `s` for hours, minutes and fractions of a second. */
export type TimeUnit = 'month' | 'day' | 's' | 'working day' | 'next business day';

export interface Duration {
  readonly number: Decimal;
  readonly unit: TimeUnit;
  /** In words with the author's own digits: "1 h 30 min" for `PT1H30M`. */
  readonly words: string;
}

interface Read {
  readonly number: Decimal;
  /** As shown: the author's digits; a duration in words. */
  readonly text: string;
}

/** `number` counts in `unit`: a percentage in hundredths, "4 h" in seconds, "10 TB" in TB (the unit "" where none is written). */
export type Measure = Read &
  (
    | { readonly sort: 'percentage'; readonly unit: '%' }
    | { readonly sort: 'duration'; readonly unit: TimeUnit }
    | { readonly sort: 'quantity'; readonly unit: string }
  );

const COUNTED_IN: Readonly<Record<DurationUnit, readonly [TimeUnit, number | string]>> = {
  year: ['month', 12],
  month: ['month', 1],
  week: ['day', 7],
  day: ['day', 1],
  h: ['s', 3600],
  min: ['s', 60],
  s: ['s', 1],
  ms: ['s', '0.001'],
  'working day': ['working day', 1],
  'next business day': ['next business day', 1],
};

const SECONDS_A_DAY = 86_400;

/** A duration as a number of one unit; days before hours ("1 day 12 h") count as 24 hours each. Undefined where the text is none. */
export function parseDuration(text: string): Duration | undefined {
  const parts = durationParts(text);
  if (!parts) return undefined;
  const { number, unit } = parts
    .map((part) => ({ unit: COUNTED_IN[part.unit][0], number: new Decimal(part.number).times(COUNTED_IN[part.unit][1]) }))
    .reduce((sum, part) =>
      sum.unit === part.unit
        ? { unit: sum.unit, number: sum.number.plus(part.number) }
        : { unit: part.unit, number: sum.number.times(SECONDS_A_DAY).plus(part.number) },
    );
  return { number, unit, words: parts.map(inWords).join(' ') };
}

function inWords({ number, unit }: DurationPart): string {
  switch (unit) {
    case 'next business day':
      return unit;
    case 'h':
    case 'min':
    case 's':
    case 'ms':
      return `${number} ${unit}`;
    default:
      return `${number} ${unit}${Number(number) === 1 ? '' : 's'}`;
  }
}

/** What a target's text says: percentage, duration or quantity, in that order. Undefined where it is no number with its unit. */
export function parseMeasure(text: string): Measure | undefined {
  const percentage = percentageNumber(text);
  if (percentage !== undefined) return { sort: 'percentage', number: new Decimal(percentage), unit: '%', text };
  const duration = parseDuration(text);
  if (duration) return { sort: 'duration', number: duration.number, unit: duration.unit, text: duration.words };
  const quantity = quantityParts(text);
  return quantity && { sort: 'quantity', number: new Decimal(quantity.number), unit: quantity.unit, text };
}

/** How many digits a number has behind its point, as it is written. */
export const decimalsOf = (number: string): number => number.split('.')[1]?.length ?? 0;

/**
 * Negative where `a` is the smaller, 0 where both are the same (99.5 % and 99.50 %, 60 min and 1 h, 1 day and 24 h).
 * Undefined where nobody can tell without a calendar or a rate: months against days, working days against hours, TB against
 * tickets.
 */
export function compareMeasures(a: Measure, b: Measure): number | undefined {
  if (a.sort !== b.sort) return undefined;
  if (a.unit === b.unit) return a.number.comparedTo(b.number);
  const seconds = [secondsOf(a), secondsOf(b)] as const;
  return seconds[0] && seconds[1] && seconds[0].comparedTo(seconds[1]);
}

function secondsOf(measure: Measure): Decimal | undefined {
  if (measure.sort !== 'duration') return undefined;
  if (measure.unit === 's') return measure.number;
  return measure.unit === 'day' ? measure.number.times(SECONDS_A_DAY) : undefined;
}
