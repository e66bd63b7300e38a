// Periods as people write them: two days, a year, a half, a quarter or a month, read as a first and a last day. Must not know what the
// period is for, nor today.
import { formats } from './formats';
import { meant } from './meant';

export interface ReadPeriod {
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
}

/** The day that a text can only mean, as YYYY-MM-DD; undefined where it may mean several, or none. */
export function dayMeant(text: string): string | undefined {
  if (formats.date(text)) return text;
  // A day with more behind it than the time was not meant as a day alone.
  if (/\d\s+(?!\d{1,2}:)\D/.test(text) && /^\d{4}\D/.test(text)) return undefined;
  const { to, certain } = meant('date', text);
  return certain ? to[0] : undefined;
}

/** The period that a text can only mean; it may end before it begins, where it was written so. */
export function periodMeant(text: string): ReadPeriod | undefined {
  const plain = text.trim();
  const stretch = calendarStretch(plain);
  if (stretch) return stretch;
  for (const between of BETWEEN) {
    const [one = '', two, ...more] = plain.split(between);
    const [from, to] = more.length > 0 || two === undefined ? [] : [endsOf(one), endsOf(two)];
    if (from && to) return { from: from.from, to: to.to };
  }
  return undefined;
}

const BETWEEN = [/(?<=\.\d{4})-(?=\d)/, /\s*(?:\.\.|–|—)\s*/, /\s+(?:to|until|till|-)\s+/i, /\s*\/\s*/, /:/];

function endsOf(text: string): ReadPeriod | undefined {
  const day = dayMeant(text.trim());
  return day === undefined ? calendarStretch(text.trim()) : { from: day, to: day };
}

/** A whole year, half, quarter or month of the calendar. */
function calendarStretch(text: string): ReadPeriod | undefined {
  const [, year, part = ''] =
    /^([12]\d{3})(?:[-/. ]?(Q[1-4]|H[12])|-(0[1-9]|1[0-2]))?$/i.exec(text.replace(/^([QH][1-4])[-/. ]?([12]\d{3})$/i, '$2-$1')) ?? [];
  if (year === undefined) return undefined;
  const month = /^\d{4}-(\d\d)$/.exec(text)?.[1];
  const [length, which] = month === undefined ? lengthOf(part) : [1, Number(month)];
  const first = length * (which - 1) + 1;
  const last = new Date(Date.UTC(Number(year), first - 1 + length, 0)).toISOString().slice(0, 10);
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: last };
}

/** In months, and which one of the year. */
function lengthOf(part: string): readonly [length: number, which: number] {
  if (part === '') return [12, 1];
  return [/^q/i.test(part) ? 3 : 6, Number(part.slice(1))];
}
