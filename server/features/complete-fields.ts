// Completion of fields: those that are missing first, each with the shape of its template. Must not know any kind or field by name.
import { clauseOf, editionOf } from '../assess/context';
import { proves } from '../knowledge/proves';
import { isObject, propertiesAt, valueAtPath } from '../knowledge/schema';
import type { Kind, Schema } from '../knowledge/types';
import { nodeAt } from '../model/position';
import type { Completion } from './completion';
import { type Need, neededIn } from './needed';
import { type Piece, piecesOf } from './piece';
import type { Place } from './place';
import type { Question } from './question';
import { fieldLines, flowField, flowValue, itemLines, joined, type Line, spaces, withoutIndent } from './render';
import { type Edit, plainText, type Token, toSnippet } from './snippet';
import { columnOf, eolOf, lineStart, styleAt } from './style';

const RANK: Readonly<Record<Need, number>> = { always: 0, mandatory: 0, usual: 1, optional: 2 };
const WORDS: Readonly<Record<Need, string>> = {
  always: 'mandatory',
  mandatory: 'mandatory',
  usual: 'usual evidence',
  optional: 'optional',
};

/** The fields that a map may still hold. */
export function fieldItems(kind: Kind, schema: Schema, place: Place, { file, knowledge, reader }: Question): Completion[] {
  const { evidence, path } = place;
  if (!evidence) return [];
  const edition = editionOf(reader);
  const need = neededIn(evidence, path, proves(knowledge), knowledge, reader);
  const pieceAt = piecesOf(kind, knowledge.kinds);
  const there = presentAt(place, file.read.text);
  const all = [...propertiesAt(schema, valueAtPath(evidence.data, path))];
  return all.flatMap(([key, field], i): Completion[] => {
    const piece = there.has(key) ? undefined : pieceAt([...path, key], evidence.data);
    if (!piece) return [];
    const needs = need(key);
    const [demand] = needs.demands;
    return [
      {
        label: key,
        kind: 'field',
        detail: [WORDS[needs.need], ...(field.title === undefined || field.title === key ? [] : [field.title])].join(' · '),
        data: { kind: kind.kind, path: [...path, key].map((k) => (typeof k === 'number' ? 0 : k)) },
        sort: `${RANK[needs.need]}${String(i).padStart(3, '0')}`,
        filter: key,
        edit: fieldEdit(key, piece, place, file.read.text),
        ...(demand && { clause: clauseOf(demand, edition) }),
      },
    ];
  });
}

/** The keys that stand in the map; not the one that is typed just now. */
function presentAt({ evidence, path, hasColon, start, end }: Place, text: string): ReadonlySet<string> {
  const map = valueAtPath(evidence?.data, path);
  const present = new Set(isObject(map) ? Object.keys(map) : []);
  if (hasColon) present.delete(text.slice(start, end));
  return present;
}

function fieldEdit(key: string, piece: Piece, place: Place, text: string): Edit {
  const { start, end, flow, hasColon, column, document } = place;
  if (hasColon) return { start, end, text: key };
  if (piece.is === 'leaf') return flow ? { start, end, text: `${key}: ` } : onLine([[`${spaces(column)}${key}: `]], place, text);
  if (flow) return withStops(start, end, flowField(key, piece));
  return onLine(fieldLines(key, piece, column, styleAt(document.yaml, text, start)), place, text);
}

/** A new item of a list, in the shape of its template. */
export function listItem(kind: Kind, items: Schema, place: Place, { file, knowledge }: Question): Completion[] {
  const { text } = file.read;
  const { document, evidence, path, flow, start, end } = place;
  const piece = evidence && piecesOf(kind, knowledge.kinds)([...path, 0], evidence.data);
  if (!piece) return [];
  const title = items.title ?? String(path.findLast((k) => typeof k === 'string') ?? '');
  const edit = flow
    ? withStops(start, end, flowValue(piece))
    : onLine(itemLines(piece, dashColumn(place, text), styleAt(document.yaml, text, start)), place, text);
  return [{ label: `- ${title}`, kind: 'field', sort: '0', filter: `- ${title}`, edit }];
}

/** Where the dashes of the list stand; where it has none yet, at the cursor. */
export function dashColumn({ document, path, column }: Place, text: string): number {
  const list = nodeAt(document.yaml, path);
  const field = document.yaml.fields.findLast((f) => f.key === path[0]);
  const first = path.length === 1 ? field?.items?.[0] : undefined;
  const at = first
    ? first.offset + first.node.start
    : list?.node.type === 'list' && list.node.items[0]
      ? list.node.items[0].start + list.offset
      : undefined;
  const before = at === undefined ? '' : text.slice(lineStart(text, at), at);
  return /^ *- +$/.test(before) ? before.indexOf('-') : column;
}

/** Lines in place of what is typed; where that isn't indented as it should be, from the start of its line. */
export function onLine(lines: readonly Line[], { start, end, onDash }: Place, text: string): Edit {
  const [first = [], ...rest] = lines;
  const indent = plainText(first).search(/\S|$/);
  const inPlace = onDash || indent === columnOf(text, start);
  return withStops(inPlace ? start : lineStart(text, start), end, joined([inPlace ? withoutIndent(first) : first, ...rest], eolOf(text)));
}

function withStops(start: number, end: number, tokens: readonly Token[]): Edit {
  const text = plainText(tokens);
  return tokens.every((t) => typeof t === 'string') ? { start, end, text } : { start, end, text, snippet: toSnippet(tokens) };
}
