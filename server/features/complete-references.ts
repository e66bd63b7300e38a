// Completion of ids: those of the right sort only, by their names, what fits this document first. Must not know any sort or field by name.
import { nameOf, sortTitle } from '../assess/context';
import { type Path, valueAtPath } from '../knowledge/schema';
import type { Json, Schema } from '../knowledge/types';
import type { EvidenceDocument } from '../model/document';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { standing } from '../model/standing';
import { isQuestion } from '../model/written';
import type { Offer } from './offer';

/** An id or a word that stands in place of one. */
export interface Named {
  readonly text: string;
  readonly kind: 'value' | 'reference';
  readonly edge: string | undefined;
  readonly detail: string | undefined;
}

/**
 * Each id once, however many versions there are: what this document names elsewhere, then the words that may stand there, then all
 * others; last what is no longer meant, and what the items beside it name already.
 */
export function namedThings(schema: Schema, { place, question: { knowledge, reader } }: Offer): Named[] {
  const refers = [schema['x-refers'] ?? []].flat();
  if (refers.length === 0) return [];
  const things = refers.flatMap((sort) => reader.all(sort).filter((thing) => hasId(thing, reader)));
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const here = place.evidence ? namedIn(place.evidence) : new Set<string>();
  const beside = besides(place.path, place.evidence?.data);
  const own = place.evidence?.key;
  const words = Object.entries(schema['x-words'] ?? {}).map(([text, meaning]) => ({
    rank: 1,
    text,
    kind: 'value' as const,
    edge: undefined,
    detail: meaning,
  }));
  const ids = [...byId.values()]
    .filter((thing) => !isAround(thing, own, place.path))
    .map((thing) => ({
      rank: standing(thing, reader, true) === 'no' ? 3 : here.has(thing.id) || here.has(thing.id.split('/')[0] ?? '') ? 0 : 2,
      text: thing.id,
      kind: 'reference' as const,
      edge: nameOf(thing, reader),
      detail: [...new Set([nameOf(thing, reader), sortTitle(knowledge, thing.sort)])].join(' · '),
    }));
  const order = ({ text, rank }: { text: string; rank: number }) => rank + (beside.has(text) ? 4 : 0);
  return [...words, ...ids].sort((a, b) => order(a) - order(b));
}

const hasId = (thing: Thing, reader: Reader): boolean => {
  const id = reader.at(thing, 'id').value;
  return typeof id === 'string' && !isQuestion(id);
};

/** Nothing refers to what it stands in. */
const isAround = (thing: Thing, doc: string | undefined, path: Path) =>
  thing.doc === doc && thing.path.length <= path.length && thing.path.every((key, i) => key === path[i]);

/** Every id that the document refers to. */
const namedIn = ({ marks }: EvidenceDocument): ReadonlySet<string> =>
  new Set(marks.flatMap((m) => m.marks.flatMap((mark) => ('refers' in mark ? [mark.id, mark.id.split('/')[0] ?? ''] : []))));

/** What the other items of the nearest list say at the same place. */
function besides(path: Path, data: Json | undefined): ReadonlySet<Json> {
  const at = path.findLastIndex((key) => typeof key === 'number');
  const list = at < 0 ? undefined : valueAtPath(data, path.slice(0, at));
  const rest = path.slice(at + 1);
  const others = Array.isArray(list) ? list.filter((_, i) => i !== path[at]) : [];
  return new Set(others.flatMap((item: Json) => valueAtPath(item, rest) ?? []));
}
