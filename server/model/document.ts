// One evidence document as plain data, with the things it defines and the references it makes.
// Parts that did not change keep their identity from version to version. Must not know demands, files' contents or findings.
import { formats } from '../knowledge/formats';
import { isObject, type Path, stepInto, valueAt } from '../knowledge/schema';
import type { Json, JsonObject, Kind, Schema } from '../knowledge/types';
import type { Export } from './export';
import type { Field, Node, YamlDocument } from './node';

export interface EvidenceDocument {
  /** Unique among all documents: the file's uri and the document's place in it. */
  readonly key: string;
  readonly uri: string;
  readonly kind: Kind;
  readonly id: string;
  /** What it says, the rows of exports in the places of the lists that they stand for. */
  readonly data: JsonObject;
  /** What is written in it, exports as they are pointed to; `data` itself where there are none. */
  readonly written: JsonObject;
  readonly exports: readonly Export[];
  /** What defines or refers, by stretches that keep their identity. */
  readonly marks: readonly Marked[];
  /** Top-level fields whose text can't be read: what they seem to hold is a guess. */
  readonly broken: readonly string[];
  readonly yaml: YamlDocument;
}

/** Marks of one stretch of a document; their paths count from `prefix`. */
export interface Marked {
  readonly prefix: Path;
  readonly value: Json;
  readonly marks: readonly Mark[];
}

export type Mark = ThingMark | ReferenceMark | ExportMark;

export interface ThingMark {
  readonly sort: string;
  readonly path: Path;
  readonly value: JsonObject;
  /** Its id is known within its document only. */
  readonly within: boolean;
  /** Its own day, YYYY-MM-DD, where it says one. */
  readonly day: string | undefined;
  /** It happened on a day of its own, and counts by that day. */
  readonly event: boolean;
  /** A part that stands for a document of that kind. */
  readonly part: boolean;
}

export interface ReferenceMark {
  /** The sorts it may mean, likeliest first. */
  readonly refers: readonly string[];
  readonly path: Path;
  readonly id: string;
  readonly schema: Schema;
}

/** A place where a list's rows are pointed to. */
export interface ExportMark {
  readonly path: Path;
  readonly mapping: JsonObject;
  /** What holds for each row. */
  readonly item: Schema;
}

/** What a part of a text says, as data and marks. Kept by the part itself: see `Converter`. */
export interface Converted {
  readonly value: Json;
  readonly marks: readonly Mark[];
}

/** Turns nodes into data; remembers by node and schema, so that a node that lives on keeps its data. */
export class Converter {
  readonly #known = new WeakMap<Node, Map<Schema | undefined, Converted>>();

  /** Where the schema says text, what the author typed counts, not what YAML makes of it. */
  convert(node: Node, schema: Schema | undefined): Converted {
    const ofNode = this.#known.get(node) ?? new Map<Schema | undefined, Converted>();
    this.#known.set(node, ofNode);
    const known = ofNode.get(schema);
    if (known) return known;
    const converted = this.#convert(node, schema);
    ofNode.set(schema, converted);
    return converted;
  }

  #convert(node: Node, schema: Schema | undefined): Converted {
    if (node.type === 'scalar') return this.#scalar(node.value, node.source, schema);
    const parts: [string | number, Converted][] = [];
    if (node.type === 'list') {
      for (const [i, item] of node.items.entries()) parts.push([i, this.convert(item, schema?.items)]);
    } else {
      const word = discriminating(node, schema);
      for (const { key, value } of node.entries) parts.push([key, this.convert(value, schema && stepInto(schema, key, word))]);
    }
    const value = node.type === 'list' ? parts.map(([, c]) => c.value) : toObject(parts.map(([key, c]) => [String(key), c.value]));
    const below = parts.flatMap(([key, c]) => c.marks.map((m) => ({ ...m, path: [key, ...m.path] })));
    const own = schema && isObject(value) ? (thingMark(value, schema) ?? exportMark(value, schema)) : undefined;
    return { value, marks: own ? [own, ...below] : below };
  }

  #scalar(value: Json, source: string, schema: Schema | undefined): Converted {
    const asText = value !== null && typeof value !== 'string' && schema?.types.includes('string') && !schema.types.includes(typeof value);
    const said = asText ? source : value;
    const refers = schema?.['x-refers'];
    if (!schema || refers === undefined || typeof said !== 'string' || said === '') return { value: said, marks: [] };
    return { value: said, marks: [{ refers: [refers].flat(), path: [], id: said, schema }] };
  }
}

/** What an object defines: a thing of a sort, or a part that stands for a document. */
function thingMark(value: JsonObject, schema: Schema): ThingMark | undefined {
  const sort = schema['x-is'] ?? schema['x-defines'];
  if (sort === undefined) return undefined;
  const date = schema['x-date'];
  return {
    sort,
    path: [],
    value,
    within: schema['x-within'] === true,
    day: dayIn(value, date),
    event: date !== undefined,
    part: schema['x-is'] !== undefined,
  };
}

const exportMark = (mapping: JsonObject, schema: Schema): ExportMark | undefined =>
  schema['x-export'] && schema.items && Object.hasOwn(mapping, 'export') ? { path: [], mapping, item: schema.items } : undefined;

/** A value that lets a schema with several branches pick one, before the whole is converted. */
function discriminating(node: Extract<Node, { type: 'map' }>, schema: Schema | undefined): Json | undefined {
  const name = schema?.discriminator?.propertyName;
  const value = node.entries.find((e) => e.key === name)?.value;
  return name !== undefined && value?.type === 'scalar' ? { [name]: value.value } : undefined;
}

/** Without a prototype's names in the way: `__proto__` is a key like any other. Of double keys the last counts. */
function toObject(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(entries);
}

/** A document's data, without the rows of exports; what is the same as in `previous` is identical to it. `key`, `uri` and `kind` are the caller's. */
export function toDocument(
  head: { readonly key: string; readonly uri: string; readonly kind: Kind; readonly id: string },
  yaml: YamlDocument,
  converter: Converter,
  previous?: EvidenceDocument,
): EvidenceDocument {
  const { schema } = head.kind;
  const marks: Marked[] = [];
  const entries: (readonly [string, Json])[] = yaml.fields.map((field) => {
    const below = schema.properties.get(field.key);
    if (!field.items) {
      const { value, marks: found } = converter.convert(field.value, below);
      if (found.length > 0) marks.push({ prefix: [field.key], value, marks: found });
      return [field.key, value];
    }
    const items = field.items.map(({ node }, i) => {
      const { value, marks: found } = converter.convert(node, below?.items);
      if (found.length > 0) marks.push({ prefix: [field.key, i], value, marks: found });
      return value;
    });
    const before = previous && valueAt(previous.written, field.key);
    return [field.key, Array.isArray(before) && sameItems(before, items) ? before : items];
  });
  const now = toObject(entries);
  const written = previous?.kind === head.kind && sameEntries(previous.written, now) ? previous.written : now;
  const broken = yaml.fields.filter((f) => f.broken || f.items?.some((i) => i.broken)).map((f) => f.key);
  return { ...head, written, data: written, exports: [], marks, broken, yaml };
}

const sameItems = (a: readonly Json[], b: readonly Json[]) => a.length === b.length && a.every((v, i) => v === b[i]);

export function sameEntries(a: JsonObject, b: JsonObject): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((k) => Object.hasOwn(b, k) && a[k] === b[k]);
}

/** The word under a top-level key, as typed; undefined where there is none. */
export function wordOf(fields: readonly Field[], key: string): string | undefined {
  const value = fields.findLast((f) => f.key === key)?.value;
  return value?.type === 'scalar' && value.value !== null ? value.source : undefined;
}

/** The day that something stands for: the field its schema names, else its date, else the end of its period. */
export function dayIn(value: JsonObject, field = 'date'): string | undefined {
  for (const day of [value[field], value.date, valueAt(value.period, 'to')])
    if (typeof day === 'string' && formats.date(day.slice(0, 10))) return day.slice(0, 10);
  return undefined;
}
