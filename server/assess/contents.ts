// What is wrong with the fields of one document by itself: names, types, formats, unanswered questions. From the kind's schema alone.
// Must not know any kind by name.
import { type FormatName, formatHelp } from '../knowledge/formats';
import type { Knowledge } from '../knowledge/knowledge';
import { meant, withoutDressing } from '../knowledge/meant';
import { shortMonth } from '../knowledge/meant-day';
import { truthOf } from '../knowledge/meant-word';
import { nearest } from '../knowledge/nearest';
import { isObject, type Path, propertiesAt, schemaAt, valueAt, valueAtPath } from '../knowledge/schema';
import type { Json, JsonObject, Kind, Schema, SchemaError } from '../knowledge/types';
import type { EvidenceDocument } from '../model/document';
import { exportAt } from '../model/expand';
import { isNone, isPlaceholder, isQuestion, isWritten } from '../model/written';
import { flowText } from '../model/yaml-text';
import { listed } from '../rules/words';
import { exportFindings } from './exports';
import type { Finding } from './finding';
import { orderFindings } from './order';
import { outsidePeriod } from './outside-period';
import { type Say, sayer } from './say';

/** In the order of the schema's errors; empty values and unanswered questions give no finding but their own. */
export function contentFindings(document: EvidenceDocument, knowledge: Knowledge): readonly Finding[] {
  const { written, key: doc } = document;
  const say = sayer(doc, knowledge);
  const because = knowledge.findings.get('ends-before-it-begins')?.because ?? '';
  const ordered = [
    ...orderFindings(document.data, document.kind.schema, [], because, doc, say),
    ...outsidePeriod(document, knowledge.findings.get('outside-period')?.because ?? '', say),
  ];
  const found = [...errorsIn(written, document, knowledge, say), ...ordered].filter((f) => !document.broken.includes(String(f.at.path[0])));
  const open = questions(written, [], say).map((f): Finding => (isDraft(document) ? { ...f, severity: 'information' } : f));
  return [...found, ...inExports(document, found, knowledge, say), ...open];
}

/** Where the mapping breaks its schema already, nothing more is said of the same field. */
function inExports(document: EvidenceDocument, found: readonly Finding[], knowledge: Knowledge, say: Say): Finding[] {
  if (document.exports.length === 0) return [];
  const told = new Set(found.map((f) => f.at.path.join('/')));
  const untold = exportFindings(document, knowledge).filter((f) => !told.has(f.at.path.join('/')));
  return [...rowErrors(document, knowledge, say), ...untold];
}

/** As its gaps, what is still open in a draft is no fault. */
const isDraft = ({ kind, written }: EvidenceDocument): boolean => kind.form === 'controlled' && written.status === 'draft';

function errorsIn(data: JsonObject, { kind }: EvidenceDocument, knowledge: Knowledge, say: Say): Finding[] {
  const validate = knowledge.validators[kind.kind];
  const errors = !validate || validate(data) ? [] : [...(validate.errors ?? [])];
  return errors.flatMap((e) => fromError(e, data, kind, say));
}

/** What is wrong with the rows of exports; a value that could not be turned into one of ours has its own finding. */
function rowErrors(document: EvidenceDocument, knowledge: Knowledge, say: Say): Finding[] {
  const told = new Set(document.exports.flatMap((e) => e.itemFaults.map((f) => [...e.path, ...f.path].join('/'))));
  return errorsIn(document.data, document, knowledge, say).filter(
    ({ at: { path } }) => exportAt(document, path) && !path.some((_, i) => told.has(path.slice(0, i + 1).join('/'))),
  );
}

function fromError({ instancePath, keyword, params }: SchemaError, data: JsonObject, kind: Kind, say: Say): Finding[] {
  const path = pointer(instancePath, data);
  const value = valueAtPath(data, path);
  const schema = schemaAt(kind.schema, path, data);
  const key = String(path.findLast((k) => typeof k === 'string') ?? 'kind');
  if (keyword === 'required') {
    const field = String(params.missingProperty);
    if (!isObject(value)) return [];
    return say('missing-field', path, 'head', { key: field, what: untold(field, path, kind.title) });
  }
  if (keyword === 'unevaluatedProperties' || keyword === 'additionalProperties') {
    const field = String(params.unevaluatedProperty ?? params.additionalProperty);
    return unknownField(field, path, value, schema, path.length === 0 ? kind.title : (schema?.title ?? key), say);
  }
  if (!isWritten(value) || (schema?.['x-none'] && isNone(value))) return [];
  const found = shown(value);
  switch (keyword) {
    case 'type':
      return wrongType([params.type].flat().map(String), key, path, value, schema, say);
    case 'enum':
      return wrongWord(key, path, String(value), (params.allowedValues as readonly Json[]).map(String), say);
    case 'discriminator':
      return wrongWord(
        String(params.tag),
        [...path, String(params.tag)],
        String(params.tagValue ?? ''),
        words(schema, String(params.tag)),
        say,
      );
    case 'const':
      return wrongWord(key, path, String(value), [String(params.allowedValue)], say);
    case 'format':
      return wrongFormat(String(params.format) as FormatName, key, path, String(value), say);
    case 'pattern':
      return say('wrong-pattern', path, 'value', { key, found });
    case 'minimum':
    case 'maximum':
      return say(keyword === 'minimum' ? 'number-too-small' : 'number-too-large', path, 'value', {
        key,
        found,
        limit: String(params.limit),
      });
    case 'minItems':
      return say('too-few', path, 'value', { key, limit: String(params.limit) });
    case 'uniqueItems':
      return say('not-unique', [...path, Number(params.i)], 'value', { key, found: shown(valueAt(value, Number(params.i))) });
    default:
      return [];
  }
}

/** What nobody can tell without a field that makes a document, or a part of one, readable at all. */
function untold(field: string, path: Path, kind: string): string {
  if (path.length > 0) return `what this part of the ${kind} is about`;
  return field === 'id' ? `which ${kind} this is, and nothing can refer to it` : `what this ${kind} is worth`;
}

function unknownField(field: string, path: Path, value: Json | undefined, schema: Schema | undefined, kind: string, say: Say): Finding[] {
  const isRest = isObject(value) && /\s/.test(field) && valueAt(value, field) === null;
  if (isRest) return say('comma-in-braces', [...path, field], 'key', { key: field });
  const allowed = schema ? [...propertiesAt(schema, value).keys()] : [];
  const free = allowed.filter((name) => !isObject(value) || !Object.hasOwn(value, name));
  const [, name = '', glued] = /^([^\s:]+):(\S.*)$/.exec(field) ?? [];
  if (glued !== undefined && isObject(value) && valueAt(value, field) === null && allowed.includes(name))
    return say('glued-field', [...path, field], 'key', { key: field });
  const near = nearest(withoutDressing(field), free);
  return say('unknown-field', [...path, field], 'key', { key: field, kind, allowed: listed(allowed) }, near, near.length === 1);
}

function wrongWord(key: string, path: Path, found: string, allowed: readonly string[], say: Say): Finding[] {
  const near = nearest(withoutDressing(found), allowed);
  return say('wrong-value', path, 'value', { key, found, allowed: allowed.join(', ') }, near, near.length === 1);
}

function wrongFormat(format: FormatName, key: string, path: Path, found: string, say: Say): Finding[] {
  const { says, example } = formatHelp[format];
  const short = format === 'date' || format === 'moment' ? shortMonth(found.slice(0, 10)) : undefined;
  if (short) return say('impossible-day', path, 'value', { key, found, month: short.month, days: String(short.days) });
  const { to, certain } = meant(format, found);
  return say('wrong-format', path, 'value', { key, found, wanted: says, example }, to, certain);
}

const words = (schema: Schema | undefined, tag: string): string[] =>
  (schema?.oneOf ?? []).flatMap((b) => {
    const s = b.properties.get(tag);
    return [...(s?.const === undefined ? [] : [String(s.const)]), ...(s?.enum ?? []).map(String)];
  });

function wrongType(types: readonly string[], key: string, path: Path, value: Json | undefined, schema: Schema | undefined, say: Say) {
  const example = schema?.examples?.[0];
  const isYes = types.includes('boolean') && typeof value === 'string' ? truthOf(value) : undefined;
  const values = { key, found: shown(value), wanted: typesInWords(types), example: example === undefined ? '' : flowText(example) };
  return say('wrong-type', path, 'value', values, isYes === undefined ? [] : [isYes], true);
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  null: 'nothing',
};

const typesInWords = (types: readonly string[]): string => types.map((t) => TYPES[t] ?? t).join(' or ');

function shown(value: Json | undefined): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'a group of fields';
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A template's questions that nobody has answered, and words that hold a place, one finding each. */
function questions(value: Json, path: Path, say: Say): Finding[] {
  if (isQuestion(value)) return say('unanswered', path, 'value', { question: value.trim() });
  if (isPlaceholder(value)) return say('placeholder-left', path, 'value', { found: value.trim() });
  if (Array.isArray(value)) return value.flatMap((v: Json, i) => questions(v, [...path, i], say));
  return isObject(value) ? Object.entries(value).flatMap(([k, v]) => questions(v, [...path, k], say)) : [];
}

/** "/targets/0/window" as a path; numbers only where there is a list. */
function pointer(text: string, data: Json): Path {
  const path: (string | number)[] = [];
  let at: Json | undefined = data;
  for (const part of text.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const step: string | number = Array.isArray(at) ? Number(key) : key;
    path.push(step);
    at = valueAt(at, step);
  }
  return path;
}
