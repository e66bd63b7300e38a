// Whether schemas compile, and whether their examples are valid where they are shown. Gives what is wrong, as sentences.
// Must not read files, nor know any kind by name.
import path from 'node:path';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020';
import { formats } from '../../server/knowledge/formats';
import { isObject, propertiesAt } from '../../server/knowledge/schema';
import type { Json, RawSchema, Schema } from '../../server/knowledge/types';
import { isNone } from '../../server/model/written';
import { builtPart, partsOf, type Schemas } from './schemas';

const BASE = 'sms-evidence:/';

/** `words`: the x- words, which change nothing that is valid. */
export function exampleFaults(schemas: Schemas, words: readonly string[]): string[] {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    discriminator: true,
    inlineRefs: false,
  });
  ajv.addVocabulary([...words]);
  for (const [name, accepts] of Object.entries(formats)) ajv.addFormat(name, accepts);
  const problems: string[] = [];
  const attempt = (here: string, work: () => readonly string[]) => {
    try {
      problems.push(...work().map((fault) => `${here}: ${fault}`));
    } catch (error) {
      problems.push(`${here}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const [file, schema] of Object.entries(schemas)) {
    attempt(file, () => {
      ajv.addSchema(absolute(schema, file), BASE + file);
      return [];
    });
  }
  if (problems.length > 0) return problems;
  for (const part of partsOf(schemas)) {
    const { file, pointer, raw, whole, use } = part;
    if (use !== 'kind' && !whole.examples) continue;
    attempt(`${file}#${pointer}`, () => {
      const validate = ajv.compile(absolute(raw, file));
      const schema = builtPart(part, schemas);
      const asked = (whole.examples ?? []).filter((e) => !saysNone(e, schema));
      return asked.flatMap((e) => (validate(withoutNone(e, schema)) ? [] : [`${JSON.stringify(e)} ${ajv.errorsText(validate.errors)}`]));
    });
  }
  return problems;
}

/** "none, because …" where that will do: the product asks nothing more of it. */
const saysNone = (value: Json, schema: Schema | undefined) => schema?.['x-none'] === true && isNone(value);

/** The value without those of its fields that say so. */
function withoutNone(value: Json, schema: Schema | undefined): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutNone(item, schema?.items));
  if (!isObject(value)) return value;
  const fields = schema && propertiesAt(schema, value);
  const asked = Object.entries(value).filter(([name, v]) => !saysNone(v, fields?.get(name)));
  return Object.fromEntries(asked.map(([name, v]) => [name, withoutNone(v, fields?.get(name))]));
}

/** With references that lead to the same place from anywhere. */
function absolute(schema: RawSchema, file: string): AnySchema {
  const text = JSON.stringify(schema, (key, value: unknown) => {
    if (key !== '$ref' || typeof value !== 'string') return value;
    return BASE + (value.startsWith('#') ? file : `${path.posix.dirname(file)}/`) + value;
  });
  return JSON.parse(text) as AnySchema;
}
