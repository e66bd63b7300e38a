// What every feature is asked: a cursor in a file, and all there is to know. Must not know editors, folders or the wire.
import type { EvidenceFile, FileDocument } from '../assess/file';
import type { Working } from '../assess/finding';
import type { Files } from '../assess/located';
import type { Knowledge } from '../knowledge/knowledge';
import { type Path, schemaAt } from '../knowledge/schema';
import type { Schema } from '../knowledge/types';
import type { EvidenceDocument } from '../model/document';
import { asWritten } from '../model/expand';
import { pathAt, type Spot } from '../model/path-at';
import type { Reader } from '../model/reader';

export interface Question {
  readonly file: EvidenceFile;
  /** In UTF-16 units from the start of the file's text. */
  readonly offset: number;
  readonly knowledge: Knowledge;
  readonly reader: Reader;
  /** What was judged; absent where nothing was. */
  readonly judged?: Judged;
}

export interface Judged {
  /** All of the SMS. */
  readonly files: Files;
  /** What rules worked out from figures in a document, by its key. */
  workings(doc: string): readonly Working[];
}

/** What stands at the cursor of a document that is evidence. */
export interface Asked {
  readonly evidence: EvidenceDocument;
  readonly path: Path;
  readonly on: Spot['on'];
  /** What may be written at that path; undefined where nothing may. */
  readonly schema: Schema | undefined;
}

/** The YAML document that holds an offset; the last one that starts before it. */
export const documentAt = (file: EvidenceFile, offset: number): FileDocument | undefined =>
  file.documents.findLast((d) => d.yaml.start <= offset) ?? file.documents[0];

/** Undefined outside evidence. */
export function asked({ file, offset }: Question): Asked | undefined {
  const document = documentAt(file, offset);
  const evidence = document?.evidence && asWritten(document.evidence);
  if (!document || !evidence) return undefined;
  const { path, on } = pathAt(document.yaml, offset, file.read.text);
  return { evidence, path, on, schema: schemaAt(evidence.kind.schema, path, evidence.data) };
}

/** A path without the places in lists that it ends with: the field whose value it is part of. */
export function fieldOf(path: Path): Path {
  const last = path.findLastIndex((key) => typeof key === 'string');
  return path.slice(0, last + 1);
}
