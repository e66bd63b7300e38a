// Which versions of an agreement or plan something means: those in force on its own day or period, not today's.
// Must not know what is judged by them.
import { isObject } from '../knowledge/schema';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { inForce } from './standing';

interface Days {
  readonly from: string;
  readonly to: string;
}

/** The days a thing stands for: its period, its own from and to, or its one day. */
export function span(thing: Thing, reader: Reader): Days | undefined {
  for (const period of [reader.at(thing, 'period'), reader.at(thing)]) {
    const [from, to] = [period.get('from').value, period.get('to').value];
    if (typeof from === 'string' && typeof to === 'string') return { from, to };
  }
  return thing.day === undefined ? undefined : { from: thing.day, to: thing.day };
}

/**
 * Of things of one sort and id those that a record means: the versions in force on its day, or on any day of its period. All of them
 * where there is but one, where the record has no days, and where no version was in force on any of them.
 */
export function meantBy(record: Thing, things: readonly Thing[], reader: Reader): readonly Thing[] {
  const days = span(record, reader);
  if (things.length < 2 || !days || !record.event) return things;
  const held = things.filter((t) => t.frame.form !== 'controlled' || holdsWithin(t, days));
  return held.length > 0 ? held : things;
}

/** A record that is about an agreement or plan is about this version of it. */
export const means = (record: Thing, version: Thing, reader: Reader): boolean =>
  version.frame.form !== 'controlled' || meantBy(record, reader.find(version.sort, version.id), reader).includes(version);

/** In force on the first or last day, or coming into force in between. */
function holdsWithin(thing: Thing, { from, to }: Days): boolean {
  const starts = [thing.frame.says.valid, thing.frame.says.term].flatMap((v) =>
    isObject(v) && typeof v.from === 'string' ? [v.from] : [],
  );
  const days = [from, to, ...starts.filter((day) => day > from && day < to)];
  return days.some((day) => inForce(thing, day));
}
