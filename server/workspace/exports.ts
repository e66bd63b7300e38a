// Which documents of an SMS point to which exports, and those files as they are now. State; must not know what is in them.
import type { EvidenceDocument } from '../model/document';
import type { ExportFile } from '../model/export';

export class Exports {
  /** As they are now, also those that nothing points to any more; one that is not here was not asked for yet. */
  readonly files = new Map<string, ExportFile>();
  /** By the uri of the evidence file: its documents that point to exports. */
  readonly #readers = new Map<string, readonly EvidenceDocument[]>();
  #wanted: ReadonlySet<string> = new Set();

  /** The uris of all that documents point to. */
  get wanted(): ReadonlySet<string> {
    return this.#wanted;
  }

  /** The evidence files that point to some. */
  get readers(): Iterable<string> {
    return this.#readers.keys();
  }

  /** Takes files; gives the evidence files that have to be read again. */
  put(files: ReadonlyMap<string, ExportFile>): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const [uri, file] of files) {
      if ((!this.#wanted.has(uri) && !this.files.has(uri)) || isSame(this.files.get(uri), file)) continue;
      this.files.set(uri, file);
      changed.add(uri);
    }
    return new Set([...this.#readers.keys()].filter((reader) => this.namedBy(reader).some((uri) => changed.has(uri))));
  }

  /** The documents of an evidence file as they are now; gives the exports that they point to, or did before. */
  setReader(uri: string, documents: readonly EvidenceDocument[]): ReadonlySet<string> {
    const before = this.namedBy(uri);
    const own = documents.filter((d) => d.exports.length > 0);
    if (own.length === 0 && before.length === 0) return new Set();
    if (own.length > 0) this.#readers.set(uri, own);
    else this.#readers.delete(uri);
    this.#wanted = new Set([...this.#readers.values()].flat().flatMap(urisOf));
    return new Set([...before, ...this.namedBy(uri)]);
  }

  /** The exports that an evidence file points to. */
  namedBy(uri: string): readonly string[] {
    return (this.#readers.get(uri) ?? []).flatMap(urisOf);
  }

  /** The documents that point to an export, by their files. */
  documentsAt(uri: string): readonly EvidenceDocument[] {
    const all = [...this.#readers].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, documents]) => documents);
    return all.filter((d) => urisOf(d).includes(uri));
  }

  /** Its text as the first document reads it that can; undefined where it is not known. */
  textOf(uri: string): string | undefined {
    const texts = this.documentsAt(uri).flatMap((d) =>
      d.exports.filter((e) => e.uri === uri && typeof e.file === 'object').map((e) => e.text),
    );
    return texts.find((text) => text !== '') ?? texts[0];
  }
}

const urisOf = ({ exports }: EvidenceDocument): string[] => exports.flatMap((e) => e.uri ?? []);

function isSame(a: ExportFile | undefined, b: ExportFile): boolean {
  if (a === undefined || typeof a === 'string' || typeof b === 'string') return a === b;
  if ('unreadable' in a || 'unreadable' in b) return 'unreadable' in a && 'unreadable' in b && a.unreadable === b.unreadable;
  return a.sha256 === b.sha256;
}
