// The id under a cursor: what it stands for, where that is written, and who uses it. Must not know any kind, sort or field by name.
import type { Files } from '../assess/located';
import { locateSpot, type Stretch } from '../assess/located';
import { type Path, valueAtPath } from '../knowledge/schema';
import type { Reference, Thing } from '../model/pack';
import { locate } from '../model/position';
import type { Reader } from '../model/reader';
import { asked, documentAt, type Question } from './question';

/** An id in a text: of things written somewhere (versions side by side share one). */
export interface Name {
  readonly id: string;
  readonly things: readonly Thing[];
  /** The id alone, quotes left out: offsets. Of `mail-hr/availability` the half under the cursor. */
  readonly start: number;
  readonly end: number;
}

/** Undefined where no id stands, or one that nothing is known by. */
export function nameAt(question: Question): Name | undefined {
  const { file, offset, reader } = question;
  const here = asked(question);
  const yaml = documentAt(file, offset)?.yaml;
  const place = here && yaml && here.on === 'value' ? locate(yaml, here.path)?.value : undefined;
  const typed = here && valueAtPath(here.evidence.data, here.path);
  if (!here || !place || typeof typed !== 'string' || offset < place.start || offset > place.end) return undefined;
  const start = place.start + file.read.text.slice(place.start, place.end).indexOf(typed);
  if (start < place.start) return undefined;
  const whole = { start, end: start + typed.length };
  const own = definedAt(here.path, here.evidence.key, reader);
  if (own) {
    const all = reader.find(own.sort, own.id);
    // A document that only holds a list of such things is none itself.
    return { id: typed, things: all.includes(own) ? all : [own], ...whole };
  }
  const reference = referencesIn(here.evidence.key, reader).find((r) => r.path.join('\n') === here.path.join('\n'));
  const things = reference ? writtenOnly(reader.target(reference)) : [];
  const slash = typed.lastIndexOf('/');
  const inOwner = slash > 0 && offset <= start + slash;
  const owners = inOwner ? [...new Set(things.flatMap((t) => reader.root(t) ?? []))] : things;
  if (owners.length === 0) return undefined;
  if (slash < 0) return { id: typed, things: owners, ...whole };
  return inOwner
    ? { id: typed.slice(0, slash), things: owners, start, end: start + slash }
    : { id: typed.slice(slash + 1), things: owners, start: start + slash + 1, end: whole.end };
}

/** Words of a closed list are written nowhere. */
const writtenOnly = (things: readonly Thing[]) => things.filter((t) => t.doc !== '');

/** The thing whose id stands at a path. */
function definedAt(path: Path, doc: string, reader: Reader): Thing | undefined {
  if (path.at(-1) !== 'id') return undefined;
  const root = reader.root({ doc });
  const all = root ? [root, ...reader.inside({ doc })] : [];
  return all.find((t) => !t.part && t.path.join('\n') === path.slice(0, -1).join('\n'));
}

const referencesIn = (doc: string, reader: Reader): readonly Reference[] => reader.naming({ doc });

/** Where the things of a name are written: their ids. */
export const definitionsOf = (things: readonly Thing[], files: Files, reader: Reader): Stretch[] =>
  things.flatMap((t) => {
    const hasId = reader.at(t, 'id').value !== undefined;
    return locateSpot({ doc: t.doc, path: hasId ? [...t.path, 'id'] : t.path, on: 'value' }, files) ?? [];
  });

/** Where an id is used to mean one of the things, and its place in what stands there: behind a slash, or before it. */
export interface Use {
  readonly reference: Reference;
  readonly half: 'whole' | 'before' | 'behind';
}

/** Who refers to the things; to what stands inside them, too, where that is done by their id. */
export function usesOf(things: readonly Thing[], reader: Reader): Use[] {
  const uses = new Map<Reference, Use['half']>();
  for (const thing of things) {
    const halved = thing.path.length > 0 && thing.id === `${reader.root(thing)?.id}/${String(reader.at(thing, 'id').value)}`;
    for (const r of meaning(thing, reader)) uses.set(r, halved ? 'behind' : 'whole');
    if (thing.path.length > 0) continue;
    for (const inside of reader.inside(thing)) {
      if (inside.part || inside.id !== `${thing.id}/${String(reader.at(inside, 'id').value)}`) continue;
      for (const r of meaning(inside, reader)) uses.set(r, 'before');
    }
  }
  return [...uses].map(([reference, half]) => ({ reference, half }));
}

const meaning = (thing: Thing, reader: Reader): Reference[] =>
  reader.references(thing).filter((r) => reader.target(r).some((t) => t.sort === thing.sort));
