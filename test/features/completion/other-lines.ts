// What each line of a text says, by a reader of YAML that is not ours: to see whether an edit of one line changed another.
// Must not know completion or schemas.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';

export interface Lines {
  /** By line: what begins there and in what it stands, names written on `but` left out. */
  readonly says: ReadonlyMap<number, readonly string[]>;
  readonly faults: number;
}

/** Lines count from 0. */
export function linesOf(text: string, but: ReadonlySet<number>): Lines {
  const counter = new LineCounter();
  const says = new Map<number, string[]>();
  const lineOf = (node: Node) => counter.linePos(node.range?.[0] ?? 0).line - 1;
  const say = (node: Node, words: string) => says.set(lineOf(node), [...(says.get(lineOf(node)) ?? []), words]);
  const walk = (node: unknown, around: readonly string[]): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const name = but.has(lineOf(key)) ? '*' : String(key.value);
        say(key, [...around, `${name}:`].join(' '));
        walk(value, [...around, name]);
      }
    } else if (isSeq(node)) for (const item of node.items) walk(item, [...around, '-']);
    // Nothing yet is no value that could change.
    else if (isScalar(node) && node.range && node.value !== null) say(node, `${around.join(' ')} = ${String(node.source ?? node.value)}`);
  };
  const documents = [...parseAllDocuments(text, { lineCounter: counter, uniqueKeys: false })];
  for (const document of documents) walk('contents' in document ? document.contents : undefined, []);
  return { says, faults: documents.reduce((sum, d) => sum + d.errors.length, 0) };
}
