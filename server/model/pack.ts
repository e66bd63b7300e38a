// All documents of one SMS as things and references, immutable: each change gives a new pack and says what changed in it.
// Must not know demands, rules or findings.
import { isObject, type Path } from '../knowledge/schema';
import type { Json, JsonObject, Schema } from '../knowledge/types';
import { dayIn, type EvidenceDocument, type Marked, type ReferenceMark, type ThingMark } from './document';
import { isWhole } from './export';
import { Layered } from './layered';

/**
 * Something that counts: a document, or what it defines inside; what it says is its content, which a reader gives. While it stays in its
 * place it stays the same object, whatever is written in it, so that only those are judged again who read what changed.
 */
export interface Thing {
  readonly sort: string;
  /** Unique within its sort, but for versions of one agreement or plan, which share it. */
  readonly id: string;
  /** The document it stands in, and where. */
  readonly doc: string;
  readonly path: Path;
  /** Sort, id, document and path as one word, for the notes of who read it. */
  readonly seat: string;
  /** What decides whether its document counts: status, dates. */
  readonly frame: Frame;
  /** Its own day, YYYY-MM-DD, or that of its document. */
  readonly day: string | undefined;
  /** It happened on that day and counts by it: a record, or a line of a history. */
  readonly event: boolean;
  /** A part of its document that stands for a document of its own. */
  readonly part: boolean;
}

/** What a document says of itself as a whole. */
export interface Frame {
  readonly kind: string;
  readonly form: string;
  /** The document's own id, as a thing of its kind. */
  readonly id: string;
  /** The day the document stands for, YYYY-MM-DD, where it says one. */
  readonly day: string | undefined;
  /** Of a controlled document the day of its latest line of history. */
  readonly looked: string | undefined;
  /** Of a controlled document the day on which its version came, and that of its first line of history. */
  readonly came: string | undefined;
  readonly begun: string | undefined;
  /** Top-level fields whose text can't be read, so that what they seem to hold is a guess. */
  readonly broken: string;
  /** Those and top-level fields whose list is not wholly known. */
  readonly partly: string;
  readonly says: JsonObject;
}

/** A place where an id is used. */
export interface Reference {
  readonly refers: readonly string[];
  readonly id: string;
  readonly path: Path;
  readonly schema: Schema;
  /** The document it stands in, and that document's kind. */
  readonly doc: string;
  readonly kind: string;
  /** The innermost thing inside the document that it stands in; undefined where it is the document itself. */
  readonly owner: Thing | undefined;
}

type Index<T> = ReadonlyMap<string, Layered<readonly T[]>>;

export interface Pack {
  readonly documents: Layered<Indexed>;
  /** Things by sort and id. */
  readonly things: Index<Thing>;
  /** References by the sort and the id that they may mean. */
  readonly references: Index<Reference>;
  /** Paths of all files below the SMS folder, for references to files. */
  readonly files: ReadonlySet<string>;
  /** The SMS folder's uri: what lies outside of it isn't known. */
  readonly folder: string;
  readonly outside: Outside;
}

/** What somebody looked up outside the documents because it was asked for; `null` where there is nothing to be had. */
export interface Outside {
  /** SHA-256 of files, 64 small hexadecimal digits, by their uris. */
  readonly hashes: ReadonlyMap<string, string | null>;
  /** All who have committed something, by name and by address; undefined where nobody has looked yet. */
  readonly authors?: Authors | null;
  /** The approvals and agreements that are committed, by the uris of the files they stand in. */
  readonly committed: ReadonlyMap<string, readonly CommittedApproval[] | null>;
}

export interface Authors {
  readonly names: readonly string[];
  /** False: the copy lacks the older commits. */
  readonly areAll: boolean;
}

/** An approval or agreement as it stands in the version control system. */
export interface CommittedApproval {
  /** Of which document, in a form to be compared only. */
  readonly of: string;
  /** All that it says, likewise. */
  readonly says: string;
  /** The commit that brought it, or changed it last. */
  readonly commit: {
    readonly id: string;
    readonly author: string;
    readonly mail: string;
    readonly day: string;
    /** The copy lacks the older commits, so that it isn't known who brought it. */
    readonly isCutOff: boolean;
  };
}

const NOTHING_OUTSIDE: Outside = { hashes: new Map(), committed: new Map() };

/** A document with what it contributes. */
export interface Indexed {
  readonly document: EvidenceDocument;
  readonly root: Thing;
  readonly groups: readonly Group[];
  /** What each of its things says. A part says what its document says, too. */
  readonly contents: ReadonlyMap<Thing, JsonObject>;
  /** What stands in all groups; its parts that stand for documents of their own apart, too. */
  readonly things: readonly Thing[];
  readonly parts: readonly Thing[];
  readonly references: readonly Reference[];
}

interface Group {
  readonly marked: Marked;
  readonly things: readonly Thing[];
  /** What each of them says where it stands. */
  readonly values: readonly JsonObject[];
  readonly references: readonly Reference[];
}

/** Words of a closed vocabulary that count as things: `of` is their sort. */
export interface Vocabulary {
  readonly of: string;
  readonly words: readonly string[];
}

/** A pack with nothing in it but the words of closed vocabularies, which are things that nobody has to write. */
export function emptyPack(folder: string, vocabularies: readonly Vocabulary[] = []): Pack {
  const things = vocabularies.map(
    ({ of, words }) => [of, Layered.of(new Map(words.map((word) => [word, [wordThing(of, word)]])))] as const,
  );
  return { documents: Layered.nothing, things: new Map(things), references: new Map(), files: new Set(), folder, outside: NOTHING_OUTSIDE };
}

const NOWHERE: Frame = {
  kind: '',
  form: 'own',
  id: '',
  day: undefined,
  looked: undefined,
  came: undefined,
  begun: undefined,
  broken: '',
  partly: '',
  says: {},
};

const wordThing = (sort: string, id: string): Thing => ({
  sort,
  id,
  doc: '',
  path: [],
  seat: `${sort}/${id}`,
  frame: NOWHERE,
  day: undefined,
  event: false,
  part: false,
});

/**
 * What a reader may have looked at: whether and where there is a thing, which there are of a sort, what one of them says, or a field of
 * it (by its seat), who refers to an id; which documents there are, a document's head, which things and references stand in it; a file,
 * what is in it or who committed it, who committed anything, a field of the manifest, today.
 */
export type Key =
  | `${'thing' | 'sort' | 'says' | 'refs' | 'doc' | 'inside' | 'names' | 'file' | 'hash' | 'committed' | 'manifest'}:${string}`
  | 'docs'
  | 'authors'
  | 'today';

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
    const after = document && index(document, before);
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
    for (const [sort, changes] of this.#changes) all.set(sort, (all.get(sort) ?? Layered.nothing).with(changes));
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

function index(document: EvidenceDocument, before: Indexed | undefined): Indexed {
  const frame = frameOf(document, before?.root.frame);
  const { key: doc, id } = document;
  const sort = document.kind.kind;
  const event = document.kind.form === 'record';
  const root =
    before?.root.frame === frame
      ? before.root
      : { sort, id, doc, path: [], seat: seatOf(sort, id, doc, []), frame, day: frame.day, event, part: false };
  const previous = new Map<string, Group[]>();
  for (const g of before?.groups ?? []) previous.set(g.marked.prefix.join('/'), [...(previous.get(g.marked.prefix.join('/')) ?? []), g]);
  const groups = document.marks.map((marked) => {
    // A field that stands twice makes two.
    const old = previous.get(marked.prefix.join('/'))?.shift();
    return old?.marked.value === marked.value && before?.root === root ? old : group(marked, root, old);
  });
  const contents = new Map<Thing, JsonObject>([[root, document.data]]);
  for (const { things, values } of groups)
    for (const [i, t] of things.entries()) contents.set(t, t.part ? ofPart(t, values[i] ?? {}, document.data) : (values[i] ?? {}));
  const things = groups.flatMap((g) => g.things);
  const references = groups.flatMap((g) => g.references);
  return { document, root, groups, contents, things, parts: things.filter((t) => t.part), references };
}

/** What is in the same place as in `before` stays the same object, so that an edit in a list doesn't touch its other items. */
function group(marked: Marked, root: Thing, before: Group | undefined): Group {
  const thingsBefore = new Map(before?.things.map((t) => [t.seat, t]));
  const own = marked.marks.flatMap((mark) => ('sort' in mark ? [{ mark, now: thing([...marked.prefix, ...mark.path], mark, root) }] : []));
  const things = own.map(({ now }) => {
    const old = thingsBefore.get(now.seat);
    // Of a field that stands twice there are two things in one place.
    thingsBefore.delete(now.seat);
    return old && old.frame === now.frame && old.day === now.day && old.event === now.event ? old : now;
  });
  const referencesBefore = new Map(before?.references.map((r) => [r.path.join('/'), r]));
  const references = marked.marks.flatMap((m) => {
    if (!('refers' in m)) return [];
    const now = reference(m, [...marked.prefix, ...m.path], things, root);
    const old = referencesBefore.get(now.path.join('/'));
    return [old && old.id === now.id && old.schema === now.schema && old.owner === now.owner && old.kind === now.kind ? old : now];
  });
  return { marked, things, values: own.map(({ mark }) => mark.value), references };
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

function thing(path: Path, { sort, value, within, day, event, part }: ThingMark, root: Thing): Thing {
  const id = part ? root.id : idOf(value, path, within, root);
  const seat = seatOf(sort, id, root.doc, path);
  return { sort, id, doc: root.doc, path, seat, frame: root.frame, day: day ?? root.frame.day, event: event || root.event, part };
}

const seatOf = (sort: string, id: string, doc: string, path: Path) => `${sort}/${id}/${doc}/${path.join('/')}`;

/** What a part doesn't say itself its document says for it. */
const ofPart = ({ path }: Thing, value: JsonObject, document: JsonObject): JsonObject => ({
  ...without(document, String(path[0])),
  ...value,
});

/** Its own id; of a period its days, so that one that several documents name is one thing; else its place. */
function idOf({ id, from, to }: JsonObject, path: Path, within: boolean, root: Thing): string {
  if (typeof id === 'string') return within ? `${root.id}/${id}` : id;
  return typeof from === 'string' && typeof to === 'string' ? `${from}/${to}` : `${root.doc}/${path.join('/')}`;
}

const without = (data: JsonObject, field: string): JsonObject => Object.fromEntries(Object.entries(data).filter(([key]) => key !== field));

function reference(mark: ReferenceMark, path: Path, things: readonly Thing[], root: Thing): Reference {
  const owner = things.findLast((t) => t.path.every((key, i) => key === path[i]));
  return { refers: mark.refers, id: mark.id, path, schema: mark.schema, doc: root.doc, kind: root.sort, owner };
}

const FRAME = ['status', 'version', 'valid', 'term'];

function frameOf(document: EvidenceDocument, before: Frame | undefined): Frame {
  const { kind } = document;
  const says = Object.fromEntries(FRAME.flatMap((f) => (Object.hasOwn(document.data, f) ? [[f, document.data[f] ?? null]] : [])));
  const day = dayIn(document.data, kind.schema['x-date']);
  const lines = kind.form === 'controlled' ? linesOf(document.data.history) : [];
  const [begun, looked] = [daysOf(lines)[0], daysOf(lines).at(-1)];
  const came = daysOf(lines.filter((line) => line.version === document.data.version && line.unchanged !== true))[0];
  // Rows that aren't known are no rows that are missing.
  const unread = document.exports.filter((e) => e.table === undefined).map((e) => String(e.path[0]));
  const broken = [...document.broken, ...unread].join(' ');
  const partly = [...document.broken, ...document.exports.filter((e) => !isWhole(e)).map((e) => String(e.path[0]))].join(' ');
  const same =
    before?.looked === looked &&
    before?.came === came &&
    before?.begun === begun &&
    before?.broken === broken &&
    before?.partly === partly &&
    before?.day === day &&
    before?.kind === kind.kind &&
    before.id === document.id &&
    before.form === kind.form &&
    Object.keys(says).length === Object.keys(before.says).length &&
    Object.keys(says).every((k) => says[k] === before.says[k]);
  return same ? before : { kind: kind.kind, form: kind.form, id: document.id, day, looked, came, begun, broken, partly, says };
}

const linesOf = (history: Json | undefined): readonly JsonObject[] => (Array.isArray(history) ? history : []).filter(isObject);

/** The days in a history, the earliest first. */
const daysOf = (lines: readonly JsonObject[]): readonly string[] => lines.flatMap((line) => dayIn(line, 'on') ?? []).sort();
