// What the product has to say about a place, free of editors and files. Must not know any rule or demand by name.
import type { Path } from '../knowledge/schema';
import type { Severity } from '../knowledge/types';

/** A place in a document; ranges are looked up when it is shown, since they move with each edit. */
export interface Spot {
  readonly doc: string;
  readonly path: Path;
  /** The value, its key, or (for what is missing in a part) the part's head: the value of `kind`, in a list the item's first key. */
  readonly on: 'value' | 'key' | 'head';
}

export interface Finding {
  /** A demand's id for missing contents, a rule's or a finding's id for the rest. Stable. */
  readonly code: string;
  /** The demands that are not met, or concerned; in register order. */
  readonly demands: readonly string[];
  readonly severity: Severity;
  /** One or two plain sentences: what is wrong, why, what to do. */
  readonly message: string;
  /** What its words were filled with. */
  readonly values: Readonly<Record<string, string>>;
  readonly at: Spot;
  readonly because: readonly Because[];
  /** For missing contents: what to add there, each the path of a field. */
  readonly missing?: readonly Path[];
  /** For a word that is nearly right: what it should have been. */
  readonly suggest?: readonly string[];
  /** There is one such word, and nothing else can have been meant. */
  readonly certain?: true;
  /** Of rows that another tool exported: what the faults of one sort in one column have in common. */
  readonly alike?: string;
  /** For what a rule can settle with one keystroke. */
  readonly mend?: Mending;
  /** Somebody allowed it to stand for a while: it is not told as a fault. */
  readonly waived?: Waived;
  /** It was there when the folder was first checked, and is listed in its baseline. */
  readonly old?: true;
}

/** The fields that it misses, by their paths; none where it is about something that stands there. */
export function missed(finding: Finding | TextFinding): readonly Path[] {
  if (finding.missing) return finding.missing;
  const { key } = finding.values;
  return finding.code === 'missing-field' && 'at' in finding && key !== undefined ? [[...finding.at.path, key]] : [];
}

/** By which waiver (its id), up to which day (YYYY-MM-DD), why, and where that is written. */
export interface Waived {
  readonly by: string;
  readonly until: string;
  readonly reason: string;
  readonly at: Spot;
}

/** `to`: in place of what stands at `at`; without it the piece of the template is written there, or one more item. */
export interface Mending {
  /** Says the result. */
  readonly title: string;
  readonly at: Spot;
  readonly to?: string;
  /** What is known of a piece: it isn't asked. */
  readonly known?: Readonly<Record<string, string>>;
}

/** What a rule worked out from figures, be it a finding or not. */
export interface Working {
  readonly rule: string;
  /** One sentence. */
  readonly words: string;
  /** Where each is written, as the chain goes. */
  readonly figures: readonly Spot[];
}

export interface Because {
  readonly at: Spot;
  readonly message: string;
}

/** A finding that has its place in the text itself, not in a document: offsets. */
export type TextFinding = Omit<Finding, 'at'> & { readonly range: { readonly start: number; readonly end: number } };
export type FileFinding = Finding | TextFinding;
