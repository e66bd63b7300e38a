// Whole documents to start from: the list to pick one from, and one with what its SMS already knows.
// Promises, approvals and people are never filled in. Must not know any kind or field by name.
import { formats } from '../knowledge/formats';
import { fileNameOf, processOf } from '../knowledge/kind';
import type { Knowledge } from '../knowledge/knowledge';
import { propertiesAt } from '../knowledge/schema';
import type { Kind, Schema } from '../knowledge/types';
import type { Node } from '../model/node';
import { readText } from '../model/read';
import type { Reader } from '../model/reader';
import { isQuestion } from '../model/written';
import { scalarText } from '../model/yaml-text';
import { choicesOf } from './piece';
import { plainText, type Token, toSnippet } from './snippet';
import { templateGroups } from './template-order';

export interface TemplateEntry {
  readonly kind: string;
  readonly title: string;
  readonly says: string;
  /** What it is listed under: "to begin with", "6.1 service level management", for what belongs to no process "all processes". */
  readonly process: string;
  /** By convention, with `<id>` for the id. */
  readonly fileName: string;
}

export interface TemplateText {
  readonly text: string;
  /** The same with tab stops. */
  readonly snippet: string;
  readonly fileName: string;
}

/** All kinds that have a template, in the order in which a beginner comes upon them, the manifest first. */
export function templates(knowledge: Knowledge): TemplateEntry[] {
  return templateGroups(knowledge).flatMap(({ of, kinds }) =>
    kinds.map((kind) => entryOf(kind, of === undefined ? BEGIN : (processOf(kind, knowledge)?.name ?? GENERAL))),
  );
}

const BEGIN = 'to begin with';
const GENERAL = 'all processes';

function entryOf(kind: Kind, process: string): TemplateEntry {
  // The template's first line holds the words by which it is offered.
  const [, title = kind.title, says = kind.says] = /^# ([^:\n]+): ([^\r\n]+)/.exec(kind.template) ?? [];
  return { kind: kind.kind, title, says, process, fileName: fileNameOf(kind) };
}

/** The template of a kind. With an id it stands in its place; with a reader, too, what the document is about, where only one thing can be meant. Throws on an unknown kind. */
export function template(name: string, id: string | undefined, knowledge: Knowledge, reader?: Reader): TemplateText {
  const kind = knowledge.kinds.get(name);
  if (!kind) throw new Error(`there is no kind "${name}"`);
  const tokens = templateTokens(kind, id, '\n', reader);
  return { text: plainText(tokens), snippet: toSnippet(tokens), fileName: fileNameOf(kind, id || undefined) };
}

/** The template's text and questions; the line by which it is offered is left out. */
export function templateTokens(kind: Kind, id: string | undefined, eol: string, reader?: Reader): Token[] {
  const text = kind.template.replace(/^#[^\n]*\n/, '').replaceAll('\n', eol);
  const tokens: Token[] = [];
  let at = 0;
  for (const { start, end, schema, top } of questionsIn(text, kind)) {
    const known = top === 'id' && id ? id : reader && onlyOne(schema, reader);
    tokens.push(
      text.slice(at, start),
      known === undefined ? { question: text.slice(start, end), choices: choicesOf(schema) } : scalarText(known, false),
    );
    at = end;
  }
  return [...tokens, text.slice(at)];
}

/** The one thing that a document can be about. */
function onlyOne(schema: Schema | undefined, reader: Reader): string | undefined {
  if (schema?.['x-about'] !== true) return undefined;
  const ids = [schema['x-refers'] ?? []].flat().flatMap((sort) => reader.ids(sort));
  return ids.length === 1 && !isQuestion(ids[0]) ? ids[0] : undefined;
}

interface QuestionAt {
  readonly start: number;
  readonly end: number;
  readonly schema: Schema | undefined;
  /** The document's own field, where it is one. */
  readonly top: string | undefined;
}

function questionsIn(text: string, kind: Kind): QuestionAt[] {
  const found: QuestionAt[] = [];
  const walk = (node: Node, by: number, schema: Schema | undefined, top?: string) => {
    if (node.type === 'list') for (const item of node.items) walk(item, by, schema?.items);
    else if (node.type === 'map') for (const e of node.entries) walk(e.value, by, schema && propertiesAt(schema).get(e.key));
    else if (isQuestion(node.value)) found.push({ start: node.start + by, end: node.end + by, schema, top });
  };
  for (const field of readText(text).documents[0]?.fields ?? []) {
    const schema = kind.schema.properties.get(field.key);
    if (field.items) for (const item of field.items) walk(item.node, item.offset, schema?.items);
    else walk(field.value, field.offset, schema, field.key);
  }
  return found;
}

/** `mail-hr` of `mail-hr.sla.yaml`, where that can be an id. */
export function idIn(uri: string): string | undefined {
  const [id = ''] = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).split('.');
  return formats.identifier(id) ? id : undefined;
}
