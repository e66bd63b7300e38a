// The baseline of one SMS, and how much of it is still found: counted file by file, so that an edit counts only what it changed.
// State; must not know what is found, nor where the baseline is written.
import { counted, keyOf, type OldFinding, withOldMarked } from '../assess/baseline';
import type { EvidenceFile, FileFinding } from '../assess/file';
import type { Pack } from '../model/pack';

export class Baselining {
  #lines: ReadonlyMap<string, OldFinding> = new Map();
  /** By the key of a line, how many are found in which files. */
  readonly #found = new Map<string, Map<string, number>>();
  readonly #keysIn = new Map<string, readonly string[]>();

  /** Takes the baseline as it is now; what is found in each file is to be counted anew. */
  set(lines: readonly OldFinding[]): void {
    const byKey = new Map<string, OldFinding>();
    for (const line of lines) if ((byKey.get(keyOf(line))?.count ?? 0) < line.count) byKey.set(keyOf(line), line);
    this.#lines = byKey;
    this.#found.clear();
    this.#keysIn.clear();
  }

  get lines(): readonly OldFinding[] {
    return [...this.#lines.values()];
  }

  get isInUse(): boolean {
    return this.#lines.size > 0;
  }

  /** What is found in a file now; a file that is gone has nothing. */
  count(uri: string, file: EvidenceFile | undefined, found: readonly FileFinding[], pack: Pack): void {
    for (const key of this.#keysIn.get(uri) ?? []) this.#found.get(key)?.delete(uri);
    const counts = file ? [...counted(found, file, pack)].filter(([key]) => this.#lines.has(key)) : [];
    for (const [key, { count }] of counts) this.#found.set(key, (this.#found.get(key) ?? new Map<string, number>()).set(uri, count));
    if (counts.length > 0)
      this.#keysIn.set(
        uri,
        counts.map(([key]) => key),
      );
    else this.#keysIn.delete(uri);
  }

  /** Lines of which fewer are found than they list, with how many are: the most in one file, since versions share their id. */
  get outlived(): readonly { readonly line: OldFinding; readonly found: number }[] {
    return [...this.#lines].flatMap(([key, line]) => {
      const found = Math.max(0, ...(this.#found.get(key)?.values() ?? []));
      return found < line.count ? [{ line, found }] : [];
    });
  }

  /** How many findings are hidden by it. */
  get hidden(): number {
    let sum = 0;
    for (const [key, line] of this.#lines) for (const n of this.#found.get(key)?.values() ?? []) sum += n <= line.count ? n : 0;
    return sum;
  }

  marked(found: readonly FileFinding[], file: EvidenceFile, pack: Pack): FileFinding[] {
    return withOldMarked(found, file, this.#lines, pack);
  }
}
