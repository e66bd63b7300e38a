// Puts the rows of exports where a document points to them, so that all that follows sees lists.
// What is the same as before stays identical. Must not know files or kinds.
import { isObject, type Path, valueAtPath } from '../knowledge/schema';
import type { Json, JsonObject } from '../knowledge/types';
import { type Converter, type EvidenceDocument, type ExportMark, type Mark, type Marked, sameEntries } from './document';
import { type Around, type Export, readExport } from './export';

/** The document with the rows that it points to. */
export function expanded(
  document: EvidenceDocument,
  converter: Converter,
  around: Around,
  previous: EvidenceDocument | undefined,
): EvidenceDocument {
  if (!document.marks.some((m) => m.marks.some(isExport))) return document;
  const before = previous?.kind === document.kind ? previous : undefined;
  const exports: Export[] = [];
  let data = document.written;
  const marks = document.marks.flatMap((marked): Marked[] => {
    // Of a field that stands twice the last counts.
    const pointed = valueAtPath(document.written, marked.prefix) === marked.value ? marked.marks.filter(isExport) : [];
    if (pointed.length === 0) return [marked];
    const read = pointed.map(({ path: below, mapping, item }) => {
      const path = [...marked.prefix, ...below];
      return readExport(
        { path, mapping, item },
        document.uri,
        around,
        before?.exports.find((e) => samePath(e.path, path)),
      );
    });
    exports.push(...read);
    const { value, groups } = putRows(marked, read, converter, before);
    data = replaced(data, marked.prefix, value) as JsonObject;
    return groups;
  });
  return { ...document, data: before && sameEntries(before.data, data) ? before.data : data, marks, exports };
}

/** The document as its author wrote it, without the rows of exports: for what looks at its text. */
export const asWritten = (document: EvidenceDocument): EvidenceDocument =>
  document.exports.length > 0 ? { ...document, data: document.written } : document;

/** The export whose rows a path leads into, and the path from its list on. */
export function exportAt({ exports }: EvidenceDocument, path: Path): { readonly of: Export; readonly below: Path } | undefined {
  const of = exports.find((e) => path.length > e.path.length && startsWith(path, e.path) && typeof path[e.path.length] === 'number');
  return of && { of, below: path.slice(of.path.length) };
}

/** Where what a path in a row leads to is written for all rows at once, in the document itself; undefined where each row has its own. */
export function constantAt(document: EvidenceDocument, path: Path): Path | undefined {
  const row = exportAt(document, path);
  const field = row?.below.filter((key) => typeof key === 'string').join('.');
  const at = field === undefined ? undefined : row?.of.constants.get(field);
  return row && at && [...row.of.path, ...at];
}

const isExport = (mark: Mark): mark is ExportMark => 'mapping' in mark;
const samePath = (a: Path, b: Path): boolean => a.length === b.length && a.every((key, i) => key === b[i]);
const startsWith = (path: Path, start: Path): boolean => start.length <= path.length && start.every((key, i) => key === path[i]);

/** A stretch of a document with rows in it. Rows right below a top-level field are stretches of their own, as the items of a long list are. */
function putRows(
  marked: Marked,
  exports: readonly Export[],
  converter: Converter,
  previous: EvidenceDocument | undefined,
): { value: Json; groups: Marked[] } {
  let value = marked.value;
  const inside: Mark[] = [];
  const groups: Marked[] = [];
  for (const read of exports) {
    const rows = read.items.map((node) => converter.convert(node, read.item));
    const below = read.path.slice(marked.prefix.length);
    const before = previous && valueAtPath(previous.data, read.path);
    const values = rows.map((row) => row.value);
    const list = Array.isArray(before) && before.length === values.length && values.every((v, i) => v === before[i]) ? before : values;
    value = replaced(value, below, list);
    if (below.length === 0) for (const [i, row] of rows.entries()) groups.push({ prefix: [...read.path, i], ...row });
    else inside.push(...rows.flatMap((row, i) => row.marks.map((m) => ({ ...m, path: [...below, i, ...m.path] }))));
  }
  const before = previous && valueAtPath(previous.data, marked.prefix);
  if (before !== undefined && same(before, value)) value = before;
  const own = marked.marks.flatMap((m): Mark[] => {
    if (isExport(m)) return [];
    const holds = 'sort' in m && exports.some((e) => startsWith(e.path.slice(marked.prefix.length), m.path));
    return [holds ? { ...m, value: valueAtPath(value, m.path) as JsonObject } : m];
  });
  return {
    value,
    groups: [...(own.length + inside.length > 0 ? [{ prefix: marked.prefix, value, marks: [...own, ...inside] }] : []), ...groups],
  };
}

/** Down to parts that are identical. */
function same(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((v, i) => v === b[i]);
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((k) => Object.hasOwn(b, k) && same(a[k] ?? null, b[k] ?? null));
}

/** The value with another one at a path that leads to something. */
function replaced(value: Json, [key, ...rest]: Path, by: Json): Json {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((v: Json, i) => (i === key ? replaced(v, rest, by) : v));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, k === key ? replaced(v, rest, by) : v]));
}
