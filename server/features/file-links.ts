// Files and addresses that an author points to, as links that open. Must not know any kind or field by name, nor which files there are.
import type { EvidenceFile } from '../assess/file';
import { isPlace } from '../knowledge/formats';
import { type Path, schemaAt } from '../knowledge/schema';
import type { Json } from '../knowledge/types';
import { beside } from '../model/beside';
import { locate } from '../model/position';
import { isPlaceholder, isQuestion } from '../model/written';

export interface FileLink {
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/** Wherever the schema says that a reference to a file or an address stands. */
export function fileLinks(file: EvidenceFile): FileLink[] {
  return references(file).flatMap(({ start, end, text }) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return /^(?:https?|mailto):/i.test(text) ? [{ start, end, target: text }] : [];
    const target = beside(file.uri, text);
    return target === undefined ? [] : [{ start, end, target: `${target}${fragmentOf(text)}` }];
  });
}

export interface NamedFile {
  readonly start: number;
  readonly end: number;
  /** Our own spelling. */
  readonly uri: string;
  /** `#page=2`, or nothing. */
  readonly fragment: string;
}

/** The files alone. */
export const namedFiles = (file: EvidenceFile): NamedFile[] =>
  references(file).flatMap(({ start, end, text }) => {
    const uri = /^[a-z][a-z0-9+.-]*:/i.test(text) ? undefined : beside(file.uri, text);
    return uri === undefined ? [] : [{ start, end, uri, fragment: fragmentOf(text) }];
  });

const fragmentOf = (text: string): string => /#.*$/.exec(text)?.[0] ?? '';

interface Reference {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** In text order; without questions, and without words that say where paper lies. */
function references({ documents }: EvidenceFile): Reference[] {
  return documents.flatMap(({ evidence, yaml }) => {
    if (!evidence) return [];
    const found: Reference[] = [];
    const walk = (value: Json, path: Path) => {
      if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...path, i]);
      else if (typeof value === 'object' && value !== null) for (const [key, below] of Object.entries(value)) walk(below, [...path, key]);
      else if (typeof value === 'string' && schemaAt(evidence.kind.schema, path, evidence.written)?.format === 'reference') {
        const place = locate(yaml, path)?.value;
        if (place && !isQuestion(value) && !isPlaceholder(value) && !isPlace(value)) found.push({ ...place, text: value });
      }
    };
    walk(evidence.written, []);
    return found.sort((a, b) => a.start - b.start);
  });
}
