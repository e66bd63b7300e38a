// Which line of each text is being typed: what is found there waits until its author goes on elsewhere, or pauses.
// State; must not know the wire, nor what is found.

/** Time as it passes; a test's own stands still until it is moved. Milliseconds. */
export interface Ticks {
  now(): number;
  /** Does the task once that long from now. Gives what calls it off. */
  after(ms: number, task: () => void): () => void;
}

export const machineTicks: Ticks = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

interface Typing {
  readonly line: number;
  readonly until: number;
  readonly off: () => void;
}

export class Patience {
  readonly #typing = new Map<string, Typing>();

  constructor(
    readonly pause: number,
    readonly ticks: Ticks,
    /** What waited in that file may be told. */
    readonly onPause: (uri: string) => void,
  ) {}

  /** The text of a file changed. */
  changed(uri: string, before: string, after: string): void {
    if (before === after) return;
    const line = typedLine(before, after);
    this.#typing.get(uri)?.off();
    this.#typing.delete(uri);
    if (line === undefined || this.pause === 0) return;
    const off = this.ticks.after(this.pause, () => {
      this.#typing.delete(uri);
      this.onPause(uri);
    });
    this.#typing.set(uri, { line, until: this.ticks.now() + this.pause, off });
  }

  /** Nobody types in it any more. */
  left(uri: string): void {
    this.#typing.get(uri)?.off();
    this.#typing.delete(uri);
  }

  /** The line, counted from 0, whose findings wait; undefined where none does. */
  lineIn(uri: string): number | undefined {
    const typing = this.#typing.get(uri);
    return typing && this.ticks.now() < typing.until ? typing.line : undefined;
  }

  close(): void {
    for (const { off } of this.#typing.values()) off();
    this.#typing.clear();
  }
}

/** The line of an edit that stays within one; undefined where lines came or went, as with Enter or on pasting. */
export function typedLine(before: string, after: string): number | undefined {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  if (before.slice(start, before.length - same).includes('\n') || after.slice(start, after.length - same).includes('\n')) return undefined;
  let line = 0;
  for (let at = after.indexOf('\n'); at >= 0 && at < start; at = after.indexOf('\n', at + 1)) line++;
  return line;
}
