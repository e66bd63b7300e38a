// Amounts added up and held against a limit. Must not know workloads, capacity or times.

import { Decimal } from 'decimal.js';
import { parseMeasure } from './measure';
import { minutesIn, minutesInWords } from './minutes';
import type { CannotTell } from './told';

/**
 * Whether amounts come to more than a limit: "900 tickets + 300 tickets = 1200 tickets". All of them times, or of one unit; a plain
 * number goes with any unit that isn't a time or a percentage.
 */
export function sumAgainst(parts: readonly string[], limit: string): { readonly isMore: boolean; readonly working: string } | CannotTell {
  if (parts.length === 0) return { cannotTell: 'there is nothing to add up' };
  const [most, ...terms] = [limit, ...parts].map(amountOf);
  const unread = [limit, ...parts].find((text) => !amountOf(text));
  if (!most || unread !== undefined) return { cannotTell: `"${unread ?? limit}" is no number with its unit` };
  const units = new Set([most, ...terms].flatMap((amount) => (amount && amount.unit !== '' ? [amount.unit] : [])));
  const isMixed = units.size > 1 || (NOT_ALONE.some((unit) => units.has(unit)) && [most, ...terms].some((amount) => amount?.unit === ''));
  if (isMixed || (units.has('next business day') && parts.length > 1)) {
    return { cannotTell: `${[limit, ...parts].join(', ')} can't be added up` };
  }
  const sum = terms.reduce((total, amount) => total.plus(amount?.number ?? 0), new Decimal(0));
  const working = parts.length > 1 ? `${parts.join(' + ')} = ${inWords(sum, [...units][0] ?? '')}` : parts.join();
  return { isMore: sum.greaterThan(most.number), working };
}

/** Units that a plain number can't be meant in. */
const NOT_ALONE = ['%', 'min', 'month', 'working day', 'next business day'];

function amountOf(text: string): { readonly number: Decimal; readonly unit: string } | undefined {
  const minutes = minutesIn(text);
  return minutes ? { number: minutes, unit: 'min' } : parseMeasure(text);
}

function inWords(sum: Decimal, unit: string): string {
  if (unit === 'min') return minutesInWords(sum);
  const isPlural = (unit === 'month' || unit === 'working day') && !sum.equals(1);
  return [sum.toFixed(), unit && `${unit}${isPlural ? 's' : ''}`].filter(Boolean).join(' ');
}
