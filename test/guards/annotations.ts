// The x- words of the dialect: each where it belongs, and naming only what there is. Gives what is wrong, as sentences.
// Must not read files, nor know any kind by name.
import { parsePath } from '../../server/knowledge/evidence';
import { type Knowledge, loadKnowledge } from '../../server/knowledge/knowledge';
import type { RawSchema } from '../../server/knowledge/types';
import { sortsOf } from './dialect';
import { pathFaults, schemasAt } from './grammar';
import { builtPart, kindOf, type Part, partsOf, type Schemas, typesOf } from './schemas';

const FORMS = ['manifest', 'controlled', 'register', 'record', 'entry', 'own'];
const WAYS = ['percentage', 'duration', 'quantity', 'number'];
const DAYS = ['date', 'moment'];
/** What a part that may point to where it is written has besides. */
const POINTERS = ['reference', 'place', 'sha256'];

/** Closed vocabularies that populations count, by their sort. */
export type Vocabularies = ReadonlyMap<string, readonly string[]>;

/** What parts are held against. */
interface Known {
  readonly schemas: Schemas;
  readonly sorts: ReadonlySet<string>;
  readonly findings: readonly string[];
  readonly vocabularies: Vocabularies;
  /** Undefined where the schemas can't be put together at all. */
  readonly knowledge: Knowledge | undefined;
}

/** `findings`: the ids of all findings that have words. */
export function annotationFaults(schemas: Schemas, findings: readonly string[], vocabularies: Vocabularies): string[] {
  const sorts = new Set([...sortsOf(schemas), ...vocabularies.keys()]);
  const known = { schemas, sorts, findings, vocabularies, knowledge: together(schemas) };
  return partsOf(schemas).flatMap((part) =>
    [
      ...ofKinds(part),
      ...ofThings(part, schemas),
      ...ofReferences(part, known),
      ...ofAbout(part, known),
      ...ofValues(part, known),
      ...ofOrder(part),
    ].map((fault) => `${part.file}#${part.pointer}: ${fault}`),
  );
}

function together(schemas: Schemas): Knowledge | undefined {
  const kinds = Object.fromEntries(Object.keys(schemas).flatMap((file) => (kindOf(file) === undefined ? [] : [[kindOf(file), file]])));
  try {
    return loadKnowledge({ schemas, kinds, clauses: [], glossary: { terms: [], roles: [] }, findings: {}, snippets: {} });
  } catch {
    return undefined;
  }
}

const isTrue = (part: Part, ...words: (keyof RawSchema)[]) =>
  words.filter((word) => part.raw[word] !== undefined && part.raw[word] !== true).map((word) => `${word} may only be true`);

function ofKinds({ raw, whole, use, file }: Part): string[] {
  const misplaced = (['x-form', 'x-list'] as const).filter((word) => use !== 'kind' && raw[word] !== undefined);
  if (misplaced.length > 0) return [`${misplaced} belongs to a kind`];
  if (use !== 'kind') return [];
  const list = raw['x-list'];
  const defines = whole['x-defines'];
  return [
    ...(FORMS.includes(raw['x-form'] ?? '') ? [] : [`there is no form "${raw['x-form']}"`]),
    ...(raw.title && raw.description ? [] : ['a kind needs title and description']),
    ...(defines !== undefined && defines !== kindOf(file) ? [`a kind defines itself, not "${defines}"`] : []),
    ...(raw['x-form'] === 'entry' && defines === undefined ? ['an entry is a thing that stands in a register, too'] : []),
    ...(propertyOf(whole, 'kind') ? [] : ['a document says its kind']),
    ...(list !== undefined && !isType(propertyOf(whole, list), 'array') ? [`x-list "${list}" is no list of it`] : []),
  ];
}

function ofThings(part: Part, schemas: Schemas): string[] {
  const { raw, whole } = part;
  const day = raw['x-date'];
  const dated = day === undefined ? undefined : builtPart(part, schemas)?.properties.get(day);
  const since = raw['x-since'];
  const sinceWhen = since === undefined ? undefined : builtPart(part, schemas)?.properties.get(since);
  const ordered = (raw['x-order'] ?? [])
    .flat()
    .filter((name) => !DAYS.includes(builtPart(part, schemas)?.properties.get(name)?.format ?? ''));
  return [
    ...ordered.map((name) => `x-order names "${name}", which is no day of it`),
    ...(since !== undefined && sinceWhen?.format !== 'date' ? [`x-since "${since}" is no day of it`] : []),
    ...isTrue(part, 'x-within'),
    ...(raw['x-within'] && raw['x-defines'] === undefined ? ['x-within without x-defines'] : []),
    ...(raw['x-defines'] !== undefined && !isType(whole, 'object') ? ['only an object is a thing'] : []),
    ...(day !== undefined && !DAYS.includes(dated?.format ?? '') ? [`x-date "${day}" is no day of it`] : []),
  ];
}

function ofReferences(part: Part, { sorts, findings, vocabularies }: Known): string[] {
  const { raw, whole } = part;
  const refers = [whole['x-refers'] ?? []].flat();
  const stray = (['x-or-text', 'x-unknown'] as const).filter((word) => raw[word] !== undefined && refers.length === 0);
  const unknown = raw['x-unknown'];
  return [
    ...isTrue(part, 'x-or-text'),
    ...stray.map((word) => `${word} without x-refers`),
    ...(raw['x-refers'] !== undefined && !isType(whole, 'string') && !isPeriod(part) ? ['only text and a period refer'] : []),
    ...refers.filter((sort) => !sorts.has(sort)).map((sort) => `refers to "${sort}", and no such sort is defined`),
    ...refers.filter((sort) => !sameWords(vocabularies.get(sort), whole)).map((sort) => `does not list the words of "${sort}"`),
    ...(unknown !== undefined && !findings.includes(unknown) ? [`there is no finding "${unknown}"`] : []),
  ];
}

/** Whoever names a word of a vocabulary has all of them to choose from. */
const sameWords = (words: readonly string[] | undefined, { enum: listed = [] }: RawSchema) =>
  words === undefined || [...words].sort().join() === listed.map(String).sort().join();

/** The days that a document stands for, which make it be about all that happened in them. */
const isPeriod = ({ key, whole }: Part) =>
  key === 'period' && whole['x-about'] === true && ['from', 'to'].every((name) => propertyOf(whole, name)?.format === 'date');

function ofAbout(part: Part, { knowledge }: Known): string[] {
  const { raw, whole, use } = part;
  const about = raw['x-about'];
  if (about === undefined) return [];
  if (about === 'all') return use === 'kind' ? [] : ['x-about: all belongs to a kind'];
  const refers = [whole['x-refers'] ?? []].flat();
  if (refers.length === 0 || (!isType(whole, 'string') && !isPeriod(part))) return ['x-about belongs to text that refers, and to a period'];
  return about === true || !knowledge ? [] : onward(String(about), refers, knowledge);
}

/** `kind.path`: what the named thing names there in turn. */
function onward(about: string, refers: readonly string[], knowledge: Knowledge): string[] {
  if (!/^[a-z-]+\.[\w.[\]]+$/.test(about)) return [`x-about "${about}" is neither true nor a path`];
  const path = parsePath(about);
  const faults = pathFaults(path, knowledge);
  const ends = schemasAt(path, knowledge).map((schema) => (schema.items && schema.items.properties.size === 0 ? schema.items : schema));
  return [
    ...(refers.includes(path.head) ? [] : [`x-about "${about}" does not begin with what it refers to`]),
    ...faults,
    ...(faults.length === 0 && ends.some((schema) => schema['x-refers'] === undefined) ? [`x-about "${about}" names nothing there`] : []),
  ];
}

function ofValues(part: Part, { schemas, knowledge }: Known): string[] {
  const { raw, whole, file } = part;
  const is = raw['x-is'];
  const better = Object.entries(raw['x-better'] ?? {});
  const wrongSide = better.filter(([word, side]) => !raw.enum?.includes(word) || !['more', 'less'].includes(side)).map(([word]) => word);
  const unmeasured = Object.entries(raw['x-measured-in'] ?? {}).filter(
    ([word, ways]) => !raw.enum?.includes(word) || ways.length === 0 || !ways.every((way) => WAYS.includes(way)),
  );
  const fields = Object.keys(partsOf({ [file]: schemas[file] ?? {} })[0]?.raw.properties ?? {});
  const covers = raw['x-covers'] ? (raw.items?.enum ?? []).map(String) : [];
  return [
    ...isTrue(part, 'x-none', 'x-points', 'x-covers', 'x-export', 'x-apart', 'x-every'),
    ...(raw['x-export'] && !(isType(whole, 'array') && isType(whole, 'object') && propertyOf(whole, 'export'))
      ? ['only a list that may be an object with "export" lies elsewhere']
      : []),
    ...(raw['x-points'] && !isType(whole, 'object') ? ['only an object points elsewhere'] : []),
    ...(is !== undefined && !isType(whole, 'object') ? ['only an object stands for a document'] : []),
    ...(is !== undefined && !Object.keys(schemas).some((f) => kindOf(f) === is) ? [`there is no kind "${is}"`] : []),
    ...(is === undefined ? [] : notOf(whole, is, knowledge)),
    ...(raw['x-covers'] && covers.length === 0 ? ['x-covers belongs to a list of words'] : []),
    ...covers.filter((word) => !fields.includes(word)).map((word) => `covers "${word}", which is no field of the document`),
    ...(raw['x-asks'] !== undefined && !/^[A-Z][^<>,]* [^<>,]*\?$/.test(raw['x-asks']) ? ['x-asks is no question'] : []),
    ...(raw['x-every'] && whole.format !== 'duration' ? ['x-every belongs to a duration'] : []),
    ...(raw['x-share-of-time'] && !['percentage', 'target'].includes(whole.format ?? '')
      ? ['x-share-of-time belongs to a percentage or target']
      : []),
    ...wrongSide.map((word) => `x-better does not fit "${word}"`),
    ...unmeasured.map(([word]) => `x-measured-in does not fit "${word}"`),
  ];
}

/** What a part says its document could say as well. */
function notOf({ properties = {}, 'x-points': points }: RawSchema, kind: string, knowledge: Knowledge | undefined): string[] {
  const fields = knowledge?.kinds.get(kind)?.schema.properties;
  const pointers = points ? POINTERS : [];
  const other = fields ? Object.keys(properties).filter((name) => !fields.has(name) && !pointers.includes(name)) : [];
  return other.map((name) => `stands for a "${kind}", which has no "${name}"`);
}

function ofOrder({ raw, whole }: Part): string[] {
  return (raw['x-last'] ?? [])
    .filter((name) => !propertyOf(whole, name))
    .map((name) => `x-last names "${name}", which may not stand there`);
}

function propertyOf({ properties }: RawSchema, name: string): RawSchema | undefined {
  const found = properties?.[name];
  return found === true ? undefined : found;
}

const isType = (schema: RawSchema | undefined, type: string) => schema !== undefined && typesOf(schema).includes(type);
