// What a terminal makes of a text: how wide each character is, and that none of it works on the terminal itself.
// Must not know what the text says.

/** What a reader takes for one character. */
export interface Cell {
  readonly text: string;
  /** Columns: 0, 1 or 2, for a tab up to its stop. */
  readonly width: number;
  /** Offset and length in the text, in UTF-16 units. */
  readonly start: number;
  readonly length: number;
}

const TAB = 4;
/** Nearly every line: there is nothing to find out about it. */
const PLAIN = /^[ -~]*$/;

/** Cut into what a reader takes for characters; tabs become spaces, and what would work on the terminal becomes visible. */
export function cellsOf(text: string): Cell[] {
  if (PLAIN.test(text)) return Array.from(text, (letter, start) => ({ text: letter, width: 1, start, length: 1 }));
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const width = segment === '\t' ? TAB - (column % TAB) : widthOf(visible(segment));
    cells.push({ text: segment === '\t' ? ' '.repeat(width) : visible(segment), width, start: index, length: segment.length });
    column += width;
  }
  return cells;
}

/** A text for one line: line breaks and tabs become spaces, and nothing in it works on the terminal. */
export const inOneLine = (text: string): string => visible(text.replace(/\s*[\r\n\u2028\u2029]\s*|\t/g, ' '));

/** Control characters, and those that turn the order of letters round, made visible: a file must not write to the terminal what it isn't. */
const visible = (text: string): string =>
  text.replace(CONTROL, (c) => (c < '\u0020' ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : '\ufffd'));

const CONTROL = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Columns of one character as a reader sees it, with all that is joined to it. */
function widthOf(character: string): number {
  const first = character.codePointAt(0) ?? 0;
  if (/^[\p{M}\p{Cf}]+$/u.test(character)) return 0;
  if (/\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u.test(character)) return 2;
  return WIDE.some(([from, to]) => first >= from && first <= to) ? 2 : 1;
}

/** East Asian characters that take two columns (Unicode's UAX 11, wide and fullwidth), in whole stretches. */
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1b000, 0x1b2ff],
  [0x20000, 0x3fffd],
];

/** Breaks a text between words into lines of at most `width` columns; a longer word stands alone. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let length = 0;
  for (const word of inOneLine(text).split(/ +/)) {
    const columns = cellsOf(word).reduce((sum, c) => sum + c.width, 0);
    const last = lines.at(-1);
    if (last !== undefined && length + 1 + columns <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
      length += 1 + columns;
    } else {
      lines.push(word);
      length = columns;
    }
  }
  return lines;
}
