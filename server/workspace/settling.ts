// Judging in slices, so that the editor's questions are answered in between, and telling when all is done.
// State; must not know the wire, nor what is judged.

const SLICE = 10;

export interface Settleable {
  settle(stop: () => boolean): boolean;
}

export class Settling {
  #running = false;

  constructor(
    readonly what: Settleable,
    /** Called each time that nothing is left to judge: only then are findings those of the texts as they are. */
    readonly onSettled: () => void,
    readonly defer: (task: () => void) => void = (task) => void setTimeout(task, 0),
    readonly now: () => number = () => Date.now(),
  ) {}

  /** Something changed. Calling it often costs nothing. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.defer(() => this.#slice());
  }

  #slice(): void {
    const until = this.now() + SLICE;
    if (!this.what.settle(() => this.now() > until)) {
      this.defer(() => this.#slice());
      return;
    }
    this.#running = false;
    this.onSettled();
  }
}
