// A line above each document: how much of what is asked of it is there, and who relies on it. Must not know any kind by name.
import { applies, basisOf, editionOf, sortTitle } from '../assess/context';
import type { EvidenceFile } from '../assess/file';
import { missingIn } from '../assess/missing';
import type { Knowledge } from '../knowledge/knowledge';
import type { Thing } from '../model/pack';
import { locate } from '../model/position';
import type { Reader } from '../model/reader';
import { standing } from '../model/standing';
import { usesOf } from './names';

export interface Lens {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  /** Leads to who uses it. */
  readonly uses: boolean;
}

export function lenses(file: EvidenceFile, knowledge: Knowledge, reader: Reader): Lens[] {
  return file.documents.flatMap(({ evidence, yaml }) => {
    const root = evidence && reader.root({ doc: evidence.key });
    const place = evidence && (locate(yaml, ['id'])?.value ?? locate(yaml, ['kind'])?.value);
    if (!root || !place) return [];
    const { start, end } = place;
    const contents = contentWords(root, knowledge, reader);
    const relying = relyingWords(root, knowledge, reader);
    return [
      ...(contents === undefined ? [] : [{ start, end, title: contents, uses: false }]),
      ...(relying === undefined ? [] : [{ start, end, title: relying, uses: true }]),
    ];
  });
}

/** "9 of 12 mandatory contents": of the fields at its top, by the demands of the edition that say "shall". */
function contentWords(root: Thing, knowledge: Knowledge, reader: Reader): string | undefined {
  if (standing(root, reader) === 'no') return undefined;
  const edition = editionOf(reader);
  const asked = (knowledge.demandsReadIn.get(root.sort) ?? []).filter(
    (d) => applies(d, edition) && basisOf(d, edition) !== 'usual-evidence' && !d.joined,
  );
  const lacking = new Set(missingIn(root, { knowledge, reader, rules: [] }).flatMap((m) => m.demands.map((d) => d.id)));
  const there = asked.filter((d) => !lacking.has(d.id)).length;
  return asked.length === 0 ? undefined : `${there} of ${asked.length} demands on it written`;
}

/** "2 contracts and 1 service report rely on this" */
function relyingWords(root: Thing, knowledge: Knowledge, reader: Reader): string | undefined {
  const documents = new Map(usesOf([root], reader).flatMap(({ reference: r }) => (r.doc === root.doc ? [] : [[r.doc, r.kind] as const])));
  const counts = new Map<string, number>();
  for (const kind of documents.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (counts.size === 0) return undefined;
  const words = [...counts].sort((a, b) => b[1] - a[1]).map(([kind, n]) => `${n} ${plural(sortTitle(knowledge, kind), n)}`);
  const shown =
    words.length > 3
      ? [
          ...words.slice(0, 2),
          `${[...counts.values()]
            .sort((a, b) => b - a)
            .slice(2)
            .reduce((a, b) => a + b, 0)} more`,
        ]
      : words;
  const list = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown[0];
  return `${list} ${documents.size === 1 ? 'refers' : 'refer'} to it`;
}

const plural = (title: string, n: number): string => (n === 1 ? title : title.endsWith('y') ? `${title.slice(0, -1)}ies` : `${title}s`);
