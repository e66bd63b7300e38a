// What is being typed between brackets, where YAML itself says what belongs to what. Must not know schemas.
import type { Path } from '../knowledge/schema';
import type { YamlDocument } from '../model/node';
import type { Spot } from '../model/path-at';
import { locate, nodeAt } from '../model/position';
import type { Question } from './question';
import type { Typing } from './typing';

/** Whether a bracket is open at `offset` around what stands at `path`. */
export function isInBrackets(yaml: YamlDocument, path: Path, offset: number): boolean {
  return [...path, ''].some((_, i) => {
    const found = nodeAt(yaml, path.slice(0, i));
    if (!found || found.node.type === 'scalar') return false;
    const { node, offset: by } = found;
    return node.flow && node.start + by < offset && offset <= node.end + by;
  });
}

export function inBrackets(yaml: YamlDocument, { path, on }: Spot, { file, offset }: Question): Typing | undefined {
  const { text } = file.read;
  const at = { flow: true, column: 0, start: offset, end: offset };
  if (on === 'between') return { ...at, on: 'field', path };
  const place = locate(yaml, path);
  if (on === 'key')
    return place?.key && { ...at, on: 'field', path: path.slice(0, -1), ...place.key, hasColon: /^\s*:/.test(text.slice(place.key.end)) };
  const found = nodeAt(yaml, path);
  if (found?.node.type !== 'scalar' || !place) return undefined;
  if (found.node.value === null) return { ...at, on: 'value', path, needsSpace: text[offset - 1] === ':' };
  const { start, end } = place.value;
  if (offset > end) return undefined;
  // Before a value, or its quotes, it gives way as a whole.
  if (offset < start + (found.node.plain ? 0 : 1)) return { ...at, on: 'value', path, end, needsSpace: text[offset - 1] === ':' };
  const quote = found.node.plain ? 0 : 1;
  // Behind the closing quote the value is over.
  if (quote > 0 && offset === end) return undefined;
  return { ...at, on: 'value', path, start: start + quote, end: Math.max(offset, end - quote) };
}
