// What to write for a field, free of any layout: the piece of the kind's template, or where it has none one made from the schema.
// It asks and never promises: no example becomes a value. Must not know any kind or field by name.
import { isObject, type Path, propertiesAt, schemaAt } from '../knowledge/schema';
import type { Json, JsonObject, Kind, Schema } from '../knowledge/types';
import type { Entry, Node, YamlDocument } from '../model/node';
import { locate, nodeAt } from '../model/position';
import { readText } from '../model/read';
import { isQuestion } from '../model/written';
import { asking } from './asking';

export type Piece = Leaf | Group | List;

interface Commented {
  /** What the template says behind the field, from the `#` on. */
  readonly comment?: string;
}
/** One word or text. */
export interface Leaf extends Commented {
  readonly is: 'leaf';
  /** As it may stand on a line of its own. */
  readonly source: string;
  readonly question: boolean;
  /** Of a question that knows only certain answers. */
  readonly choices: readonly string[];
}
export interface Group extends Commented {
  readonly is: 'group';
  readonly entries: readonly (readonly [string, Piece])[];
}
export interface List extends Commented {
  readonly is: 'list';
  readonly items: readonly Piece[];
}

/** What to write at a path of a document, its place in the text left open; undefined where nothing may stand there. */
export type Pieces = (path: Path, data: Json) => Piece | undefined;

/** The pieces of a kind; its template is read once. `kinds`: all, for parts that stand for a document of another one. */
export function piecesOf(kind: Kind, kinds: ReadonlyMap<string, Kind>): Pieces {
  const template = readText(kind.template).documents[0];
  return (path, data) => {
    const schema = schemaAt(kind.schema, path, data);
    if (!schema) return undefined;
    return (
      (template && fromTemplate(kind, template, path, schema)) ??
      fromPart(kind, path, schema, kinds) ??
      fromSchema(schema, String(path.findLast((k) => typeof k === 'string') ?? ''), kinds)
    );
  };
}

/** In a part that stands for a document of another kind: what that kind's template says there; of the part as a whole what both know. */
function fromPart(kind: Kind, path: Path, schema: Schema, kinds: ReadonlyMap<string, Kind>): Piece | undefined {
  const end = path.findIndex((_, i) => schemaAt(kind.schema, path.slice(0, i + 1))?.['x-is'] !== undefined) + 1;
  const other = kinds.get(schemaAt(kind.schema, path.slice(0, end))?.['x-is'] ?? '');
  const template = other && readText(other.template).documents[0];
  if (end === 0 || !template) return undefined;
  if (end < path.length) return fromTemplate(other, template, path.slice(end), schema);
  const entries = [...schema.properties].flatMap(([name, below]): Group['entries'] => {
    const piece = fromTemplate(other, template, [name], below);
    return piece ? [[name, piece]] : [];
  });
  return { is: 'group', entries };
}

function fromTemplate(kind: Kind, template: YamlDocument, path: Path, schema: Schema): Piece | undefined {
  // Where a document may hold a list of such things, the template shows one thing by itself.
  const single = kind.list !== undefined && path[0] === kind.list && path.length > 2 ? path.slice(2) : path;
  const shown = single.map((key) => (typeof key === 'number' ? 0 : key));
  const found = nodeAt(template, shown);
  if (!found || (found.node.type === 'scalar' && found.node.value === null)) return undefined;
  const piece = fromNode(found.node, schema, kind.template.slice(found.offset));
  const key = locate(template, shown)?.key;
  return key && piece.is !== 'leaf' ? { ...piece, ...commentAt(kind.template, kind.template.indexOf(':', key.end) + 1) } : piece;
}

/** `text` is that which the ranges of the node count in. */
function fromNode(node: Node, schema: Schema | undefined, text: string): Piece {
  if (node.type === 'scalar') {
    const source = text.slice(node.start, node.end);
    const question = isQuestion(node.value);
    return { is: 'leaf', source, question, choices: question ? choicesOf(schema) : [], ...commentAt(text, node.end) };
  }
  if (node.type === 'list') return { is: 'list', items: node.items.map((item) => fromNode(item, schema?.items, text)) };
  const fields = schema && propertiesAt(schema);
  return { is: 'group', entries: node.entries.map((entry) => [entry.key, ofEntry(entry, fields?.get(entry.key), text)]) };
}

function ofEntry({ value, keyEnd }: Entry, schema: Schema | undefined, text: string): Piece {
  const piece = fromNode(value, schema, text);
  return piece.is === 'leaf' ? piece : { ...piece, ...commentAt(text, text.indexOf(':', keyEnd) + 1) };
}

function commentAt(text: string, at: number): Commented {
  const comment = /^[ \t]+(#[^\r\n]*)/.exec(text.slice(at, text.indexOf('\n', at) + 1 || undefined))?.[1];
  return comment === undefined ? {} : { comment: comment.trimEnd() };
}

/** The closed list of words that a field knows. */
export function choicesOf(schema: Schema | undefined): readonly string[] {
  if (schema?.enum) return schema.enum.map(String);
  return schema?.types.join() === 'boolean' ? ['true', 'false'] : [];
}

/** A question named after the field; groups and lists in the shape of their first example, items without one in that of their list's. */
function fromSchema(schema: Schema, key: string, kinds: ReadonlyMap<string, Kind>, inList: JsonObject = {}): Piece {
  if (schema.types.includes('array') && schema.items) {
    const items = (schema.examples ?? []).flatMap((example): readonly Json[] => (Array.isArray(example) ? example : []));
    return { is: 'list', items: [fromSchema(schema.items, key, kinds, items.find(isObject))] };
  }
  const properties = propertiesAt(schema);
  if (schema.types.includes('string') || properties.size === 0) {
    return { is: 'leaf', source: asking(schema, key, kinds), question: true, choices: choicesOf(schema) };
  }
  const example = schema.examples?.find(isObject) ?? inList;
  const shown = [...properties].filter(([name]) => Object.hasOwn(example, name) || schema.required?.includes(name));
  const entries = shown.length > 0 ? shown : [...properties].slice(0, 1);
  return { is: 'group', entries: entries.map(([name, s]) => [name, fromSchema(s, name, kinds)]) };
}
