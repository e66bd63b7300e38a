// The pack as rules and demands see it: each look is noted, so that they run again only when something they looked at changed.
// Must not know demands or findings.
import type { Knowledge } from '../knowledge/knowledge';
import type { Path } from '../knowledge/schema';
import type { JsonObject } from '../knowledge/types';
import { At } from './at';
import type { Authors, CommittedApproval, Key, Pack, Reference, Thing } from './pack';

/** Where one does not ask about today: the day on which one looks back, and the days that records count for. */
export interface LookBack {
  /** YYYY-MM-DD, no earlier than the day that is asked about. */
  readonly now?: string;
  /** In place of the manifest's audit period. */
  readonly period?: { readonly from: string; readonly to: string };
}

export class Reader {
  readonly #today: string;
  /** What was worked out before. A reader sees one pack, so that it stays true; what was looked up for it is noted already. */
  readonly #references = new Map<Thing, readonly Reference[]>();
  readonly #saying = new Map<Thing, readonly Reference[]>();
  readonly #cursors = new Map<Thing, At>();

  constructor(
    readonly knowledge: Knowledge,
    readonly pack: Pack,
    today: string,
    /** Gets the key of each look. */
    readonly note: (key: Key) => void,
    readonly lookBack: LookBack = {},
  ) {
    this.#today = today;
  }

  /** YYYY-MM-DD, in the SMS's own zone. */
  today(): string {
    this.note('today');
    return this.#today;
  }

  /** The day on which one looks: today itself, unless one looks back. */
  now(): string {
    return this.lookBack.now ?? this.today();
  }

  /** All things of a sort, in the order of their documents, whatever was edited first. */
  all(sort: string): Thing[] {
    this.note(`sort:${sort}`);
    return [...(this.pack.things.get(sort)?.values() ?? [])].flat().sort(inOrder);
  }

  /** The things with that sort and id: several where versions stand side by side, or by mistake. */
  find(sort: string, id: string): readonly Thing[] {
    this.note(`thing:${sort}/${id}`);
    return sorted(this.pack.things.get(sort)?.get(id) ?? []);
  }

  /** Where there are things of one of these sorts with that id. */
  places(refers: readonly string[], id: string): readonly Thing[] {
    return refers.flatMap((sort) => this.find(sort, id));
  }

  /** All ids of a sort. */
  ids(sort: string): string[] {
    this.note(`sort:${sort}`);
    return [...(this.pack.things.get(sort)?.keys() ?? [])].sort();
  }

  /** Who refers to a thing. */
  references(thing: Thing): readonly Reference[] {
    this.note(`refs:${thing.sort}/${thing.id}`);
    const before = this.#references.get(thing);
    if (before) return before;
    const found = sorted(this.pack.references.get(thing.sort)?.get(thing.id) ?? []);
    this.#references.set(thing, found);
    return found;
  }

  /** References that make what they stand in be about a thing: to the thing itself, or to something that names it in turn. */
  saying(thing: Thing): readonly Reference[] {
    const before = this.#saying.get(thing);
    if (before) return before;
    const direct = this.references(thing);
    const onward = direct.flatMap((r) => {
      const via = this.owner(r);
      if (!via) return [];
      const path = [via.sort, ...r.path.slice(via.path.length).filter((k) => typeof k === 'string')].join('.');
      return this.references(via).filter(
        ({ schema: { 'x-about': about } }) => typeof about === 'string' && about.replaceAll('[]', '') === path,
      );
    });
    const found = [...direct.filter((r) => r.schema['x-about'] === true), ...onward];
    this.#saying.set(thing, found);
    return found;
  }

  /** The document that a thing or reference stands in, as a thing. */
  root(inside: { readonly doc: string }): Thing | undefined {
    this.note(`doc:${inside.doc}`);
    return this.pack.documents.get(inside.doc)?.root;
  }

  /** What the manifest says at a path; undefined where there is none. */
  says(field: string, ...path: Path): At | undefined {
    this.note(`manifest:${field}`);
    const manifest = this.#manifest();
    return manifest && this.at(manifest, field, ...path);
  }

  /** Whether there is a manifest. */
  hasManifest(): boolean {
    return [...this.knowledge.kinds.values()].some((k) => k.form === 'manifest' && this.ids(k.kind).length > 0);
  }

  /** Whether a file has the name of a manifest, even if what is in it can't be read. */
  hasManifestFile(): boolean {
    return [...this.knowledge.kinds.values()].some((k) => k.form === 'manifest' && this.hasFile(`${this.pack.folder}/${k.kind}.yaml`));
  }

  #manifest(): Thing | undefined {
    const sorts = [...this.knowledge.kinds.values()].filter((k) => k.form === 'manifest').map((k) => k.kind);
    for (const sort of sorts) this.note(`sort:${sort}`);
    const all = sorts.flatMap((sort) => [...(this.pack.things.get(sort)?.values() ?? [])].flat());
    return sorted(all)[0];
  }

  /** The things that stand inside the same document. */
  inside({ doc }: { readonly doc: string }): readonly Thing[] {
    this.note(`inside:${doc}`);
    return this.pack.documents.get(doc)?.things ?? [];
  }

  /** Those of them that stand for documents of their own. */
  parts({ doc }: { readonly doc: string }): readonly Thing[] {
    this.note(`inside:${doc}`);
    return this.pack.documents.get(doc)?.parts ?? [];
  }

  /** Where ids are used in the same document. */
  naming({ doc }: { readonly doc: string }): readonly Reference[] {
    this.note(`names:${doc}`);
    return this.pack.documents.get(doc)?.references ?? [];
  }

  /** The document that comes first by its file's name. */
  firstDocument(): Thing | undefined {
    this.note('docs');
    const first = [...this.pack.documents.keys()].sort()[0];
    return first === undefined ? undefined : this.pack.documents.get(first)?.root;
  }

  /** Whether there is a file or folder; of what lies outside the SMS nobody knows, so it is taken to be there. */
  hasFile(path: string): boolean {
    if (!path.startsWith(`${this.pack.folder}/`)) return true;
    this.note(`file:${path}`);
    return this.pack.files.has(path);
  }

  /** The SHA-256 of a file; `null` where it can't be had, undefined where nobody has looked yet. */
  hash(uri: string): string | null | undefined {
    this.note(`hash:${uri}`);
    return this.pack.outside.hashes.get(uri);
  }

  /** Who has committed anything; `null` where git knows nothing, undefined where nobody has looked yet. */
  authors(): Authors | null | undefined {
    this.note('authors');
    return this.pack.outside.authors;
  }

  /** The approvals in a file as they are committed; `null` where it isn't, undefined where nobody has looked yet. */
  committed(uri: string): readonly CommittedApproval[] | null | undefined {
    this.note(`committed:${uri}`);
    return this.pack.outside.committed.get(uri);
  }

  /** What a thing says, as a cursor; each field that is looked at is noted. */
  at(thing: Thing, ...path: Path): At {
    const cursor = this.#cursors.get(thing) ?? this.#cursor(thing);
    return cursor.get(...path);
  }

  #cursor(thing: Thing): At {
    const { doc, path, seat } = thing;
    const says = this.pack.documents.get(doc)?.contents.get(thing) ?? (doc === '' ? ofWord(thing) : undefined);
    const look = (field?: string) => this.note(field === undefined ? `says:${seat}` : `says:${seat}.${field}`);
    const cursor = new At(doc, path, says, look);
    this.#cursors.set(thing, cursor);
    return cursor;
  }

  /** What it is called: its name, else its id. */
  called(thing: Thing): string {
    return this.at(thing, 'name').text ?? thing.id;
  }

  /** The same pack, in which some things say something else. What is looked at isn't told apart from this reader's. */
  imagining(others: ReadonlyMap<Thing, JsonObject>): Reader {
    const reader = new Reader(this.knowledge, this.pack, this.#today, this.note, this.lookBack);
    for (const [thing, says] of others) reader.#cursors.set(thing, new At(thing.doc, thing.path, says));
    return reader;
  }

  /** What a reference leads to: the first sort that has such an id. */
  target(reference: { readonly refers: readonly string[]; readonly id: string }): readonly Thing[] {
    for (const sort of reference.refers) {
      const found = this.find(sort, reference.id);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** The innermost thing a reference stands in: an item, else the document. */
  owner(reference: Reference): Thing | undefined {
    return reference.owner ?? this.root(reference);
  }
}

/** What a word of a closed vocabulary says, which stands in no document. */
const ofWord = ({ id }: Thing): JsonObject => ({ id, name: id.replaceAll('-', ' ') });

type Placed = { readonly doc: string; readonly path: Path };

const sorted = <T extends Placed>(items: readonly T[]): readonly T[] => (items.length > 1 ? [...items].sort(inOrder) : items);

function inOrder(a: Placed, b: Placed): number {
  if (a.doc !== b.doc) return a.doc < b.doc ? -1 : 1;
  for (let i = 0; i < Math.min(a.path.length, b.path.length); i++) {
    const [x, y] = [a.path[i] ?? 0, b.path[i] ?? 0];
    if (x !== y) return typeof x === 'number' && typeof y === 'number' ? x - y : String(x) < String(y) ? -1 : 1;
  }
  return a.path.length - b.path.length;
}
