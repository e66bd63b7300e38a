// What is wrong between documents by their ids alone: references to nothing, ids that stand twice, files that aren't there.
// Must not know any kind or sort by name.
import { AROUND_THE_CLOCK } from '../arithmetic/calendar';
import { formats, isPlace } from '../knowledge/formats';
import type { Knowledge } from '../knowledge/knowledge';
import { withoutDressing } from '../knowledge/meant';
import { weekMeant } from '../knowledge/meant-hours';
import { isAlways } from '../knowledge/meant-word';
import { nearest } from '../knowledge/nearest';
import { isObject, type Path, valueAt, valueAtPath } from '../knowledge/schema';
import type { Json } from '../knowledge/types';
import { beside } from '../model/beside';
import type { EvidenceDocument } from '../model/document';
import { calendarsWith } from '../model/hours';
import type { Indexed, Reference, Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { standing } from '../model/standing';
import { isNone, isPlaceholder, isQuestion } from '../model/written';
import { listed } from '../rules/words';
import { nameOf, sortTitle } from './context';
import type { Finding } from './finding';
import { sayer } from './say';

export function linkFindings(indexed: Indexed, knowledge: Knowledge, reader: Reader): readonly Finding[] {
  const things = [indexed.root, ...indexed.things];
  const doubles = things.flatMap((t) => twice(t, knowledge, reader));
  // What is withdrawn or out of force faults nothing, but an id of its own it must have.
  if (standing(indexed.root, reader, true) === 'no') return doubles;
  return [
    ...doubles,
    ...indexed.references.flatMap((r) => dangling(r, indexed, knowledge, reader)),
    ...missingFiles(indexed, knowledge, reader),
  ];
}

/** A broken reference is an error; to a record of an event a warning, since its record may be kept elsewhere. */
function dangling(reference: Reference, indexed: Indexed, knowledge: Knowledge, reader: Reader): Finding[] {
  const { schema, id, refers, path } = reference;
  // Of a word that isn't one of a closed list the list itself has been said already.
  if (schema.enum) return [];
  const words = Object.keys(schema['x-words'] ?? {});
  if (words.includes(id) || schema['x-or-text'] || isQuestion(id) || isPlaceholder(id) || (schema['x-none'] && isNone(id))) return [];
  if (reader.places(refers, id).length > 0) return [];
  const records = refers.every((sort) => knowledge.kinds.get(sort)?.form === 'record');
  const code = schema['x-unknown'] ?? (records ? 'unknown-record' : 'unknown-reference');
  const known = refers.flatMap((sort) => reader.ids(sort));
  const week = words.includes(AROUND_THE_CLOCK) ? weekMeant(id) : undefined;
  if (week)
    return sayer(indexed.document.key, knowledge)('hours-in-words', path, 'value', { id }, calendarsWith(week, reader).slice(0, FEW));
  const { near, certain } = meant(id, known, words, neighbours(path, indexed.document.data));
  const sort = listed(refers.map((s) => sortTitle(knowledge, s))).replace(' and ', ' or ');
  return sayer(indexed.document.key, knowledge)(
    code,
    path,
    'value',
    { sort, id, kind: indexed.document.kind.title, thing: nameOf(reference.owner ?? indexed.root, reader) },
    near,
    certain,
  );
}

/** What is known within its document by that id, where it is one of a few; else what is written nearly so. */
function meant(
  id: string,
  known: readonly string[],
  words: readonly string[],
  taken: readonly Json[],
): { readonly near: readonly string[]; readonly certain: boolean } {
  if (isAlways(id) && words.includes(AROUND_THE_CLOCK)) return { near: [AROUND_THE_CLOCK], certain: true };
  const inside = known.filter((whole) => whole.endsWith(`/${id}`));
  if (inside.length > 0 && inside.length <= FEW) return { near: inside, certain: inside.length === 1 };
  // A letter is all that lies between many ids, and what stands in the list already isn't meant once more.
  return {
    near: nearest(
      withoutDressing(id),
      [...known, ...words].filter((w) => !taken.includes(w)),
    ),
    certain: false,
  };
}

/** What else the list holds in which a word stands. */
function neighbours(path: Path, data: Json): readonly Json[] {
  const list = typeof path.at(-1) === 'number' ? valueAtPath(data, path.slice(0, -1)) : undefined;
  return Array.isArray(list) ? list : [];
}

const FEW = 3;

/** Sort and id are unique in an SMS, but for versions of one agreement or plan. The first of two is right. */
function twice(thing: Thing, knowledge: Knowledge, reader: Reader): Finding[] {
  const id = reader.at(thing, 'id').value;
  if ((typeof id !== 'string' && thing.sort !== 'sms') || isQuestion(id) || isPlaceholder(id)) return [];
  const all = reader.places([thing.sort], thing.id);
  const before = all
    .slice(
      0,
      all.findIndex((t) => samePlace(t, thing)),
    )
    .filter((other) => !areVersions(thing, other) && !isInDouble(thing, other));
  const first = before[0];
  if (!first) return [];
  const code = thing.sort === 'sms' ? 'two-manifests' : 'duplicate-id';
  const values = { kind: sortTitle(knowledge, thing.sort), id: thing.id, other: fileOf(first.doc), ...telling(thing, first) };
  const path = thing.sort === 'sms' ? thing.path : [...thing.path, 'id'];
  const found = sayer(thing.doc, knowledge)(code, path, thing.sort === 'sms' ? 'head' : 'value', values);
  return found.map((f) => ({
    ...f,
    because: [
      { at: { doc: first.doc, path: first.path, on: 'head' as const }, message: `The ${values.kind} "${thing.id}" stands here, too.` },
    ],
  }));
}

/** Where the other one stands, and what else can be done about it. */
function telling(thing: Thing, other: Thing): { readonly where: string; readonly remedy: string } {
  const isList = thing.doc === other.doc && typeof thing.path.at(-1) === 'number';
  const where = isList
    ? 'further up in the same list'
    : fileOf(thing.doc) === fileOf(other.doc)
      ? 'in the same file'
      : `in ${fileOf(other.doc)}`;
  const isVersioned = thing.frame.form === 'controlled' && thing.path.length === 0;
  return { where, remedy: isVersioned ? 'another version if both are versions of one agreement' : 'take one out if both are the same' };
}

/** What stands inside two documents of one kind and id is double because they are, and that is told of them. */
const isInDouble = (a: Thing, b: Thing): boolean =>
  a.doc !== b.doc && a.path.length > 0 && b.path.length > 0 && a.frame.kind === b.frame.kind && a.frame.id === b.frame.id;

const samePlace = (a: Thing, b: Thing) => a.doc === b.doc && a.path.join('/') === b.path.join('/');

/** The same agreement or plan in another version, or something inside one. */
function areVersions(a: Thing, b: Thing): boolean {
  // The same risk in this year's assessment and in last year's.
  if (a.event && b.event && a.path.length > 0 && a.frame.kind === b.frame.kind && a.sort !== a.frame.kind && a.day !== b.day) return true;
  if (a.doc === b.doc || a.frame.form !== 'controlled' || a.frame.kind !== b.frame.kind || a.frame.id !== b.frame.id) return false;
  return a.frame.says.version !== undefined && a.frame.says.version !== b.frame.says.version;
}

const fileOf = (doc: string) => decodeURIComponent(doc.slice(doc.lastIndexOf('/') + 1).split('#')[0] ?? '');

/** Every `reference:` to a file, wherever it stands. */
function missingFiles({ document }: Indexed, knowledge: Knowledge, reader: Reader): Finding[] {
  const found: Finding[] = [];
  const walk = (value: Json, path: Path) => {
    const below = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
    for (const [key, v] of below) {
      if (key !== 'reference' || typeof v !== 'string' || !isFile(v)) walk(v, [...path, key]);
      else found.push(...fileFaults(v, value, path, document, knowledge, reader));
    }
  };
  walk(document.data, []);
  return found;
}

/** A file that is named: it isn't there, or by the fingerprint beside the name it is no longer the one that was meant. */
function fileFaults(
  file: string,
  around: Json,
  path: Path,
  { key, uri }: EvidenceDocument,
  knowledge: Knowledge,
  reader: Reader,
): Finding[] {
  const at = beside(uri, file) ?? '';
  if (!reader.hasFile(at)) return sayer(key, knowledge)('reference-not-found', [...path, 'reference'], 'value', { file });
  const meant = valueAt(around, 'sha256');
  if (typeof meant !== 'string' || !formats.sha256(meant)) return [];
  const now = reader.hash(at);
  return typeof now !== 'string' || now === meant.toLowerCase()
    ? []
    : sayer(key, knowledge)('file-differs', [...path, 'sha256'], 'value', { file });
}

const isFile = (text: string) => formats.reference(text) && !isPlace(text) && !isQuestion(text) && !/^[a-z][a-z0-9+.-]*:/i.test(text);
