// Whether a field is needed where it stands: asked of the same code that finds what is missing, as if the field were not there.
// Must not know any demand, kind or field by name.
import { applies, basisOf, editionOf } from '../assess/context';
import { missingIn } from '../assess/missing';
import type { Knowledge } from '../knowledge/knowledge';
import { fieldKey, type Proofs } from '../knowledge/proves';
import { isObject, type Path, schemaAt, valueAtPath } from '../knowledge/schema';
import type { Demand, Json, JsonObject } from '../knowledge/types';
import type { EvidenceDocument } from '../model/document';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';

/** `always`: the document can't be read without it. `mandatory`: the edition in force demands it here. `usual`: auditors ask for it all the same. */
export type Need = 'always' | 'mandatory' | 'usual' | 'optional';

export interface Needed {
  readonly need: Need;
  /** What asks for it here, in register order. */
  readonly demands: readonly Demand[];
}

const OPTIONAL: Needed = { need: 'optional', demands: [] };

/** Tells of each field in the map at `holder` whether it is needed; of fields that are written there only of `removed`. */
export function neededIn(
  document: EvidenceDocument,
  holder: Path,
  proofs: Proofs,
  knowledge: Knowledge,
  reader: Reader,
  removed = '',
): (key: string) => Needed {
  const schema = schemaAt(document.kind.schema, holder, document.data);
  const things = thingsAround(document, holder, reader);
  const changed = things.map(({ thing, says }) => {
    const own = asIfWithout(says, holder.slice(thing.path.length), removed);
    // What a part doesn't say itself its document says for it.
    return [thing, thing.part ? { ...document.data, ...own } : own] as const;
  });
  const imagined = reader.imagining(new Map(changed));
  const missing = changed.flatMap(([thing]) => missingIn(thing, { knowledge, reader: imagined, rules: [] }));
  const isNew = schema?.['x-defines'] !== undefined && !things.some(({ thing }) => same(thing.path, holder));
  return (key) => {
    if (schema?.required?.includes(key)) return { need: 'always', demands: [] };
    const hits = missing.filter((m) => m.paths.some((p) => same(p, [...holder, key])));
    if (hits.length > 0) return { need: hits.every((m) => m.advice) ? 'usual' : 'mandatory', demands: hits.flatMap((m) => m.demands) };
    return isNew ? inNewThing(proofs.get(fieldKey(document.kind.kind, [...holder, key])) ?? [], key, reader) : OPTIONAL;
  };
}

const same = (a: Path, b: Path) => a.length === b.length && a.every((k, i) => k === b[i]);

/** The document and what it defines around that path. */
function thingsAround(document: EvidenceDocument, path: Path, reader: Reader): { thing: Thing; says: JsonObject }[] {
  const root = reader.root({ doc: document.key });
  const inside = reader
    .inside({ doc: document.key })
    .filter((t) => t.path.length <= path.length && t.path.every((key, i) => key === path[i]));
  // The document may be read without what is being typed just now: what it says then is not what the reader knows.
  return [...(root ? [root] : []), ...inside].flatMap((thing) => {
    const says = valueAtPath(document.data, thing.path);
    return isObject(says) ? [{ thing: { ...thing, frame: { ...thing.frame, broken: document.broken.join(' ') } }, says }] : [];
  });
}

/** What will be asked of a thing that doesn't say yet what it is: all that its sort may be asked. */
function inNewThing(proved: readonly Demand[], key: string, reader: Reader): Needed {
  const edition = editionOf(reader);
  const asks = (d: Demand) => d.evidence.flat().some((e) => 'path' in e && e.word === undefined && e.path.fields.at(-1)?.name === key);
  const demands = proved.filter((d) => applies(d, edition) && !d.joined && asks(d));
  if (demands.length === 0) return OPTIONAL;
  return { need: demands.every((d) => basisOf(d, edition) === 'usual-evidence') ? 'usual' : 'mandatory', demands };
}

/** The data with something written in the map at `holder`, but not `key`. */
function asIfWithout(data: JsonObject, holder: Path, key: string): JsonObject {
  const changed = put(data, holder, key);
  return isObject(changed) ? changed : data;
}

function put(value: Json | undefined, [step, ...rest]: Path, key: string): Json {
  if (typeof step === 'number') {
    const items: readonly Json[] = Array.isArray(value) ? value : [];
    return [...items.slice(0, step), put(items[step], rest, key), ...items.slice(step + 1)];
  }
  const map = isObject(value) ? value : {};
  if (step !== undefined) return { ...map, [step]: put(map[step], rest, key) };
  const { [key]: _, ...others } = map;
  return { ...others, '': 'something else' };
}
