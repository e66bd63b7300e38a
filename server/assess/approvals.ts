// The approvals and agreements among what proves something, each with what it is worth. Must not know any demand or kind by name.

import type { Path } from '../knowledge/schema';
import { APPROVALS } from '../model/approval';
import { sayingOf } from '../model/content';
import { type Graded, graded } from '../model/grade';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import type { Spot } from './finding';

export interface GradedAt extends Graded {
  readonly at: Spot;
}

/** Tells of proofs which approvals they are, or hold, or are part of; each once. What one is worth is worked out when it is first asked for. */
export function approvalsBehind(reader: Reader): (proofs: readonly Spot[]) => readonly GradedAt[] {
  const byDocument = new Map<string, Map<string, Thing>>();
  for (const thing of APPROVALS.flatMap((sort) => reader.all(sort))) {
    const of = byDocument.get(thing.doc) ?? new Map<string, Thing>();
    const place = thing.path.join('/');
    const other = of.get(place);
    byDocument.set(thing.doc, of.set(place, other ? lastOf(other, thing, reader) : thing));
  }
  const known = new Map<Thing, GradedAt>();
  const gradeOf = (thing: Thing): GradedAt => {
    const before = known.get(thing) ?? { ...graded(thing, reader), at: { doc: thing.doc, path: thing.path, on: 'value' as const } };
    known.set(thing, before);
    return before;
  };
  return (proofs) => {
    const behind = proofs.flatMap(({ doc, path }) =>
      [...(byDocument.get(doc)?.values() ?? [])].filter((t) => path.length > 0 && onOneWay(t.path, path)),
    );
    return [...new Set(behind)].map(gradeOf);
  };
}

/** One of the paths leads on from the other. */
const onOneWay = (a: Path, b: Path) => a.slice(0, b.length).every((key, i) => key === b[i]);

/** Of two in one place, since the field stands there twice, the last one counts: the document says what that one says. */
function lastOf(one: Thing, other: Thing, reader: Reader): Thing {
  const root = reader.root(one);
  const now = root && reader.at(root, ...one.path).value;
  const says = reader.at(other).value;
  return now !== undefined && says !== undefined && sayingOf(says) === sayingOf(now) ? other : one;
}
