// The schemas as written, and each part of them with where it stands and what it says once its base is read in.
// Must not know what the dialect allows.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { schemaBuilder } from '../../server/knowledge/schema';
import type { RawSchema, Schema } from '../../server/knowledge/types';
import { readSources, root } from './source';

/** By path below schemas/. */
export type Schemas = Readonly<Record<string, RawSchema>>;

/** Every file below schemas/ that is a schema, read anew and not as gathered. */
export function readSchemas(): Schemas {
  const files = [...readSources('schemas', '.yaml')].filter(
    ([file]) => !/\/clause\.yaml$|\/(glossary|findings|placeholders|totals)\.yaml$/.test(file),
  );
  return Object.fromEntries(files.map(([file, text]) => [file.slice('schemas/'.length), parse(text)]));
}

/** The words of every finding, by its id. */
export const readFindings = (): Readonly<Record<string, unknown>> =>
  parse(readFileSync(path.join(root, 'schemas/common/findings.yaml'), 'utf8'));

/** A part of a schema. `use`: what it is there, which decides what it must say. */
export interface Part {
  readonly file: string;
  readonly pointer: string;
  readonly raw: RawSchema;
  /** With what its base says. */
  readonly whole: RawSchema;
  readonly use: 'kind' | 'piece' | 'property' | 'item' | 'branch';
  /** The property's name, else "". */
  readonly key: string;
}

/** All parts of all schemas; a reference to nothing is left out of `whole`. */
export function partsOf(schemas: Schemas): readonly Part[] {
  return Object.entries(schemas).flatMap(([file, raw]) => below(raw, file, '', kindOf(file) === undefined ? 'piece' : 'kind', '', schemas));
}

function below(raw: RawSchema, file: string, pointer: string, use: Part['use'], key: string, schemas: Schemas): Part[] {
  const inner = (schema: RawSchema, at: string, as: Part['use'], name = '') => below(schema, file, `${pointer}/${at}`, as, name, schemas);
  return [
    { file, pointer, raw, use, key, whole: wholeOf(raw, file, schemas) },
    ...Object.entries(raw.properties ?? {}).flatMap(([name, s]) => (s === true ? [] : inner(s, `properties/${name}`, 'property', name))),
    ...(raw.items ? inner(raw.items, 'items', 'item') : []),
    ...(raw.oneOf ?? []).flatMap((s, i) => inner(s, `oneOf/${i}`, 'branch')),
    ...Object.entries(raw.$defs ?? {}).flatMap(([name, s]) => inner(s, `$defs/${name}`, 'piece')),
  ];
}

function wholeOf(raw: RawSchema, file: string, schemas: Schemas): RawSchema {
  const base = baseOf(raw, file, schemas);
  if (!base) return raw;
  const under = wholeOf(base.raw, base.file, schemas);
  return { ...under, ...raw, ...(under.properties && { properties: { ...under.properties, ...raw.properties } }) };
}

/** What an author may write where a part stands; undefined where a reference in it leads nowhere. */
export function builtPart({ raw, file }: Part, schemas: Schemas): Schema | undefined {
  const name = `${file}#part`;
  try {
    return schemaBuilder({ ...schemas, [name]: { ...raw, $defs: { ...schemas[file]?.$defs, ...raw.$defs } } })(name);
  } catch {
    return undefined;
  }
}

/** What a schema's `$ref` leads to; undefined without one, or where there is nothing. */
export function baseOf(
  { $ref }: RawSchema,
  from: string,
  schemas: Schemas,
): { readonly raw: RawSchema; readonly file: string } | undefined {
  if ($ref === undefined) return undefined;
  const [to = '', inside] = $ref.split('#');
  const file = to === '' ? from : path.posix.join(path.posix.dirname(from), to);
  const name = inside?.replace('/$defs/', '');
  const raw = name === undefined ? schemas[file] : schemas[file]?.$defs?.[name];
  return raw && { raw, file };
}

/** The kind that a file is the schema of. */
export const kindOf = (file: string): string | undefined => /([^/]+)\.schema\.yaml$/.exec(file)?.[1];

export const typesOf = ({ type }: RawSchema): readonly string[] => [type ?? []].flat();
