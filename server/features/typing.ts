// The shape of what is being typed at a cursor. Plain data.
import type { Path } from '../knowledge/schema';
import type { YamlDocument } from '../model/node';
import type { Level } from './levels';

/** Offsets count in the file's text. */
export interface Typing {
  /** `field`: a key of the map at `path`, or what else may begin there; `value`: the value at `path`. */
  readonly on: 'field' | 'value';
  readonly path: Path;
  /** What gives way. */
  readonly start: number;
  readonly end: number;
  /** Where keys of that map stand. */
  readonly column: number;
  /** Where dashes of that list stand; absent: at `column`. */
  readonly dash?: number;
  /** What the lines above leave open there; absent where the text itself says what belongs to what. */
  readonly open?: Level['is'];
  /** Further out than what else may be meant here. */
  readonly outer?: boolean;
  /** Between brackets. */
  readonly flow?: boolean;
  /** A colon stands behind it already: the value is kept. */
  readonly hasColon?: boolean;
  /** A space is wanted before it. */
  readonly needsSpace?: boolean;
  /** Behind a dash on the same line. */
  readonly onDash?: boolean;
  /** The document read without what is being typed, where that makes a difference. */
  readonly yaml?: YamlDocument;
}
