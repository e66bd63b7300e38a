// Writes a field with its value at the end of a group that is written already. Must not know schemas or findings.
import type { Path } from '../knowledge/schema';
import type { YamlDocument } from '../model/node';
import { nodeAt } from '../model/position';
import { scalarText } from '../model/yaml-text';
import type { Edit } from './snippet';
import { columnOf } from './style';
import { lineEnd } from './surroundings';

/** `path`: the field, whose group stands there; none where it doesn't. */
export function writeField(yaml: YamlDocument, text: string, path: Path, value: string): readonly Edit[] {
  const found = nodeAt(yaml, path.slice(0, -1));
  const last = found?.node.type === 'map' ? found.node.entries.at(-1) : undefined;
  if (found?.node.type !== 'map' || !last) return [];
  const field = `${String(path.at(-1))}: ${scalarText(value, found.node.flow)}`;
  const end = found.offset + last.value.end;
  if (found.node.flow) return [{ start: end, end, text: `, ${field}` }];
  const at = lineEnd(text, end);
  const indent = ' '.repeat(columnOf(text, found.offset + (found.node.entries[0]?.keyStart ?? 0)));
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ start: at, end: at, text: `${lineBreak}${indent}${field}` }];
}
