// What is shown where one points: what a field is for and what it proves, what a word or an id means, what a kind of document is.
// Must not know any demand, kind or field by name.
import { editionOf } from '../assess/context';
import { fieldKey, type Proofs } from '../knowledge/proves';
import { schemaAt, valueAtPath } from '../knowledge/schema';
import { locate } from '../model/position';
import { standing } from '../model/standing';
import { isQuestion } from '../model/written';
import { approvalWords } from './approval-words';
import { fieldWords, needWords } from './field-words';
import { kindWords } from './kind-words';
import { neededIn } from './needed';
import { type Asked, asked, documentAt, fieldOf, type Question } from './question';
import { referenceWords } from './reference-words';
import { workingsAt, workingWords } from './working-words';

/** More workings of one figure are only counted. */
const MOST = 2;

export interface Hover {
  /** Markdown, under fifteen lines. */
  readonly contents: string;
  /** What it is about: offsets. */
  readonly start: number;
  readonly end: number;
}

export function hover(question: Question): Hover | undefined {
  const here = asked(question);
  const yaml = documentAt(question.file, question.offset)?.yaml;
  if (!here || !yaml || here.on === 'between' || !here.schema) return undefined;
  const place = locate(yaml, here.path);
  const range = here.on === 'key' ? place?.key : place?.value;
  if (!range || question.offset < range.start || question.offset > range.end) return undefined;
  const proofs = question.knowledge.proofs;
  const contents =
    (here.on === 'value' && (workedHover(here, question) || valueHover(here, question))) || fieldHover(here, proofs, question);
  const worth = here.path.length > 0 ? approvalWords(here.evidence, here.path, question.reader) : undefined;
  return contents
    ? { contents: worth === undefined ? contents : `${worth}\n\n${contents}`, start: range.start, end: range.end }
    : undefined;
}

/** What the figure under the cursor was used for. */
function workedHover(here: Asked, { judged }: Question): string | undefined {
  const workings = judged ? workingsAt(here.evidence.key, here.path, judged) : [];
  if (!judged || workings.length === 0) return undefined;
  const words = workings.slice(0, MOST).map((working) => workingWords(working, here.evidence.key, here.path, judged));
  return [...words, ...(workings.length > MOST ? [`and ${workings.length - MOST} more`] : []), fieldLine(here)].join('\n\n');
}

/** The field in one line. */
function fieldLine({ evidence, path }: Asked): string {
  const field = schemaAt(evidence.kind.schema, fieldOf(path), evidence.data);
  return `*${field?.title ?? fieldOf(path).at(-1)}:* ${field?.description ?? ''}`;
}

/** What the word or id under the cursor means. */
function valueHover(here: Asked, { knowledge, reader }: Question): string | undefined {
  const { schema } = here;
  const value = valueAtPath(here.evidence.data, here.path);
  if (!schema || value === undefined || value === null || typeof value === 'object' || isQuestion(value)) return undefined;
  const words = referenceWords(String(value), schema, knowledge, reader);
  return words && `${words}\n\n${fieldLine(here)}`;
}

/** What there is to say of a field by its path. */
export function fieldHover({ path, evidence: document }: Asked, proofs: Proofs, { knowledge, reader }: Question): string | undefined {
  const field = fieldOf(path);
  const schema = schemaAt(document.kind.schema, field, document.data);
  const key = String(field.at(-1) ?? '');
  if (!schema || field.length === 0) return undefined;
  if (field.length === 1 && key === 'kind') return kindWords(document.kind, proofs, knowledge, editionOf(reader));
  const demands = proofs.get(fieldKey(document.kind.kind, field)) ?? [];
  const root = reader.root({ doc: document.key });
  const idle = root !== undefined && standing(root, reader) === 'no';
  const need = needWords(neededIn(document, field.slice(0, -1), proofs, knowledge, reader, key)(key), editionOf(reader), demands, idle);
  return fieldWords(key, schema, demands, need, editionOf(reader));
}
