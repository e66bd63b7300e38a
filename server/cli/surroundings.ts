// What a run of the command line is given by whoever starts it: no disk, clock or process of its own. Types only.
import type { Host } from '../host/host';
import type { NamedRule } from '../rules/rule';
import type { Clock } from '../workspace/workspace';

/** Shows a question and takes a line; undefined where nobody answers any more. */
export type Ask = (question: string) => Promise<string | undefined>;

export interface Surroundings {
  /** Absolute. */
  readonly cwd: string;
  readonly out: Out;
  readonly err: Out;
  readonly host: Host;
  /** Writes a text to an absolute path, and makes the folders on the way. */
  write(path: string, text: string): Promise<void>;
  /** Writes new files by absolute paths: all of them, or where one is there already none. */
  create(files: ReadonlyMap<string, string>): Promise<void>;
  /** Asks whoever sits at the terminal, for one line; undefined where they had enough. Absent where nobody does. */
  readonly ask?: Ask;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The version of this tool. */
  readonly version: string;
  readonly rules?: readonly NamedRule[];
}

export interface Out {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}
