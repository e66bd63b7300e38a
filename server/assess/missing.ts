// The mandatory contents that a thing lacks, worked out from the demands: once, for findings, fixes, completion and coverage.
// Must not know any demand or kind by name.
import { aboutSorts } from '../knowledge/about';
import type { Knowledge } from '../knowledge/knowledge';
import { type Path, valueAt } from '../knowledge/schema';
import type { Demand, Entry, Evidence, Json, PathOf, Schema } from '../knowledge/types';
import type { Thing } from '../model/pack';
import { standing } from '../model/standing';
import { isWritten } from '../model/written';
import { aboutWhom, candidates, saysAbout } from './candidates';
import { applies, basisOf, type Context, editionOf } from './context';
import { isProved } from './evidence';
import { membership } from './population';
import { itemByItem, readEvidence } from './read-evidence';
import { stillWithin } from './timing';

export interface Missing {
  /** What to add: one path, or sisters that one demand asks for together. */
  readonly paths: readonly Path[];
  /** In register order; the first gives the finding its code. */
  readonly demands: readonly Demand[];
  /** Only usual evidence: advice. */
  readonly advice: boolean;
  /** Its document is a draft: a hint. */
  readonly draft: boolean;
}

/** What the thing lacks, in register order. */
export function missingIn(thing: Thing, context: Context): readonly Missing[] {
  const stands = standing(thing, context.reader);
  if (stands === 'no') return [];
  const edition = editionOf(context.reader);
  const broken = new Set(thing.frame.broken.split(' ').filter(Boolean));
  const found = new Map<string, { paths: Path[]; demands: Demand[]; advice: boolean }>();
  for (const demand of context.knowledge.demandsReadIn.get(thing.sort) ?? []) {
    if (!applies(demand, edition) || demand.joined) continue;
    const entries = demand.evidence.filter((e) => isAbout(e, thing.sort));
    if (entries.length === 0 || !asks(demand, entries, thing, context)) continue;
    const advice = basisOf(demand, edition) === 'usual-evidence';
    for (const paths of sisters(entries.flatMap((entry) => gaps(entry, thing, context)))) {
      if (paths.some((p) => broken.has(String(p[0])))) continue;
      const known = [...found.values()].find((f) => f.paths.some((p) => paths.some((q) => same(p, q))));
      if (!known) found.set(`${demand.id}/${paths[0]?.join('/')}`, { paths: [...paths], demands: [demand], advice });
      else {
        known.demands.push(demand);
        known.advice &&= advice;
        known.paths.push(...paths.filter((q) => !known.paths.some((p) => same(p, q))));
      }
    }
  }
  return [...found.values()].map((f) => ({ ...f, draft: stands === 'draft' }));
}

const same = (a: Path, b: Path) => a.length === b.length && a.every((k, i) => k === b[i]);

/** All its alternatives are fields of that sort: what could stand elsewhere is coverage's. */
const isAbout = (entry: Entry, sort: string): boolean =>
  entry.every((e) => 'path' in e && e.path.head === sort && e.path.fields.length > 0 && e.word === undefined);

/** The demand holds for this thing: it is one of those the demand is for, holds one, or is about one. */
function asks(demand: Demand, entries: readonly Entry[], thing: Thing, context: Context): boolean {
  const { reader, knowledge } = context;
  const { each: population, within } = demand;
  /** One that the demand is for, and what must follow on it is due. */
  const isDue = (t: Thing) =>
    (!population || membership(t, population, reader) !== 'no') && (!within || stillWithin(within, t, context) === undefined);
  if (!population) {
    if (!isDue(thing)) return false;
    if (thing.frame.form !== 'record') return true;
    return entries.some((entry) => gaps(entry, thing, context).length === 0);
  }
  if (population.enum) return servesAlone(entries, population.of, thing, context);
  if (population.of === thing.sort) return isDue(thing);
  const places = knowledge.places.get(population.of) ?? [];
  if (thing.path.length === 0 && places.some((p) => p.kind === thing.sort && p.fields.length > 0)) {
    return reader.inside(thing).some(isDue);
  }
  const kind = knowledge.kinds.get(thing.sort);
  if (kind?.schema['x-about'] === 'all' || kind?.form === 'manifest') return true;
  if (aboutUnsaid(thing, population.of, context)) return true;
  const about = aboutWhom(thing, population.of, knowledge, reader);
  return about.unknown || about.things.some(isDue);
}

/** A word of a vocabulary is served by any one thing: what this one lacks matters only where no other does it. */
function servesAlone(entries: readonly Entry[], sort: string, thing: Thing, context: Context): boolean {
  const { knowledge, reader } = context;
  const serves = (other: Thing, word: Thing) =>
    other !== thing && standing(other, reader) === 'counts' && entries.every((entry) => gaps(entry, other, context, word).length === 0);
  const words = aboutWhom(thing, sort, knowledge, reader).things;
  return words.some((word) => !candidates(thing.sort, word, knowledge, reader).some((other) => serves(other, word)));
}

/** What would say whom the document, or an item of one of its lists, is about isn't written yet: then it may be about anybody. */
function aboutUnsaid(thing: Thing, sort: string, { knowledge, reader }: Context): boolean {
  const isUnsaid = (value: Json | undefined, schema: Schema): boolean => {
    if (aboutSorts(wordsOf(schema), knowledge.places).includes(sort)) return !isWritten(value);
    const { items } = schema;
    if (items && Array.isArray(value)) return value.some((item: Json) => isUnsaid(item, items) && !saysSomebody(item, items, knowledge));
    return [...schema.properties].some(([name, below]) => isUnsaid(valueAt(value, name), below));
  };
  const schema = knowledge.places.get(thing.sort)?.[0]?.schema;
  const fields = [...(schema?.properties ?? [])].filter(([, below]) => saysAbout(below, sort, knowledge));
  return fields.some(([name, below]) => isUnsaid(reader.at(thing, name).value, below));
}

/** What a list of words says of each of them, else the schema itself. */
const wordsOf = (schema: Schema): Schema => (schema.items && schema.items.properties.size === 0 ? schema.items : schema);

/** An item names somebody, of whatever sort, by a field of its own. */
const saysSomebody = (item: Json, { properties }: Schema, knowledge: Knowledge): boolean =>
  [...properties].some(([name, below]) => aboutSorts(wordsOf(below), knowledge.places).length > 0 && isWritten(valueAt(item, name)));

/** What is missing for an entry, of all that the thing is about or of one instance; none where one of its alternatives holds. */
function gaps(entry: Entry, thing: Thing, context: Context, instance?: Thing): readonly Path[] {
  const readings = entry.flatMap((e) => ('path' in e ? [readEvidence(withoutTarget(e), thing, instance, context)] : []));
  if (readings.some(isProved)) return [];
  const byItem = itemByItem(entry, thing, instance, context);
  if (byItem) return isProved(byItem) ? [] : byItem.missing;
  return readings.flatMap((r) => (isProved(r) ? [] : r.missing)).slice(0, entry.length > 1 ? 1 : undefined);
}

/** Whether what is referred to says enough isn't this thing's fault. */
const withoutTarget = ({ path }: Exclude<Evidence, { rule: string }>): { path: PathOf } => ({ path });

/** Paths of one demand that stand in the same map are one: `termination.early` and `.transfer`. */
function sisters(paths: readonly Path[]): readonly Path[][] {
  const families = new Map<string, Path[]>();
  for (const path of paths) {
    const key = path.length < 2 ? path.join('/') : path.slice(0, -1).join('/');
    const family = families.get(key) ?? [];
    if (!family.some((p) => same(p, path))) family.push(path);
    families.set(key, family);
  }
  return [...families.values()];
}
