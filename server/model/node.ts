// The shapes in which a text of YAML is kept: plain values with their places, cut so that an edit touches little.
// Must not know schemas, kinds or files.

/** Offsets in UTF-16 units from the start of the block the node was parsed in; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type Node = ScalarNode | ListNode | MapNode;

/** A value as written. `source` is what the author typed, without quotes and escapes resolved: `1.10` stays "1.10". */
export interface ScalarNode extends Range {
  readonly type: 'scalar';
  readonly value: string | number | boolean | null;
  readonly source: string;
  /** Written without quotes and not as a block of text. */
  readonly plain: boolean;
}

export interface ListNode extends Range {
  readonly type: 'list';
  /** Written inside brackets. */
  readonly flow: boolean;
  readonly items: readonly Node[];
}

export interface MapNode extends Range {
  readonly type: 'map';
  /** Written inside braces. */
  readonly flow: boolean;
  /** In the order written; a key may stand twice. */
  readonly entries: readonly Entry[];
}

/** A key with its value. A missing value is a scalar `null` of no width, right behind the colon. */
export interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Node;
}

/** Why (a part of) a text can't be read; the words are in schemas/common/findings.yaml under this id. */
export interface Fault extends Range {
  readonly id: FaultId;
  /** What the message's places are filled with. */
  readonly values: Readonly<Record<string, string>>;
}

export type FaultId =
  | 'yaml-syntax' // values: {says}: what is wrong in plain words
  | 'no-space-after-colon'
  | 'no-space-after-dash'
  | 'missing-comma'
  | 'open-quote'
  | 'second-colon'
  | 'needs-quotes' // values: {sign}
  | 'key-without-colon' // values: {text}
  | 'duplicate-key' // values: {key}
  | 'second-document'
  | 'merge-conflict' // values: {ours}, {theirs}
  | 'tab-indent'
  | 'too-large' // values: {size, limit}
  | 'too-many-documents' // values: {count, limit}
  | 'too-deep' // values: {limit}
  | 'too-many-keys' // values: {count, limit}
  | 'too-many-values' // values: {limit}: aliases that grow without end
  | 'unknown-alias'; // values: {name}

/** A top-level key of a document and what stands below it; the places of the key and of its nodes count from `offset`. */
export interface Field {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Where the block that holds the key and the value starts in the text. */
  readonly offset: number;
  readonly value: Node;
  /** Present where a long list was cut at its items: then `value` is an empty list at the first dash, and these are its items. */
  readonly items?: readonly Item[];
  /** The block has a fault besides double keys: what it seems to hold is a guess. */
  readonly broken?: true;
}

/** An item of a list that was cut; the ranges of `node` count from `offset`. */
export interface Item {
  readonly offset: number;
  readonly node: Node;
  /** As in a field. */
  readonly broken?: true;
}

/** One YAML document of a text. */
export interface YamlDocument extends Range {
  /** Top-level keys in the order written, double ones too. Empty where the root is no map. */
  readonly fields: readonly Field[];
  /** The root where it is no map (a list, a word), its ranges counting from `start`; absent in an empty document. */
  readonly other?: Node;
  /** In text order; offsets from the start of the text. */
  readonly faults: readonly Fault[];
}

/** A text that was read, with the blocks it was cut into, so that the next version can take them over. */
export interface ReadText {
  readonly text: string;
  readonly documents: readonly YamlDocument[];
  /** Faults of the text as a whole (too large to be read); then there are no documents. */
  readonly faults: readonly Fault[];
  readonly blocks: ReadonlyMap<string, Block>;
}

/** A stretch of text that was parsed by itself. The same text is the same object, so what did not change stays identical. */
export interface Block {
  readonly root: Node | undefined;
  /** Offsets from the start of the block. */
  readonly faults: readonly Fault[];
}

/** How a piece is read: a whole document; a top-level key; one indented by mistake; a line without colon; head and items of a long list. */
export type Form = 'document' | 'field' | 'stray' | 'word' | 'list' | 'item';

/** A stretch of a text that is to be parsed by itself. */
export interface Piece extends Range {
  readonly form: Form;
}
