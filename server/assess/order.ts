// Days and moments that stand in the wrong order: what ends before it begins. Which belong together is said by the schema (`x-order`).
// Must not know any kind by name.
import { dayOfWeek } from '../arithmetic/dates';
import { formats } from '../knowledge/formats';
import { isObject, type Path, stepInto, valueAt } from '../knowledge/schema';
import type { Json, Schema } from '../knowledge/types';
import type { Finding } from './finding';
import type { Say } from './say';

/** Everywhere in a value, rows of exports included; of a day that is too early for several others it is said once. */
export function orderFindings(value: Json, schema: Schema | undefined, path: Path, because: string, doc: string, say: Say): Finding[] {
  if (!schema) return [];
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => orderFindings(item, schema.items, [...path, i], because, doc, say));
  if (!isObject(value)) return [];
  const wrong = (schema['x-order'] ?? []).filter(([first, key]) => isBefore(valueAt(value, key), valueAt(value, first)));
  return [
    ...wrong
      .filter(([, key], i) => wrong.findIndex(([, other]) => other === key) === i)
      .flatMap(([first, key]) => {
        const values = { key, found: String(valueAt(value, key)), first, day: String(valueAt(value, first)) };
        const other = { at: { doc, path: [...path, first], on: 'value' as const }, message: because };
        return say('ends-before-it-begins', [...path, key], 'value', values).map((f) => ({ ...f, because: [other] }));
      }),
    ...Object.entries(value).flatMap(([key, below]) =>
      typeof below === 'object' ? orderFindings(below, stepInto(schema, key, value), [...path, key], because, doc, say) : [],
    ),
  ];
}

function isBefore(later: Json | undefined, earlier: Json | undefined): boolean {
  if (typeof later !== 'string' || typeof earlier !== 'string' || !formats.moment(later) || !formats.moment(earlier)) return false;
  const [end, start] = [later, earlier].map((m) => m.replace('T', ' '));
  const length = Math.min(later.length, earlier.length);
  return (end ?? '').slice(0, length) < (start ?? '').slice(0, length) && !mayComeTwice(end ?? '', start ?? '');
}

/** In the night in which clocks are put back, 02:10 may come after 02:50. That is on a Sunday, before four in the morning, nearly everywhere. */
function mayComeTwice(end: string, start: string): boolean {
  const [day, at] = [start.slice(0, 10), start.slice(11)];
  if (at === '' || end.slice(0, 10) !== day || at >= '04:00' || dayOfWeek(day) !== 7) return false;
  return minutes(at) - minutes(end.slice(11)) < 60;
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
