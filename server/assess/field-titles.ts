// Fields by their plain names, for sentences. Must not know any kind or field by name.
import { isObject, type Path, schemaAt, valueAtPath } from '../knowledge/schema';
import type { Json, Kind } from '../knowledge/types';

/** A field by its key, and its plain name where that says more: "window" (time it is counted over). */
export function fieldWords(kind: Kind | undefined, path: Path): string {
  const key = String(path.at(-1) ?? '');
  const title = kind && schemaAt(kind.schema, path)?.title;
  return title === undefined || title === key ? `"${key}"` : `"${key}" (${title})`;
}

/**
 * The way to a field by plain names: "service target availability: time it is counted over". An item goes by its own id or name, else
 * by its place: "days that differ, item 2".
 */
export function wayWords(kind: Kind | undefined, path: Path, data: Json): string {
  const steps = path.flatMap((key, i) => {
    const way = path.slice(0, i + 1);
    if (typeof key === 'number') return [itemWords(kind, way, data) ?? `item ${key + 1}`];
    return typeof path[i + 1] === 'number' && itemWords(kind, path.slice(0, i + 2), data) ? [] : [titleAt(kind, way)];
  });
  return steps.length < 2 ? steps.join('') : `${steps.slice(0, -1).join(', ')}: ${steps.at(-1)}`;
}

/** "service target availability"; undefined where an item has no name of its own. */
function itemWords(kind: Kind | undefined, path: Path, data: Json): string | undefined {
  const item = valueAtPath(data, path);
  const title = kind && schemaAt(kind.schema, path)?.title;
  if (typeof item === 'string') return title ? `${title} ${item}` : item;
  const name = isObject(item) ? (item.id ?? item.name) : undefined;
  return typeof name === 'string' && title ? `${title} ${name}` : undefined;
}

/** A field's plain name; without one its key, as words: `dependsOn` → "depends on". */
function titleAt(kind: Kind | undefined, path: Path): string {
  const key = String(path.at(-1) ?? '');
  return (kind && schemaAt(kind.schema, path)?.title) ?? key.replace(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`);
}
