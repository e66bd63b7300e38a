// What one document contributes to a pack: its things and references. What stays in its place stays the same object.
// Must not know other documents, demands or rules.
import { isObject, type Path } from '../knowledge/schema';
import type { Json, JsonObject } from '../knowledge/types';
import { dayIn, type EvidenceDocument, type Marked, type ReferenceMark, type ThingMark } from './document';
import { isWhole } from './export';
import type { Frame, Group, Indexed, Reference, Thing } from './pack';

/** `before`: what it contributed until now. */
export function indexed(document: EvidenceDocument, before: Indexed | undefined): Indexed {
  const frame = frameOf(document, before?.root.frame);
  const { key: doc, id } = document;
  const sort = document.kind.kind;
  const event = document.kind.form === 'record';
  const root =
    before?.root.frame === frame
      ? before.root
      : { sort, id, doc, path: [], seat: seatOf(sort, id, doc, []), frame, day: frame.day, event, part: false };
  const previous = new Map<string, Group[]>();
  for (const g of before?.groups ?? []) previous.set(g.marked.prefix.join('/'), [...(previous.get(g.marked.prefix.join('/')) ?? []), g]);
  const groups = document.marks.map((marked) => {
    // A field that stands twice makes two.
    const old = previous.get(marked.prefix.join('/'))?.shift();
    return old?.marked.value === marked.value && before?.root === root ? old : group(marked, root, old);
  });
  const contents = new Map<Thing, JsonObject>([[root, document.data]]);
  for (const { things, values } of groups)
    for (const [i, t] of things.entries()) contents.set(t, t.part ? ofPart(t, values[i] ?? {}, document.data) : (values[i] ?? {}));
  const things = groups.flatMap((g) => g.things);
  const references = groups.flatMap((g) => g.references);
  return { document, root, groups, contents, things, parts: things.filter((t) => t.part), references };
}

/** What is in the same place as in `before` stays the same object, so that an edit in a list doesn't touch its other items. */
function group(marked: Marked, root: Thing, before: Group | undefined): Group {
  const thingsBefore = new Map(before?.things.map((t) => [t.seat, t]));
  const own = marked.marks.flatMap((mark) => ('sort' in mark ? [{ mark, now: thing([...marked.prefix, ...mark.path], mark, root) }] : []));
  const things = own.map(({ now }) => {
    const old = thingsBefore.get(now.seat);
    // Of a field that stands twice there are two things in one place.
    thingsBefore.delete(now.seat);
    return old && old.frame === now.frame && old.day === now.day && old.event === now.event ? old : now;
  });
  const referencesBefore = new Map(before?.references.map((r) => [r.path.join('/'), r]));
  const references = marked.marks.flatMap((m) => {
    if (!('refers' in m)) return [];
    const now = reference(m, [...marked.prefix, ...m.path], things, root);
    const old = referencesBefore.get(now.path.join('/'));
    return [old && old.id === now.id && old.schema === now.schema && old.owner === now.owner && old.kind === now.kind ? old : now];
  });
  return { marked, things, values: own.map(({ mark }) => mark.value), references };
}

function thing(path: Path, { sort, value, within, day, event, part }: ThingMark, root: Thing): Thing {
  const id = part ? root.id : idOf(value, path, within, root);
  const seat = seatOf(sort, id, root.doc, path);
  return { sort, id, doc: root.doc, path, seat, frame: root.frame, day: day ?? root.frame.day, event: event || root.event, part };
}

const seatOf = (sort: string, id: string, doc: string, path: Path) => `${sort}/${id}/${doc}/${path.join('/')}`;

/** What a part doesn't say itself its document says for it. */
const ofPart = ({ path }: Thing, value: JsonObject, document: JsonObject): JsonObject => ({
  ...without(document, String(path[0])),
  ...value,
});

/** Its own id; of a period its days, so that one that several documents name is one thing; else its place. */
function idOf({ id, from, to }: JsonObject, path: Path, within: boolean, root: Thing): string {
  if (typeof id === 'string') return within ? `${root.id}/${id}` : id;
  return typeof from === 'string' && typeof to === 'string' ? `${from}/${to}` : `${root.doc}/${path.join('/')}`;
}

const without = (data: JsonObject, field: string): JsonObject => Object.fromEntries(Object.entries(data).filter(([key]) => key !== field));

function reference(mark: ReferenceMark, path: Path, things: readonly Thing[], root: Thing): Reference {
  const owner = things.findLast((t) => t.path.every((key, i) => key === path[i]));
  return { refers: mark.refers, id: mark.id, path, schema: mark.schema, doc: root.doc, kind: root.sort, owner };
}

const FRAME = ['status', 'version', 'valid', 'term'];

function frameOf(document: EvidenceDocument, before: Frame | undefined): Frame {
  const { kind } = document;
  const says = Object.fromEntries(FRAME.flatMap((f) => (Object.hasOwn(document.data, f) ? [[f, document.data[f] ?? null]] : [])));
  const day = dayIn(document.data, kind.schema['x-date']);
  const lines = kind.form === 'controlled' ? linesOf(document.data.history) : [];
  const [begun, looked] = [daysOf(lines)[0], daysOf(lines).at(-1)];
  const came = daysOf(lines.filter((line) => line.version === document.data.version && line.unchanged !== true))[0];
  // Rows that aren't known are no rows that are missing.
  const unread = document.exports.filter((e) => e.table === undefined).map((e) => String(e.path[0]));
  const broken = [...document.broken, ...unread].join(' ');
  const partly = [...document.broken, ...document.exports.filter((e) => !isWhole(e)).map((e) => String(e.path[0]))].join(' ');
  const same =
    before?.looked === looked &&
    before?.came === came &&
    before?.begun === begun &&
    before?.broken === broken &&
    before?.partly === partly &&
    before?.day === day &&
    before?.kind === kind.kind &&
    before.id === document.id &&
    before.form === kind.form &&
    Object.keys(says).length === Object.keys(before.says).length &&
    Object.keys(says).every((k) => says[k] === before.says[k]);
  return same ? before : { kind: kind.kind, form: kind.form, id: document.id, day, looked, came, begun, broken, partly, says };
}

const linesOf = (history: Json | undefined): readonly JsonObject[] => (Array.isArray(history) ? history : []).filter(isObject);

/** The days in a history, the earliest first. */
const daysOf = (lines: readonly JsonObject[]): readonly string[] => lines.flatMap((line) => dayIn(line, 'on') ?? []).sort();
