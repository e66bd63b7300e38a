// Paths into a document to places in its text, and back. Must not know schemas.
import type { Path } from '../knowledge/schema';
import type { Entry, Field, MapNode, Node, Range, YamlDocument } from './node';

/** Offsets from the start of the text. */
export interface Place {
  /** Absent for a list's items and for the root. */
  readonly key?: Range;
  readonly value: Range;
}

/** Where a path is written; of a double key the last. Undefined where it is not. */
export function locate(doc: YamlDocument, path: Path): Place | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return { value: doc.other ? moved(doc.other, doc.start) : { start: doc.start, end: doc.end } };
  const field = doc.fields.findLast((f) => f.key === first);
  if (field && rest.length === 0) return { key: keyRange(field, field.offset), value: valueRange(field) };
  const found = nodeAt(doc, path);
  const parent = nodeAt(doc, path.slice(0, -1));
  if (!found) return undefined;
  const entry = parent?.node.type === 'map' ? entryOf(parent.node, path.at(-1)) : undefined;
  return { ...(entry && { key: keyRange(entry, found.offset) }), value: moved(found.node, found.offset) };
}

/** The node at a path and where its ranges count from. A list that was cut is empty here; its items have their own paths. */
export function nodeAt(doc: YamlDocument, path: Path): { readonly node: Node; readonly offset: number } | undefined {
  const [first, second] = path;
  const field = doc.fields.findLast((f) => f.key === first);
  if (!field) return doc.other && below(doc.other, path, doc.start);
  if (field.items && typeof second === 'number') {
    const item = field.items[second];
    return item && below(item.node, path.slice(2), item.offset);
  }
  return below(field.value, path.slice(1), field.offset);
}

function below(node: Node, path: Path, offset: number): { readonly node: Node; readonly offset: number } | undefined {
  let at: Node | undefined = node;
  for (const key of path) {
    if (at?.type === 'map') at = entryOf(at, key)?.value;
    else at = at?.type === 'list' && typeof key === 'number' ? at.items[key] : undefined;
  }
  return at && { node: at, offset };
}

const entryOf = (map: MapNode, key: string | number | undefined): Entry | undefined => map.entries.findLast((e) => e.key === key);
const moved = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });
const keyRange = ({ keyStart, keyEnd }: Entry, by: number): Range => ({ start: keyStart + by, end: keyEnd + by });

function valueRange({ value, items, offset }: Field): Range {
  const last = items?.at(-1);
  return { start: value.start + offset, end: last ? last.node.end + last.offset : value.end + offset };
}
