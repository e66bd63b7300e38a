// What a record of some period lists of other days: it would be counted nowhere, or twice. Which day counts, and which one ends it,
// is said by the schema (`x-date`, `x-order`). Must not know any kind by name.
import { formats } from '../knowledge/formats';
import { isObject, valueAt } from '../knowledge/schema';
import type { Json, JsonObject, Schema } from '../knowledge/types';
import type { EvidenceDocument } from '../model/document';
import type { Finding } from './finding';
import type { Say } from './say';

/** What began before the period and is still open, or ended in it, is in order. */
export function outsidePeriod({ data, kind, key: doc }: EvidenceDocument, because: string, say: Say): Finding[] {
  const [from, to] = ['from', 'to'].map((field) => dayOf(valueAt(data.period, field)));
  if (kind.form !== 'record' || from === undefined || to === undefined || to < from) return [];
  return Object.entries(data).flatMap(([field, list]) => {
    const item = kind.schema.properties.get(field)?.items;
    const date = item?.['x-date'];
    if (!Array.isArray(list) || !item || date === undefined) return [];
    return (list as readonly Json[]).flatMap((entry, i): Finding[] => {
      const day = isObject(entry) ? dayOf(entry[date]) : undefined;
      if (!isObject(entry) || day === undefined || (day <= to && !isOver(entry, item, date, from))) return [];
      const values = { name: typeof entry.id === 'string' ? `"${entry.id}"` : `Entry ${i + 1}`, day, from, to };
      const period = { at: { doc, path: ['period'], on: 'value' as const }, message: because };
      return say('outside-period', [field, i, date], 'value', values).map((f) => ({ ...f, because: [period] }));
    });
  });
}

/** It was over before a day. One that nothing says the end of may still go on, unless it has no length at all. */
function isOver(entry: JsonObject, item: Schema, date: string, day: string): boolean {
  const ends = (item['x-order'] ?? []).flatMap(([first, last]) => (first === date ? [last] : []));
  const last = ends.map((field) => dayOf(entry[field]) ?? '');
  const begun = dayOf(entry[date]) ?? '';
  return begun < day && last.every((end) => end !== '' && end < day);
}

const dayOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && formats.moment(value) ? value.slice(0, 10) : undefined;
