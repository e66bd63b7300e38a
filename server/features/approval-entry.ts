// Where one's own approval of a document stands, or the agreement of one's own side, and how it is written there in the author's
// layout. Must not decide who may approve what, nor know any kind by name.
import type { Knowledge } from '../knowledge/knowledge';
import { type Path, propertiesAt, valueAtPath } from '../knowledge/schema';
import type { Json } from '../knowledge/types';
import type { EvidenceDocument } from '../model/document';
import { locate } from '../model/position';
import { isWritten } from '../model/written';
import { scalarText } from '../model/yaml-text';
import { insertions } from './insert';
import type { Piece } from './piece';
import { replaceWord } from './replace-word';
import { type Edit, toEdits } from './snippet';

export interface Entry {
  readonly path: Path;
  /** It is one of a list, in which each side has an entry. */
  readonly ours: boolean;
}

const OURS = 'provider';

/** Undefined where such a document has no place for either. */
export function entryOf({ kind, data }: EvidenceDocument): Entry | undefined {
  const fields = [...propertiesAt(kind.schema, data)];
  const approval = fields.find(([, schema]) => schema['x-defines'] === 'approval');
  if (approval) return { path: [approval[0]], ours: false };
  const agreement = fields.find(([, schema]) => schema.items?.['x-defines'] === 'agreement');
  if (!agreement) return undefined;
  const list = data[agreement[0]];
  const items: readonly Json[] = Array.isArray(list) ? list : [];
  const own = items.findIndex((item) => valueAtPath(item, ['party']) === OURS);
  return { path: [agreement[0], own < 0 ? items.length : own], ours: true };
}

/** Whether a finding is about the approval: it is missing, or stands there and something is wrong with it. */
export function isAboutApproval(document: EvidenceDocument, paths: readonly Path[]): boolean {
  const entry = entryOf(document)?.path;
  const field = entry?.[0];
  return paths.some((path) => path[0] === field && (path.length === 1 || entry?.every((key, i) => key === path[i])));
}

/** Writes these fields into the entry, and a draft is agreed from then on; none where the text is so laid out that it can't be done. */
export function entryEdits(
  { path, ours }: Entry,
  values: Readonly<Record<string, string>>,
  document: EvidenceDocument,
  text: string,
  { kinds }: Knowledge,
): readonly Edit[] {
  const { data, yaml } = document;
  const group = (of: Readonly<Record<string, string>>): Piece => ({
    is: 'group',
    entries: Object.entries(of).map(([k, v]) => [k, leaf(v)]),
  });
  const whole = group(ours ? { party: OURS, ...values } : values);
  const isThere = isWritten(valueAtPath(data, path));
  const list = path.slice(0, -1);
  const place = isThere || !ours || isWritten(valueAtPath(data, list)) ? path : list;
  const fields = Object.entries(values);
  const missing = isThere
    ? fields.filter(([key]) => !isWritten(valueAtPath(data, [...path, key]))).map(([key]) => [...path, key])
    : [place];
  const pieces = (at: Path): Piece | undefined =>
    isThere ? leaf(values[String(at.at(-1))] ?? '') : place === path ? whole : { is: 'list', items: [whole] };
  const added = toEdits(insertions(missing, document, text, kinds, pieces)).map(
    ({ start, end, text: t }): Edit => ({ start, end, text: t }),
  );
  if (added.length === 0 && missing.length > 0) return [];
  const changed = (isThere ? fields : []).flatMap(([key, value]) =>
    isWritten(valueAtPath(data, [...path, key])) ? replaced([...path, key], value) : [],
  );
  const status = data.status === 'draft' ? replaced(['status'], 'agreed') : [];
  return [...added, ...changed, ...status].sort((a, b) => a.start - b.start || a.end - b.end);

  function replaced(at: Path, value: string): readonly Edit[] {
    const where = valueAtPath(data, at) === value ? undefined : locate(yaml, at)?.value;
    const edit = where && replaceWord(text, where, value)?.edit;
    return edit ? [edit] : [];
  }
}

const leaf = (value: string): Piece => ({ is: 'leaf', source: scalarText(value, false), question: false, choices: [] });
