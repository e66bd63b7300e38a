// From schemas as written to schemas as used: references followed, bases merged, properties in order.
// And the one walker that says which schema applies where. Must not know any kind by name.
import type { Json, JsonObject, PathOf, RawSchema, Schema } from './types';

/** Follows references between the given files; every piece is built once, so that equal schemas are identical. Throws on a reference to nothing. */
export function schemaBuilder(files: Readonly<Record<string, RawSchema>>): (file: string) => Schema {
  const built = new Map<RawSchema, Schema>();
  const build = (raw: RawSchema, file: string): Schema => {
    const known = built.get(raw);
    if (known) return known;
    const schema = buildOne(raw, file);
    built.set(raw, schema);
    return schema;
  };
  const buildOne = (raw: RawSchema, file: string): Schema => {
    const base = raw.$ref === undefined ? undefined : follow(raw.$ref, file);
    const { $ref: _ref, $defs: _defs, type, properties, items, oneOf, ...rest } = raw;
    const own = Object.entries(properties ?? {});
    const inherited = base?.properties ?? new Map<string, Schema>();
    const mine = new Map(own.map(([name, s]) => [name, s === true ? (inherited.get(name) ?? EMPTY) : build(s, file)]));
    const itemSchema = items ? build(items, file) : base?.items;
    const branches = oneOf ? oneOf.map((s) => build(s, file)) : base?.oneOf;
    return {
      ...base,
      ...rest,
      types: type === undefined ? (base?.types ?? []) : [type].flat(),
      properties: inOrder(inherited, mine, base?.['x-last'] ?? []),
      required: [...new Set([...(base?.required ?? []), ...(rest.required ?? [])])],
      ...(itemSchema && { items: itemSchema }),
      ...(branches && { oneOf: branches }),
    };
  };
  const follow = (ref: string, from: string): Schema => {
    const [path = '', inside] = ref.split('#');
    const file = path === '' ? from : resolve(from, path);
    let raw = files[file];
    if (inside?.startsWith('/$defs/')) raw = raw?.$defs?.[inside.slice('/$defs/'.length)];
    if (!raw) throw new Error(`${from}: "${ref}" leads nowhere`);
    return build(raw, file);
  };
  return (file) => {
    const raw = files[file];
    if (!raw) throw new Error(`no schema "${file}"`);
    return build(raw, file);
  };
}

const EMPTY: Schema = { types: [], properties: new Map() };

/** A base's properties, the kind's own, then those of the base that stand last. An own one keeps the base's place. */
function inOrder(
  inherited: ReadonlyMap<string, Schema>,
  own: ReadonlyMap<string, Schema>,
  last: readonly string[],
): ReadonlyMap<string, Schema> {
  const all = new Map([...inherited, ...own]);
  const first = [...inherited.keys()].filter((n) => !last.includes(n));
  const middle = [...own.keys()].filter((n) => !inherited.has(n));
  const order = [...first, ...middle, ...last.filter((n) => inherited.has(n))];
  return new Map(order.flatMap((n) => (all.has(n) ? [[n, all.get(n) as Schema] as const] : [])));
}

function resolve(from: string, relative: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

export type Path = readonly (string | number)[];

/** What may stand below `schema` at `key`: `value` (what stands at `schema`) picks the branch where there are several. */
export function stepInto(schema: Schema, key: string | number, value?: Json): Schema | undefined {
  if (typeof key === 'number') return schema.items;
  return schema.properties.get(key) ?? branchOf(schema, value)?.properties.get(key);
}

/** The schema that applies at a path, `data` being what is written from there on; undefined where nothing may stand. */
export function schemaAt(schema: Schema, path: Path, data?: Json): Schema | undefined {
  let at: Schema | undefined = schema;
  let value = data;
  for (const key of path) {
    if (!at) return undefined;
    at = stepInto(at, key, value);
    value = valueAt(value, key);
  }
  return at;
}

/** All properties that may stand here, in order; with a discriminator those of the branch that `value` names. */
export function propertiesAt(schema: Schema, value?: Json): ReadonlyMap<string, Schema> {
  const branch = branchOf(schema, value);
  return branch ? new Map([...schema.properties, ...branch.properties]) : schema.properties;
}

function branchOf(schema: Schema, value: Json | undefined): Schema | undefined {
  const name = schema.discriminator?.propertyName;
  if (name === undefined || !schema.oneOf) return undefined;
  const word = valueAt(value, name);
  return schema.oneOf.find((s) => s.properties.get(name)?.const === word || s.properties.get(name)?.enum?.includes(word ?? null));
}

/** One step down; undefined where there is nothing. */
export function valueAt(value: Json | undefined, key: string | number): Json | undefined {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
  return value[key];
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Down a whole path. */
export const valueAtPath = (value: Json | undefined, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((v, key) => valueAt(v, key), value);

/** Whether the fields exist at all below a schema. */
export const schemaOfPath = (schema: Schema, path: PathOf): Schema | undefined =>
  schemaAt(
    schema,
    path.fields.flatMap((f) => (f.each ? [f.name, 0] : [f.name])),
  );
