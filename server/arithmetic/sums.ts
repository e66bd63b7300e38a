// Amounts added up and held against a limit. Must not know workloads, capacity or times.

import { Decimal } from 'decimal.js';
import { compareMeasures, type Measure, parseMeasure } from './measure';
import { minutesIn, minutesInWords } from './minutes';
import type { CannotTell } from './told';

/** Whether amounts come to more than a limit: "900 tickets + 300 tickets = 1200 tickets". All durations, or all of one unit; a plain number goes with any unit. */
export function sumAgainst(parts: readonly string[], limit: string): { readonly isMore: boolean; readonly working: string } | CannotTell {
  const read: Measure[] = [];
  for (const text of [limit, ...parts]) {
    const measure = parseMeasure(text);
    if (!measure) return { cannotTell: `"${text}" is no number with its unit` };
    read.push(measure);
  }
  const [most, ...terms] = read;
  if (!most || terms.length === 0) return { cannotTell: 'there is nothing to add up' };
  const units = new Set(read.map(({ unit }) => unit).filter((unit) => unit !== ''));
  const isTime = read.every((m) => m.sort === 'duration');
  const unlike = units.size > 1 && !(isTime && read.every((m) => compareMeasures(m, most) !== undefined));
  if (unlike || new Set(read.map(({ sort }) => sort)).size > 1)
    return { cannotTell: `${read.map(({ text }) => text).join(', ')} are not alike` };
  const number = (m: Measure) => (units.size > 1 ? (minutesIn(m.text) ?? m.number) : m.number);
  const sum = terms.reduce((total, m) => total.plus(number(m)), new Decimal(0));
  const minutes = isTime ? terms.map((m) => minutesIn(m.text)) : [];
  const inMinutes =
    minutes.every((m) => m !== undefined) && isTime ? minutes.reduce((total, m) => total.plus(m), new Decimal(0)) : undefined;
  const words = inMinutes
    ? minutesInWords(inMinutes)
    : `${sum.toFixed()}${isTime || units.size === 0 ? wordOf(most, sum) : ` ${[...units][0]}`}`;
  const working = terms.length > 1 ? `${terms.map(({ text }) => text).join(' + ')} = ${words}` : (terms[0]?.text ?? '');
  return { isMore: sum.greaterThan(number(most)), working };
}

/** Of times that aren't minutes: " months", " working days". */
const wordOf = ({ sort, unit }: Measure, sum: Decimal): string => (sort === 'duration' ? ` ${unit}${sum.equals(1) ? '' : 's'}` : '');
