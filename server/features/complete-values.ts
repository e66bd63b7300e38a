// Completion of values: words that a field knows, ids of other things, today. No example ever becomes a value.
// Must not know any kind or field by name.
import { nameOf, sortTitle } from '../assess/context';
import { valueAtPath } from '../knowledge/schema';
import type { Json, Schema } from '../knowledge/types';
import type { Thing } from '../model/pack';
import { isQuestion } from '../model/written';
import { insideQuotes, scalarText } from '../model/yaml-text';
import { dashColumn, onLine } from './complete-fields';
import type { Completion } from './completion';
import type { Place } from './place';
import type { Question } from './question';
import { spaces } from './render';
import type { Edit } from './snippet';

interface Candidate {
  readonly text: string;
  readonly kind: 'value' | 'reference';
  readonly detail?: string | undefined;
}

/** What may stand as the value at the place; of a list of words, each of them. */
export function valueItems(schema: Schema, place: Place, question: Question): Completion[] {
  const typed = question.file.read.text.slice(place.start, place.end);
  const list = schema.items ? place.path : place.path.slice(0, -1);
  const there = valueAtPath(place.evidence?.data, list);
  const taken = Array.isArray(there) ? new Set<Json>(there) : new Set<Json>();
  const free = candidates(schema.items ?? schema, question).filter(({ text }) => !taken.has(text) || text === typed);
  const none = schema['x-none'] ? [{ text: 'none, because ', kind: 'value' as const, detail: 'with the reason' }] : [];
  return [
    ...free.map((c, i) => item(c, i, edit(c.text, schema.items !== undefined, place, question))),
    ...none.map((c, i) => item(c, free.length + i, { ...inline(c.text, place) })),
  ];
}

const item = ({ text, kind, detail }: Candidate, i: number, of: Edit): Completion => ({
  label: text.trim(),
  kind,
  sort: `1${String(i).padStart(4, '0')}`,
  filter: text,
  edit: of,
  ...(detail !== undefined && { detail }),
});

function candidates(schema: Schema, question: Question): Candidate[] {
  const explained = schema['x-words'] ?? {};
  const words = [
    ...(schema.enum ?? []).map(String),
    ...(schema.const === undefined ? [] : [String(schema.const)]),
    ...(schema['x-refers'] ? Object.keys(explained) : []),
  ];
  const truth = schema.types.join() === 'boolean' ? ['true', 'false'] : [];
  const dates =
    schema.format === 'date' || schema.format === 'moment'
      ? [{ text: question.reader.today(), kind: 'value' as const, detail: 'today' }]
      : [];
  return [
    ...[...words, ...truth].map((text) => ({ text, kind: 'value' as const, detail: explained[text] })),
    ...dates,
    ...references(schema, question),
  ];
}

/** Each id once, however many versions there are. */
function references(schema: Schema, { knowledge, reader }: Question): Candidate[] {
  const things = [schema['x-refers'] ?? []].flat().flatMap((sort) => reader.all(sort).filter(hasId));
  const byId = new Map(things.map((t) => [t.id, t]));
  return [...byId.values()].map((thing) => ({
    text: thing.id,
    kind: 'reference',
    detail: [...new Set([nameOf(thing), sortTitle(knowledge, thing.sort)])].join(' · '),
  }));
}

const hasId = ({ data }: Thing) => typeof data.id === 'string' && !isQuestion(data.id);

/** `asItem`: the value belongs into a list that is not begun, or is written below its key. */
function edit(text: string, asItem: boolean, place: Place, { file }: Question): Edit {
  if (!asItem) return inline(scalar(text, place, file.read.text), place);
  if (place.flow && place.on === 'field') return inline(scalarText(text, true), place);
  if (place.on === 'value') return inline(`[${scalarText(text, true)}]`, place);
  return onLine([[`${spaces(dashColumn(place, file.read.text))}- ${scalarText(text, false)}`]], place, file.read.text);
}

const inline = (text: string, { start, end, needsSpace }: Place): Edit => ({ start, end, text: needsSpace ? ` ${text}` : text });

/** Between quotes that are there already they stay. */
function scalar(text: string, { start, flow = false, on }: Place, whole: string): string {
  const quote = whole[start - 1] ?? '';
  return on === 'value' && /^["']$/.test(quote) ? insideQuotes(text, quote) : scalarText(text, flow);
}
