// What an edition demands of every document of a kind, as parts of a JSON Schema. What depends on other documents is left out:
// a schema sees one document only, and no day. Must not know any demand or kind by name.
import { applies, basisOf } from '../assess/context';
import type { Knowledge, Place } from '../knowledge/knowledge';
import type { Condition, Demand, Edition, Entry, Json, JsonObject, Kind, PathOf, Schema } from '../knowledge/types';

export type Knowing = Pick<Knowledge, 'places' | 'demandsReadIn'>;

/** One part for each condition. Of what has a status only what is agreed has to be whole. */
export function contentsAsked(kind: Kind, edition: Edition, { places, demandsReadIn }: Knowing): JsonObject[] {
  const asked = [...places].flatMap(([sort, all]) =>
    all
      .filter((place) => place.kind === kind.kind)
      .flatMap((place) =>
        (demandsReadIn.get(sort) ?? [])
          .filter((demand) => applies(demand, edition) && basisOf(demand, edition) === 'full' && holds(demand, sort, place, kind))
          .map((demand) => asksOf(demand, sort, place, kind)),
      ),
  );
  const parts = [...new Map(asked.flatMap((part) => (part ? [[JSON.stringify(part), part] as const] : []))).values()];
  if (parts.length === 0) return [];
  return kind.form === 'controlled' ? [conditional(isWord('status', ['agreed']), together(parts))] : parts;
}

/** Not written as an object: one with a `then` looks like a promise. */
const conditional = (condition: JsonObject, need: JsonObject): JsonObject =>
  Object.fromEntries([
    ['if', condition],
    ['then', need],
  ]);

const together = (parts: readonly JsonObject[]): JsonObject => (parts.length === 1 ? (parts[0] ?? {}) : { allOf: parts });

/** It is asked of every such thing, by what the document itself says. */
function holds({ each, joined, within }: Demand, sort: string, place: Place, { form, schema }: Kind): boolean {
  if (joined || within) return false;
  if (!each) return form !== 'record';
  if (each.enum || each.where.some((c) => 'near' in c || ('not' in c && c.not === 'first'))) return false;
  if (each.of === sort) return !each.in || each.in.includes([place.kind, ...place.fields.map((f) => f.name)].join('.'));
  return place.fields.length === 0 && each.where.every((c) => 'today' in c) && speaksOf(schema, each.of);
}

/** It says which things of that sort it is about. */
function speaksOf(schema: Schema, sort: string): boolean {
  if (schema['x-about'] === true && [schema['x-refers'] ?? []].flat().includes(sort)) return true;
  return [...schema.properties.values(), ...(schema.items ? [schema.items] : [])].some((below) => speaksOf(below, sort));
}

function asksOf({ evidence, each }: Demand, sort: string, place: Place, kind: Kind): JsonObject | undefined {
  const entries = evidence.filter((entry) =>
    entry.every((e) => 'path' in e && e.path.head === sort && e.path.fields.length > 0 && !e.word),
  );
  if (entries.length === 0) return undefined;
  const needs = together(entries.map((entry) => needed(entry, place.schema)));
  const conditions = [
    ...(each?.of === sort ? each.where.flatMap((c) => condition(c, place.schema)) : []),
    // Where a file holds a list of such things, it is none itself.
    ...(place.fields.length === 0 && kind.list !== undefined ? [{ not: { required: [kind.list] } }] : []),
  ];
  return at(place.fields, conditions.length > 0 ? conditional(together(conditions), needs) : needs);
}

function condition(where: Condition, schema: Schema): JsonObject[] {
  const { field } = where;
  const [name = '', ...others] = field.fields.map((f) => f.name);
  if (others.length > 0 || 'today' in where || 'near' in where) return [];
  if ('given' in where) return [{ required: [name], properties: { [name]: WRITTEN } }];
  const isList = schema.properties.get(name)?.types.includes('array') === true;
  return 'not' in where ? [{ not: isWord(name, [where.not], isList) }] : [isWord(name, where.is, isList)];
}

const isWord = (name: string, words: readonly string[], isList = false): JsonObject => {
  const word = { enum: words.flatMap(asRead) };
  return { required: [name], properties: { [name]: isList ? { anyOf: [word, { contains: word }] } : word } };
};

/** A word, and what another reader of YAML takes it for: 2018 is a number to it. */
export const asRead = (word: Json): readonly Json[] => {
  if (typeof word !== 'string') return [word];
  if (word === 'true' || word === 'false') return [word, word === 'true'];
  return /^\d+$/.test(word) ? [word, Number(word)] : [word];
};

/** Not empty, whatever it is. */
const WRITTEN: JsonObject = { minItems: 1, minProperties: 1, minLength: 1 };

/** A need of something down there, where it is there. */
const at = (fields: PathOf['fields'], need: JsonObject): JsonObject =>
  fields.reduceRight<JsonObject>((below, { name, each }) => ({ properties: { [name]: each ? { items: below } : below } }), need);

function needed(entry: Entry, schema: Schema): JsonObject {
  const ways = entry.flatMap((e) => ('path' in e ? waysTo(e.path.fields, schema) : []));
  return ways.length === 1 ? (ways[0] ?? {}) : { anyOf: ways };
}

/** A field that is written, or is covered where the document says so. */
function waysTo(fields: PathOf['fields'], schema: Schema): JsonObject[] {
  return [needOf(fields, schema), ...covering(fields[0]?.name ?? '', schema)];
}

function needOf([field, ...rest]: PathOf['fields'], schema: Schema | undefined): JsonObject {
  if (!field) return {};
  const { name, each } = field;
  const below = schema?.properties.get(name);
  const inside = rest.length === 0 ? undefined : needOf(rest, each ? below?.items : below);
  const must = inside && below?.['x-points'] && !each ? { anyOf: [inside, ...POINTED] } : inside;
  return { required: [name], properties: { [name]: { ...WRITTEN, ...(must && (each ? { items: must } : must)) } } };
}

/** It says where all of it stands. */
const POINTED: readonly JsonObject[] = [{ required: ['reference'] }, { required: ['place'] }];

/** A field may be named in a list of what somebody else's terms cover. */
function covering(name: string, schema: Schema): JsonObject[] {
  return [...schema.properties].flatMap(([outer, { properties }]) =>
    [...properties].flatMap(([inner, list]) =>
      list['x-covers'] && list.items?.enum?.includes(name)
        ? [at([{ name: outer, each: false }], { required: [inner], properties: { [inner]: { contains: { const: name } } } })].map((p) => ({
            required: [outer],
            ...p,
          }))
        : [],
    ),
  );
}
