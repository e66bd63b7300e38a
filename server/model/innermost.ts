// The thing that a place in a document belongs to, as its author would name it. Must not know any sort by name.
import type { Path } from '../knowledge/schema';
import type { Thing } from './pack';

/** It has an id of its own, or needs none. */
export const hasId = ({ data, frame, path }: Thing): boolean =>
  typeof data.id === 'string' || (frame.form === 'manifest' && path.length === 0);

/** The innermost of some things of one document, with an id of its own, that a path lies in. */
export function innermost(things: readonly Thing[], path: Path): Thing | undefined {
  const around = things.filter((t) => hasId(t) && t.path.every((key, i) => key === path[i]));
  return around.reduce<Thing | undefined>((most, t) => (most && most.path.length > t.path.length ? most : t), undefined);
}
