// What was found in an old folder when it was first checked: how a finding is known again without its line, and which are hidden.
// Must not know any finding or kind but its own and the waiver by name.
import { isObject, type Path, valueAt, valueAtPath } from '../knowledge/schema';
import type { Json } from '../knowledge/types';
import { exportAt } from '../model/expand';
import type { Indexed, Pack } from '../model/pack';
import type { Reader } from '../model/reader';
import { isQuestion } from '../model/written';
import type { EvidenceFile, FileFinding } from './file';
import { type Finding, missed, type Spot } from './finding';
import { sayer } from './say';
import { WAIVER } from './waivers';

export const BASELINE = 'baseline';
/** What is wrong with these is always shown. */
const NEVER_OLD: readonly string[] = [BASELINE, WAIVER];

/** Where a finding is, in words that stay true when lines move, files are renamed and items are added before it. */
export interface OldPlace {
  readonly code: string;
  /** Its kind and id; without an id, and where no document could be read, the file goes by its path from the manifest. */
  readonly document?: string;
  readonly file?: string;
  /** `targets[availability].target`; an item without an id is `[]`. */
  readonly path?: string;
}

/** A line of a baseline. */
export interface OldFinding extends OldPlace {
  /** At least 1. */
  readonly count: number;
  readonly at: Spot;
}

/** To be compared only. */
export const keyOf = ({ code, document = '', file = '', path = '' }: OldPlace): string => [code, document, file, path].join('\n');

const text = (value: Json | undefined, field: string): string | undefined => {
  const found = valueAt(value, field);
  return typeof found === 'string' ? found : undefined;
};

/** What all baselines of the SMS list; lines that can't be read list nothing. */
export function oldFindings(reader: Reader): readonly OldFinding[] {
  return reader.all(BASELINE).flatMap((thing) =>
    reader.at(thing, 'findings').items.flatMap(({ value, path }) => {
      const [code, document, file, place] = ['code', 'document', 'file', 'path'].map((field) => text(value, field));
      if (code === undefined || !isObject(value)) return [];
      const { count } = value;
      const at: Spot = { doc: thing.doc, path, on: 'head' };
      return [
        {
          code,
          ...(document !== undefined && { document }),
          ...(file !== undefined && { file }),
          ...(place !== undefined && { path: place }),
          count: typeof count === 'number' && count > 1 ? count : 1,
          at,
        },
      ];
    }),
  );
}

/** Undefined for what is never old: a finding that is waived, or about a waiver or a baseline. */
export function placeOf(finding: FileFinding, { uri, documents }: EvidenceFile, pack: Pack): OldPlace | undefined {
  if (finding.waived) return undefined;
  const { code } = finding;
  const indexed = 'at' in finding ? pack.documents.get(finding.at.doc) : undefined;
  const kinds = indexed ? [indexed.document.kind.kind] : documents.flatMap((d) => d.evidence?.kind.kind ?? []);
  if (kinds.some((kind) => NEVER_OLD.includes(kind))) return undefined;
  const document = indexed && nameOf(indexed);
  const of = document === undefined ? { file: fromFolder(uri, pack.folder) } : { document };
  const path = indexed && 'at' in finding ? pathWords(missed(finding)[0] ?? finding.at.path, indexed) : '';
  return { code, ...of, ...(path !== '' && { path }) };
}

/** A manifest has no id, and needs none. */
function nameOf({ document, root }: Indexed): string | undefined {
  if (document.kind.form === 'manifest') return document.kind.kind;
  return document.id === document.key ? undefined : `${root.sort}/${document.id}`;
}

function pathWords(path: Path, { document }: Indexed): string {
  const inRows = exportAt(document, path);
  return path
    .map((key, i) => {
      if (typeof key === 'string') return i === 0 ? key : `.${key}`;
      const id = valueAt(valueAtPath(document.data, path.slice(0, i + 1)), 'id');
      return typeof id === 'string' && !isQuestion(id) && !inRows ? `[${id}]` : '[]';
    })
    .join('');
}

/** A file as one would write its path seen from a folder. */
function fromFolder(uri: string, folder: string): string {
  const [to, from] = [uri.split('/'), folder.split('/')];
  const apart = from.findIndex((part, i) => part !== to[i]);
  const shared = apart < 0 ? from.length : apart;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared).map(decodeURIComponent)].join('/');
}

/** How many findings of one file there are at each place that can be old, by its key. */
export function counted(found: readonly FileFinding[], file: EvidenceFile, pack: Pack): ReadonlyMap<string, OldPlace & { count: number }> {
  const all = new Map<string, OldPlace & { count: number }>();
  for (const f of found) {
    const place = placeOf(f, file, pack);
    if (!place) continue;
    const key = keyOf(place);
    const before = all.get(key);
    if (before) before.count++;
    else all.set(key, { ...place, count: 1 });
  }
  return all;
}

/** With those marked that are listed. Where there are more of them than the list says, nobody can tell which one is new. */
export function withOldMarked(
  found: readonly FileFinding[],
  file: EvidenceFile,
  listed: ReadonlyMap<string, OldFinding>,
  pack: Pack,
): FileFinding[] {
  const counts = counted(found, file, pack);
  return found.map((f) => {
    const place = placeOf(f, file, pack);
    const key = place && keyOf(place);
    const line = key === undefined ? undefined : listed.get(key);
    return line && (counts.get(key ?? '')?.count ?? 0) <= line.count ? { ...f, old: true as const } : f;
  });
}

/** That fewer are found than a line lists. */
export function outlived(line: OldFinding, found: number, reader: Reader): Finding[] {
  const { at, code, count } = line;
  const place = [line.document ?? line.file, line.path].filter((words) => words !== undefined).join(', ') || 'this folder';
  const left = found === 0 ? 'which is no longer found' : `of which only ${found} of ${count} are still found`;
  return sayer(at.doc, reader.knowledge)('baseline-outlived', at.path, 'head', { code, place, left });
}
