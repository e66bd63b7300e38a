// A new document, from what its author chose to the text and its place: the same for the editor and the terminal.
// Writes nothing, and must not know any kind by name.
import { formats } from '../knowledge/formats';
import { fileNameOf } from '../knowledge/kind';
import type { Knowledge } from '../knowledge/knowledge';
import type { Kind } from '../knowledge/types';
import { LineIndex } from '../model/line-index';
import type { Reader } from '../model/reader';
import { type About, aboutsOf } from './about';
import { questionsIn } from './questions';
import { type Chosen, template } from './template';
import { toId } from './to-id';

/** What has to be asked before a document can be started. */
export interface ToAsk {
  readonly kind: string;
  readonly title: string;
  /** The template's question for the id; absent where the document needs none. */
  readonly id?: string;
  readonly abouts: readonly About[];
  /** Where alike documents lie, seen from the folder of the SMS: "", "agreements/". */
  readonly beside: string;
}

export interface NewDocument {
  /** By convention, beside alike ones, seen from the folder of the SMS: "agreements/mail-hr.sla.yaml". */
  readonly path: string;
  readonly text: string;
  /** The same with tab stops. */
  readonly snippet: string;
  /** The questions that are left, in text order; lines from 1. */
  readonly open: readonly OpenQuestion[];
}

export interface OpenQuestion {
  readonly line: number;
  readonly question: string;
}

export function toAsk(kind: Kind, reader: Reader): ToAsk {
  const id = questionsIn(kind.template, kind).find(({ path }) => path.join() === 'id');
  return {
    kind: kind.kind,
    title: kind.title,
    ...(id && { id: unframed(kind.template.slice(id.start, id.end)) }),
    abouts: aboutsOf(kind, reader),
    beside: besideAlike(kind, reader),
  };
}

/** An id that suits what the document is about: "mail-hr"; "" where nothing is chosen. */
export const likelyId = (chosen: Chosen): string => [...chosen.values()].join('-');

export interface CheckedId {
  /** As it will be written. */
  readonly id: string;
  /** Why it isn't what was typed. */
  readonly changed?: string;
  /** Why it can't be taken. */
  readonly wrong?: string;
}

/** What was typed as an id. `sort`: of the thing that will bear it; without one, ids that exist are welcome. */
export function checkId(typed: string, reader: Reader, sort?: string): CheckedId {
  const words = typed.trim();
  const id = formats.identifier(words) ? words : toId(words);
  if (id === '') return { id, wrong: 'An id needs letters or digits, such as mail-hr.' };
  const there = sort === undefined ? undefined : reader.places([sort], id)[0];
  if (sort !== undefined && there)
    return { id, wrong: `There is already ${titleOf(sort, reader.knowledge)} "${id}", in ${fileOf(there.doc, reader)}.` };
  const alike = sort === undefined ? undefined : reader.ids(sort).find((other) => other.toLowerCase() === id.toLowerCase());
  if (sort !== undefined && alike !== undefined)
    return { id, wrong: `There is already ${titleOf(sort, reader.knowledge)} "${alike}", and only capitals tell the two apart.` };
  return id === words ? { id } : { id, changed: `An id has only letters, digits and hyphens, so it will be ${id}.` };
}

/** `id`: checked; "" where the document needs none. */
export function newDocument(kind: Kind, id: string, chosen: Chosen, reader: Reader): NewDocument {
  const { text, snippet } = template(kind.kind, id, reader.knowledge, reader, chosen);
  return { path: `${besideAlike(kind, reader)}${fileNameOf(kind, id)}`, text, snippet, open: openIn(text, kind) };
}

export function openIn(text: string, kind: Kind): OpenQuestion[] {
  const lines = new LineIndex(text);
  return questionsIn(text, kind).map(({ start, end }) => ({
    line: lines.positionAt(start).line + 1,
    question: unframed(text.slice(start, end)),
  }));
}

const unframed = (question: string): string => question.replace(/^.*?<|>[^>]*$/g, '');

/** The folder in which most documents of that kind lie, the SMS's own where there is none. */
export function besideAlike({ kind, form }: Kind, reader: Reader): string {
  if (form === 'manifest') return '';
  const count = new Map<string, number>();
  for (const { doc, path } of reader.all(kind)) {
    const file = path.length === 0 ? pathOf(doc, reader) : undefined;
    const folder = file?.slice(0, file.lastIndexOf('/') + 1);
    if (folder !== undefined) count.set(folder, (count.get(folder) ?? 0) + 1);
  }
  return [...count].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

const titleOf = (sort: string, { kinds }: Knowledge): string => `a ${kinds.get(sort)?.title ?? sort.replaceAll('-', ' ')}`;

/** Seen from the folder of the SMS. */
const pathOf = (doc: string, { pack }: Reader): string | undefined =>
  doc.startsWith(`${pack.folder}/`) ? doc.slice(pack.folder.length + 1, doc.lastIndexOf('#')) : undefined;

const fileOf = (doc: string, reader: Reader): string => decodeURIComponent(pathOf(doc, reader) ?? doc);

/** Whether the SMS has all of that kind that it can have: one manifest. */
export const isThere = ({ form }: Kind, reader: Reader): boolean => form === 'manifest' && reader.hasManifest();
