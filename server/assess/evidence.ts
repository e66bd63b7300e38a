// Reads an entry of evidence in one thing: where it is proved, or what is missing. The grammar is schemas/README.md's.
// Must not know any demand, kind or rule by name, nor which things are asked.
import { formats } from '../knowledge/formats';
import { type Path, stepInto } from '../knowledge/schema';
import type { PathOf, Schema } from '../knowledge/types';
import type { At } from '../model/at';
import type { Reference, Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { isNone, isWritten } from '../model/written';

/** Whom a list's items have to be about: those about others are passed over. */
export interface About {
  readonly instance: Thing | undefined;
  /** References that make items be about the instance, and whether a list's items say whom they are about. */
  readonly saying: readonly Reference[];
  readonly says: (items: Schema) => boolean;
  /** YYYY-MM-DD: an approval, or whatever else has a day of its own, proves nothing before it. Undefined: whatever its day. */
  readonly until?: string;
}

/** Nobody in particular: every item counts. */
export const ABOUT_ALL: About = { instance: undefined, saying: [], says: () => false };

export type Reading = { readonly proved: readonly At[] } | { readonly missing: readonly Path[] };

export const isProved = (reading: Reading): reading is { readonly proved: readonly At[] } => 'proved' in reading;

/** Reads `fields` in a thing that `schema` applies to. `missing` gives the highest paths that aren't written. */
export function readPath(thing: Thing, schema: Schema, path: PathOf, about: About, reader: Reader): Reading {
  const covered = coveredBy(thing, schema, path, reader);
  if (covered) return { proved: [covered] };
  return step(reader.at(thing), schema, path.fields, about, reader);
}

function step(at: At, schema: Schema | undefined, fields: PathOf['fields'], about: About, reader: Reader): Reading {
  if (!isWritten(at.value) || isLater(at, schema, about)) return { missing: [at.path] };
  if (schema?.['x-none'] && isNone(at.value)) return { proved: [at] };
  const pointer = schema && pointerAt(at, schema, reader);
  if (pointer) return isProved(pointer) ? { proved: [at] } : pointer;
  const [field, ...rest] = fields;
  if (!field) return isAllLater(at, schema, about) ? { missing: [at.path] } : { proved: [at] };
  const below = at.get(field.name);
  const belowSchema = schema && stepInto(schema, field.name, at.value);
  return field.each ? eachItem(below, belowSchema, rest, about, reader) : step(below, belowSchema, rest, about, reader);
}

/** `a[]`: at least one item, and what follows holds for all of them. */
function eachItem(list: At, schema: Schema | undefined, rest: PathOf['fields'], about: About, reader: Reader): Reading {
  const whole = step(list, schema, [], about, reader);
  if (!isProved(whole) || !Array.isArray(list.value)) return whole;
  const items = itemsAbout(list, schema?.items, about).filter((item) => isWritten(item.value) && !isLater(item, schema?.items, about));
  if (items.length === 0) return { missing: [list.path] };
  const readings = items.map((item) => step(item, schema?.items, rest, about, reader));
  const missing = readings.flatMap((r) => (isProved(r) ? [] : r.missing));
  return missing.length > 0 ? { missing } : { proved: readings.flatMap((r) => (isProved(r) ? r.proved : [])) };
}

/** The items of a list that are about the instance, where items say whom they are about; else all. */
function itemsAbout(list: At, items: Schema | undefined, { instance, saying, says }: About): At[] {
  if (!instance || !items || !says(items)) return list.items;
  const own = new Set(
    saying.filter((r) => r.doc === list.doc && list.path.every((k, i) => k === r.path[i])).map((r) => r.path[list.path.length]),
  );
  return list.items.filter((_, i) => own.has(i));
}

/** `{reference, place}` in place of the contents: proved where it says in which file, by itself or by the document's own `source`. */
export function pointerAt(at: At, schema: Schema, reader: Reader): Reading | undefined {
  if (schema['x-points'] !== true || !at.isMap) return undefined;
  const [reference, place] = [at.get('reference'), at.get('place')];
  if (reference.written) return { proved: [reference] };
  if (!place.written) return undefined;
  const root = reader.root({ doc: at.doc });
  return root && reader.at(root, 'source').written ? { proved: [place] } : { missing: [reference.path] };
}

/** A list, and nothing in it was there on the day that is asked about. */
const isAllLater = (list: At, schema: Schema | undefined, about: About): boolean =>
  list.items.length > 0 && list.items.every((item) => isLater(item, schema?.items, about));

/** It has a day of its own, and that comes after the one that is asked about. */
function isLater(at: At, schema: Schema | undefined, { until }: About): boolean {
  const day = schema?.['x-since'] === undefined || until === undefined ? undefined : at.get(schema['x-since']).text;
  return day !== undefined && until !== undefined && formats.date(day) && day > until;
}

/** A field named in a list that covers it: `terms: {standard: true, covers: [interfaces]}`. */
function coveredBy(thing: Thing, schema: Schema, path: PathOf, reader: Reader): At | undefined {
  const first = path.fields[0]?.name;
  for (const [name, below] of schema.properties) {
    for (const [inner, s] of below.properties) {
      if (!s['x-covers']) continue;
      const word = reader.at(thing, name, inner).items.find((item) => item.value === first);
      if (word) return word;
    }
  }
  return undefined;
}

/** The value at a path, and whether it is that word or a list that holds it. */
export function readWord(thing: Thing, path: PathOf, word: string, reader: Reader): Reading {
  const at = reader.at(thing, ...path.fields.map((f) => f.name));
  const found = at.items.length > 0 ? at.items.find((i) => i.text === word) : at.text === word ? at : undefined;
  return found ? { proved: [found] } : { missing: [at.path] };
}
