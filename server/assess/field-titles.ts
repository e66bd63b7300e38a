// Fields by their plain names, for sentences. Must not know any kind or field by name.
import { type Path, schemaAt } from '../knowledge/schema';
import type { Kind } from '../knowledge/types';
import { At } from '../model/at';
import type { EvidenceDocument } from '../model/document';
import { isWritten } from '../model/written';

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
export function wayWords(kind: Kind | undefined, path: Path, at: (path: Path) => At): string {
  const steps = path.flatMap((key, i) => {
    const way = path.slice(0, i + 1);
    if (typeof key === 'number') return [itemWords(kind, way, at) ?? `item ${key + 1}`];
    return typeof path[i + 1] === 'number' && itemWords(kind, path.slice(0, i + 2), at) ? [] : [titleAt(kind, way)];
  });
  return steps.length < 2 ? steps.join('') : `${steps.slice(0, -1).join(', ')}: ${steps.at(-1)}`;
}

/** The same in a document as it is written. */
export const wayIn = ({ kind, key, data }: EvidenceDocument, path: Path): string =>
  wayWords(kind, path, (way) => new At(key, [], data).get(...way));

/** "service target availability"; undefined where an item has no name of its own. */
function itemWords(kind: Kind | undefined, path: Path, at: (path: Path) => At): string | undefined {
  const item = at(path);
  const title = kind && schemaAt(kind.schema, path)?.title;
  const name = [item.get('id').value, item.get('name').value].find((said) => said !== undefined && said !== null);
  if (name !== undefined) return typeof name === 'string' && isWritten(name) && title ? `${title} ${name}` : undefined;
  const said = item.value;
  if (typeof said !== 'string' || !isWritten(said)) return undefined;
  return title ? `${title} ${said}` : said;
}

/** A field's plain name; without one its key, as words: `dependsOn` → "depends on". */
function titleAt(kind: Kind | undefined, path: Path): string {
  const key = String(path.at(-1) ?? '');
  return (kind && schemaAt(kind.schema, path)?.title) ?? key.replace(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`);
}
