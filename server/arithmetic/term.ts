// When an agreement holds: dates from and to, and a contract's term with its renewals. Days are inclusive at both ends.
// Must not know kinds of documents or their status. What isn't written, or can't be read, sets no bound.

import { formats } from '../knowledge/formats';
import { addDays, compareDates } from './dates';
import { addInterval, type Interval, parseInterval } from './interval';
import type { Period } from './periods';

/** First and last day as text, both inclusive. */
export interface Valid {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A contract's term as text: durations, and days. With `to` it ends on that day, whatever renewals would say. */
export interface ContractTerm extends Valid {
  readonly initial?: string | undefined;
  readonly renewal?: string | undefined;
  readonly notice?: string | undefined;
  /** A year from 1 July ends on the next 1 July, where the contract says so; else, as usual, on the day before. */
  readonly throughAnniversary?: boolean;
}

export type State = 'not yet' | 'in force' | 'expired';

export interface TermEnd {
  /** The last day of the running period (the first one that ends today or later); undefined where the term is open. */
  readonly end: string | undefined;
  /** The last day of the initial term, from which the renewals were walked. */
  readonly initialEnd: string | undefined;
  /** How often it has been renewed by then; 0 where the end is fixed. */
  readonly renewals: number;
  /** It goes on after `end` unless somebody gives notice. */
  readonly renewsTacitly: boolean;
  /** The last day on which notice can be given for `end`, where it renews tacitly and a notice is agreed. May be past. */
  readonly noticeBy?: string;
}

/** How a day lies to the days from which and to which something is valid. */
export function validState(valid: Valid, day: string): State {
  const [from, to] = [readDay(valid.from), readDay(valid.to)];
  if (from !== undefined && compareDates(day, from) < 0) return 'not yet';
  return to !== undefined && compareDates(day, to) > 0 ? 'expired' : 'in force';
}

/** How a day lies to a contract's term: one that renews tacitly stays in force until it has a `to`. */
export function termState(term: ContractTerm, day: string): State {
  return validState({ from: term.from, to: fixedEnd(term) }, day);
}

export function termHolds(term: ContractTerm, day: string): boolean {
  return termState(term, day) === 'in force';
}

/** The last day after which the contract certainly ends: its `to`, or the end of a term without renewal. Else undefined. */
export function fixedEnd(term: ContractTerm): string | undefined {
  const periods = readPeriods(term);
  return readDay(term.to) ?? (periods?.renewal ? undefined : periods && endAfter(periods, 0));
}

/**
 * The end of the period that runs today, renewals walked. The initial term ends on the day before `from` + `initial`, each
 * renewal counts from `from`, so that ends of months don't creep. Before the term has begun, the end of the initial term.
 */
export function termEnd(term: ContractTerm, today: string): TermEnd {
  const periods = readPeriods(term);
  const initialEnd = periods && endAfter(periods, 0);
  const to = readDay(term.to);
  if (to !== undefined || !periods?.renewal) return { end: to ?? initialEnd, initialEnd, renewals: 0, renewsTacitly: false };
  const renewals = firstThat((times) => compareDates(endAfter(periods, times), today) >= 0);
  const end = endAfter(periods, renewals);
  const notice = readInterval(term.notice);
  return { end, initialEnd, renewals, renewsTacitly: true, ...(notice && { noticeBy: addInterval(addDays(end, 1), notice, -1) }) };
}

/** The initial term and each renewal that begins by a day, in order, without a day between two; at most `most`. With a fixed last day, until it. */
export function termPeriods(term: ContractTerm, until: string, most = 200): readonly Period[] {
  const periods = readPeriods(term);
  const to = readDay(term.to);
  const found: Period[] = [];
  for (let next = periods?.from; periods && next && compareDates(next, until) <= 0 && found.length < most; ) {
    const end = endAfter(periods, found.length);
    const isLast = to !== undefined && compareDates(to, end) <= 0;
    if (compareDates(end, next) < 0) break;
    found.push({ from: next, to: isLast ? to : end });
    next = isLast || !periods.renewal ? undefined : addDays(end, 1);
  }
  return found;
}

interface Periods {
  readonly from: string;
  readonly initial: Interval;
  readonly renewal: Interval | undefined;
  /** How many days before its anniversary a period ends. */
  readonly before: 0 | 1;
}

/** Undefined where the term doesn't say when it begins or how long it is at first. A renewal for no time is none. */
function readPeriods(term: ContractTerm): Periods | undefined {
  const [from, initial, renewal] = [readDay(term.from), readInterval(term.initial), readInterval(term.renewal)];
  if (from === undefined || !initial) return undefined;
  return { from, initial, renewal: renewal && renewal.count > 0 ? renewal : undefined, before: term.throughAnniversary ? 0 : 1 };
}

/** The last day after so many renewals. */
function endAfter({ from, initial, renewal, before }: Periods, renewals: number): string {
  if (renewal?.unit === initial.unit) {
    return addDays(addInterval(from, { ...initial, count: initial.count + renewals * renewal.count }), -before);
  }
  const first = addInterval(from, initial);
  return addDays(renewal ? addInterval(first, renewal, renewals) : first, -before);
}

/** The smallest number for which a condition holds that, once it holds, holds for all greater ones. */
function firstThat(holds: (number: number) => boolean): number {
  if (holds(0)) return 0;
  let [low, high] = [0, 1];
  // A renewal is at least a day, and no day is further away than this many.
  while (!holds(high) && high < 2 ** 22) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function readDay(text: string | undefined): string | undefined {
  return text !== undefined && formats.date(text) ? text : undefined;
}

function readInterval(text: string | undefined): Interval | undefined {
  return text === undefined ? undefined : parseInterval(text);
}
