// Where faults can be planted in a document: the fields that are mandatory there, and the words of closed lists.
// Works them out from demands, coverage and schemas, not from what is found missing.
import { columnOf, lineStart } from '../../server/features/style';
import { pathText } from '../../server/knowledge/evidence';
import { isObject, type Path, propertiesAt, schemaAt, valueAtPath } from '../../server/knowledge/schema';
import type { Demand, Entry, Kind, PathOf, Schema } from '../../server/knowledge/types';
import type { EvidenceDocument } from '../../server/model/document';
import { locate, nodeAt } from '../../server/model/position';
import { readText } from '../../server/model/read';
import type { FaultySms } from './faulty-sms';

/** What has to be gone for a demand, or for the schema, to miss it: one field, or all that would do. */
export function mandatoryPaths(kind: Kind, sms: FaultySms): readonly (readonly Path[])[] {
  const document = sms.document(kind, sms.textOf(kind));
  const asked = [...demanded(document, sms), ...required(document)];
  return [...new Map(asked.map((paths) => [JSON.stringify(paths), paths])).values()];
}

/** By the demands that this document is proof of. */
function demanded(document: EvidenceDocument, { coverage, knowledge }: FaultySms): Path[][] {
  return coverage.demands.flatMap(({ demand, instances }) => {
    if (demand.joined) return [];
    const proofs = instances.flatMap((i) => i.proofs.filter((p) => p.doc === document.key));
    const entries = demand.evidence.filter((e) => !decides(e, demand)).flatMap((entry) => placesOf(entry, document.kind, knowledge));
    // What the whole SMS needs once any record may hold: only one that holds some of it is asked for the rest.
    if (!demand.each && document.kind.form === 'record' && entries.length < 2) return [];
    return entries.flatMap((paths) => {
      const proof = proofs.find(({ path }) => paths.some((p) => startsWith(path, p)));
      return proof ? [paths.map((path) => placed(path, proof.path))] : [];
    });
  });
}

/** The same fields down to a place, whatever the items of lists. */
const startsWith = (path: Path, start: Path) =>
  start.every((key, i) => typeof key === typeof path[i] && (typeof key === 'number' || key === path[i]));

/** The path by the items of lists that another one goes through, as far as they are the same. */
function placed(path: Path, like: Path): Path {
  const apart = path.findIndex((key, i) => typeof key !== 'number' && key !== like[i]);
  return path.map((key, i) => (typeof key === 'number' && (apart < 0 || i < apart) ? (like[i] ?? key) : key));
}

/** Fields that demands name and that no fault is planted at, in whatever kind: "demand field". */
export function unplanted(sms: FaultySms): string[] {
  const { knowledge, coverage } = sms;
  const names = (path: Path) => path.filter((key) => typeof key === 'string').join('.');
  const kinds = [...knowledge.kinds.values()];
  const planted = new Set(
    kinds.flatMap((kind) => mandatoryPaths(kind, sms).flatMap((paths) => paths.map((p) => `${kind.kind}.${names(p)}`))),
  );
  return coverage.demands.flatMap(({ demand }) => {
    const asked = demand.joined ? [] : demand.evidence.filter((entry) => !decides(entry, demand));
    const missed = asked.filter((entry) => {
      const places = kinds.flatMap((kind) =>
        placesOf(entry, kind, knowledge).flatMap((paths) => paths.map((p) => `${kind.kind}.${names(p)}`)),
      );
      return places.length > 0 && !places.some((place) => planted.has(place));
    });
    return missed.map((entry) => `${demand.id} ${entry.flatMap((e) => ('path' in e ? pathText(e.path) : [])).join(' | ')}`);
  });
}

/** Without the field the demand would not hold for the thing at all. */
const decides = (entry: Entry, { each }: Demand): boolean =>
  entry.some((e) => 'path' in e && each?.where.some((c) => pathText(c.field) === pathText(e.path)));

/** Where the fields of an entry stand in a document of that kind, the first item of each list; only where nothing else would do. */
function placesOf(entry: Entry, kind: Kind, { places }: FaultySms['knowledge']): Path[][] {
  const [head] = entry.map((e) => ('path' in e ? e.path.head : ''));
  if (!entry.every((e) => 'path' in e && e.path.head === head && e.word === undefined && e.path.fields.length > 0)) return [];
  const own = (places.get(head ?? '') ?? []).filter((place) => place.kind === kind.kind);
  return own.map((place) => entry.flatMap((e) => ('path' in e ? [[...steps(place.fields, true), ...steps(e.path.fields, false)]] : [])));
}

const steps = (fields: PathOf['fields'], whole: boolean): Path =>
  fields.flatMap((f, i) => (f.each && (whole || i < fields.length - 1) ? [f.name, 0] : [f.name]));

/** By the schema, wherever the document says something; but for the words that make it a document at all. */
function required({ kind, data }: EvidenceDocument): Path[][] {
  return objectsIn(kind.schema, [])
    .filter(([, path]) => isObject(valueAtPath(data, path)))
    .flatMap(([schema, path]) => (schema.required ?? []).map((key) => [...path, key]))
    .filter((path) => path.length > 1 || !['kind', 'id'].includes(String(path[0])))
    .map((path) => [path]);
}

/** Every field of a kind with a closed list of words, the first item of each list. */
export function enumPaths({ schema }: Kind): readonly (readonly [path: Path, words: readonly string[]])[] {
  const fields = objectsIn(schema, []).flatMap(([s, path]) => [...propertiesAt(s)].map(([key, field]) => [field, [...path, key]] as const));
  return fields.flatMap(([field, path]): (readonly [Path, readonly string[]])[] => {
    if (field.enum) return [[path, field.enum.map(String)]];
    return field.items?.enum ? [[[...path, 0], field.items.enum.map(String)]] : [];
  });
}

/** How an export is read is no part of what it says: workspace/exports.test.ts has its words. */
function objectsIn(schema: Schema, path: Path): (readonly [Schema, Path])[] {
  if (schema['x-export']) return schema.items ? objectsIn(schema.items, [...path, 0]) : [];
  const below = [...propertiesAt(schema)].flatMap(([key, field]) => [
    ...objectsIn(field, [...path, key]),
    ...(field.items ? objectsIn(field.items, [...path, key, 0]) : []),
  ]);
  return schema.properties.size > 0 ? [[schema, path], ...below] : below;
}

/** The text without a field; what holds nothing else goes with it. */
export function without(text: string, path: Path): string {
  const [document] = readText(text).documents;
  const place = document && locate(document, path);
  if (!place?.key) return text;
  const column = columnOf(text, place.key.start);
  const line = lineStart(text, place.key.start);
  const end = text.indexOf('\n', place.value.end) + 1;
  if (text.slice(line, place.key.start).trim() === '') return text.slice(0, line) + text.slice(end);
  // The first key of an item leaves its dash to the next one.
  const next = text.slice(end, end + column + 1);
  if (next.slice(0, column).trim() === '' && next.trim() !== '') return text.slice(0, place.key.start) + text.slice(end + column);
  return text.slice(0, line) + text.slice(end);
}

/** A list on the way gives way to what may stand in its place, such as an export, where the path leads there. */
export function asObject(text: string, { schema }: Kind, path: Path): string {
  const [document] = readText(text).documents;
  for (let length = 1; document && length < path.length; length++) {
    const place = locate(document, path.slice(0, length));
    const isList = nodeAt(document, path.slice(0, length))?.node.type === 'list';
    const { properties, required = [] } = schemaAt(schema, path.slice(0, length)) ?? { properties: new Map<string, Schema>() };
    if (!place?.key || !isList || typeof path[length] !== 'string') continue;
    const fields = required.map((name) => `${name}: ${properties.get(name)?.examples?.[0]}`);
    return `${text.slice(0, place.key.end)}: {${fields.join(', ')}}${text.slice(place.value.end)}`;
  }
  return text;
}

/** The first place above a path, or the path itself, that the document does not have. */
export function firstAbsent({ kind, data }: EvidenceDocument, path: Path): Path | undefined {
  for (let length = 1; length <= path.length; length++) {
    const above = path.slice(0, length);
    if (valueAtPath(data, above) === undefined && schemaAt(kind.schema, above, data)) return above;
  }
  return undefined;
}
