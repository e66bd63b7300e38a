// Results that follow one another: which way they point, and whether the next one misses. Must not know metrics: which side is better is told to it.

import type { Decimal } from 'decimal.js';
import { compareMeasures, type Measure, parseMeasure } from './measure';
import type { CannotTell } from './told';

export type Trend = 'improving' | 'steady' | 'falling';
type Better = 'more' | 'less';

/** Which way figures point that never turn; `mixed` where they do. */
export function trendOf(values: readonly string[], better: Better): Trend | 'mixed' | CannotTell {
  const read = readAll(values);
  if ('cannotTell' in read) return read;
  if (read.length < 2) return { cannotTell: 'there is no figure before this one' };
  const steps = read.slice(1).map((value, i) => Math.sign(gain(read[i], value, better)));
  if (steps.every((step) => step === 0)) return 'steady';
  if (steps.every((step) => step >= 0)) return 'improving';
  return steps.every((step) => step <= 0) ? 'falling' : 'mixed';
}

/** A word for a trend that the figures deny: they point the other way, all of them, and there are at least `fewest`. */
export function contradicts(word: string, values: readonly string[], better: Better, fewest = 3): boolean | CannotTell {
  if (values.length < fewest) return { cannotTell: 'there are too few figures to see a trend' };
  const trend = trendOf(values, better);
  if (typeof trend === 'object') return trend;
  return (word === 'improving' && trend === 'falling') || (word === 'falling' && trend === 'improving');
}

/** Figures that got worse each time but still keep a promise, and what comes next at the pace they had. */
export interface Drift {
  readonly missesNext: boolean;
  /** "99.98 %, 99.95 %, 99.91 %: next 99.875 %, promised 99.9 %" */
  readonly working: string;
}

/** Whether figures that fall each time miss the promise next time, at their mean pace. Not where one rose or stayed, or where the last one missed. */
export function driftOf(values: readonly string[], promised: string, better: Better, fewest = 3): Drift | CannotTell {
  const read = readAll([...values, promised]);
  if ('cannotTell' in read) return read;
  const [figures, target] = [read.slice(0, -1), read.at(-1)];
  const [first, last] = [figures[0], figures.at(-1)];
  if (figures.length < fewest || !first || !last || !target) return { cannotTell: 'there are too few figures to see a trend' };
  const falls = figures.slice(1).every((value, i) => gain(figures[i], value, better) < 0);
  const next = last.number.plus(last.number.minus(first.number).dividedBy(figures.length - 1));
  const misses = (number: Decimal) => (better === 'more' ? number.lessThan(target.number) : number.greaterThan(target.number));
  const unit = { percentage: ' %', quantity: last.unit && ` ${last.unit}`, duration: '' }[last.sort];
  const shown =
    last.sort === 'duration'
      ? `${next.times(100).dividedBy(last.number).toDecimalPlaces(0)} % of the last`
      : `${next.toDecimalPlaces(4).toFixed()}${unit}`;
  return {
    missesNext: falls && !misses(last.number) && misses(next),
    working: `${figures.map(({ text }) => text).join(', ')}: next ${shown}, promised ${target.text}`,
  };
}

/** How many at the end of a list hold in a row. */
export function inARow<T>(list: readonly T[], holds: (item: T) => boolean): number {
  return list.length - 1 - list.findLastIndex((item) => !holds(item));
}

function readAll(values: readonly string[]): readonly Measure[] | CannotTell {
  const read: Measure[] = [];
  for (const text of values) {
    const measure = parseMeasure(text);
    if (!measure) return { cannotTell: `"${text}" is no number with its unit` };
    if (read[0] && (read[0].unit !== measure.unit || compareMeasures(read[0], measure) === undefined)) {
      return { cannotTell: `${read[0].text} and ${measure.text} are not alike` };
    }
    read.push(measure);
  }
  return read;
}

function gain(before: Measure | undefined, after: Measure, better: Better): number {
  const order = before ? after.number.comparedTo(before.number) : 0;
  return better === 'more' ? order : -order;
}
