// The thing that a place in a document belongs to, as its author would name it. Must not know any sort by name.
import type { Path } from '../knowledge/schema';
import type { JsonObject } from '../knowledge/types';
import type { Indexed, Thing } from './pack';

/** It has an id of its own, or needs none. */
export const hasId = ({ frame, path }: Thing, { id }: JsonObject): boolean =>
  typeof id === 'string' || (frame.form === 'manifest' && path.length === 0);

/** The innermost of the things of one document, with an id of its own, that a path lies in. */
export function innermost({ contents }: Pick<Indexed, 'contents'>, path: Path): Thing | undefined {
  const around = [...contents].flatMap(([t, says]) => (hasId(t, says) && t.path.every((key, i) => key === path[i]) ? [t] : []));
  return around.reduce<Thing | undefined>((most, t) => (most && most.path.length > t.path.length ? most : t), undefined);
}
