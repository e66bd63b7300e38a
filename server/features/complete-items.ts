// Completion of whole blocks: a new item of a list, or what stands below a key, in the shape of the template with its questions.
// Must not know any kind or field by name.

import type { Kind, Schema } from '../knowledge/types';
import { indentEnd } from '../model/lines';
import { nodeAt } from '../model/position';
import type { Completion } from './completion';
import type { Offer } from './offer';
import { belowKey, inFlow, onLine } from './on-line';
import type { Piece } from './piece';
import type { Place } from './place';
import { fieldLines, flowValue, itemLines, type Line, leafToken, linesBelow } from './render';
import { columnOf, lineStart } from './style';
import { lineEnd } from './surroundings';

/** A new item of the list at the place. */
export function listItem(kind: Kind, items: Schema, offer: Offer): Completion[] {
  const { place } = offer;
  const { evidence, path, flow } = place;
  const piece = evidence && offer.pieces(kind)([...path, 0], evidence.data);
  if (!piece) return [];
  const lines = () => itemLines(piece, dashColumn(place), offer.style());
  return [block(`- ${itemTitle(items, place)}`, flow ? inFlow(flowValue(piece), offer) : onLine(lines(), offer), kind, place)];
}

/** The whole item, where its dash stands there already and nothing else does. */
export function wholeItem(kind: Kind, schema: Schema, offer: Offer): Completion[] {
  const { place, question } = offer;
  const { evidence, path, column, start, end, onDash } = place;
  const piece = evidence && onDash && typeof path.at(-1) === 'number' ? offer.pieces(kind)(path, evidence.data) : undefined;
  const { text } = question.file.read;
  if (!piece || text.slice(end, lineEnd(text, end)).trim() !== '' || isContinued(text, start)) return [];
  return [block(`- ${itemTitle(schema, place)}`, onLine(linesOf(piece, column, offer), offer), kind, place)];
}

/** What stands below a key with nothing behind its colon. */
export function blockBelow(kind: Kind, schema: Schema, offer: Offer): Completion[] {
  const { place, question } = offer;
  const { evidence, path, start, end, flow } = place;
  const { text } = question.file.read;
  const isWords = schema.items !== undefined && schema.items.properties.size === 0;
  const isEmpty = !isWords && start === end && !flow && text.slice(end, lineEnd(text, end)).trim() === '' && isNothing(place);
  const piece = evidence && isEmpty ? offer.pieces(kind)(path, evidence.data) : undefined;
  if (!piece || piece.is === 'leaf' || isContinued(text, start)) return [];
  const line = lineStart(text, start);
  const key = columnOf(text, indentEnd(text, line));
  const column = place.onDash ? place.column : key;
  const lines = linesBelow(piece, column, offer.style());
  const title = schema.title ?? String(path.at(-1));
  return lines.length === 0
    ? []
    : [block(piece.is === 'list' ? `- ${itemTitle(schema.items ?? schema, place)}` : title, belowKey(lines, offer), kind, place)];
}

function block(label: string, edit: Completion['edit'], kind: Kind, { path }: Place): Completion {
  const data = { kind: kind.kind, path: path.map((key) => (typeof key === 'number' ? 0 : key)) };
  return { label, kind: 'block', sort: '0', filter: label, edit, data };
}

const itemTitle = (items: Schema, { path }: Place): string => items.title ?? String(path.findLast((k) => typeof k === 'string') ?? '');

function linesOf(piece: Piece, column: number, offer: Offer): Line[] {
  if (piece.is === 'leaf') return [[leafToken(piece, false)]];
  if (piece.is === 'list') return itemLines(piece, column, offer.style());
  return piece.entries.flatMap(([key, p]) => fieldLines(key, p, column, offer.style()));
}

const isNothing = ({ yaml, path }: Place): boolean => {
  const node = nodeAt(yaml, path)?.node;
  return node?.type === 'scalar' && node.value === null;
};

/** The lines below belong to this one. */
function isContinued(text: string, at: number): boolean {
  const own = indentEnd(text, lineStart(text, at)) - lineStart(text, at);
  const next = /\n([ ]*)(?=[^\s#])/.exec(text.slice(at))?.[1];
  return next !== undefined && next.length > own;
}

/** Where the dashes of the list stand; where it has none yet, at the cursor. */
export const dashColumn = ({ dash, column }: Place): number => dash ?? column;
