// The x- words of the dialect: each where it belongs, and naming only what there is. Gives what is wrong, as sentences.
// Must not read files, nor know any kind by name.
import type { RawSchema } from '../../server/knowledge/types';
import { sortsOf } from './dialect';
import { kindOf, type Part, partsOf, type Schemas, typesOf } from './schemas';

const FORMS = ['manifest', 'controlled', 'register', 'record', 'entry', 'own'];

/** `findings`: the ids of all findings that have words. */
export function annotationFaults(schemas: Schemas, findings: readonly string[]): string[] {
  const sorts = sortsOf(schemas);
  return partsOf(schemas).flatMap((part) =>
    [...ofKinds(part), ...ofThings(part), ...ofReferences(part, sorts, findings), ...ofValues(part, schemas), ...ofOrder(part)].map(
      (fault) => `${part.file}#${part.pointer}: ${fault}`,
    ),
  );
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

function ofThings(part: Part): string[] {
  const { raw, whole } = part;
  const day = raw['x-date'];
  const dated = day === undefined ? undefined : propertyOf(whole, day);
  return [
    ...isTrue(part, 'x-within'),
    ...(raw['x-within'] && raw['x-defines'] === undefined ? ['x-within without x-defines'] : []),
    ...(raw['x-defines'] !== undefined && !isType(whole, 'object') ? ['only an object is a thing'] : []),
    ...(day !== undefined && dated?.format !== 'date' ? [`x-date "${day}" is no day of it`] : []),
  ];
}

function ofReferences(part: Part, sorts: ReadonlySet<string>, findings: readonly string[]): string[] {
  const { raw, whole, use } = part;
  const refers = [whole['x-refers'] ?? []].flat();
  const stray = (['x-or-text', 'x-unknown'] as const).filter((word) => raw[word] !== undefined && refers.length === 0);
  const unknown = raw['x-unknown'];
  const about = raw['x-about'];
  return [
    ...isTrue(part, 'x-or-text'),
    ...stray.map((word) => `${word} without x-refers`),
    ...(raw['x-refers'] !== undefined && !isType(whole, 'string') ? ['only text refers'] : []),
    ...refers.filter((sort) => !sorts.has(sort)).map((sort) => `refers to "${sort}", and no such sort is defined`),
    ...(unknown !== undefined && !findings.includes(unknown) ? [`there is no finding "${unknown}"`] : []),
    ...(about === 'all' && use !== 'kind' ? ['x-about: all belongs to a kind'] : []),
    ...(about !== undefined && about !== 'all' && (about !== true || refers.length === 0) ? ['x-about belongs to text that refers'] : []),
  ];
}

function ofValues(part: Part, schemas: Schemas): string[] {
  const { raw, whole, file } = part;
  const is = raw['x-is'];
  const better = Object.entries(raw['x-better'] ?? {});
  const wrongSide = better.filter(([word, side]) => !raw.enum?.includes(word) || !['more', 'less'].includes(side)).map(([word]) => word);
  const fields = Object.keys(partsOf({ [file]: schemas[file] ?? {} })[0]?.raw.properties ?? {});
  const covers = raw['x-covers'] ? (raw.items?.enum ?? []).map(String) : [];
  return [
    ...isTrue(part, 'x-none', 'x-points', 'x-covers'),
    ...(raw['x-points'] && !isType(whole, 'object') ? ['only an object points elsewhere'] : []),
    ...(is !== undefined && !isType(whole, 'object') ? ['only an object stands for a document'] : []),
    ...(is !== undefined && !Object.keys(schemas).some((f) => kindOf(f) === is) ? [`there is no kind "${is}"`] : []),
    ...(raw['x-covers'] && covers.length === 0 ? ['x-covers belongs to a list of words'] : []),
    ...covers.filter((word) => !fields.includes(word)).map((word) => `covers "${word}", which is no field of the document`),
    ...wrongSide.map((word) => `x-better does not fit "${word}"`),
  ];
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
