// The shape of what an editor offers to do about a finding. Plain data.
import type { Located } from '../assess/located';
import type { Edit } from './snippet';

export interface Fix {
  /** Says the result: "Add targets (7.2)". */
  readonly title: string;
  readonly kind: 'quickfix';
  /** The one to take without looking. */
  readonly preferred: boolean;
  /** Leaves the author no choice: nothing else can have been meant. Such are made all at once, and on saving. */
  readonly safe?: boolean;
  readonly finding: Located;
  /** In text order, none over another. */
  readonly edits: readonly Edit[];
  /** What happens to whole files, or in other ones; in this order, after the edits. */
  readonly files?: readonly FileChange[];
}

/** Uris in our own spelling. A file that is created is not there yet, and none is written over. */
export type FileChange = Creation | { readonly is: 'rename'; readonly uri: string; readonly to: string } | Elsewhere;

/** An edit in another file. */
export interface Elsewhere {
  readonly is: 'edit';
  readonly uri: string;
  readonly edits: readonly Edit[];
  /** Where something is begun in it: the text as it is then, and its first question. */
  readonly begun?: Begun;
}

export interface Begun {
  readonly text: string;
  /** In UTF-16 units; absent where it asks nothing. */
  readonly asks?: { readonly start: number; readonly end: number };
}

export interface Creation extends Begun {
  readonly is: 'create';
  readonly uri: string;
  /** The text with tab stops. */
  readonly snippet: string;
}
