// Completion of values: words that a field knows, ids of other things, figures with their units. It offers, the author chooses.
// Must not know any kind or field by name.
import { valueAtPath } from '../knowledge/schema';
import type { Json, Schema } from '../knowledge/types';
import { nodeAt } from '../model/position';
import { insideQuotes, scalarText } from '../model/yaml-text';
import { figures } from './complete-figures';
import { dashColumn } from './complete-items';
import { namedThings } from './complete-references';
import type { Completion } from './completion';
import type { Offer } from './offer';
import { inFlow, onLine } from './on-line';
import type { Place } from './place';
import { spaces } from './render';
import type { Edit } from './snippet';

interface Candidate {
  readonly text: string;
  readonly kind: 'value' | 'reference';
  readonly detail?: string | undefined;
  readonly edge?: string | undefined;
  /** By which words it is found, too. */
  readonly also?: string | undefined;
  readonly grows?: true;
}

/** What may stand as the value at the place; of a list of words, each of them. */
export function valueItems(schema: Schema, offer: Offer): Completion[] {
  const { place, question } = offer;
  if (isContinued(question.file.read.text, place)) return [];
  const typed = question.file.read.text.slice(place.start, place.end);
  const list = schema.items ? place.path : place.path.slice(0, -1);
  const there = valueAtPath(place.evidence?.data, list);
  const taken = Array.isArray(there) ? new Set<Json>(there) : new Set<Json>();
  const of = schema.items ?? schema;
  const free = few(
    candidates(of, offer).filter(({ text }) => !taken.has(text) || text === typed),
    question.file.read.text.slice(place.start, question.offset),
  );
  const none =
    schema['x-none'] && place.on === 'value' ? [{ text: 'none, because ', kind: 'value' as const, detail: 'with the reason' }] : [];
  return [
    ...free.map((c, i) => item(c, i, edit(c.text, schema.items !== undefined, offer), offer)),
    ...none.map((c, i) => item(c, free.length + i, inline(c.text, place), offer)),
  ];
}

/** More than these nobody looks through: then those that hold what is typed, and the list is asked for again with each letter. */
const MOST = 300;

function few(all: readonly Candidate[], typed: string): readonly Candidate[] {
  if (all.length <= MOST) return all;
  const word = typed.trim().toLowerCase();
  const holds = ({ text, edge = '' }: Candidate) => `${text} ${edge}`.toLowerCase().includes(word);
  return all
    .filter(holds)
    .slice(0, MOST)
    .map((c) => ({ ...c, grows: true }));
}

/** The value stands on the lines below. */
function isContinued(text: string, { on, start, end, flow, yaml, path }: Place): boolean {
  const found = on === 'value' && !flow ? nodeAt(yaml, path) : undefined;
  return found !== undefined && start === end && text.slice(end, found.node.start + found.offset).includes('\n');
}

function item({ text, kind, detail, edge, also, grows }: Candidate, i: number, of: Edit, { place: { evidence, path } }: Offer): Completion {
  return {
    label: text.trim(),
    kind,
    sort: `1${String(i).padStart(4, '0')}`,
    filter: also === undefined ? text : `${text} ${also}`,
    edit: of,
    ...(grows && { grows }),
    ...(detail !== undefined && { detail }),
    ...(edge !== undefined && { edge }),
    ...(evidence && { data: { kind: evidence.kind.kind, path: path.map((k) => (typeof k === 'number' ? 0 : k)), value: text.trim() } }),
  };
}

function candidates(schema: Schema, offer: Offer): Candidate[] {
  const explained = schema['x-words'] ?? {};
  const words = [...(schema.enum ?? []).map(String), ...(schema.const === undefined ? [] : [String(schema.const)])];
  const truth = schema.types.join() === 'boolean' ? ['true', 'false'] : [];
  return [
    ...[...words, ...truth].map((text) => ({ text, kind: 'value' as const, detail: explained[text] })),
    ...figures(schema, offer).map((figure) => ({ ...figure, kind: 'value' as const, detail: figure.edge, grows: true as const })),
    ...namedThings(schema, offer).map((named) => ({ ...named, also: named.edge })),
  ];
}

/** `asItem`: the value belongs into a list that is not begun, or is written below its key. */
function edit(text: string, asItem: boolean, offer: Offer): Edit {
  const { place, question } = offer;
  if (!asItem) return inline(scalar(text, place, question.file.read.text), place);
  if (place.flow && place.on === 'field') return inFlow([scalarText(text, true)], offer);
  if (place.on === 'value') return inline(`[${scalarText(text, true)}]`, place);
  return onLine([[`${spaces(dashColumn(place))}- ${scalarText(text, false)}`]], offer);
}

const inline = (text: string, { start, end, needsSpace }: Place): Edit => ({ start, end, text: needsSpace ? ` ${text}` : text });

/** Between quotes that are there already they stay. */
function scalar(text: string, { start, flow = false, on }: Place, whole: string): string {
  const quote = whole[start - 1] ?? '';
  return on === 'value' && /^["']$/.test(quote) ? insideQuotes(text, quote) : scalarText(text, flow);
}
