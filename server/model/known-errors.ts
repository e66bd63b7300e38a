// What is to fix a known error, and whether it was done. Must not know what is found about it.
import { compareDates } from '../arithmetic/dates';
import { dayAt } from './approval';
import type { Thing } from './pack';
import type { Reader } from './reader';

/** The change by which it goes away; undefined where none is named, or there is no such change. */
export function fixOf(error: Thing, pack: Reader): Thing | undefined {
  const id = pack.at(error, 'change').text;
  return id === undefined ? undefined : pack.find('change-record', id)[0];
}

/** The day on which a change was carried out, up to today. Without that day one that is closed counts as carried out then. */
export function carriedOut(change: Thing, pack: Reader): string | undefined {
  const day = dayAt(pack.at(change, 'implemented')) ?? dayAt(pack.at(change, 'closed'));
  return day !== undefined && compareDates(day, pack.today()) <= 0 ? day : undefined;
}
