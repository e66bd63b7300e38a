// Whether a document counts on a day: agreed and in force, a draft, or neither. And which day a record stands for.
// The words of format.md, "Time and status".
import { LAST_DAY } from '../arithmetic/dates';
import { type ContractTerm, termHolds, termState } from '../arithmetic/term';
import { formats } from '../knowledge/formats';
import { isObject, valueAt } from '../knowledge/schema';
import type { Json } from '../knowledge/types';
import { auditPeriodOf } from './manifest';
import type { Thing } from './pack';
import type { Reader } from './reader';

/** `counts`: it proves and can be at fault. `draft`: its gaps are hints. `no`: withdrawn, not yet or no longer in force, out of the audit period. */
export type Standing = 'counts' | 'draft' | 'no';

const day = (value: Json | undefined): string | undefined => (typeof value === 'string' && formats.date(value) ? value : undefined);

export const standing = (thing: Thing, reader: Reader, anyPeriod = false): Standing =>
  standsBy(thing, reader, anyPeriod, () => inForce(thing, reader.today()));

/** As `standing`, but by the versions that were there: one that came later stands in for the older one that is written nowhere. */
export function stood(thing: Thing, reader: Reader, anyPeriod = false): Standing {
  const was = presence(thing, reader);
  return was === 'not yet' ? 'no' : standsBy(thing, reader, anyPeriod, () => was === 'later' || inForce(thing, reader.today()));
}

function standsBy(thing: Thing, reader: Reader, anyPeriod: boolean, held: () => boolean): Standing {
  const { form, says } = thing.frame;
  if (thing.event && isToCome(thing, reader)) return 'no';
  if (thing.event && !anyPeriod && !inAuditPeriod(thing.day, reader)) return 'no';
  if (form !== 'controlled') return 'counts';
  if (says.status === 'withdrawn') return 'no';
  if (says.status !== 'agreed') return 'draft';
  return held() ? 'counts' : 'no';
}

/** Its `valid` or `term` holds on that day (YYYY-MM-DD); a document without dates always does. */
export function inForce(thing: Thing, day: string): boolean {
  const { valid, term } = thing.frame.says;
  return holdsOn(valid, day) && holdsOn(term, day);
}

/** Why an agreement or plan doesn't hold on a day, by its own status and dates; undefined where it does, or where it has neither. */
export function idleness({ frame: { form, says } }: Thing, on: string): 'ended' | 'to come' | 'draft' | 'withdrawn' | undefined {
  if (form !== 'controlled') return undefined;
  if (says.status !== 'agreed') return says.status === 'withdrawn' ? 'withdrawn' : 'draft';
  const states = [says.valid, says.term].map((value) => termState(termOf(value), on));
  return states.includes('expired') ? 'ended' : states.includes('not yet') ? 'to come' : undefined;
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
export const startOf = (thing: Thing, reader: Reader): string | undefined =>
  ['valid', 'term'].flatMap((field) => day(reader.at(thing, field, 'from').value) ?? [])[0] ?? thing.day;

/**
 * Its day hasn't come yet: what is planned proves nothing. A period may still be running, but one that is over by now was not there
 * on a day within it.
 */
function isToCome(thing: Thing, reader: Reader): boolean {
  const { day: own, path, frame } = thing;
  if (own === undefined || own <= reader.today()) return false;
  if (own <= reader.now()) return true;
  if (path.length > 0) return own !== frame.day;
  const period = reader.at(thing, 'period');
  const from = day(period.get('from').value);
  return period.value === undefined || (from !== undefined && from > reader.today());
}

/**
 * Whether the version that is written here was there today, by the history and dates of its document: `later` where an older one that
 * is written nowhere held instead. A document without such days was there.
 */
export function presence(thing: Thing, reader: Reader): 'there' | 'later' | 'not yet' {
  const { came, begun, says } = thing.frame;
  const today = reader.today();
  const isAhead = came !== undefined && came > today;
  // What was in force before a version that is made already is asked only where one looks back.
  const holdsLater = reader.lookBack.now !== undefined && (day(valueAt(says.valid, 'from')) ?? '') > today;
  if (!isAhead && !holdsLater) return 'there';
  const instead = begun !== undefined && begun <= today ? versionBefore(thing, today, reader) : undefined;
  if (instead === undefined || reader.find(thing.frame.kind, thing.frame.id).some((v) => v.frame.says.version === instead))
    return isAhead ? 'not yet' : 'there';
  return 'later';
}

/** The version that came before the one at the head, and on that day at the latest. */
function versionBefore(thing: Thing, today: string, reader: Reader): Json | undefined {
  const root = reader.root(thing);
  const older = (root ? reader.at(root, 'history').items : []).filter((line) => {
    const version = line.get('version').value;
    return version !== undefined && version !== thing.frame.says.version && (day(line.get('on').value) ?? LAST_DAY) <= today;
  });
  return older.at(-1)?.get('version').value;
}

/** What has no day is not left out. */
const inAuditPeriod = (day: string | undefined, reader: Reader): boolean => day === undefined || termHolds(auditPeriodOf(reader), day);
