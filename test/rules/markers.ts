// Markers: comment lines in a fixture that say what is found in the line above them. Read out of a text, and written into it.
// Must not know what is found, nor where fixtures lie.
//
//   term: {from: 2024-07-01, initial: 2 years}
//   #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning contract-ends-before-sla ends on 2026-06-30
//
// The carets stand under what is marked. Before the code stands `because` at the other place of a finding, else the severity
// where it is no error; behind it words of the message, with `…` for what is left out. A marker line is no part of the text that
// is read: lines and offsets are those without markers. `#<^^` begins in the first column, where the # has to stand;
// `^^^ +2:14` goes on to the 14th character of the second line below.

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Zero-based; the end is exclusive. */
export interface Mark {
  readonly start: Place;
  readonly end: Place;
  /** What stands before the code; empty for a finding that is an error. */
  readonly as: string;
  readonly code: string;
  /** Words of the message; of what was found, the whole message. */
  readonly words: string;
}

export interface Marked {
  /** Without the markers. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

const MARKER = /^#(<\^*| *\^+)(?: \+(\d+):(\d+))?(?: (because|warning|information|hint))? ([a-z0-9][a-z0-9.-]*)(?: (.*))?$/;

/** Takes the markers out of a text. */
export function unmark(marked: string): Marked {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of marked.split('\n')) {
    const [is, carets = '', below, characters, as = '', code = '', words = ''] = MARKER.exec(line) ?? [];
    if (is === undefined) lines.push(line);
    else marks.push({ ...rangeOf(lines.length - 1, carets, below, characters), as, code, words });
  }
  return { text: lines.join('\n'), marks };
}

function rangeOf(line: number, carets: string, below: string | undefined, characters: string | undefined): Pick<Mark, 'start' | 'end'> {
  const start = { line, character: carets.startsWith('<') ? 0 : carets.indexOf('^') + 1 };
  const isLonger = below !== undefined && characters !== undefined;
  return { start, end: isLonger ? { line: line + Number(below), character: Number(characters) } : { line, character: carets.length + 1 } };
}

/** Puts the markers into a text. Throws an Error where one can't be drawn. */
export function mark({ text, marks }: Marked): string {
  const sorted = inOrder(marks);
  const lines = text.split('\n').flatMap((line, i) => [line, ...sorted.filter((m) => m.start.line === i).map((m) => drawn(m, line))]);
  return lines.join('\n');
}

function drawn({ start, end, as, code, words }: Mark, line: string): string {
  const blanks = start.character === 0 ? '<' : ' '.repeat(start.character - 1);
  const carets = (end.line === start.line ? end.character : line.length) - blanks.length - 1;
  if (carets < (start.character === 0 ? 0 : 1)) throw new Error(`too narrow for a marker: line ${start.line + 1}, ${code} ${words}`);
  const more = end.line === start.line ? '' : `+${end.line - start.line}:${end.character}`;
  return [`#${blanks}${'^'.repeat(carets)}`, more, as, code, words].filter((part) => part !== '').join(' ');
}

/** In the order of the text; a finding before what is the reason of another. */
export function inOrder(marks: readonly Mark[]): readonly Mark[] {
  const key = ({ start, end, as, code, words }: Mark) =>
    [start.line, start.character, end.line, end.character].map((n) => String(n).padStart(6, '0')).join() +
    (as === 'because') +
    code +
    words;
  return [...marks].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What was found, with the words of a marker that was written for it, where they occur in its message. */
export function inWordsOf(written: readonly Mark[], found: readonly Mark[]): readonly Mark[] {
  const left = new Set(written);
  return found.map((of) => {
    const fits = [...left].find((w) => isSame(w, of) && occurs(w.words, of.words));
    if (fits) left.delete(fits);
    return fits ?? of;
  });
}

const isSame = (a: Mark, b: Mark) => JSON.stringify([a.start, a.end, a.as, a.code]) === JSON.stringify([b.start, b.end, b.as, b.code]);

/** The parts between `…` occur one after the other. Without words nothing fits. */
function occurs(words: string, message: string): boolean {
  let at = words === '' ? -1 : 0;
  for (const part of words.split('…').map((p) => p.trim())) {
    const found = at < 0 ? -1 : message.indexOf(part, at);
    at = found < 0 ? -1 : found + part.length;
  }
  return at >= 0;
}
