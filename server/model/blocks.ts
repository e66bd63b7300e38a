// Cuts a text into pieces that can be parsed one by one, by what stands at column 0 alone: YAML lets nothing but a key,
// a dash, a comment or a document marker stand there, so a fault stays in its piece. Must not know values, only their outline.
import { LIMITS } from './limits';
import { contentEnd, indentEnd, isBlankOrComment, isCloser, isDash, isGap, linesOf } from './lines';
import { cutList } from './list-cut';
import type { Piece, Range } from './node';

/** One YAML document. */
export interface Cut extends Range {
  /** Top-level keys, counted where they stand at column 0; where they are more than the limit there are no pieces. */
  readonly keys: number;
  /** In text order; none where nothing is written. Items follow their list. */
  readonly pieces: readonly Piece[];
}

/** The documents of a text with their pieces. At least one; side by side they cover the text. */
export function cutText(text: string): Cut[] {
  return splitDocuments(text).map((doc) => {
    const { start, end } = doc;
    if (!doc.written && !doc.whole) return { start, end, keys: 0, pieces: [] };
    const starts = doc.whole || hasAnchor(text, doc) ? undefined : startsOf(text, doc);
    const keys = starts?.filter((s) => s.form === 'field').length ?? 0;
    if (!starts || keys === 0) return { start, end, keys, pieces: [{ form: 'document', start, end }] };
    if (keys > LIMITS.keys) return { start, end, keys, pieces: [] };
    const pieces = starts.flatMap(({ form, at, colonEnd }, i): Piece[] => {
      const piece = { form, start: at, end: contentEnd(text, at, starts[i + 1]?.at ?? doc.bodyEnd, 0) };
      return (form === 'field' && cutList(text, piece, colonEnd)) || [piece];
    });
    return { start, end, keys, pieces };
  });
}

interface Split extends Range {
  /** What stands between the markers. */
  readonly body: number;
  readonly bodyEnd: number;
  /** Something stands in it besides comments. */
  readonly written: boolean;
  /** Has a directive, or a value on the line of a marker. */
  readonly whole: boolean;
}

function splitDocuments(text: string): Split[] {
  const docs: Split[] = [];
  const begin = (start: number) => ({ start, body: start, marked: false, written: false, whole: false });
  let doc = begin(0);
  const close = (bodyEnd: number, end: number) => {
    docs.push({ ...doc, bodyEnd, end });
    doc = begin(end);
  };
  for (const { start, end } of linesOf(text, text.startsWith('\uFEFF') ? 1 : 0, text.length)) {
    const marker = isMarker(text, start) ? text.slice(start, start + 3) : '';
    if (marker) {
      if (marker === '---' && (doc.written || doc.marked)) close(start, start);
      if (!isBlankOrComment(text, start + 3)) doc.written = doc.whole = true;
      if (marker === '...') close(start, end);
      else doc = { ...doc, marked: true, body: end };
    } else if (!doc.written && !isBlankOrComment(text, start)) {
      if (text[start] === '%' && !doc.marked) doc.whole = true;
      else doc.written = true;
    }
  }
  const last = docs.pop();
  if (last && !doc.written && !doc.marked && !doc.whole) docs.push({ ...last, end: text.length });
  else {
    if (last) docs.push(last);
    close(text.length, text.length);
  }
  return docs;
}

function isMarker(text: string, at: number): boolean {
  const char = text[at];
  return (char === '-' || char === '.') && text[at + 1] === char && text[at + 2] === char && isGap(text, at + 3);
}

/** What ties pieces together. Takes more for an anchor than YAML would: then the document stays whole, which is only slower. */
const ANCHOR = /(?:^|[ \t,:[{])&[^\s,[\]{}]/m;

function hasAnchor(text: string, { start, end }: Range): boolean {
  const slice = text.slice(start, end);
  return slice.includes('&') && ANCHOR.test(slice);
}

interface Start {
  readonly form: 'field' | 'stray' | 'word';
  readonly at: number;
  /** Behind the key's colon. */
  readonly colonEnd: number;
}

/** Lines without a colon: some are typed just now; many are prose, which YAML reads as one value. */
const MAX_WORDS = 100;

/** Where the pieces of a document begin; undefined where its root may be something else than a map of simple keys. */
function startsOf(text: string, doc: Split): Start[] | undefined {
  const starts: Start[] = [];
  let words = 0;
  for (const line of linesOf(text, doc.body, doc.bodyEnd)) {
    const next = startAt(text, line, starts.length === 0);
    if (next === 'not a map' || (!next && starts.at(-1)?.form === 'word' && isColon(text, line.start))) return undefined;
    if (next?.form === 'word' && ++words > MAX_WORDS) return undefined;
    if (next) starts.push(next);
  }
  return starts;
}

/** The library takes the colon of a key also at the start of a line further down. */
function isColon(text: string, lineStart: number): boolean {
  const at = indentEnd(text, lineStart);
  return text[at] === ':' && isGap(text, at + 1);
}

function startAt(text: string, line: Range, first: boolean): Start | 'not a map' | undefined {
  const at = line.start;
  const char = text[at] ?? '';
  if (' \t\r\n#'.includes(char)) {
    if (!first || isBlankOrComment(text, at)) return undefined;
    const colonEnd = keyEnd(text, indentEnd(text, at), line.end);
    return colonEnd === undefined ? 'not a map' : { form: 'stray', at, colonEnd };
  }
  if (isDash(text, at) || isCloser(text, at)) return first ? 'not a map' : undefined;
  const colonEnd = keyEnd(text, at, line.end);
  if (colonEnd !== undefined) return { form: 'field', at, colonEnd };
  if (isIndicator(text, at) && (first || char === '?' || char === ':' || /:(?:\s|$)/.test(text.slice(at, line.end)))) return 'not a map';
  return { form: 'word', at, colonEnd: at };
}

const PLAIN_KEY = /^(?:[^ \t\r\n:]|:(?![ \t\r\n]|$)|[ \t](?!#))*:(?=[ \t\r\n]|$)/;
const QUOTED_KEY = /^(?:"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\r\n]|'')*')[ \t]*:(?=[ \t\r\n]|$)/;

/** YAML takes keys up to 1,024; looked for in no more than this, so that a line of any length costs little. */
const MAX_KEY = 1_100;

/** Behind the colon of a simple key at `at`; undefined where there is none. */
function keyEnd(text: string, at: number, lineEnd: number): number | undefined {
  const quoted = text[at] === '"' || text[at] === "'";
  if (!quoted && (text[at] === '\t' || isIndicator(text, at))) return undefined;
  const key = (quoted ? QUOTED_KEY : PLAIN_KEY).exec(lineEnd - at > MAX_KEY ? `${text.slice(at, at + MAX_KEY)}…` : text.slice(at, lineEnd));
  return key ? at + key[0].length : undefined;
}

/** Whether what begins here is more to YAML than text. */
function isIndicator(text: string, at: number): boolean {
  const char = text[at] ?? '';
  return ',[]{}#&*!|>\'"%@`\uFEFF'.includes(char) || ('-?:'.includes(char) && isGap(text, at + 1));
}
