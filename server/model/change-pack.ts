// A pack after something changed, and what is different in it, so that only those look again who looked at that. Must not know who looks.
import { isObject } from '../knowledge/schema';
import type { Json, JsonObject } from '../knowledge/types';
import type { EvidenceDocument } from './document';
import { indexed } from './indexed';
import { Layered } from './layered';
import type { Group, Index, Indexed, Key, Outside, Pack, Reference, Thing } from './pack';

/** A document that came or changed (`document`), or went (`undefined`), by its key. */
export type Change = readonly [key: string, document: EvidenceDocument | undefined];

/** The pack after some documents changed, and the keys of all that is different in it. */
export function changePack(pack: Pack, changes: readonly Change[]): { pack: Pack; changed: Set<Key> } {
  const documents = new Map<string, Indexed | undefined>();
  const things = new Editing<Thing>(pack.things);
  const references = new Editing<Reference>(pack.references);
  const changed = new Set<Key>();
  for (const [key, document] of changes) {
    const before = documents.has(key) ? documents.get(key) : pack.documents.get(key);
    const after = document && indexed(document, before);
    documents.set(key, after);
    const was = new Set(before?.groups);
    const kept = new Set<Group>(after?.groups.filter((g) => was.has(g)) ?? []);
    const old = { things: own(before, kept), references: (before?.groups ?? []).filter((g) => !kept.has(g)).flatMap((g) => g.references) };
    const now = { things: own(after, kept), references: (after?.groups ?? []).filter((g) => !kept.has(g)).flatMap((g) => g.references) };
    if (before?.root !== after?.root) changed.add(`doc:${key}`);
    for (const field of changedFields(before, after)) changed.add(`manifest:${field}`);
    if (!before !== !after) changed.add('docs');
    const gone = missingFrom(old.things, now.things);
    const come = missingFrom(now.things, old.things);
    for (const t of gone) things.remove(t.sort, t.id, t);
    for (const t of come) things.add(t.sort, t.id, t);
    for (const t of [...gone, ...come]) {
      changed.add(`thing:${t.sort}/${t.id}`);
      changed.add(`sort:${t.sort}`);
      changed.add(`inside:${key}`);
    }
    for (const told of toldAnew(before, after, kept)) changed.add(told);
    const [lost, won] = [missingFrom(old.references, now.references), missingFrom(now.references, old.references)];
    if (lost.length + won.length > 0) changed.add(`names:${key}`);
    for (const r of lost) for (const sort of r.refers) changed.add(`refs:${sort}/${r.id}`) && references.remove(sort, r.id, r);
    for (const r of won) for (const sort of r.refers) changed.add(`refs:${sort}/${r.id}`) && references.add(sort, r.id, r);
  }
  return { pack: { ...pack, documents: pack.documents.with(documents), things: things.done(), references: references.done() }, changed };
}

/** Of a manifest the fields that say something else now; nearly everything reads one or two of them. */
function changedFields(before: Indexed | undefined, after: Indexed | undefined): string[] {
  const [old, now] = [before, after].map((d) => (d?.root.frame.form === 'manifest' ? d.document.data : {}));
  return differing(old ?? {}, now ?? {});
}

/** What things that stay where they are say now that they didn't, by their fields. */
function toldAnew(before: Indexed | undefined, after: Indexed | undefined, kept: ReadonlySet<Group>): Key[] {
  if (!before || !after) return [];
  const written = after.groups.flatMap((g) => (kept.has(g) ? g.things.filter((t) => t.part) : g.things));
  return [after.root, ...written].flatMap((thing): Key[] => {
    const [old, now] = [before.contents.get(thing), after.contents.get(thing)];
    const fields = old && now && old !== now ? differing(old, now) : [];
    return fields.length === 0 ? [] : [`says:${thing.seat}`, ...fields.map((field): Key => `says:${thing.seat}.${field}`)];
  });
}

const differing = (old: JsonObject, now: JsonObject): string[] =>
  [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((f) => !same(old[f] ?? null, now[f] ?? null) || f in old !== f in now);

const missingFrom = <T>(some: readonly T[], others: readonly T[]): T[] => {
  const known = new Set(others);
  return some.filter((t) => !known.has(t));
};

/** The pack after files of any sort came or went. */
export function changeFiles(pack: Pack, files: ReadonlySet<string>): { pack: Pack; changed: Set<Key> } {
  const changed = new Set<Key>();
  for (const f of files) if (!pack.files.has(f)) changed.add(`file:${f}`);
  for (const f of pack.files) if (!files.has(f)) changed.add(`file:${f}`);
  return changed.size === 0 ? { pack, changed } : { pack: { ...pack, files }, changed };
}

/** The pack after something was looked up outside of it. */
export function changeOutside(pack: Pack, outside: Outside): { pack: Pack; changed: Set<Key> } {
  const differing = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>) =>
    [...new Set([...before.keys(), ...after.keys()])].filter((uri) => before.get(uri) !== after.get(uri));
  const { hashes, committed } = pack.outside;
  const changed = new Set<Key>([
    ...differing(hashes, outside.hashes).map((uri): Key => `hash:${uri}`),
    ...differing(committed, outside.committed).map((uri): Key => `committed:${uri}`),
  ]);
  if (pack.outside.authors !== outside.authors) changed.add('authors');
  return changed.size === 0 ? { pack, changed } : { pack: { ...pack, outside }, changed };
}

/** Copies only the sorts that are touched. */
class Editing<T> {
  readonly #changes = new Map<string, Map<string, readonly T[] | undefined>>();
  /** Lists that were made here and that nobody else holds yet: they grow in place, however many refer to one person. */
  readonly #own = new Map<readonly T[], T[]>();

  constructor(readonly before: Index<T>) {}

  #of(sort: string): Map<string, readonly T[] | undefined> {
    const changes = this.#changes.get(sort) ?? new Map<string, readonly T[] | undefined>();
    this.#changes.set(sort, changes);
    return changes;
  }

  #now(sort: string, id: string): readonly T[] {
    const changes = this.#of(sort);
    return (changes.has(id) ? changes.get(id) : this.before.get(sort)?.get(id)) ?? [];
  }

  add(sort: string, id: string, item: T) {
    const before = this.#now(sort, id);
    const list = this.#own.get(before) ?? [...before];
    list.push(item);
    this.#own.set(list, list);
    this.#of(sort).set(id, list);
  }

  remove(sort: string, id: string, item: T) {
    const rest = this.#now(sort, id).filter((t) => t !== item);
    this.#of(sort).set(id, rest.length > 0 ? rest : undefined);
  }

  done(): Index<T> {
    const all = new Map(this.before);
    for (const [sort, changes] of this.#changes) all.set(sort, (all.get(sort) ?? Layered.of<readonly T[]>()).with(changes));
    return all;
  }
}

/** The things of a document that are looked up by sort: all but the root of a document that only holds a list of such. */
function own(indexed: Indexed | undefined, without: ReadonlySet<Group>): Thing[] {
  if (!indexed) return [];
  const { list } = indexed.document.kind;
  const root = list !== undefined && Array.isArray(indexed.document.data[list]) ? [] : [indexed.root];
  return [...root, ...indexed.groups.filter((g) => !without.has(g)).flatMap((g) => g.things)];
}

/** No deeper than a text may be nested. */
function same(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((v, i) => same(v, b[i] ?? null));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  const sameOrder = Object.keys(b);
  return keys.length === sameOrder.length && keys.every((k, i) => k === sameOrder[i] && same(a[k] ?? null, b[k] ?? null));
}
