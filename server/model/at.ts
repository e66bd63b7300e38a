// A cursor into a thing's data, so that a rule can read and report without knowing files or ranges.
// Must not know demands or findings.
import { isObject, type Path, valueAt } from '../knowledge/schema';
import type { Json } from '../knowledge/types';
import { isWritten } from './written';

/** A place in a document, written or not; everything read from it comes from one thing. */
export class At {
  readonly #value: Json | undefined;
  readonly #look: ((field?: string) => void) | undefined;

  constructor(
    /** The document, and the path from its root. */
    readonly doc: string,
    readonly path: Path,
    value: Json | undefined,
    /** Gets each field that is looked at, and nothing where all is. */
    look?: (field?: string) => void,
  ) {
    this.#value = value;
    this.#look = look;
  }

  /** All that is written there. */
  get value(): Json | undefined {
    this.#look?.();
    return this.#value;
  }

  get(...path: Path): At {
    const [first] = path;
    if (first === undefined) return this;
    this.#look?.(String(first));
    return new At(
      this.doc,
      [...this.path, ...path],
      path.reduce<Json | undefined>((value, key) => valueAt(value, key), this.#value),
    );
  }

  /** Something the author wrote and answered. */
  get written(): boolean {
    return isWritten(this.value);
  }

  get text(): string | undefined {
    return typeof this.value === 'string' && this.written ? this.value : typeof this.value === 'number' ? String(this.value) : undefined;
  }

  get isTrue(): boolean {
    return this.value === true;
  }

  /** The items of a list; none where it is no list. */
  get items(): At[] {
    return Array.isArray(this.value) ? this.value.map((_, i) => this.get(i)) : [];
  }

  get isMap(): boolean {
    return isObject(this.value);
  }
}
