// What may be written in a document of a kind, as a JSON Schema (2020-12) that stands alone: for editors with another YAML server.
// That server reads YAML by its own rules, so numbers are let through where only their characters count. Must not know any kind by name.
import { type FormatName, formatHelp, formats } from '../knowledge/formats';
import type { Edition, JsonObject, Kind, Schema } from '../knowledge/types';
import { asRead, contentsAsked, type Knowing } from './json-schema-asked';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** What that edition demands of every such document is required in it, or, of an agreement or plan, as soon as it is agreed. */
export function jsonSchema(kind: Kind, edition: Edition, knowing: Knowing): JsonObject {
  const { description: _, properties, ...body } = written(kind.schema);
  const asked = contentsAsked(kind, edition, knowing);
  return {
    $schema: DIALECT,
    $comment: `Contents are required as the ${edition} edition of ISO/IEC 20000-1 demands them. Which clauses of the 2018 edition those are was not checked against a licensed copy.`,
    title: kind.title,
    description: kind.says,
    ...body,
    properties: { ...(properties as JsonObject), kind: { ...((properties as JsonObject).kind as JsonObject), const: kind.kind } },
    ...(asked.length > 0 && { allOf: asked }),
  };
}

/** A schema without the words that only this product knows. */
function written(schema: Schema): JsonObject {
  const { enum: words, const: only, pattern, minItems, minimum, maximum, items, examples } = schema;
  const isObject = schema.types.includes('object');
  return {
    ...(schema.title !== undefined && { title: schema.title }),
    description: describe(schema),
    ...(examples && { examples }),
    ...(words ? { enum: words.flatMap(asRead) } : typesOf(schema)),
    ...(only !== undefined && { const: only }),
    ...(pattern !== undefined && { pattern }),
    ...(schema.format === 'date' && { format: 'date' }),
    ...(minItems !== undefined && { minItems }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(items && { items: written(items) }),
    ...(isObject && {
      properties: Object.fromEntries([...schema.properties].map(([name, below]) => [name, written(below)])),
      ...(schema.required?.length && { required: schema.required }),
      additionalProperties: false,
    }),
  };
}

const NONE = '^[Nn]one\\b';

/** Where "none" will do, a text may stand that says so. */
function typesOf(schema: Schema): JsonObject {
  const types = [...new Set(schema.types.flatMap((type) => (type === 'string' ? texts(schema) : [type])))];
  const none = schema['x-none'] && !types.includes('string');
  const all = none ? [...types, 'string'] : types;
  return { ...(all.length > 0 && { type: all.length === 1 ? (all[0] ?? '') : all }), ...(none && { pattern: NONE }) };
}

/** Characters count as they were typed: `1.10` and `true` are text, where such a text may stand. */
function texts({ format, pattern }: Schema): string[] {
  if (pattern !== undefined) return ['string'];
  if (format === undefined) return ['string', 'number', 'boolean'];
  return formats[format as FormatName]('1') ? ['string', 'number'] : ['string'];
}

/** What it is for, how it is written, and what each of its words means. */
function describe({ description = '', format, 'x-words': words = {} }: Schema): string {
  const help = format === undefined ? undefined : formatHelp[format as FormatName];
  return [
    description,
    ...(help ? [`It is ${help.says}, such as: ${help.example}`] : []),
    ...Object.entries(words).map(([word, means]) => `- ${word}: ${means}`),
  ].join('\n');
}
