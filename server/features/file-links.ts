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
  return file.documents.flatMap(({ evidence, yaml }) => {
    if (!evidence) return [];
    const found: FileLink[] = [];
    const walk = (value: Json, path: Path) => {
      if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...path, i]);
      else if (typeof value === 'object' && value !== null) for (const [key, below] of Object.entries(value)) walk(below, [...path, key]);
      else if (typeof value === 'string' && schemaAt(evidence.kind.schema, path, evidence.written)?.format === 'reference') {
        const target = targetOf(value, file.uri);
        const place = locate(yaml, path)?.value;
        if (target !== undefined && place) found.push({ ...place, target });
      }
    };
    walk(evidence.written, []);
    return found.sort((a, b) => a.start - b.start);
  });
}

function targetOf(text: string, uri: string): string | undefined {
  const [, page = ''] = /(#.*)$/.exec(text) ?? [];
  if (isQuestion(text) || isPlaceholder(text) || isPlace(text)) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return /^(?:https?|mailto):/i.test(text) ? text : undefined;
  const target = beside(uri, text);
  return target === undefined ? undefined : `${target}${page}`;
}
