// One alternative of an entry of evidence in one thing, and alternatives that hold item by item. Must not know any demand or kind by name.
import type { Knowledge } from '../knowledge/knowledge';
import { schemaAt } from '../knowledge/schema';
import type { Entry, Evidence, PathOf, Schema } from '../knowledge/types';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { standing } from '../model/standing';
import { meantBy } from '../model/versions';
import { isNone } from '../model/written';
import { saysAbout } from './candidates';
import type { Context } from './context';
import { ABOUT_ALL, type About, isProved, pointerAt, type Reading, readPath, readWord } from './evidence';

/** Without `wanted`, what is written counts whatever its day. Reads a path, a path that must be a word, or one that leads to another thing, in a thing of its head. */
export function readEvidence(
  evidence: Exclude<Evidence, { rule: string }>,
  thing: Thing,
  instance: Thing | undefined,
  { knowledge, reader }: Context,
  wanted?: Wanted,
): Reading {
  const schema = knowledge.places.get(thing.sort)?.[0]?.schema;
  if (!schema) return { missing: [] };
  if (isEmptyPart(thing, evidence.path, reader)) return { missing: [thing.path] };
  if (evidence.word !== undefined) return readWord(thing, evidence.path, evidence.word, reader);
  const elsewhere = pointer(thing, knowledge, reader);
  const here = elsewhere ?? readPath(thing, schema, evidence.path, aboutOf(instance, { knowledge, reader }, wanted), reader);
  const { to } = evidence;
  if (!to || !isProved(here) || here.proved.every((at) => isNone(at.value))) return here;
  const targets = here.proved
    .flatMap((at) => (at.items.length > 0 ? at.items : [at]))
    .map((at) => targetsOf(at.text, to.head, thing, wanted, reader));
  const toSchema = knowledge.places.get(to.head)?.[0]?.schema;
  if (!toSchema || targets.some((things) => things.length === 0)) return { missing: here.proved.map((at) => at.path) };
  const there = targets.flat().map((t) => readPath(t, toSchema, to, ABOUT_ALL, reader));
  return there.every(isProved)
    ? { proved: [...here.proved, ...there.flatMap((r) => r.proved)] }
    : { missing: here.proved.map((at) => at.path) };
}

/** A part that says nothing yet is no document, though what its document says holds for it. */
function isEmptyPart(thing: Thing, { fields }: PathOf, reader: Reader): boolean {
  const root = thing.part && fields.length === 0 ? reader.root(thing) : undefined;
  return root !== undefined && !reader.at(root, ...thing.path).written;
}

/** A part that says where its document is written: that proves all that is asked of it. */
function pointer(thing: Thing, knowledge: Knowledge, reader: Reader): Reading | undefined {
  const kind = thing.part ? knowledge.kinds.get(thing.frame.kind) : undefined;
  const schema = kind && schemaAt(kind.schema, thing.path);
  return schema && pointerAt(reader.at(thing), schema, reader);
}

/** What proves may be only what counts, or a draft, too. */
export type Wanted = 'counts' | 'draft';

/**
 * What a reference leads to: of a record the versions that it means; of these the ones in force, else those that were or will be. A draft is not one yet, unless drafts are wanted.
 * Records of any time, since what they are of may be older than the audit period.
 */
function targetsOf(id: string | undefined, sort: string, by: Thing, wanted: Wanted | undefined, reader: Reader): readonly Thing[] {
  const all = id === undefined ? [] : meantBy(by, reader.find(sort, id), reader);
  const standings = all.map((thing) => ({ thing, stands: standing(thing, reader, true) }));
  const counting = standings.filter(({ stands }) => stands === 'counts');
  const others = standings.filter(({ stands }) => wanted === 'draft' || stands !== 'draft');
  return (counting.length > 0 ? counting : others).map(({ thing }) => thing);
}

const aboutOf = (
  instance: Thing | undefined,
  { knowledge, reader }: Pick<Context, 'knowledge' | 'reader'>,
  wanted: Wanted | undefined,
): About => ({
  ...(instance
    ? { instance, saying: reader.saying(instance), says: (items: Schema) => saysAbout(items, instance.sort, knowledge) }
    : ABOUT_ALL),
  ...(wanted && { until: reader.today() }),
});

/** `a[].x | a[].y`: each item holds one of them, else what the others lack. Undefined where the alternatives aren't fields of one list's items. */
export function itemByItem(
  entry: Entry,
  thing: Thing,
  instance: Thing | undefined,
  context: Context,
  wanted?: Wanted,
): Reading | undefined {
  const paths = entry.flatMap((e) => ('path' in e && e.word === undefined && !e.to && e.path.head === thing.sort ? [e.path] : []));
  const list = paths[0] && listOf(paths[0]);
  if (!list || paths.length !== entry.length || paths.some((p) => listOf(p)?.text !== list.text)) return undefined;
  const schema = context.knowledge.places.get(thing.sort)?.[0]?.schema;
  const whole = schema && readPath(thing, schema, list.path, aboutOf(instance, context, wanted), context.reader);
  if (!schema || !whole || !isProved(whole)) return undefined;
  const items = whole.proved.flatMap((at) => (at.items.length > 0 ? at.items : [at]));
  const held = items.map((item) => paths.map((p) => item.get(...p.fields.slice(list.length).map((f) => f.name))).find((at) => at.written));
  const proved = held.filter((at) => at !== undefined);
  if (proved.length === items.length) return { proved };
  const [first] = paths;
  const names = first?.fields.slice(list.length).map((f) => f.name) ?? [];
  return { missing: items.filter((_, i) => held[i] === undefined).map((item) => item.get(...names).path) };
}

/** The path down to and with the last list in it. */
function listOf({ head, fields }: PathOf): { path: PathOf; length: number; text: string } | undefined {
  const last = fields.findLastIndex((f) => f.each);
  if (last < 0 || last === fields.length - 1) return undefined;
  const down = fields.slice(0, last + 1);
  return { path: { head, fields: down }, length: down.length, text: down.map((f) => f.name).join('.') };
}
