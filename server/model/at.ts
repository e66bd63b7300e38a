// A cursor into a thing's data, so that a rule can read and report without knowing files or ranges.
// Must not know demands or findings.
import { isObject, type Path, valueAt } from '../knowledge/schema';
import type { Json } from '../knowledge/types';
import { isWritten } from './written';

/** A place in a document, written or not; everything read from it comes from one thing. */
export class At {
  constructor(
    /** The document, and the path from its root. */
    readonly doc: string,
    readonly path: Path,
    readonly value: Json | undefined,
  ) {}

  get(...path: Path): At {
    return path.reduce<At>((at, key) => new At(at.doc, [...at.path, key], valueAt(at.value, key)), this);
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
