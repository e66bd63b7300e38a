// Maps of thousands of entries of which an edit changes a few: the new one shares with the old one what stays. Must not know what is in them.

/** What is asked of such a map; a Map answers it, too. */
export interface Lookup<V> extends Iterable<readonly [string, V]> {
  readonly size: number;
  get(key: string): V | undefined;
  has(key: string): boolean;
  keys(): Iterable<string>;
  values(): Iterable<V>;
}

/** So many changes are kept beside the map that they are changes of; each look and each edit pays for them. */
const ROOM = 64;

export class Layered<V> implements Lookup<V> {
  private constructor(
    readonly base: ReadonlyMap<string, V>,
    /** What is otherwise than in the base; undefined: it is gone. */
    readonly over: ReadonlyMap<string, V | undefined>,
    readonly size: number,
  ) {}

  static of<V>(entries: ReadonlyMap<string, V> = new Map()): Layered<V> {
    return new Layered(entries, new Map(), entries.size);
  }

  /** The map after some changes; undefined takes an entry out. This one stays as it is. */
  with(changes: ReadonlyMap<string, V | undefined>): Layered<V> {
    if (changes.size === 0) return this;
    const over = new Map([...this.over, ...changes]);
    let { size } = this;
    for (const [key, value] of changes) size += (value === undefined ? 0 : 1) - (this.has(key) ? 1 : 0);
    const next = new Layered(this.base, over, size);
    return over.size > ROOM ? Layered.of(new Map(next)) : next;
  }

  get(key: string): V | undefined {
    return this.over.has(key) ? this.over.get(key) : this.base.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  *[Symbol.iterator](): Iterator<readonly [string, V]> {
    for (const [key, value] of this.base) {
      const now = this.over.has(key) ? this.over.get(key) : value;
      if (now !== undefined) yield [key, now];
    }
    for (const [key, value] of this.over) if (value !== undefined && !this.base.has(key)) yield [key, value];
  }

  *keys(): Iterable<string> {
    for (const [key] of this) yield key;
  }

  *values(): Iterable<V> {
    for (const [, value] of this) yield value;
  }
}
