// Whether a contract goes on by itself unless somebody gives notice, and by when. Must not know what is said about it.
import { addDays, compareDates } from '../arithmetic/dates';
import { type TermEnd, termEnd, termPeriods } from '../arithmetic/term';
import { formats } from '../knowledge/formats';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { termOf } from './standing';

export interface Renewal {
  /** The last day of the term that runs today. */
  readonly end: string;
  /** The last day for notice. May be past. */
  readonly noticeBy: string;
  /** The last day of the term that follows unless notice is given. */
  readonly goesOnTo: string;
}

/** The next tacit renewal that nobody has decided on; undefined where there is none, or no period of notice is agreed. */
export function openRenewal(contract: Thing, pack: Reader): Renewal | undefined {
  const term = termOf(contract.frame.says.term);
  const { end, noticeBy }: TermEnd = termEnd(term, pack.today());
  if (end === undefined || noticeBy === undefined) return undefined;
  const periods = termPeriods(term, addDays(end, 1));
  const running = periods.findIndex((p) => p.to === end);
  const [now, next] = [periods[running], periods[running + 1]];
  if (!now || !next || isDecided(contract, now.from, pack)) return undefined;
  return { end, noticeBy, goesOnTo: next.to };
}

function isDecided(contract: Thing, since: string, pack: Reader): boolean {
  const on = pack.at(contract, 'term', 'renewalDecision', 'on').text;
  return on !== undefined && formats.date(on) && compareDates(on, since) >= 0;
}
