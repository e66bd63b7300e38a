// In which things the evidence of a demand is looked for, and whom a thing is about. Must not know any demand or kind by name.
import { aboutSorts } from '../knowledge/about';
import { parsePath } from '../knowledge/evidence';
import type { Knowledge } from '../knowledge/knowledge';
import type { Schema } from '../knowledge/types';
import type { Reference, Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { span } from '../model/versions';

/** The things of sort `head` that may prove something of `instance` (of the whole SMS, without one), whether they count or not. */
export function candidates(head: string, instance: Thing | undefined, knowledge: Knowledge, reader: Reader): readonly Thing[] {
  if (!instance) return reader.all(head);
  if (head === instance.sort) return [instance];
  const root = reader.root(instance);
  const kind = knowledge.kinds.get(head);
  const byDays = kind !== undefined && periodAbout(kind.schema, instance.sort);
  const own = root?.sort === head ? [root] : [];
  if (own.length > 0 && !byDays) return own;
  if (kind?.schema['x-about'] === 'all' || kind?.form === 'manifest') return reader.all(head);
  const named = reader.saying(instance).flatMap((r) => holders(r, head, reader));
  const dated = byDays ? reader.all(head).filter((t) => shareADay(t, instance, reader)) : [];
  return [...new Set([...own, ...named, ...dated])].filter((t) => t !== instance);
}

/** The things of a sort that a reference makes be about something: its item, its document, or the document's part that stands for such a one. */
function holders(reference: Reference, head: string, reader: Reader): readonly Thing[] {
  if (reference.owner?.sort === head) return [reference.owner];
  if (reference.kind === head) return [reader.root(reference)].filter((t) => t !== undefined);
  return reader.parts(reference).filter((t) => t.sort === head);
}

/** Whether items of such a list say that they are about things of a sort. */
export const saysAbout = (schema: Schema, sort: string, { abouts }: Knowledge): boolean => abouts.get(schema)?.has(sort) ?? false;

const periodAbout = (schema: Schema, sort: string): boolean => {
  const period = schema.properties.get('period');
  return period?.['x-about'] === true && [period['x-refers'] ?? []].flat().includes(sort);
};

/** Whom a thing says that it is about; `unknown` where it names one that isn't there. */
export function aboutWhom(
  thing: Thing,
  sort: string,
  knowledge: Knowledge,
  reader: Reader,
): { readonly things: readonly Thing[]; readonly unknown: boolean } {
  const own = reader.naming(thing).filter((r) => (thing.part && r.owner === undefined) || thing.path.every((k, i) => k === r.path[i]));
  const saying = own.filter((r) => aboutSorts(r.schema, knowledge.places).includes(sort));
  const found = saying.flatMap((r) => meant(r, sort, reader));
  const kind = knowledge.kinds.get(thing.sort);
  const dated = kind && periodAbout(kind.schema, sort) ? reader.all(sort).filter((t) => shareADay(thing, t, reader)) : [];
  const unknown = saying.some((r) => meant(r, sort, reader).length === 0 && !isOfAnotherSort(r, sort, reader));
  return { things: [...found, ...dated], unknown };
}

/** It may mean things of several sorts, and means one of another: a plan's test that is of an availability plan, and of no continuity plan. */
const isOfAnotherSort = ({ schema, refers, id }: Reference, sort: string, reader: Reader): boolean =>
  schema['x-about'] === true && refers.some((other) => other !== sort && reader.find(other, id).length > 0);

/** The thing that a reference names, or those that the named one names in turn. */
function meant(reference: Reference, sort: string, reader: Reader): readonly Thing[] {
  const about = reference.schema['x-about'];
  if (typeof about !== 'string') return reader.find(sort, reference.id);
  const path = parsePath(about);
  return reader.find(path.head, reference.id).flatMap((t) => {
    const ends = path.fields.reduce(
      (all, { name, each }) => all.flatMap((at) => (each ? at.get(name).items : [at.get(name)])),
      [reader.at(t)],
    );
    return ends.flatMap((at) => [at, ...at.items]).flatMap((a) => (a.text === undefined ? [] : reader.find(sort, a.text)));
  });
}

/** Two spans of days that overlap; one without days overlaps with none. */
function shareADay(a: Thing, b: Thing, reader: Reader): boolean {
  const [one, other] = [span(a, reader), span(b, reader)];
  return one !== undefined && other !== undefined && one.from <= other.to && other.from <= one.to;
}
