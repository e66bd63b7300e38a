// From a cursor's place in the text to the path it stands on, also where nothing is written yet.
// Must not know schemas.
import type { Path } from '../knowledge/schema';
import { indentEnd } from './lines';
import type { Node, YamlDocument } from './node';

/** What a cursor stands on. `between`: on nothing; the path is that of the map or list that what is typed here would belong to. */
export interface Spot {
  readonly path: Path;
  readonly on: 'key' | 'value' | 'between';
}

/**
 * The deepest path that holds `offset` (from the start of `text`). On an empty line, or behind what is written, the indentation decides:
 * deeper than a key with nothing behind its colon is on that key's value.
 */
export function pathAt(doc: YamlDocument, offset: number, text: string): Spot {
  const root = rootPart(doc);
  return within(root, offset, text) ?? byIndent(root, offset, text);
}

/** The whole document as a part. */
export const rootPart = (doc: YamlDocument): Part => ({
  path: [],
  is: 'map',
  children: childrenOf(doc),
  start: doc.start,
  end: doc.end,
  nothing: false,
  flow: false,
});

/** A map, a list or a word with its place in the text. */
export interface Part {
  readonly path: Path;
  readonly is: Node['type'];
  readonly key?: { readonly start: number; readonly end: number };
  readonly start: number;
  readonly end: number;
  readonly flow: boolean;
  readonly nothing: boolean;
  /** Absent on a word. */
  readonly children?: () => readonly Part[];
}

const childrenOf = (doc: YamlDocument) => (): Part[] => {
  if (doc.other) return [part(doc.other, doc.start, [])];
  return doc.fields.map((field) => {
    const { key, keyStart, keyEnd, offset, items, value } = field;
    const at = { ...part(value, offset, [key]), key: { start: keyStart + offset, end: keyEnd + offset } };
    const last = items?.at(-1);
    if (!items || !last) return at;
    return {
      ...at,
      is: 'list',
      end: last.node.end + last.offset,
      children: () => items.map((item, i) => part(item.node, item.offset, [key, i])),
    };
  });
};

function part(node: Node, by: number, path: Path): Part {
  const at = { path, is: node.type, start: node.start + by, end: node.end + by, nothing: node.type === 'scalar' && node.value === null };
  if (node.type === 'scalar') return { ...at, flow: false };
  if (node.type === 'list') return { ...at, flow: node.flow, children: () => node.items.map((item, i) => part(item, by, [...path, i])) };
  const entry = ({ key, keyStart, keyEnd, value }: (typeof node.entries)[number]) => {
    return { ...part(value, by, [...path, key]), key: { start: keyStart + by, end: keyEnd + by } };
  };
  return { ...at, flow: node.flow, children: () => node.entries.map(entry) };
}

/** The last of them that begins at `offset` or before. */
export const lastBefore = (parts: readonly Part[], offset: number) => parts.findLast((p) => (p.key ?? p).start <= offset);

/** The place among what is written; undefined where `offset` is on none of it and in no brackets. */
function within(outer: Part, offset: number, text: string): Spot | undefined {
  if (!outer.children) return { path: outer.path, on: 'value' };
  const child = lastBefore(outer.children(), offset);
  const between: Spot | undefined = outer.flow ? { path: outer.path, on: 'between' } : undefined;
  if (!child) return between;
  const { key, path, start, end } = child;
  if (key && offset <= key.end) return { path, on: 'key' };
  if (key && offset < start && !text.slice(key.end, offset).includes('\n')) return { path, on: 'value' };
  // Behind the last bracket is on the value as a whole.
  if (child.flow && (offset === start || offset === end)) return { path, on: 'value' };
  if (offset >= start && offset <= end) return within(child, offset, text) ?? between;
  if (isBehind(child, offset, text)) return { path, on: 'value' };
  return between;
}

/** Whether nothing but spaces stand between a word, or its colon, and the cursor. */
const isBehind = ({ children, end }: Part, offset: number, text: string) =>
  !children && offset > end && /^[ \t]*$/.test(text.slice(end, offset));

function byIndent(root: Part, offset: number, text: string): Spot {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = Math.min(indentEnd(text, line), offset) - line;
  const columnOf = (at: number) => at - (text.lastIndexOf('\n', at - 1) + 1);
  const first = root.children?.()[0];
  let outer = root;
  let column = first ? columnOf((first.key ?? first).start) : 0;
  for (;;) {
    const child = outer.children && lastBefore(outer.children(), offset);
    if (child && isBehind(child, offset, text)) return { path: child.path, on: 'value' };
    if (!child || child.flow || (indent <= column && (child.key ?? child).start < line)) return { path: outer.path, on: 'between' };
    if (!child.children) return child.nothing && indent > column ? { path: child.path, on: 'value' } : { path: outer.path, on: 'between' };
    column = columnOf(child.start);
    if (indent < column && child.start < line) return { path: child.path, on: 'between' };
    outer = child;
  }
}
