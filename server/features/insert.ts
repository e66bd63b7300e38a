// Writes what is missing into a text: in the schema's order, in the author's layout, touching nothing that is there.
// Must not know findings, nor any kind or field by name.
import { isObject, type Path, propertiesAt, schemaAt, valueAtPath } from '../knowledge/schema';
import type { Json, Kind } from '../knowledge/types';
import type { EvidenceDocument } from '../model/document';
import { locate } from '../model/position';
import { isQuestion } from '../model/written';
import { itemAddition } from './insert-item';
import { type Addition, toDrafts } from './merge';
import { type Piece, type Pieces, piecesOf } from './piece';
import { fieldLines, flowField, flowValue, joined, leafToken, linesBelow } from './render';
import type { Draft } from './snippet';
import { columnOf, lineStart, styleAt } from './style';
import { lineAbove, lineBehind, lineEnd, mapAt, nextLine, type Sibling, type Surroundings } from './surroundings';

/** The edits that write the fields (or, where a path ends in a number, one more item of a list) at these paths, in text order; those that can't be written without harm are left out. */
export function insertions(
  paths: readonly Path[],
  document: EvidenceDocument,
  text: string,
  kinds: ReadonlyMap<string, Kind>,
  /** What to write there, where it isn't that of the template. */
  pieces: Pieces = piecesOf(document.kind, kinds),
): Draft[] {
  const additions = inOrder(withoutThoseInside(paths), document).flatMap((path) => addition(path, pieces, document, text));
  return toDrafts(additions, text);
}

const startsWith = (path: Path, start: Path) => start.length <= path.length && start.every((key, i) => key === path[i]);

function withoutThoseInside(paths: readonly Path[]): Path[] {
  const unique = paths.filter((p, i) => paths.findIndex((q) => q.length === p.length && startsWith(p, q)) === i);
  return unique.filter((p) => !unique.some((q) => q.length < p.length && startsWith(p, q)));
}

/** In the order in which the schema has them: what is added at one place stands there in this order. */
function inOrder(paths: readonly Path[], document: EvidenceDocument): Path[] {
  const rank = (path: Path) => path.map((key, i) => (typeof key === 'number' ? key : orderAt(document, path.slice(0, i)).indexOf(key)));
  const ranked = paths.map((path) => ({ path, rank: rank(path) }));
  return ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ path }) => path);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((n, k) => n !== b[k]);
  return i < 0 ? a.length - b.length : (a[i] ?? 0) - (b[i] ?? -1);
}

function orderAt({ kind, data }: EvidenceDocument, path: Path): readonly string[] {
  const schema = schemaAt(kind.schema, path, data);
  return schema ? [...propertiesAt(schema, valueAtPath(data, path)).keys()] : [];
}

/** A field to be written, and the map it belongs to. */
interface Wanted {
  readonly key: string;
  readonly path: Path;
  readonly piece: Piece;
  readonly around: Surroundings;
  readonly document: EvidenceDocument;
  readonly text: string;
}

function addition(path: Path, pieces: Pieces, document: EvidenceDocument, text: string): Addition[] {
  const key = path.at(-1);
  const piece = pieces(path, document.data);
  const before = typeof key === 'number' ? valueAtPath(document.data, [...path.slice(0, -1), key - 1]) : undefined;
  if (piece && typeof key === 'number') return asksAlready(before) ? [] : itemAddition(path.slice(0, -1), piece, document.yaml, text);
  const around = mapAt(document.yaml, path.slice(0, -1), text);
  if (!piece || !around || typeof key !== 'string') return [];
  const wanted = { key, path, piece, around, document, text };
  const own = around.siblings.find((s) => s.key === key);
  if (own) return asksAlready(valueAtPath(document.data, path)) ? [] : filled(own, wanted);
  return around.flow ? [inBrackets(wanted)] : betweenLines(wanted);
}

/** Questions stand there already. */
export function asksAlready(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some(asksAlready);
  return isObject(value) ? Object.values(value).some(asksAlready) : isQuestion(value);
}

/** Behind the nearest one that comes earlier in the schema's order; without one before the next later one. */
function anchor({ key, path, around, document }: Wanted): { readonly behind?: Sibling; readonly before?: Sibling } {
  const order = orderAt(document, path.slice(0, -1));
  const rank = order.indexOf(key);
  const ranked = around.siblings.map((sibling) => ({ sibling, rank: order.indexOf(sibling.key) })).sort((a, b) => a.rank - b.rank);
  const behind = ranked.findLast((s) => s.rank >= 0 && s.rank < rank)?.sibling;
  const before = ranked.find((s) => s.rank > rank)?.sibling;
  if (behind) return { behind };
  const last = around.siblings.at(-1);
  return before ? { before } : last ? { behind: last } : {};
}

function inBrackets(wanted: Wanted): Addition {
  const { behind, before } = anchor(wanted);
  const field = flowField(wanted.key, wanted.piece);
  if (behind) return { is: 'inline', start: behind.end, end: behind.end, tokens: [', ', ...field] };
  const at = before?.start ?? wanted.around.start;
  return { is: 'inline', start: at, end: at, tokens: before ? [...field, ', '] : field };
}

function betweenLines(wanted: Wanted): Addition[] {
  const { key, piece, document, text } = wanted;
  const { behind, before } = anchor(wanted);
  const sibling = behind ?? before;
  if (!sibling) return [];
  const style = styleAt(document.yaml, text, sibling.start);
  const column = columnOf(text, sibling.start);
  const lines = fieldLines(key, piece, column, style);
  if (behind) return [{ is: 'lines', at: lineBehind(text, behind), column, lines, eol: style.eol }];
  const line = lineStart(text, sibling.start);
  const isFirst = text.slice(line, sibling.start).trim() !== '';
  return [
    isFirst
      ? { is: 'dash', start: line, end: sibling.start, lines, eol: style.eol }
      : { is: 'lines', at: lineAbove(text, sibling), column, lines, eol: style.eol },
  ];
}

/** The field stands there with nothing behind it: an empty value gives way. */
function filled(own: Sibling, { path, piece, around, document: { yaml }, text }: Wanted): Addition[] {
  const value = locate(yaml, path)?.value;
  const colon = text.indexOf(':', own.keyEnd) + 1;
  // A comment within would be lost, an alias is written elsewhere.
  if (!value || colon === 0 || text[value.start] === '*' || text.slice(own.start, value.end).includes('#')) return [];
  if (around.flow) return [{ is: 'inline', start: colon, end: value.end, tokens: [' ', ...flowValue(piece)] }];
  const rest = text.slice(value.end, lineEnd(text, value.end));
  const end = value.end + (rest.trim() === '' ? rest.length : 0);
  if (piece.is === 'leaf') return [{ is: 'inline', start: colon, end, tokens: [' ', leafToken(piece, false)] }];
  const style = styleAt(yaml, text, own.start);
  const column = columnOf(text, own.start);
  const lines = linesBelow(piece, column, style);
  if (text.slice(colon, value.start).includes('\n'))
    return [{ is: 'inline', start: lineStart(text, value.start), end, tokens: joined(lines, style.eol) }];
  const removed: Addition[] = end > colon ? [{ is: 'inline', start: colon, end, tokens: [] }] : [];
  return [...removed, { is: 'lines', at: nextLine(text, value.end), column: column + 1, lines, eol: style.eol }];
}
