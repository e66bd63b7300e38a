// Every word of a document with what may stand there, and documents with some words exchanged. Must not know what is exchanged for what.
import assert from 'node:assert/strict';
import { type Path, propertiesAt, valueAt } from '../../server/knowledge/schema';
import type { Json, Kind, Schema } from '../../server/knowledge/types';
import type { Node } from '../../server/model/node';
import { readText } from '../../server/model/read';
import { scalarText } from '../../server/model/yaml-text';
/** A word of a text, with what may stand there. */
export interface Leaf {
  readonly path: Path;
  readonly start: number;
  readonly end: number;
  readonly source: string;
  readonly schema: Schema | undefined;
  /** What the schemas' examples show there, those further up first: they hang together. */
  readonly shown: Json | undefined;
  /** The sort of thing whose field it is; whether it is its id, and that known within its document only. */
  readonly of: string | undefined;
  readonly defines: boolean;
  readonly within: boolean;
}

/** Every word of a text that holds one document of a kind. */
export function leavesOf(text: string, kind: Kind): Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (node: Node, by: number, path: Path, at: At, holder?: Schema) => {
    const { schema, shown } = at;
    if (node.type === 'list') for (const [i, item] of node.items.entries()) walk(item, by, [...path, i], below(at, i, schema?.items));
    else if (node.type === 'map')
      for (const e of node.entries)
        walk(e.value, by, [...path, e.key], below(at, e.key, schema && propertiesAt(schema).get(e.key)), schema);
    else {
      const of = path.length === 1 ? kind.kind : holder?.['x-defines'];
      const defines = of !== undefined && path.at(-1) === 'id';
      const within = defines && holder?.['x-within'] === true;
      leaves.push({ path, start: node.start + by, end: node.end + by, source: node.source, schema, shown, of, defines, within });
    }
  };
  for (const f of readText(text).documents[0]?.fields ?? []) {
    assert.equal(f.items, undefined, 'a list was cut');
    walk(
      f.value,
      f.offset,
      [f.key],
      below({ schema: kind.schema, shown: undefined }, f.key, kind.schema.properties.get(f.key)),
      kind.schema,
    );
  }
  return leaves;
}

type At = Pick<Leaf, 'schema' | 'shown'>;

const below = ({ shown }: At, key: string | number, schema: Schema | undefined): At => ({
  schema,
  shown: valueAt(shown, key) ?? schema?.examples?.[0],
});

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
