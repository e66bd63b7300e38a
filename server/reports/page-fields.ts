// The fields of a kind as a nested list: what each is for, what may stand there, whether it is needed and by which demands, an example.
// Must not know any kind or field by name.
import { applies, basisOf, sortTitle } from '../assess/context';
import { type FormatName, formatHelp } from '../knowledge/formats';
import { fieldKey } from '../knowledge/proves';
import type { Demand, Json, Schema } from '../knowledge/types';
import { flowText } from '../model/yaml-text';
import { code, type Item, text } from './markdown';
import { type Source, toPage } from './page';
import { demandLink, EDITIONS } from './page-words';

/** Parts that look the same wherever they stand, and are told apart: what points elsewhere, and what another tool exported. */
export type Aside = 'pointer' | 'export';

/** Where fields are listed: a kind, the names down to them, and what was met on the way. */
export interface Way {
  readonly kind: string;
  readonly names: readonly string[];
  readonly asides: Map<Aside, Schema>;
}

export const fieldItems = (schema: Schema, way: Way, source: Source): Item[] =>
  [...schema.properties, ...(schema.oneOf ?? []).flatMap((branch) => [...branch.properties])].map(([name, below]) =>
    fieldItem(name, below, schema, { ...way, names: [...way.names, name] }, source),
  );

function fieldItem(name: string, schema: Schema, holder: Schema, way: Way, source: Source): Item {
  const title = schema.title === undefined || schema.title === name ? '' : ` · ${text(schema.title)}`;
  const need = holder.required?.includes(name) ? 'always needed' : needWords(way, source);
  const example = way.names.join() === 'kind' ? way.kind : schema.examples?.[0];
  return {
    says: `**${code(name)}**${title} (${valueWords(schema, source)}; ${need})`,
    more: [text(schema.description ?? ''), ...(example === undefined ? [] : [`Example: ${exampleWords(example)}`])],
    items: [...wordItems(schema), ...below(schema, way, source)],
  };
}

/** A list of what the page itself is about holds the same fields once more. */
const isAgain = ({ kind, names }: Way, { knowledge }: Source): boolean => knowledge.kinds.get(kind)?.list === names.join('.');

/** Of a list in few words. */
const exampleWords = (example: Json): string => code(flowText(Array.isArray(example) ? example.slice(0, 1) : example));

function below(schema: Schema, way: Way, source: Source): Item[] {
  const items = schema.items && !isAgain(way, source) ? [...wordItems(schema.items), ...fieldItems(schema.items, way, source)] : [];
  const aside = asideOf(schema);
  if (aside === undefined) return [...fieldItems(schema, way, source), ...items];
  if (!way.asides.has(aside)) way.asides.set(aside, schema);
  return items;
}

function asideOf(schema: Schema): Aside | undefined {
  if (schema['x-points']) return 'pointer';
  return schema['x-export'] ? 'export' : undefined;
}

const wordItems = (schema: Schema): Item[] =>
  Object.entries(schema['x-words'] ?? {}).map(([word, means]) => ({ says: `${code(word)}: ${text(means)}` }));

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  array: 'list',
  object: 'group',
};

/** What may stand in a field, in few words. */
function valueWords(schema: Schema, source: Source): string {
  const aside = asideOf(schema);
  const others = schema.types.filter((type) => !(type === 'object' && aside !== undefined)).map((type) => ofType(type, schema, source));
  const may = [
    ...others,
    ...(aside === undefined ? [] : [`[${aside}](#${aside})`]),
    ...(schema['x-or-text'] ? ['other text'] : []),
    ...(schema['x-none'] ? [`${code('none')} with a reason`] : []),
  ];
  const stands = schema['x-is'] === undefined ? '' : `, stands for a ${toPage('kinds', schema['x-is'], schema['x-is'], source)}`;
  return `${may.join(' or ')}${stands}`;
}

function ofType(type: string, schema: Schema, source: Source): string {
  if (type === 'array') return schema.items ? `list of ${ofItems(schema.items, source)}` : 'list';
  if (type !== 'string') return TYPES[type] ?? type;
  if (schema.enum) return 'one of these words';
  const refers = refersTo(schema, source);
  if (refers) return `id of ${/^\[?[aeio]/.test(refers) ? 'an' : 'a'} ${refers}`;
  return schema.format === undefined ? 'text' : formatWords(schema.format);
}

function ofItems(items: Schema, source: Source): string {
  const refers = refersTo(items, source);
  if (refers) return `ids (${refers})`;
  if (items.types.includes('object')) return items.title === undefined ? 'groups' : `groups (${text(items.title)})`;
  return items.types.map((type) => ofType(type, items, source)).join(' or ');
}

const refersTo = (schema: Schema, source: Source): string =>
  [schema['x-refers'] ?? []]
    .flat()
    .map((sort) => toPage('kinds', sort, sortTitle(source.knowledge, sort), source))
    .join(' or ');

/** "a duration: a number and …" → "duration" */
const formatWords = (format: string): string =>
  (formatHelp[format as FormatName]?.says ?? format).replace(/[:,].*$/, '').replace(/^an? /, '');

/** Whether the demands ask for a field, and which. */
function needWords({ kind, names }: Way, source: Source): string {
  const demands = source.proofs.get(fieldKey(kind, names)) ?? [];
  if (demands.length === 0) return 'optional';
  const alone = demands.filter((demand) => isNeeded(demand, names));
  const words = alone.length > 0 ? needOf(alone) : 'it or something else will do';
  return `${words}: ${demands.map((demand) => demandLink(demand, source)).join(', ')}`;
}

/** No alternative would do in its place. */
function isNeeded({ evidence }: Demand, names: readonly string[]): boolean {
  const own = evidence.filter((entry) => entry.some((e) => 'path' in e && e.path.fields.some((f) => names.includes(f.name))));
  return own.length === 0 || own.some((entry) => entry.length === 1);
}

function needOf(demands: readonly Demand[]): string {
  const full = EDITIONS.filter((e) => demands.some((d) => applies(d, e) && basisOf(d, e) === 'full'));
  if (full.length === EDITIONS.length) return 'mandatory';
  return full.length > 0 ? `mandatory in the ${full.join()} edition` : 'usual evidence';
}
