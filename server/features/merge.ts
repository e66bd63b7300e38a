// Additions to one text brought together: in text order, those of one place as one, none over another. Must not know YAML.
import { joined, type Line, spaces, withoutIndent } from './render';
import type { Draft, Token } from './snippet';
import { columnOf, lineStart } from './style';

export type Addition = Lines | OnDash | Inline;

/** To stand before what starts at `at`: the start of a line, or the end of the text. */
interface Lines {
  readonly is: 'lines';
  readonly at: number;
  readonly column: number;
  readonly lines: readonly Line[];
  readonly eol: string;
}

/** To stand before the first key of an item: the dash goes to the first of these lines. From the start of the line to that key. */
interface OnDash {
  readonly is: 'dash';
  readonly start: number;
  readonly end: number;
  readonly lines: readonly Line[];
  readonly eol: string;
}

/** In place of a stretch. */
interface Inline {
  readonly is: 'inline';
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/**
 * Editors indent the further lines of a snippet by what stands left of its start. So whatever has several lines starts at
 * column 0, also at the end of a text without a line break at its end: there the last line is written anew.
 */
export function toDrafts(additions: readonly Addition[], text: string): Draft[] {
  const isOpen = (a: Lines) => a.at === text.length && text !== '' && !text.endsWith('\n');
  const lines = additions.filter((a) => a.is === 'lines');
  const drafts = [
    ...together(additions.filter((a) => a.is === 'inline')).map((same) =>
      draft(
        same,
        same.flatMap((a) => a.tokens),
      ),
    ),
    ...together(additions.filter((a) => a.is === 'dash')).map((same) => draft(same, onDash(same, text))),
    ...together(lines.filter((a) => !isOpen(a)).map((a) => ({ ...a, start: a.at, end: a.at }))).map((same) =>
      draft(
        same,
        deepestFirst(same).flatMap((a) => a.lines.flatMap((line) => [...line, a.eol])),
      ),
    ),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const atEnd = deepestFirst(lines.filter(isOpen));
  return atEnd.length > 0 ? withLastLine(drafts, atEnd, text) : drafts;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Those for the same stretch, in the order in which they came. */
function together<T extends Stretch>(all: readonly T[]): T[][] {
  const byStretch = new Map<string, T[]>();
  for (const a of all) byStretch.set(`${a.start}-${a.end}`, [...(byStretch.get(`${a.start}-${a.end}`) ?? []), a]);
  return [...byStretch.values()];
}

const draft = (same: readonly Stretch[], tokens: readonly Token[]): Draft => ({
  start: same[0]?.start ?? 0,
  end: same[0]?.end ?? 0,
  tokens,
});

/** What belongs to something deeper stands before what follows on it. */
const deepestFirst = (same: readonly Lines[]): Lines[] => [...same].sort((a, b) => b.column - a.column);

function onDash(same: readonly OnDash[], text: string): Token[] {
  const { start, end, eol } = same[0] ?? { start: 0, end: 0, eol: '\n' };
  const [first = [], ...rest] = same.flatMap((a) => a.lines);
  return [text.slice(start, end), ...joined([withoutIndent(first), ...rest], eol), eol, spaces(columnOf(text, end))];
}

function withLastLine(drafts: readonly Draft[], added: readonly Lines[], text: string): Draft[] {
  const start = lineStart(text, text.length);
  const before = drafts.filter((d) => d.start < start);
  const tokens: Token[] = [];
  let at = start;
  for (const d of drafts.slice(before.length)) {
    tokens.push(text.slice(at, d.start), ...d.tokens);
    at = d.end;
  }
  return [
    ...before,
    { start, end: text.length, tokens: [...tokens, text.slice(at), ...added.flatMap((a) => a.lines.flatMap((line) => [a.eol, ...line]))] },
  ];
}
