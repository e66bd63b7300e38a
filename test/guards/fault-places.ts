// Where faults can be planted in a document: the fields that are mandatory there, and the words of closed lists.
// Works them out from demands, coverage and schemas, not from what is found missing.
import { columnOf, lineStart } from '../../server/features/style';
import { pathText } from '../../server/knowledge/evidence';
import { type Path, propertiesAt, schemaAt, valueAtPath } from '../../server/knowledge/schema';
import type { Demand, Entry, Kind, PathOf, Schema } from '../../server/knowledge/types';
import type { EvidenceDocument } from '../../server/model/document';
import { locate } from '../../server/model/position';
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
    const proofs = instances.filter((i) => i.state === 'evidenced').flatMap((i) => i.proofs.filter((p) => p.doc === document.key));
    const entries = demand.evidence.filter((e) => !decides(e, demand)).flatMap((entry) => placesOf(entry, document.kind, knowledge));
    return entries.filter((paths) => proofs.some((proof) => paths.some((path) => path.every((key, i) => key === proof.path[i]))));
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
    .filter(([, path]) => valueAtPath(data, path) !== undefined)
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

function objectsIn(schema: Schema, path: Path): (readonly [Schema, Path])[] {
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

/** The first place above a path, or the path itself, that the document does not have. */
export function firstAbsent({ kind, data }: EvidenceDocument, path: Path): Path | undefined {
  for (let length = 1; length <= path.length; length++) {
    const above = path.slice(0, length);
    if (valueAtPath(data, above) === undefined && schemaAt(kind.schema, above, data)) return above;
  }
  return undefined;
}
