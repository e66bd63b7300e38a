// Templates with their questions answered, as one SMS that is right in every respect: what faults are planted in.
// Answers come from the schemas' examples, and ids from what the documents define. Must not know any demand.
import assert from 'node:assert/strict';
import { scalarText } from '../../server/features/yaml-text';
import type { Knowledge } from '../../server/knowledge/knowledge';
import { type Path, propertiesAt } from '../../server/knowledge/schema';
import type { Kind, Schema } from '../../server/knowledge/types';
import type { Node } from '../../server/model/node';
import { readText } from '../../server/model/read';
import { isQuestion } from '../../server/model/written';

/** A word of a text, with what may stand there. */
export interface Leaf {
  readonly path: Path;
  readonly start: number;
  readonly end: number;
  readonly source: string;
  readonly schema: Schema | undefined;
  /** The sort of thing whose id it is. */
  readonly defines: string | undefined;
}

/** Every word of a text that holds one document of a kind. */
export function leavesOf(text: string, kind: Kind): Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (node: Node, by: number, path: Path, schema: Schema | undefined, holder?: Schema) => {
    if (node.type === 'list') for (const [i, item] of node.items.entries()) walk(item, by, [...path, i], schema?.items);
    else if (node.type === 'map')
      for (const e of node.entries) walk(e.value, by, [...path, e.key], schema && propertiesAt(schema).get(e.key), schema);
    else {
      const defines = path.at(-1) === 'id' ? (path.length === 1 ? kind.kind : holder?.['x-defines']) : undefined;
      leaves.push({ path, start: node.start + by, end: node.end + by, source: node.source, schema, defines });
    }
  };
  for (const f of readText(text).documents[0]?.fields ?? []) {
    assert.equal(f.items, undefined, 'a list was cut');
    walk(f.value, f.offset, [f.key], kind.schema.properties.get(f.key), kind.schema);
  }
  return leaves;
}

/** Ids by sort, the likeliest to be referred to first. */
export type Ids = ReadonlyMap<string, readonly string[]>;

export interface Answered {
  /** Text by kind. */
  readonly texts: ReadonlyMap<string, string>;
  readonly ids: Ids;
}

/** Every template answered; things in files of their own have ids of their own. */
export function answeredTemplates(knowledge: Knowledge): Answered {
  const ids = new Map<string, string[]>();
  const withIds = [...knowledge.kinds.values()].map((kind) => {
    const text = replaced(kind.template, leavesOf(kind.template, kind), (leaf) => {
      if (leaf.defines === undefined || !isQuestion(leaf.source)) return undefined;
      const taken = ids.get(leaf.defines) ?? [];
      const id = exampleOf(leaf) + (taken.length === 0 ? '' : `-${taken.length + 1}`);
      ids.set(leaf.defines, [...taken, id]);
      return id;
    });
    return [kind, text] as const;
  });
  return { texts: new Map(withIds.map(([kind, text]) => [kind.kind, answer(text, kind, ids)])), ids };
}

/** The text with each question answered, and agreed where it can be. */
export function answer(text: string, kind: Kind, ids: Ids): string {
  return replaced(text, leavesOf(text, kind), (leaf) => {
    if (leaf.path.join() === 'status' && leaf.source === 'draft') return 'agreed';
    return isQuestion(leaf.source) ? answerTo(leaf, ids) : undefined;
  });
}

function answerTo(leaf: Leaf, ids: Ids): string {
  const { schema, defines } = leaf;
  if (defines !== undefined) return ids.get(defines)?.[0] ?? exampleOf(leaf);
  const sorts = [schema?.['x-refers'] ?? []].flat();
  const word = schema?.examples?.map(String).find((e) => Object.hasOwn(schema['x-words'] ?? {}, e));
  if (sorts.length === 0 || word !== undefined) return word ?? exampleOf(leaf);
  return sorts.flatMap((sort) => ids.get(sort) ?? [])[0] ?? exampleOf(leaf);
}

/** The schema's first example that is a word. */
function exampleOf({ schema }: Leaf): string {
  const example = schema?.examples?.find((e) => typeof e !== 'object') ?? schema?.enum?.[0];
  return example === undefined ? 'as agreed' : String(example);
}

/** The text with some leaves exchanged. */
export function replaced(text: string, leaves: readonly Leaf[], by: (leaf: Leaf) => string | undefined): string {
  let at = 0;
  let made = '';
  for (const leaf of leaves) {
    const now = by(leaf);
    if (now === undefined) continue;
    made += text.slice(at, leaf.start) + scalarText(now, false);
    at = leaf.end;
  }
  return made + text.slice(at);
}
