// What has to be known before a document can be started: which things it will be about. From the kind's template and schema alone;
// must not know any kind by name.
import type { Knowledge } from '../knowledge/knowledge';
import type { Path } from '../knowledge/schema';
import type { Kind, Schema } from '../knowledge/types';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { isQuestion } from '../model/written';
import { questionsIn } from './questions';

/** One thing that a new document is about. */
export interface About {
  /** "customer" */
  readonly sort: string;
  /** The template's own words: "Which customer of the register is it agreed with?" */
  readonly question: string;
  /** Those there are, by id; the same id once. */
  readonly known: readonly KnownThing[];
}

export interface KnownThing {
  readonly id: string;
  /** Its name where it has one, else its id. */
  readonly name: string;
}

/** In the order of the template; each sort once. */
export function aboutsOf(kind: Kind, reader: Reader): About[] {
  return placesOf(kind, reader.knowledge).map(({ sort, question }) => ({ sort, question, known: knownOf(sort, reader) }));
}

/** Every sort that some document can be about, so that each can be an option. */
export function aboutSorts(knowledge: Knowledge): string[] {
  return [...new Set([...knowledge.kinds.values()].flatMap((kind) => placesOf(kind, knowledge).map(({ sort }) => sort)))].sort();
}

interface AskedAt {
  readonly sort: string;
  readonly question: string;
  readonly path: Path;
}

/** What the head of the document names; where it names nothing, what stands in registers and its lists name. */
function placesOf(kind: Kind, knowledge: Knowledge): AskedAt[] {
  const all = questionsIn(kind.template, kind).flatMap(({ start, end, path, schema }): AskedAt[] => {
    const sort = sortOf(schema, knowledge);
    return sort === undefined ? [] : [{ sort, path, question: kind.template.slice(start, end).replace(/^<|>$/g, '') }];
  });
  const isHead = ({ path }: AskedAt) => !path.slice(0, -1).some((key) => typeof key === 'number');
  const head = all.filter(isHead);
  const asked = head.length > 0 ? head : all.filter(({ sort }) => knowledge.kinds.get(sort)?.form === 'entry');
  return asked.filter((a, i) => asked.findIndex((b) => b.sort === a.sort) === i);
}

function sortOf(schema: Schema | undefined, knowledge: Knowledge): string | undefined {
  if (schema?.['x-about'] !== true || schema['x-or-text']) return undefined;
  return [schema['x-refers'] ?? []].flat().find((sort) => knowledge.places.has(sort));
}

function knownOf(sort: string, reader: Reader): KnownThing[] {
  const byId = new Map(reader.all(sort).map((thing: Thing) => [thing.id, thing]));
  return [...byId].flatMap(([id, thing]) => {
    const [name, title] = [reader.at(thing, 'name').value, reader.at(thing, 'title').value];
    if (isQuestion(id)) return [];
    return [{ id, name: typeof name === 'string' && !isQuestion(name) ? name : typeof title === 'string' ? title : id }];
  });
}
