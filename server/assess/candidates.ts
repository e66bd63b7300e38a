// In which things the evidence of a demand is looked for. Must not know any demand or kind by name.
import type { Knowledge } from '../knowledge/knowledge';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';

/** The things of sort `head` that may prove something of `instance` (of the whole SMS, without one), whether they count or not. */
export function candidates(head: string, instance: Thing | undefined, knowledge: Knowledge, reader: Reader): readonly Thing[] {
  if (!instance) return reader.all(head);
  if (head === instance.sort) return [instance];
  const root = reader.root(instance);
  if (root?.sort === head) return [root];
  const kind = knowledge.kinds.get(head);
  if (kind?.schema['x-about'] === 'all' || kind?.form === 'manifest') return reader.all(head);
  const about = reader.references(instance).filter((r) => r.schema['x-about'] === true);
  const things = about.map((r) => (r.owner?.sort === head ? r.owner : r.kind === head ? reader.root(r) : undefined));
  return [...new Set(things.filter((t): t is Thing => t?.sort === head && t !== instance))];
}

/** The things that `thing` says it is about; `unknown` where it names one that isn't there. */
export function aboutWhom(thing: Thing, sort: string, reader: Reader): { readonly things: readonly Thing[]; readonly unknown: boolean } {
  const references = reader.pack.documents.get(thing.doc)?.groups.flatMap((g) => g.references) ?? [];
  const about = references.filter(
    (r) => r.schema['x-about'] === true && r.refers.includes(sort) && thing.path.every((k, i) => k === r.path[i]),
  );
  const found = about.map((r) => reader.find(sort, r.id));
  return { things: found.flat(), unknown: found.some((things) => things.length === 0) };
}
