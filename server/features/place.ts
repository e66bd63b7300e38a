// What is being typed at the cursor, also where the text is half-typed and YAML makes something else of it: which field or value,
// of which map or list, and what gives way to it. Must not know schemas, nor any field by name.
import type { FileDocument } from '../assess/file';
import type { Path } from '../knowledge/schema';
import { Converter, type EvidenceDocument, toDocument } from '../model/document';
import type { YamlDocument } from '../model/node';
import { pathAt, type Spot } from '../model/path-at';
import { nodeAt } from '../model/position';
import { type Holder, holderAt, holderOfWord } from './holder';
import { inBrackets, isInBrackets } from './place-in-brackets';
import { documentAt, type Question } from './question';
import { lineStart } from './style';
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

/** Undefined in comments, in longer texts, on the lines between documents. */
export function placeAt(question: Question): Place | undefined {
  const document = documentAt(question.file, question.offset);
  const typing = document && typingAt(question, document);
  if (!typing) return undefined;
  const { evidence } = document;
  const yaml = typing.yaml ?? document.yaml;
  return {
    ...typing,
    document,
    yaml,
    evidence: evidence && yaml !== document.yaml ? toDocument(evidence, yaml, new Converter()) : evidence,
  };
}

function typingAt(question: Question, document: FileDocument): Typing | undefined {
  const { file, offset } = question;
  const { text } = file.read;
  const line = lineStart(text, offset);
  const before = text.slice(line, offset);
  if (isComment(before) || /^(---|\.\.\.)/.test(before)) return undefined;
  const spot = pathAt(document.yaml, offset, text);
  if (isInText(document.yaml, spot, line)) return undefined;
  if (isInBrackets(document.yaml, spot.path, offset)) return inBrackets(document.yaml, spot, question);
  const [, indent = '', dashes = '', rest = ''] = LINE.exec(before) ?? [];
  const column = indent.length + dashes.length;
  const onDash = dashes !== '';
  const holder = () => (onDash ? undefined : holderAt(file, document, line, column));
  const [, key, gap = '', value = ''] = KEY_AND_VALUE.exec(rest) ?? [];
  if (key === undefined) return wordAt(rest, { column, onDash }, spot, holder, question, document);
  const path = valuePath(spot, key.replace(/["']/g, ''), holder);
  if (!path || /^[[{|>&*!]/.test(value)) return undefined;
  return {
    on: 'value',
    path,
    ...valueAround(value, text.slice(offset, lineEnd(text, offset)), offset),
    column,
    needsSpace: gap === '',
    onDash,
  };
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
  holder: () => Holder | undefined,
  { file, offset }: Question,
  document: FileDocument,
): Typing | undefined {
  const { text } = file.read;
  const end = offset + (/^[\w-]*/.exec(text.slice(offset, lineEnd(text, offset)))?.[0].length ?? 0);
  const behind = text.slice(end, lineEnd(text, offset));
  if (!/^[\w-]*$/.test(rest)) return undefined;
  const word = { on: 'field' as const, start: offset - rest.length, end, ...where };
  if (BEHIND_KEY.test(behind)) return spot.on === 'key' ? { ...word, path: spot.path.slice(0, -1), hasColon: true } : undefined;
  if (behind.trim() !== '' && !/^\s+#/.test(behind)) return undefined;
  const found = where.onDash ? holderOfWord(file, document, word.start, end) : holder();
  return found && { ...word, ...found };
}

/** By the tree, where it sees the key; else by the lines above. */
function valuePath({ path, on }: Spot, key: string, holder: () => Holder | undefined): Path | undefined {
  if (on === 'value' && path.at(-1) === key) return path;
  const above = holder();
  return above && [...above.path, key];
}

/** The value that the cursor is in, between its quotes where it has some; a comment behind it stays. */
function valueAround(value: string, after: string, offset: number): { start: number; end: number } {
  const quote = /^["']/.exec(value)?.[0];
  const start = offset - value.length;
  if (quote === undefined) return { start, end: offset + after.replace(/(?:^|\s+)#.*$/, '').trimEnd().length };
  const closing = after.indexOf(quote);
  return { start: start + 1, end: closing < 0 ? offset + after.trimEnd().length : offset + closing };
}
