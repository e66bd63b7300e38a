// Where the keys of a map stand, by the place of one of them, and what goes when one is taken out. Must not know schemas or findings.
import type { Entry, Node, YamlDocument } from '../model/node';
import { lineStart } from './style';
import { lineBehind } from './surroundings';

/** A key with its value, in offsets from the start of the text. */
export interface Written {
  readonly key: string;
  readonly start: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly end: number;
}

interface Map {
  readonly flow: boolean;
  readonly entries: readonly Written[];
}

/** The map one of whose keys begins at `at`. */
export function mapWithKeyAt(document: YamlDocument, at: number): Map | undefined {
  const top = document.fields.map((f) => {
    const last = f.items?.at(-1);
    const end = last ? last.node.end + last.offset : Math.max(f.keyEnd, f.value.end) + f.offset;
    return { ...written(f, f.offset), end };
  });
  if (top.some((e) => e.start === at)) return { flow: false, entries: top };
  for (const { value, offset, items } of document.fields) {
    for (const part of items ?? [{ node: value, offset }]) {
      const found = inside(part.node, part.offset, at);
      if (found) return found;
    }
  }
  return undefined;
}

function inside(node: Node, by: number, at: number): Map | undefined {
  if (node.type === 'scalar' || at < node.start + by || at >= node.end + by) return undefined;
  if (node.type === 'map') {
    const entries = node.entries.map((e) => written(e, by));
    if (entries.some((e) => e.start === at)) return { flow: node.flow, entries };
  }
  const below = node.type === 'map' ? node.entries.map((e) => e.value) : node.items;
  return below.map((n) => inside(n, by, at)).find((m) => m !== undefined);
}

const written = ({ key, keyStart, keyEnd, value }: Entry, by: number): Written => ({
  key,
  start: keyStart + by,
  keyEnd: keyEnd + by,
  valueStart: value.start + by,
  end: Math.max(keyEnd, value.end) + by,
});

/** The stretch to take out with an entry; undefined where something else stands in its lines. */
export function stretchOf({ flow, entries }: Map, entry: Written, text: string): { start: number; end: number } | undefined {
  const before = entries[entries.indexOf(entry) - 1];
  const behind = entries[entries.indexOf(entry) + 1];
  if (flow) {
    if (before) return { start: before.end, end: entry.end };
    return behind && { start: entry.start, end: behind.start };
  }
  const start = lineStart(text, entry.start);
  return text.slice(start, entry.start).trim() === '' ? { start, end: lineBehind(text, entry) } : undefined;
}
