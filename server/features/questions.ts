// The questions that stand in a text of some kind, each with its place and what may be answered. Must not know any kind by name.
import { type Path, propertiesAt } from '../knowledge/schema';
import type { Kind, Schema } from '../knowledge/types';
import type { Node } from '../model/node';
import { readText } from '../model/read';
import { isQuestion } from '../model/written';

/** Offsets count in the text. */
export interface QuestionAt {
  readonly start: number;
  readonly end: number;
  readonly path: Path;
  /** Of the value that is asked for; undefined where the kind knows no such field. */
  readonly schema: Schema | undefined;
}

/** In text order; `text` is one document. */
export function questionsIn(text: string, kind: Kind): QuestionAt[] {
  const found: QuestionAt[] = [];
  const walk = (node: Node, by: number, schema: Schema | undefined, path: Path) => {
    if (node.type === 'list') for (const [i, item] of node.items.entries()) walk(item, by, schema?.items, [...path, i]);
    else if (node.type === 'map') {
      for (const { key, value } of node.entries) walk(value, by, schema && propertiesAt(schema).get(key), [...path, key]);
    } else if (isQuestion(node.value)) found.push({ start: node.start + by, end: node.end + by, schema, path });
  };
  for (const { key, items, value, offset } of readText(text).documents[0]?.fields ?? []) {
    const schema = kind.schema.properties.get(key);
    if (items) for (const [i, item] of items.entries()) walk(item.node, item.offset, schema?.items, [key, i]);
    else walk(value, offset, schema, [key]);
  }
  return found;
}
