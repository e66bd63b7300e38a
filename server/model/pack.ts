// All documents of one SMS as things and references: immutable. Must not know demands, rules or findings.
import type { Path } from '../knowledge/schema';
import type { JsonObject, Schema } from '../knowledge/types';
import type { EvidenceDocument, Marked } from './document';
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

export type Index<T> = ReadonlyMap<string, Layered<readonly T[]>>;

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

export interface Group {
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
  return { documents: Layered.of(), things: new Map(things), references: new Map(), files: new Set(), folder, outside: NOTHING_OUTSIDE };
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
