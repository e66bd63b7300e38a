// The shape of what completion offers. Plain data.
import type { Path } from '../knowledge/schema';
import type { Edit } from './snippet';

export interface Completion {
  readonly label: string;
  readonly kind: 'field' | 'block' | 'value' | 'reference' | 'template';
  /** Whether it is needed, what it means. */
  readonly detail?: string;
  /** At the right edge: the clause that asks for it, the name behind an id, what a figure comes to. */
  readonly edge?: string;
  /** For `resolve`: its documentation is made when it is looked at. Plain data. */
  readonly data?: CompletionData;
  /** What is typed next may change what is offered. */
  readonly grows?: true;
  /** Completions stand in the order of these texts. */
  readonly sort: string;
  /** What the typed text is held against. */
  readonly filter: string;
  /** Further lines are indented in full: they must be taken as they are. */
  readonly edit: Edit;
}

/** The field at a path of a kind, or the kind itself; `value`: what stands there then. */
export interface CompletionData {
  readonly kind: string;
  readonly path: Path;
  readonly value?: string;
}
