// Whole documents to start from: the list to pick one from, and one with what its SMS already knows.
// Promises, approvals and people are never filled in. Must not know any kind or field by name.
import { formats } from '../knowledge/formats';
import { fileNameOf, processOf } from '../knowledge/kind';
import type { Knowledge } from '../knowledge/knowledge';
import type { Kind, Schema } from '../knowledge/types';
import type { Reader } from '../model/reader';
import { isQuestion } from '../model/written';
import { scalarText } from '../model/yaml-text';
import { choicesOf } from './piece';
import { questionsIn } from './questions';
import { plainText, type Token, toSnippet } from './snippet';
import { withoutUnasked } from './template-asked';
import { templateGroups } from './template-order';

export interface TemplateEntry {
  readonly kind: string;
  readonly title: string;
  readonly says: string;
  /** What people call it besides. */
  readonly also: readonly string[];
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
    kinds.map((kind) => entryOf(kind, knowledge, of === undefined ? BEGIN : (processOf(kind, knowledge)?.name ?? GENERAL))),
  );
}

const BEGIN = 'to begin with';
const GENERAL = 'all processes';

function entryOf(kind: Kind, knowledge: Knowledge, process: string): TemplateEntry {
  // The template's first line holds the words by which it is offered.
  const [, title = kind.title, says = kind.says] = /^# ([^:\n]+): ([^\r\n]+)/.exec(kind.template) ?? [];
  return { kind: kind.kind, title, says, also: alsoCalled([kind.kind, kind.title, title], knowledge), process, fileName: fileNameOf(kind) };
}

/** What a document is about, chosen by the author: ids by sort. */
export type Chosen = ReadonlyMap<string, string>;

function alsoCalled(names: readonly string[], { glossary }: Knowledge): string[] {
  const own = new Set(names.map((name) => name.toLowerCase()));
  const called = glossary.map(({ term, short, also = [] }) => [term, ...(short === undefined ? [] : [short]), ...also]);
  const all = called.filter((words) => words.slice(0, 2).some((word) => own.has(word.toLowerCase()))).flat();
  return [...new Set(all)].filter((word) => !own.has(word.toLowerCase()));
}

/** The template of a kind. With an id it stands in its place; with a reader, too, what is known of the SMS it is for. Throws on an unknown kind. */
export function template(name: string, id: string | undefined, knowledge: Knowledge, reader?: Reader, chosen?: Chosen): TemplateText {
  const kind = knowledge.kinds.get(name);
  if (!kind) throw new Error(`there is no kind "${name}"`);
  const tokens = templateTokens(kind, id, '\n', reader, chosen);
  return { text: plainText(tokens), snippet: toSnippet(tokens), fileName: fileNameOf(kind, id || undefined) };
}

/** The template's text and questions, without the line by which it is offered and what the SMS has no need of. */
export function templateTokens(kind: Kind, id: string | undefined, eol: string, reader?: Reader, chosen: Chosen = new Map()): Token[] {
  const isFirst = reader !== undefined && !(id && reader.ids(kind.kind).includes(id));
  const whole = kind.template.replace(/^#[^\n]*\n/, '');
  const text = (reader ? withoutUnasked(whole, kind, reader, isFirst) : whole).replaceAll('\n', eol);
  const tokens: Token[] = [];
  let at = 0;
  for (const { start, end, schema, path } of questionsIn(text, kind)) {
    const known =
      path.join() === 'id' && id ? id : reader && (aboutOf(schema, reader, chosen) ?? (isFirst ? firstVersion(schema) : undefined));
    tokens.push(
      text.slice(at, start),
      known === undefined ? { question: text.slice(start, end), choices: choicesOf(schema) } : scalarText(known, false),
    );
    at = end;
  }
  return [...tokens, text.slice(at)];
}

/** What was chosen, or the one thing that the document can be about. */
function aboutOf(schema: Schema | undefined, reader: Reader, chosen: Chosen): string | undefined {
  if (schema?.['x-about'] !== true) return undefined;
  const sorts = [schema['x-refers'] ?? []].flat();
  const own = sorts.map((sort) => chosen.get(sort)).find((id) => id !== undefined);
  if (own !== undefined) return own;
  const ids = sorts.flatMap((sort) => reader.ids(sort)).filter((id) => !isQuestion(id));
  return ids.length === 1 ? ids[0] : undefined;
}

/** What nobody wrote before is in its first version: that is a fact, and no promise. */
const firstVersion = (schema: Schema | undefined): string | undefined => (schema?.format === 'version' ? '1.0' : undefined);

/** `mail-hr` of `mail-hr.sla.yaml`, where that can be an id. */
export function idIn(uri: string): string | undefined {
  const [id = ''] = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).split('.');
  return formats.identifier(id) ? id : undefined;
}
