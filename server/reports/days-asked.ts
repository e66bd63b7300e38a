// The words for a day or a period that coverage is asked about. Must not know who asks, nor judge anything.
import type { Period } from '../arithmetic/periods';

export interface DaysAsked {
  /** YYYY-MM-DD */
  readonly on?: string;
  readonly period?: Period;
}

/** Why nothing can be said of what has not begun by today (YYYY-MM-DD), in words; undefined where it has. */
export function stillToCome({ on, period }: DaysAsked, today: string): string | undefined {
  const begins = on ?? period?.from;
  if (begins === undefined || begins <= today) return undefined;
  const what = period ? `The period from ${period.from} to ${period.to}` : begins;
  return `${what} is still to come: today is ${today}, and evidence shows what was, not what will be.`;
}

/** "from 2026-01-01 to 2026-12-31"; of one that still runs, with the day up to which it was judged. */
export function periodWords({ from, to }: Period, judged: Period | undefined): string {
  const soFar = judged && judged.to < to ? `, judged as far as it is over: up to ${judged.to}` : '';
  return `from ${from} to ${to}${soFar}`;
}
