// How an author lays out a document: how far is indented, where dashes stand, how lines end. Must not know schemas.
import type { Node, YamlDocument } from '../model/node';

export interface Style {
  /** From a key to the keys below it. */
  readonly width: number;
  /** From a key to the dashes below it; 0 where they stand right under it. */
  readonly dash: number;
  /** From a dash to what it stands before. */
  readonly afterDash: number;
  readonly eol: string;
}

/** A habit, seen at an offset. */
interface Sample {
  readonly of: 'width' | 'dash' | 'afterDash';
  readonly at: number;
  readonly value: number;
}

/** The habits that show nearest to `offset`; two spaces and indented dashes where none shows. */
export function styleAt(document: YamlDocument, text: string, offset: number): Style {
  const samples = document.fields.flatMap((field) => {
    const key = columnOf(text, field.keyStart + field.offset);
    if (!field.items) return samplesIn(field.value, field.offset, key, text);
    return field.items.flatMap(({ node, offset: by }) => ofItem(node, by, key, text));
  });
  const nearest = (of: Sample['of']) =>
    samples
      .filter((s) => s.of === of)
      .reduce<Sample | undefined>((best, s) => (best && Math.abs(best.at - offset) <= Math.abs(s.at - offset) ? best : s), undefined)
      ?.value;
  const dash = nearest('dash');
  const width = nearest('width') ?? (dash || 2);
  return { width, dash: dash ?? width, afterDash: nearest('afterDash') ?? 2, eol: eolOf(text) };
}

/** Counted from the start of the line. */
export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** What stands below a key at column `key`; inside an item, a key of it. */
function samplesIn(node: Node, by: number, key: number, text: string): Sample[] {
  if (node.type === 'scalar' || node.flow) return [];
  if (node.type === 'list') return node.items.flatMap((item) => ofItem(item, by, key, text));
  const [first] = node.entries;
  if (!first) return [];
  const at = first.keyStart + by;
  return [{ of: 'width', at, value: columnOf(text, at) - key }, ...inside(node, by, text)];
}

const inside = (node: Extract<Node, { type: 'map' }>, by: number, text: string): Sample[] =>
  node.entries.flatMap((e) => samplesIn(e.value, by, columnOf(text, e.keyStart + by), text));

function ofItem(item: Node, by: number, key: number, text: string): Sample[] {
  const at = item.start + by;
  const before = text.slice(lineStart(text, at), at);
  const dash = /^ *(?=- +$)/.exec(before)?.[0].length;
  if (dash === undefined) return [];
  const own: Sample[] = [
    { of: 'dash', at, value: dash - key },
    { of: 'afterDash', at, value: before.length - dash },
  ];
  return item.type === 'map' && !item.flow ? [...own, ...inside(item, by, text)] : own;
}

/** How the lines of a text end. */
export const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
