// Completion of fields: those that are missing first, each with the shape of its template. Must not know any kind or field by name.
import { clauseOf, editionOf } from '../assess/context';
import { isObject, propertiesAt, schemaAt, valueAtPath } from '../knowledge/schema';
import type { Kind, Schema } from '../knowledge/types';
import type { Completion } from './completion';
import { type Need, neededIn } from './needed';
import type { Offer } from './offer';
import { inFlow, onLine } from './on-line';
import type { Piece } from './piece';
import type { Place } from './place';
import { fieldLines, flowField, type Line, spaces } from './render';
import type { Edit } from './snippet';

const RANK: Readonly<Record<Need, number>> = { always: 0, mandatory: 0, usual: 1, optional: 2 };
const WORDS: Readonly<Record<Need, string>> = {
  always: 'mandatory',
  mandatory: 'mandatory',
  usual: 'usual evidence',
  optional: 'optional',
};

/** The fields that a map may still hold. */
export function fieldItems(kind: Kind, schema: Schema, offer: Offer): Completion[] {
  const { place, question, pieces } = offer;
  const { evidence, path } = place;
  const { knowledge, reader } = question;
  if (!evidence) return [];
  const edition = editionOf(reader);
  const need = neededIn(evidence, path, knowledge.proofs, knowledge, reader);
  const there = presentAt(place, question.file.read.text);
  const outer = place.outer ? `${holderTitle(kind, place)}: ` : '';
  const all = [...propertiesAt(schema, valueAtPath(evidence.data, path))];
  return all.flatMap(([key, field], i): Completion[] => {
    const piece = there.has(key) ? undefined : pieces(kind)([...path, key], evidence.data);
    if (!piece) return [];
    const needs = need(key);
    const [demand] = needs.demands;
    return [
      {
        label: outer + key,
        kind: 'field',
        detail: [WORDS[needs.need], ...(field.title === undefined || field.title === key ? [] : [field.title])].join(' · '),
        data: { kind: kind.kind, path: [...path, key].map((k) => (typeof k === 'number' ? 0 : k)) },
        sort: `${RANK[needs.need]}${String(i).padStart(3, '0')}`,
        filter: key,
        edit: fieldEdit(key, piece, offer),
        ...(demand && { edge: clauseOf(demand, edition) }),
      },
    ];
  });
}

/** What a map further out is called: "document", "service target", "parties". */
function holderTitle({ schema }: Kind, { path, evidence }: Place): string {
  if (path.length === 0) return 'document';
  const name = String(path.findLast((key) => typeof key === 'string'));
  return (evidence && schemaAt(schema, path, evidence.data)?.title) ?? name;
}

/** The keys that stand in the map; not the one that is typed just now. */
function presentAt({ evidence, path, hasColon, start, end }: Place, text: string): ReadonlySet<string> {
  const map = valueAtPath(evidence?.data, path);
  const present = new Set(isObject(map) ? Object.keys(map) : []);
  if (hasColon) present.delete(text.slice(start, end));
  return present;
}

function fieldEdit(key: string, piece: Piece, offer: Offer): Edit {
  const { start, end, flow, hasColon, column } = offer.place;
  if (hasColon) return { start, end, text: key };
  if (flow) return inFlow(piece.is === 'leaf' ? [`${key}: `] : flowField(key, piece), offer);
  const lines: Line[] = piece.is === 'leaf' ? [[`${spaces(column)}${key}: `]] : fieldLines(key, piece, column, offer.style());
  return onLine(lines, offer);
}
