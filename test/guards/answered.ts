// Templates with their questions answered, as one SMS in which nothing is missing: what faults are planted in.
// Answers come from the schemas' examples, and ids from what the documents define. Must not know any demand or kind by name.
import type { Knowledge } from '../../server/knowledge/knowledge';
import type { Kind } from '../../server/knowledge/types';
import { isQuestion } from '../../server/model/written';
import { type Leaf, leavesOf, replaced } from './leaves';
import { likeliest, withSecond, wordFor } from './members';

/** Ids by sort as others refer to them (`mail-hr/availability`), the likeliest first. */
export type Ids = ReadonlyMap<string, readonly string[]>;

export interface Answered {
  /** Text by kind. */
  readonly texts: ReadonlyMap<string, string>;
  readonly ids: Ids;
}

/** Every template answered; things in files of their own have ids of their own, and no two documents share one: a part of one may stand for another. */
export function answeredTemplates(knowledge: Knowledge): Answered {
  const ids = new Map<string, string[]>();
  const documents = new Set<string>();
  const withIds = [...knowledge.kinds.values()].map((kind) => {
    const template = withSecond(kind.template, kind, knowledge);
    let own = '';
    const text = replaced(template, leavesOf(template, kind), (leaf) => {
      if (!leaf.defines || leaf.of === undefined || !isQuestion(leaf.source)) return undefined;
      const taken = ids.get(leaf.of) ?? [];
      const whole = (id: string) => (leaf.within ? `${own}/${id}` : id);
      const isTaken = (id: string) => taken.includes(whole(id)) || (leaf.path.length === 1 && documents.has(id));
      let id = exampleOf(leaf);
      for (let n = 2; isTaken(id); n++) id = `${exampleOf(leaf)}-${n}`;
      if (leaf.path.length === 1) {
        own = id;
        documents.add(id);
      }
      ids.set(leaf.of, [...taken, whole(id)]);
      return id;
    });
    return [kind, text] as const;
  });
  return { texts: new Map(withIds.map(([kind, text]) => [kind.kind, answer(text, kind, ids, knowledge)])), ids };
}

/** The text with each question answered, and agreed where it can be. */
export function answer(text: string, kind: Kind, ids: Ids, knowledge: Knowledge): string {
  return replaced(text, leavesOf(text, kind), (leaf) => {
    if (leaf.path.join() === 'status' && leaf.source === 'draft') return 'agreed';
    return isQuestion(leaf.source) ? answerTo(leaf, kind, ids, knowledge) : undefined;
  });
}

function answerTo(leaf: Leaf, kind: Kind, ids: Ids, knowledge: Knowledge): string {
  const { schema, of, defines } = leaf;
  // The version at the top and that in the history are one, whatever is shown of a history elsewhere.
  if (schema?.format === 'version') return exampleOf({ ...leaf, shown: undefined });
  if (defines && of !== undefined) return ids.get(of)?.[0]?.replace(/^.*\//, '') ?? exampleOf(leaf);
  const sorts = [schema?.['x-refers'] ?? []].flat();
  const word = schema?.examples?.map(String).find((e) => Object.hasOwn(schema['x-words'] ?? {}, e));
  if (sorts.length === 0 || word !== undefined) return wordFor(leaf, kind, exampleOf(leaf), knowledge) ?? word ?? exampleOf(leaf);
  return sorts.flatMap((sort) => likeliest(ids.get(sort) ?? [], sort, leaf, kind, knowledge))[0] ?? exampleOf(leaf);
}

/** What is shown there, else the schema's first example that is a word. */
function exampleOf({ schema, shown }: Leaf): string {
  const example = [shown, ...(schema?.examples ?? []), schema?.enum?.[0]].find((e) => e !== undefined && typeof e !== 'object');
  return example === undefined ? 'as agreed' : String(example);
}
