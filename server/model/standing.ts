// Whether a document counts on a day: agreed and in force, a draft, or neither. And which day a record stands for.
// The words of format.md, "Time and status".
import { type ContractTerm, termHolds } from '../arithmetic/term';
import { formats } from '../knowledge/formats';
import { isObject, valueAt } from '../knowledge/schema';
import type { Json } from '../knowledge/types';
import { auditPeriodOf } from './manifest';
import type { Thing } from './pack';
import type { Reader } from './reader';

/** `counts`: it proves and can be at fault. `draft`: its gaps are hints. `no`: withdrawn, not yet or no longer in force, out of the audit period. */
export type Standing = 'counts' | 'draft' | 'no';

const day = (value: Json | undefined): string | undefined => (typeof value === 'string' && formats.date(value) ? value : undefined);

export function standing(thing: Thing, reader: Reader, anyPeriod = false): Standing {
  const { form, says } = thing.frame;
  if (thing.event && isToCome(thing, reader)) return 'no';
  if (thing.event && !anyPeriod && !inAuditPeriod(thing.day, reader)) return 'no';
  if (form !== 'controlled') return 'counts';
  if (says.status === 'withdrawn') return 'no';
  if (says.status !== 'agreed') return 'draft';
  return inForce(thing, reader.today()) ? 'counts' : 'no';
}

/** Its `valid` or `term` holds on that day (YYYY-MM-DD); a document without dates always does. */
export function inForce(thing: Thing, day: string): boolean {
  const { valid, term } = thing.frame.says;
  return holdsOn(valid, day) && holdsOn(term, day);
}

/** A `valid` ({from, to}, both inclusive) or a `term` ({from, initial, renewal, …}) holds on that day; nothing written holds. */
export function holdsOn(value: Json | undefined, day: string): boolean {
  if (!isObject(value)) return true;
  return termHolds(termOf(value), day);
}

/** Dates and intervals as texts; what is anything else is left out. */
export const termOf = (value: Json | undefined): ContractTerm =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([, v]) => typeof v === 'string')) : {};

/** The first day of what has dates, of an event its own day. Undefined: long ago, also where only the list it stands in has a first day. */
export const startOf = ({ data: { valid, term }, day: own }: Thing): string | undefined =>
  [valid, term].flatMap((v) => day(valueAt(v, 'from')) ?? [])[0] ?? own;

/** Its one day hasn't come yet: what is planned proves nothing. A period may still be running. */
const isToCome = (thing: Thing, reader: Reader): boolean =>
  thing.day !== undefined && thing.data.period === undefined && thing.path.length === 0 && thing.day > reader.today();

/** What has no day is not left out. */
const inAuditPeriod = (day: string | undefined, reader: Reader): boolean => day === undefined || termHolds(auditPeriodOf(reader), day);
