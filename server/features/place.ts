// What is being typed at the cursor, also where the text is half-typed and YAML makes something else of it: which field or value,
// of which map or list, and what gives way to it. Must not know schemas, nor any field by name.
import type { EvidenceFile, FileDocument } from '../assess/file';
import type { Path } from '../knowledge/schema';
import { Converter, type EvidenceDocument, toDocument } from '../model/document';
import { asWritten } from '../model/expand';
import type { YamlDocument } from '../model/node';
import { pathAt, type Spot } from '../model/path-at';
import { nodeAt } from '../model/position';
import { holderOfWord } from './holder';
import { belonging, levelsAt } from './levels';
import { inBrackets, isInBrackets } from './place-in-brackets';
import { documentAt, type Question } from './question';
import { lineStart, styleAt } from './style';
import { lineEnd } from './surroundings';
import type { Typing } from './typing';

export interface Place extends Typing {
  readonly document: FileDocument;
  readonly yaml: YamlDocument;
  /** What the document says without what is being typed; absent where it is no evidence. */
  readonly evidence: EvidenceDocument | undefined;
}

const LINE = /^( *)((?:-(?: +|$))*)(.*)$/;
const KEY_AND_VALUE = /^([A-Za-z][\w-]*|"[^"]*"|'[^']*'):( *)(.*)$/;
const BEHIND_KEY = /^[ \t]*:(?:[ \t]|$)/;

/** The likeliest first; none in comments, in longer texts, on the lines between documents. */
export function placesAt(question: Question): Place[] {
  const document = documentAt(question.file, question.offset);
  const typings = document ? typingsAt(question, document) : [];
  const read = new Map<YamlDocument, EvidenceDocument>();
  return typings.flatMap((typing): Place[] => {
    if (!document) return [];
    const evidence = document.evidence && asWritten(document.evidence);
    const yaml = typing.yaml ?? document.yaml;
    const now = evidence && (yaml === document.yaml ? evidence : (read.get(yaml) ?? toDocument(evidence, yaml, new Converter())));
    if (now) read.set(yaml, now);
    return [{ ...typing, document, yaml, evidence: now }];
  });
}

function typingsAt(question: Question, document: FileDocument): readonly Typing[] {
  const { file, offset } = question;
  const { text } = file.read;
  const line = lineStart(text, offset);
  const before = text.slice(line, offset);
  if (isComment(before) || /^(---|\.\.\.)/.test(before)) return [];
  const spot = pathAt(document.yaml, offset, text);
  if (isInText(document.yaml, spot, line)) return [];
  if (isInBrackets(document.yaml, spot.path, offset)) return [inBrackets(document.yaml, spot, question) ?? []].flat();
  const [, indent = '', dashes = '', rest = ''] = LINE.exec(before) ?? [];
  const column = indent.length + dashes.length;
  const onDash = dashes !== '';
  const [, key, gap = '', value = ''] = KEY_AND_VALUE.exec(rest) ?? [];
  if (key === undefined) return wordAt(rest, { column, onDash }, spot, question, document);
  const path = valuePath(spot, key.replace(/["']/g, ''), () => (onDash ? undefined : likeliest(file, document, line, column)));
  if (!path || /^[[{|>&*!]/.test(value)) return [];
  const around = valueAround(value, text.slice(offset, lineEnd(text, offset)), offset);
  return [{ on: 'value', path, ...around, column, needsSpace: gap === '', onDash }];
}

function likeliest(file: EvidenceFile, document: FileDocument, line: number, column: number): Path | undefined {
  const levels = levelsAt(file, document, line);
  return levels && belonging(levels, column).find((level) => level.is !== 'list')?.path;
}

const isComment = (before: string) => /(?:^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''));

/** Within a text of several lines, or between quotes that opened further up. */
function isInText(yaml: YamlDocument, { path, on }: Spot, line: number): boolean {
  const found = on === 'value' ? nodeAt(yaml, path) : undefined;
  return found?.node.type === 'scalar' && found.node.value !== null && !found.node.plain && found.node.start + found.offset < line;
}

/** One word on the line, with or without a colon behind it. More than one word is prose. */
function wordAt(
  rest: string,
  where: { readonly column: number; readonly onDash: boolean },
  spot: Spot,
  { file, offset }: Question,
  document: FileDocument,
): readonly Typing[] {
  const { text } = file.read;
  const end = offset + (/^[\w-]*/.exec(text.slice(offset, lineEnd(text, offset)))?.[0].length ?? 0);
  const behind = text.slice(end, lineEnd(text, offset));
  if (!/^[\w-]*$/.test(rest)) return [];
  const word = { on: 'field' as const, start: offset - rest.length, end, ...where };
  if (BEHIND_KEY.test(behind)) return spot.on === 'key' ? [{ ...word, path: spot.path.slice(0, -1), hasColon: true }] : [];
  if (behind.trim() !== '' && !/^\s+#/.test(behind)) return [];
  if (where.onDash) return [holderOfWord(file, document, word.start, end) ?? []].flat().map((found) => ({ ...word, ...found }));
  return onOwnLine(word, file, document);
}

/** Every map or list that a word on a line of its own may belong to. */
function onOwnLine(word: Omit<Typing, 'path'>, file: EvidenceFile, document: FileDocument): Typing[] {
  const { text } = file.read;
  const levels = levelsAt(file, document, lineStart(text, word.start));
  if (!levels) return [];
  const { width, dash } = styleAt(document.yaml, text, word.start);
  return belonging(levels, word.column).map(({ path, is, column }, i) => {
    const at = { ...word, path, yaml: levels.yaml, open: is };
    if (is !== 'nothing') return { ...at, column, outer: i > 0 && column < word.column };
    // Where something begins anew it begins at the cursor, if that is far enough in.
    const inside = word.column > column;
    return { ...at, column: inside ? word.column : column + width, dash: inside ? word.column : column + dash };
  });
}

/** By the tree, where it sees the key; else by the lines above. */
function valuePath({ path, on }: Spot, key: string, above: () => Path | undefined): Path | undefined {
  if (on === 'value' && path.at(-1) === key) return path;
  const holder = above();
  return holder && [...holder, key];
}

/** The value that the cursor is in, between its quotes where it has some; a comment behind it stays. */
function valueAround(value: string, after: string, offset: number): { start: number; end: number } {
  const quote = /^["']/.exec(value)?.[0];
  const start = offset - value.length;
  if (quote === undefined) return { start, end: offset + after.replace(/(?:^|\s+)#.*$/, '').trimEnd().length };
  const closing = after.indexOf(quote);
  return { start: start + 1, end: closing < 0 ? offset + after.trimEnd().length : offset + closing };
}
