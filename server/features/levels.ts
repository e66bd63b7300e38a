// The maps and lists that are open where a half-typed line stands, and where in them it may belong: by indentation, in the text read
// without that line. Must not know schemas.
import type { EvidenceFile, FileDocument } from '../assess/file';
import type { Path } from '../knowledge/schema';
import { indentEnd } from '../model/lines';
import type { YamlDocument } from '../model/node';
import { lastBefore, type Part, rootPart } from '../model/path-at';
import { readText } from '../model/read';
import { columnOf, lineStart } from './style';
import { lineEnd, nextLine } from './surroundings';

/** A map or list that goes on where the line stands. */
export interface Level {
  readonly path: Path;
  /** `nothing`: nothing is written behind the colon or dash yet, so it may become either. */
  readonly is: 'map' | 'list' | 'nothing';
  /** Where its keys or dashes stand; of nothing where its own key or dash stands. */
  readonly column: number;
}

export interface Levels {
  /** The document without the line. */
  readonly yaml: YamlDocument;
  /** The outermost, which is the document itself, first. */
  readonly open: readonly Level[];
  /** What the next line that says something begins with: its column, and whether that is a dash. Undefined at the document's end. */
  readonly next: { readonly column: number; readonly dash: boolean } | undefined;
}

/** What is open at the line that starts at `line`. */
export function levelsAt(file: EvidenceFile, document: FileDocument, line: number): Levels | undefined {
  const { text } = file.read;
  const without = text.slice(0, line) + text.slice(lineEnd(text, line));
  const yaml = readText(without, file.read).documents[file.documents.indexOf(document)];
  return yaml && { yaml, open: openAt(yaml, line, without), next: nextAt(without, nextLine(without, line)) };
}

function openAt(yaml: YamlDocument, line: number, text: string): Level[] {
  const column = ({ key, start }: Part) => columnOf(text, (key ?? { start }).start);
  const levels: Level[] = [];
  let part: Part | undefined = rootPart(yaml);
  let own = 0;
  while (part && !part.flow) {
    const children: readonly Part[] = part.children?.() ?? [];
    const [first] = children;
    if (part.nothing && levels.length > 0) levels.push({ path: part.path, is: 'nothing', column: own });
    if (!part.children) return levels;
    const isList = part.is === 'list';
    const at = first ? (isList ? dashBefore(first, text) : column(first)) : own;
    levels.push({ path: part.path, is: isList ? 'list' : 'map', column: at });
    part = lastBefore(children, line - 1);
    own = part && !isList ? column(part) : at;
  }
  return levels;
}

/** Where the dash of an item stands: of a list within a list the outer one. */
function dashBefore({ is, key, start, nothing }: Part, text: string): number {
  const at = (key ?? { start }).start;
  const dash = nothing ? text.lastIndexOf('-', at) : text.lastIndexOf('- ', is === 'list' ? at - 1 : at);
  return columnOf(text, dash < lineStart(text, at) ? at : dash);
}

function nextAt(text: string, from: number): Levels['next'] {
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const start = indentEnd(text, at);
    const rest = text.slice(start, lineEnd(text, at));
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(rest) && start === at) return undefined;
    if (rest !== '' && !rest.startsWith('#')) return { column: start - at, dash: /^-(?:\s|$)/.test(rest) };
  }
  return undefined;
}

/**
 * Those of the levels that a line begun at `column` may belong to, the likeliest first: what stands right there, then what it is
 * indented too little for, then what is further out. Never one that the lines below would be torn from.
 */
export function belonging({ open, next }: Levels, column: number): Level[] {
  const fits = (level: Level): boolean => {
    if (!next) return true;
    return next.column < level.column || (next.column === level.column && (level.is !== 'map' || !next.dash));
  };
  const near = open.filter((level, i) => fits(level) && (i === 0 || isReached(level, i, open, column)));
  // Between the items of a list there is nothing else that may stand there.
  const reached = near.length > 0 ? near : open.filter(fits);
  const rank = ({ is, path, column: at }: Level): number => {
    // Right under its dash stands the next item, not what this one is.
    if (is === 'nothing') return at === column && typeof path.at(-1) === 'number' ? 2 : 0;
    if (at === column) return is === 'list' ? 0 : 1;
    return at > column ? 2 : 3;
  };
  const outward = reached.map((level, i) => ({ level, order: rank(level) === 2 ? i : -i }));
  return outward.sort((a, b) => rank(a.level) - rank(b.level) || a.order - b.order).map(({ level }) => level);
}

/** It stands left of the cursor or there, or the cursor is right of what it belongs to. */
function isReached(level: Level, i: number, open: readonly Level[], column: number): boolean {
  if (level.column <= column) return true;
  const above = open[i - 1];
  if (!above || level.is === 'nothing') return false;
  // An item's keys are reached from its dash on.
  return above.is === 'list' ? above.column <= column || isReached(above, i - 1, open, column) : above.column < column;
}
