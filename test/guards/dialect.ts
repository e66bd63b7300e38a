// The dialect that schemas are written in, as schemas/README.md settles it. Gives what a set of schemas gets wrong, as sentences.
// Must not read files, nor know any kind by name.
import { formats } from '../../server/knowledge/formats';
import { rewording } from './plain-words';
import { baseOf, kindOf, type Part, partsOf, type Schemas, typesOf } from './schemas';

const KEYWORDS = [
  ...['type', 'properties', 'items', 'enum', 'const', 'pattern', 'format', 'minItems', 'uniqueItems', 'minimum', 'maximum'],
  ...['$ref', 'discriminator', 'oneOf', 'unevaluatedProperties', '$defs', 'required', 'title', 'description', 'examples'],
];
const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array'];
/** A value, or where it stands. */
const UNIONS = ['string,object', 'array,object'];

/** `words`: the x- words that the README explains. */
export function dialectFaults(schemas: Schemas, words: readonly string[]): string[] {
  return partsOf(schemas).flatMap((part) =>
    [
      ...keywords(part, words),
      ...types(part),
      ...references(part, schemas),
      ...closed(part, schemas),
      ...branches(part),
      ...required(part),
      ...described(part),
      ...explained(part),
    ].map((fault) => `${part.file}#${part.pointer}: ${fault}`),
  );
}

function keywords({ raw }: Part, words: readonly string[]): string[] {
  const unknown = Object.keys(raw).filter((key) => ![...KEYWORDS, ...words].includes(key));
  return unknown.map((key) => `"${key}" is no word of the dialect`);
}

function types({ raw, whole, use }: Part): string[] {
  const written = typesOf(whole);
  if (written.length > 1 && !UNIONS.includes(written.join())) return [`type [${written}] is neither a value nor where it stands`];
  const unknown = written.filter((type) => !TYPES.includes(type));
  if (unknown.length > 0) return [`there is no type ${unknown}`];
  if (written.length === 0 && use !== 'branch') return ['a type is missing'];
  if (raw.format !== undefined && !Object.hasOwn(formats, raw.format)) return [`there is no format "${raw.format}"`];
  if (raw.format !== undefined && !written.includes('string')) return ['only text has a format'];
  return written.includes('array') && !whole.items && use !== 'piece' ? ['a list that does not say of what'] : [];
}

function references({ raw, file }: Part, schemas: Schemas): string[] {
  if (raw.$ref === undefined) return [];
  if (!/^(?:(?:\.\.\/)*[\w.-]+(?:\/[\w.-]+)*\.yaml)?(?:#\/\$defs\/\w+)?$/.test(raw.$ref)) return [`"${raw.$ref}" is no relative reference`];
  return baseOf(raw, file, schemas) ? [] : [`"${raw.$ref}" leads nowhere`];
}

/** Where an object is used whole it is closed, by itself or by the piece it takes as it is. */
function closed({ raw, whole, use, file }: Part, schemas: Schemas): string[] {
  if (raw.unevaluatedProperties !== undefined && raw.unevaluatedProperties !== false) return ['unevaluatedProperties may only be false'];
  if (!typesOf(whole).includes('object')) return raw.properties ? ['has properties, but is no object'] : [];
  const base = baseOf(raw, file, schemas);
  const baseClosed = base !== undefined && isClosed(base.raw, base.file, schemas);
  if (baseClosed && (raw.properties || raw.unevaluatedProperties === false)) return ['adds to a piece that is closed already'];
  if (use === 'piece') return [];
  if (Object.keys(whole.properties ?? {}).length === 0 && !whole.oneOf) return ['an object that does not say what it holds'];
  if (whole.oneOf) return raw.properties ? ['has properties outside of its branches'] : [];
  return raw.unevaluatedProperties === false || baseClosed ? [] : ['an object that is not closed'];
}

function isClosed(raw: Part['raw'], file: string, schemas: Schemas): boolean {
  const base = baseOf(raw, file, schemas);
  return raw.unevaluatedProperties === false || (base !== undefined && isClosed(base.raw, base.file, schemas));
}

function branches({ raw }: Part): string[] {
  if (!raw.oneOf && !raw.discriminator) return [];
  const tag = raw.discriminator?.propertyName;
  if (!raw.oneOf || tag === undefined) return ['oneOf and discriminator go together'];
  const untold = raw.oneOf.filter((branch) => {
    const said = branch.properties?.[tag];
    return said === undefined || said === true || (said.const === undefined && said.enum === undefined);
  });
  return untold.length > 0 ? [`a branch does not say which "${tag}" it is for`] : [];
}

function required({ raw, whole }: Part): string[] {
  const known = [...Object.keys(whole.properties ?? {}), whole.discriminator?.propertyName];
  const base = Object.entries(raw.properties ?? {}).flatMap(([name, schema]) => (schema === true ? [name] : []));
  const nowhere = (raw.required ?? []).filter((name) => !known.includes(name));
  return [...nowhere.map((name) => `requires "${name}", which may not stand there`), ...base.map((name) => `"${name}" says nothing`)];
}

/** What an author reads when pointing at a field. */
function described({ whole, use, key, raw, file }: Part): string[] {
  if (/^[A-Z][a-z]/.test(raw.title ?? '')) return [`the title "${raw.title}" can't stand in a sentence`];
  if (use !== 'property') return [];
  const names = [key, whole.title ?? '', kindOf(file) ?? ''];
  const fault = whole.description === undefined ? undefined : rewording(whole.description, names);
  return [
    ...(whole.description === undefined ? ['a description is missing'] : []),
    ...(fault === undefined ? [] : [`the description ${fault}: "${whole.description}"`]),
    ...(whole.examples === undefined || whole.examples.length === 0 ? ['an example is missing'] : []),
  ];
}

function explained({ raw }: Part): string[] {
  const words = Object.entries(raw['x-words'] ?? {});
  const empty = words.filter(([, says]) => typeof says !== 'string' || says.trim() === '').map(([word]) => word);
  if (empty.length > 0) return [`"${empty}" is not explained`];
  if (!raw.enum) return words.length > 0 && raw['x-refers'] === undefined ? ['x-words without words to choose from'] : [];
  const values = raw.enum.map(String);
  if (raw.enum.some((value) => typeof value !== 'string')) return ['only texts are words to choose from'];
  const unexplained = values.filter((value) => !words.some(([word]) => word === value));
  const unknown = words.filter(([word]) => !values.includes(word)).map(([word]) => word);
  return [
    ...unexplained.map((value) => `"${value}" is not explained`),
    ...unknown.map((word) => `explains "${word}", which may not stand there`),
  ];
}

/** Kinds, and the sorts of things that schemas define. */
export function sortsOf(schemas: Schemas): ReadonlySet<string> {
  const kinds = Object.keys(schemas).flatMap((file) => kindOf(file) ?? []);
  return new Set([...kinds, ...partsOf(schemas).flatMap(({ raw }) => raw['x-defines'] ?? [])]);
}
