// When use reaches a level of what is provided, with what is added until then. Must not know resources, plans or today.

import { Decimal } from 'decimal.js';
import { compareDates } from './dates';
import { type Measure, parseMeasure } from './measure';

/** So much is used by a day: an amount, or a percentage of the capacity that there is at first. */
export interface Use {
  readonly by: string;
  readonly value: string;
}

/** So much more is there from a day on. */
export interface Addition {
  readonly on: string;
  readonly adds: string;
}

/**
 * The first use, by day, that reaches a level: a percentage of the capacity there is on that day, or an amount, which rises with what
 * is added. Undefined where none does; `unlike` where figures can't be compared, for want of a capacity or of a common unit. An
 * amount without a unit is taken to be in that of the others.
 */
export function firstReaching<T extends Use>(
  uses: readonly T[],
  level: string,
  capacity: string | undefined,
  additions: readonly Addition[] = [],
): T | 'unlike' | undefined {
  const unit = unitOf([capacity, level, ...uses.map((u) => u.value), ...additions.map((a) => a.adds)]);
  const provided = capacity === undefined ? undefined : parseMeasure(capacity);
  const wanted = parseMeasure(level);
  if (unit === undefined || !wanted || (capacity !== undefined && !provided)) return 'unlike';
  for (const use of [...uses].sort((a, b) => compareDates(a.by, b.by))) {
    const value = parseMeasure(use.value);
    const more = sum(additions.filter(({ on }) => compareDates(on, use.by) <= 0));
    const [used, limit] = [value && amount(value, provided, NOTHING), more && amount(wanted, provided, more)];
    if (!used || !limit || used.isShare !== limit.isShare) return 'unlike';
    if (used.of.greaterThanOrEqualTo(limit.of)) return use;
  }
  return undefined;
}

const NOTHING = new Decimal(0);

interface Amount {
  readonly of: Decimal;
  /** Of a capacity that nobody says. */
  readonly isShare: boolean;
}

/** A percentage as an amount, where the capacity is known; of an unknown one it can be compared with another as long as nothing is added. */
function amount(measure: Measure, capacity: Measure | undefined, more: Decimal): Amount | undefined {
  if (measure.sort !== 'percentage') return { of: measure.number.plus(more), isShare: false };
  if (capacity) return { of: measure.number.times(capacity.number.plus(more)).dividedBy(100), isShare: false };
  return more.isZero() ? { of: measure.number, isShare: true } : undefined;
}

function sum(additions: readonly Addition[]): Decimal | undefined {
  const amounts = additions.map(({ adds }) => parseMeasure(adds));
  return amounts.every((m) => m !== undefined) ? amounts.reduce((total, m) => total.plus(m.number), NOTHING) : undefined;
}

/** The one unit of all amounts, "" where none is written; undefined where there are several, or one is no figure. */
function unitOf(texts: readonly (string | undefined)[]): string | undefined {
  const measures = texts.filter((text) => text !== undefined).map(parseMeasure);
  if (measures.includes(undefined)) return undefined;
  const units = new Set(measures.flatMap((m) => (m && m.sort !== 'percentage' && m.unit !== '' ? [m.unit] : [])));
  return units.size > 1 ? undefined : ([...units][0] ?? '');
}
