// For a key that belongs elsewhere in its document: takes it to the group that the schema has it in. One line at a time.
// Must not know any kind or field by name.
import type { EvidenceFile } from '../assess/file';
import { documentOf, type Located } from '../assess/located';
import { isObject, type Path, valueAtPath } from '../knowledge/schema';
import type { Schema } from '../knowledge/types';
import type { EvidenceDocument } from '../model/document';
import { mapWithKeyAt, stretchOf } from './entries';
import type { Fix } from './fix';
import type { Edit } from './snippet';
import { columnOf, eolOf, lineStart, styleAt } from './style';
import { lineBehind, mapAt } from './surroundings';

export function moveFixes(finding: Located, file: EvidenceFile): Fix[] {
  const { finding: found } = finding;
  if (found.code !== 'unknown-field' || !('at' in found)) return [];
  const document = documentOf(found.at.doc, new Map([[file.uri, file]]))?.document.evidence;
  const key = found.values.key ?? '';
  const own = found.at.path.slice(0, -1);
  const homes = document ? groupsWith(key, document.kind.schema, []).filter((p) => p.join() !== own.join()) : [];
  const [home, ...others] = homes;
  if (!document || !home || others.length > 0) return [];
  const edits = moved(home, key, own, finding.at.start, document, file.read.text);
  const preferred = (found.suggest ?? []).length === 0;
  const title = home.length === 0 ? `Move "${key}" out to the document itself` : `Move "${key}" into "${home.join('.')}"`;
  return edits ? [{ title, kind: 'quickfix', preferred, finding, edits }] : [];
}

/** The groups, no lists among them, in which a key may stand. */
function groupsWith(key: string, schema: Schema, path: Path): Path[] {
  const below = [...schema.properties].flatMap(([name, s]) =>
    path.length < 2 && s.properties.size > 0 ? groupsWith(key, s, [...path, name]) : [],
  );
  return [...(schema.properties.has(key) ? [path] : []), ...below];
}

function moved(home: Path, key: string, own: Path, at: number, document: EvidenceDocument, text: string): Edit[] | undefined {
  const map = mapWithKeyAt(document.yaml, at);
  const entry = map?.entries.find((e) => e.start === at);
  const stretch = map && entry && stretchOf(map, entry, text);
  const field = entry && text.slice(entry.start, entry.end);
  const there = valueAtPath(document.data, home);
  if (!stretch || field === undefined || field.includes('\n') || /\s#/.test(text.slice(stretch.start, stretch.end))) return undefined;
  const cut = { ...stretch, text: '' };
  if (there === undefined) {
    // The group begins where the key stood, if that is where it belongs.
    if (home.length !== own.length + 1 || own.some((k, i) => k !== home[i]) || map.flow) return undefined;
    const { width, eol } = styleAt(document.yaml, text, at);
    const column = columnOf(text, at);
    const name = home.at(-1);
    return [{ ...stretch, text: `${' '.repeat(column)}${name}:${eol}${' '.repeat(column + width)}${field}${eol}` }];
  }
  const around = isObject(there) && !Object.hasOwn(there, key) ? mapAt(document.yaml, home, text) : undefined;
  const last = around?.siblings.at(-1);
  if (!around || !last) return undefined;
  const added = around.flow
    ? { start: last.end, end: last.end, text: `, ${field}` }
    : {
        start: lineBehind(text, last),
        end: lineBehind(text, last),
        text: `${' '.repeat(columnOf(text, last.start))}${field}${eolOf(text)}`,
      };
  // A text without a line break at its end has no line behind its last one.
  if (!around.flow && lineStart(text, added.start) !== added.start) return undefined;
  if (added.start > cut.start && added.start < cut.end) return undefined;
  return [cut, added].sort((a, b) => a.start - b.start || a.end - b.end);
}
