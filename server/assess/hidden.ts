// Text that an author meant and YAML takes for a comment: "Mail #2". Must not know any kind or field by name.
import type { Knowledge } from '../knowledge/knowledge';
import { schemaAt, valueAtPath } from '../knowledge/schema';
import type { EvidenceDocument } from '../model/document';
import { pathAt } from '../model/path-at';
import type { TextFinding } from './finding';
import { sayer } from './say';

/**
 * One for each value of free text, or id, with a number sign and a digit right behind it: nobody begins a comment so, and what
 * stands there vanishes. Other comments without a space are taken for what they are.
 */
export function hiddenText(document: EvidenceDocument, text: string, knowledge: Knowledge): TextFinding[] {
  const { yaml, kind, data, key } = document;
  const stretch = text.slice(yaml.start, yaml.end);
  if (!/[ \t]#\d/.test(stretch)) return [];
  return [...stretch.matchAll(/[^\s#][ \t]+(#\d[^\n\r]*)/g)].flatMap((found): TextFinding[] => {
    const start = yaml.start + found.index + found[0].length - (found[1]?.length ?? 0);
    const before = text.slice(0, start).trimEnd().length;
    const { path, on } = pathAt(yaml, before - 1, text);
    const value = valueAtPath(data, path);
    const schema = schemaAt(kind.schema, path, data);
    const isText = schema?.types.includes('string') === true && (schema.format === undefined || schema['x-refers'] !== undefined);
    const line = text.slice(text.lastIndexOf('\n', before) + 1, before);
    // In quotes, in brackets and in a text over several lines it is no such slip, or none that can be told.
    if (on !== 'value' || !isText || typeof value !== 'string' || !line.endsWith(value) || /\s#/.test(line)) return [];
    const hidden = found[1]?.trimEnd() ?? '';
    const said = sayer(key, knowledge)('hidden-text', path, 'value', { value, hidden });
    return said.map(({ at: _at, ...finding }) => ({ ...finding, range: { start, end: start + hidden.length } }));
  });
}
