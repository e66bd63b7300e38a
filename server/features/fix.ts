// The shape of what an editor offers to do about a finding. Plain data.
import type { Located } from '../assess/located';
import type { Edit } from './snippet';

export interface Fix {
  /** Says the result: "Add targets (7.2)". */
  readonly title: string;
  readonly kind: 'quickfix';
  /** The one to take without looking. */
  readonly preferred: boolean;
  readonly finding: Located;
  /** In text order, none over another. */
  readonly edits: readonly Edit[];
}
