// The map that a half-typed word behind a dash belongs to: found by reading the text as if it were a key. Must not know schemas.
import type { EvidenceFile, FileDocument } from '../assess/file';
import type { Path } from '../knowledge/schema';
import type { YamlDocument } from '../model/node';
import { pathAt } from '../model/path-at';
import { readText } from '../model/read';
import { columnOf } from './style';
import { mapAt } from './surroundings';

export interface Holder {
  readonly path: Path;
  /** The document without what is being typed. */
  readonly yaml: YamlDocument;
  /** Where its keys stand; where it has none yet, the column that was asked about. */
  readonly column: number;
}

/** What the word behind a dash belongs to: read as if it were a key. */
export function holderOfWord(file: EvidenceFile, document: FileDocument, start: number, end: number): Holder | undefined {
  const { text } = file.read;
  const holder = read(file, document, `${text.slice(0, start)}x:${text.slice(end)}`, start, columnOf(text, start));
  return holder && { ...holder, path: holder.path.slice(0, -1) };
}

function read(file: EvidenceFile, document: FileDocument, text: string, at: number, column: number): Holder | undefined {
  const yaml = readText(text, file.read).documents[file.documents.indexOf(document)];
  if (!yaml) return undefined;
  const { path } = pathAt(yaml, at, text);
  const first = mapAt(yaml, path, text)?.siblings[0];
  return { path, yaml, column: first ? columnOf(text, first.start) : column };
}
