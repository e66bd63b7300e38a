// "Approve": writes who approved a document, in which office, today, and the fingerprint of its text, in the author's layout.
// Must not know any kind by name.
import type { EvidenceFile } from '../assess/file';
import type { Knowledge } from '../knowledge/knowledge';
import { type Path, propertiesAt, valueAtPath } from '../knowledge/schema';
import type { Json } from '../knowledge/types';
import { isSomebodyOn } from '../model/approval';
import { contentHash } from '../model/content';
import type { EvidenceDocument } from '../model/document';
import type { Thing } from '../model/pack';
import { locate } from '../model/position';
import type { Reader } from '../model/reader';
import { isQuestion, isWritten } from '../model/written';
import { scalarText } from '../model/yaml-text';
import { insertions } from './insert';
import type { Piece } from './piece';
import { replaceWord } from './replace-word';
import { type Edit, toEdits } from './snippet';

export interface Approving {
  /** Says the result. */
  readonly title: string;
  /** The id of the person. */
  readonly by: string;
  readonly edits: readonly Edit[];
}

/**
 * One for each person of the manifest who may approve such a document today. None while it has open questions or can't be read, and
 * none where a signed original is named: that paper says what was approved.
 */
export function approvings(document: EvidenceDocument, file: EvidenceFile, knowledge: Knowledge, reader: Reader): readonly Approving[] {
  const { kind, data } = document;
  const entry = entryOf(document);
  if (!entry || kind.form !== 'controlled' || document.broken.length > 0 || hasQuestion(data)) return [];
  if (isWritten(valueAtPath(data, [...entry.path, 'signed']))) return [];
  const content = contentHash(data, kind.schema);
  const written = valueAtPath(data, [...entry.path, 'content']);
  const today = reader.today();
  return reader.all('person').flatMap((person): Approving[] => {
    const own = { by: person.id, ...(entry.ours ? {} : { role: officeOf(person) }), on: today, content };
    if (!mayApprove(person, kind.kind, reader) || isAuthor(person, document)) return [];
    const isDone = written === content && valueAtPath(data, [...entry.path, 'by']) === person.id;
    const edits = isDone ? [] : editsFor(entry, own, document, file.read.text, knowledge);
    const name = reader.at(person, 'name').text ?? person.id;
    const again = written === undefined ? '' : ' again';
    const verb = entry.ours ? `Agree${again} to` : `Approve${again}`;
    const status = data.status === 'draft' ? ', from now on agreed' : '';
    return edits.length === 0 ? [] : [{ title: `${verb} "${document.id}" as ${name}, with today's date${status}`, by: person.id, edits }];
  });
}

/** Whether a finding is about the approval: it is missing, or stands there and something is wrong with it. */
export function isAboutApproval(document: EvidenceDocument, paths: readonly Path[]): boolean {
  const entry = entryOf(document)?.path;
  const field = entry?.[0];
  return paths.some((path) => path[0] === field && (path.length === 1 || entry?.every((key, i) => key === path[i])));
}

/** Where one's own approval stands, or the agreement of one's own side. */
interface Entry {
  readonly path: Path;
  /** It is one of a list, in which each side has an entry. */
  readonly ours: boolean;
}

const OURS = 'provider';

function entryOf({ kind, data }: EvidenceDocument): Entry | undefined {
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

function editsFor(
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

const mayApprove = (person: Thing, kind: string, reader: Reader): boolean =>
  isSomebodyOn(person, reader.today()) && reader.at(person, 'mayApprove').items.some((item) => item.text === kind);

/** The office in which they do so: what their door says, else what they answer for. */
function officeOf({ data: { jobTitle, roles } }: Thing): string {
  const [role] = Array.isArray(roles) ? roles : [];
  return typeof jobTitle === 'string' ? jobTitle : typeof role === 'string' ? role.replaceAll('-', ' ') : 'approver';
}

/** Nobody should approve what they wrote themselves. */
function isAuthor({ id }: Thing, { data: { history, version } }: EvidenceDocument): boolean {
  const lines: readonly Json[] = Array.isArray(history) ? history : [];
  return lines.some(
    (line) => valueAtPath(line, ['version']) === version && valueAtPath(line, ['by']) === id && valueAtPath(line, ['unchanged']) !== true,
  );
}

const hasQuestion = (value: Json): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some((v: Json) => hasQuestion(v)) : isQuestion(value);
