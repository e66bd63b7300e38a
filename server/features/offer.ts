// What completion knows while it makes its offers at one place: worked out when it is first needed, and once. Must not know any kind by name.
import type { Kind } from '../knowledge/types';
import { type Pieces, piecesOf } from './piece';
import type { Place } from './place';
import type { Question } from './question';
import { type Style, styleAt } from './style';

export interface Offer {
  readonly place: Place;
  readonly question: Question;
  readonly pieces: (kind: Kind) => Pieces;
  /** How the author lays out this document. */
  readonly style: () => Style;
}

/** One for each place; what all of them need is shared. */
export function offers(places: readonly Place[], question: Question): Offer[] {
  const { knowledge, file } = question;
  const known = new Map<Kind, Pieces>();
  const pieces = (kind: Kind) => {
    const found = known.get(kind) ?? piecesOf(kind, knowledge.kinds);
    known.set(kind, found);
    return found;
  };
  const style = once(() =>
    styleAt(places[0]?.document.yaml ?? { start: 0, end: 0, fields: [], faults: [] }, file.read.text, question.offset),
  );
  return places.map((place) => ({ place, question, pieces, style }));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
