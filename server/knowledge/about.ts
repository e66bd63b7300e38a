// Whom documents and their items say that they are about: from the schemas alone. Must not know any kind, sort or field by name.
import { parsePath } from './evidence';
import { schemaOfPath } from './schema';
import type { Kind, Place, Schema } from './types';

/** Of every schema the sorts that it, or something below it, makes its document be about. */
export type Abouts = ReadonlyMap<Schema, ReadonlySet<string>>;

type Places = ReadonlyMap<string, readonly Place[]>;

export function aboutsOf(kinds: Iterable<Kind>, places: Places): Abouts {
  const known = new Map<Schema, ReadonlySet<string>>();
  const look = (schema: Schema): ReadonlySet<string> => {
    const before = known.get(schema);
    if (before) return before;
    const below = [...schema.properties.values(), ...(schema.items ? [schema.items] : [])];
    const sorts = new Set([...aboutSorts(schema, places), ...below.flatMap((s) => [...look(s)])]);
    known.set(schema, sorts);
    for (const branch of schema.oneOf ?? []) look(branch);
    return sorts;
  };
  for (const { schema } of kinds) look(schema);
  return known;
}

/** The sorts that a reference makes its document be about. */
export function aboutSorts(schema: Schema, places: Places): readonly string[] {
  const about = schema['x-about'];
  if (about === true) return [schema['x-refers'] ?? []].flat();
  if (typeof about !== 'string' || about === 'all') return [];
  const path = parsePath(about);
  const holder = places.get(path.head)?.[0]?.schema;
  const there = holder && schemaOfPath(holder, path);
  return [there?.['x-refers'] ?? there?.items?.['x-refers'] ?? []].flat();
}
