// What is being typed at the cursor, also where the text is half-typed and YAML makes something else of it: which field or value,
// of which map or list, and what gives way to it. Reads the text without the line that is being typed. Must not know schemas.

import type { EvidenceFile, FileDocument } from '../assess/file';
import type { Path } from '../knowledge/schema';
import type { YamlDocument } from '../model/node';
import { pathAt, type Spot } from '../model/path-at';
import { locate, nodeAt } from '../model/position';
import { readText } from '../model/read';
import { documentAt, type Question } from './question';
import { columnOf, lineStart } from './style';
import { lineEnd, mapAt } from './surroundings';

export interface Place {
  readonly document: FileDocument;
  /** The document without what is being typed. */
  readonly yaml: YamlDocument;
  /** `field`: a key of the map at `path`, or what else may begin there; `value`: the value at `path`. */
  readonly on: 'field' | 'value';
  readonly path: Path;
  /** What gives way: offsets in the file's text. */
  readonly start: number;
  readonly end: number;
  /** What is typed so far, between `start` and the cursor. */
  readonly typed: string;
  /** Where keys of that map stand. */
  readonly column: number;
  /** Between brackets. */
  readonly flow: boolean;
  /** A colon stands behind it already: the value is kept. */
  readonly hasColon: boolean;
  /** A space is wanted before it. */
  readonly needsSpace: boolean;
  /** Behind a dash on the same line. */
  readonly onDash: boolean;
}

const LINE = /^( *)((?:-(?: +|$))*)(.*)$/;
const KEY_AND_VALUE = /^([A-Za-z][\w-]*|"[^"]*"|'[^']*'):( *)(.*)$/;
const BEHIND_KEY = /^[ \t]*:(?:[ \t]|$)/;

/** Undefined in comments, in longer texts, on the lines between documents. */
export function placeAt(question: Question): Place | undefined {
  const { file, offset } = question;
  const { text } = file.read;
  const document = documentAt(file, offset);
  const line = lineStart(text, offset);
  const before = text.slice(line, offset);
  if (!document || isComment(before) || /^(---|\.\.\.)/.test(before)) return undefined;
  const spot = pathAt(document.yaml, offset, text);
  if (isInText(document.yaml, spot, line)) return undefined;
  const base = { document, yaml: document.yaml, flow: false, hasColon: false, needsSpace: false, onDash: false };
  if (isInBrackets(document.yaml, spot.path, offset)) return inBrackets(base, spot, question);
  const [, indent = '', dashes = '', rest = ''] = LINE.exec(before) ?? [];
  const column = indent.length + dashes.length;
  const after = text.slice(offset, lineEnd(text, offset));
  const [, key, gap = '', value = ''] = KEY_AND_VALUE.exec(rest) ?? [];
  const onDash = dashes !== '';
  if (key !== undefined) {
    const path = valuePath(spot, key.replace(/["']/g, ''), onDash ? undefined : holderAt(file, document, line, column));
    if (!path || /^[[{|>&*!]/.test(value)) return undefined;
    const { start, end } = wordAround(value, after, offset);
    return { ...base, on: 'value', path, start, end, typed: text.slice(start, offset), column, needsSpace: gap === '', onDash };
  }
  const wordEnd = offset + (/^[\w-]*/.exec(after)?.[0].length ?? 0);
  const behind = text.slice(wordEnd, lineEnd(text, offset));
  if (!/^[\w-]*$/.test(rest)) return undefined;
  const start = offset - rest.length;
  const word = { start, end: wordEnd, typed: rest, onDash };
  if (BEHIND_KEY.test(behind))
    return spot.on === 'key' ? { ...base, ...word, on: 'field', path: spot.path.slice(0, -1), column, hasColon: true } : undefined;
  if (behind.trim() !== '' && !/^\s+#/.test(behind)) return undefined;
  const holder = onDash ? asKey(file, document, start, wordEnd) : holderAt(file, document, line, column);
  return holder && { ...base, ...word, ...holder, on: 'field' };
}

/** By the tree, where it sees the key; else by the lines above. */
function valuePath({ path, on }: Spot, key: string, holder: Holder | undefined): Path | undefined {
  if (on === 'value' && path.at(-1) === key) return path;
  return holder && [...holder.path, key];
}

const isComment = (before: string) => /(?:^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''));

/** Within a text of several lines, or between quotes that opened further up. */
function isInText(yaml: YamlDocument, { path, on }: Spot, line: number): boolean {
  const found = on === 'value' ? nodeAt(yaml, path) : undefined;
  return found?.node.type === 'scalar' && found.node.value !== null && !found.node.plain && found.node.start + found.offset < line;
}

function isInBrackets(yaml: YamlDocument, path: Path, offset: number): boolean {
  return [...path, ''].some((_, i) => {
    const found = nodeAt(yaml, path.slice(0, i));
    if (!found || found.node.type === 'scalar') return false;
    const { node, offset: by } = found;
    return node.flow && node.start + by < offset && offset <= node.end + by;
  });
}

type Base = Pick<Place, 'document' | 'yaml' | 'flow' | 'hasColon' | 'needsSpace' | 'onDash'>;

function inBrackets(base: Base, { path, on }: Spot, { file, offset }: Question): Place | undefined {
  const { text } = file.read;
  const at = { ...base, flow: true, column: 0, start: offset, end: offset, typed: '' };
  if (on === 'between') return { ...at, on: 'field', path };
  const place = locate(base.yaml, path);
  if (on === 'key') {
    if (!place?.key) return undefined;
    const { start, end } = place.key;
    const hasColon = /^\s*:/.test(text.slice(end));
    return { ...at, on: 'field', path: path.slice(0, -1), start, end, typed: text.slice(start, offset), hasColon };
  }
  const found = nodeAt(base.yaml, path);
  if (found?.node.type !== 'scalar' || !place) return undefined;
  const needsSpace = /:$/.test(text.slice(0, offset));
  if (found.node.value === null) return { ...at, on: 'value', path, needsSpace };
  const quote = found.node.plain ? 0 : 1;
  return {
    ...at,
    on: 'value',
    path,
    start: place.value.start + quote,
    end: place.value.end - quote,
    typed: text.slice(place.value.start + quote, offset),
  };
}

/** The value that the cursor is in, between its quotes where it has some. */
function wordAround(value: string, after: string, offset: number): { start: number; end: number } {
  const quote = /^["']/.exec(value)?.[0];
  const start = offset - value.length;
  if (quote === undefined) return { start, end: offset + after.replace(/\s+#.*$/, '').trimEnd().length };
  const closing = after.indexOf(quote);
  return { start: start + 1, end: closing < 0 ? offset + after.trimEnd().length : offset + closing };
}

interface Holder {
  readonly path: Path;
  readonly yaml: YamlDocument;
  readonly column: number;
}

/** The map or list that a line belongs to by its indentation: read from the text with nothing on that line. */
function holderAt(file: EvidenceFile, document: FileDocument, line: number, column: number): Holder | undefined {
  const { text } = file.read;
  return holderIn(file, document, text.slice(0, line) + ' '.repeat(column) + text.slice(lineEnd(text, line)), line + column, column);
}

/** What the word behind a dash belongs to: read as if it were a key. */
function asKey(file: EvidenceFile, document: FileDocument, start: number, end: number): Holder | undefined {
  const { text } = file.read;
  const holder = holderIn(file, document, `${text.slice(0, start)}x:${text.slice(end)}`, start, columnOf(text, start));
  return holder && { ...holder, path: holder.path.slice(0, -1) };
}

function holderIn(file: EvidenceFile, document: FileDocument, text: string, at: number, column: number): Holder | undefined {
  const yaml = readText(text, file.read).documents[file.documents.indexOf(document)];
  if (!yaml) return undefined;
  const { path } = pathAt(yaml, at, text);
  const first = mapAt(yaml, path, text)?.siblings[0];
  return { path, yaml, column: first ? columnOf(text, first.start) : column };
}
