// A text that was read, with all places counted from its start: what two ways of reading must agree on.
import type { Field, Node, ReadText } from '../../server/model/node';
import { readText, readWhole } from '../../server/model/read';

/** The documents of a text, read as it is for authors. */
export const cut = (text: string) =>
  readText(text).documents.map((doc) => ({ ...described(doc.fields), other: doc.other && absolute(doc.other, doc.start) }));

/** The same, read by the YAML library in one go. */
export const whole = (text: string) => readWhole(text).documents.map((doc) => ({ ...described(doc.fields), other: doc.other }));

export const faultsOf = (read: ReadText) => [...read.faults, ...read.documents.flatMap((doc) => doc.faults)];

function described(fields: readonly Field[]) {
  return {
    fields: fields.map(({ key, keyStart, keyEnd, offset, value, items }) => {
      const at = absolute(value, offset);
      const list = items?.map((item) => absolute(item.node, item.offset));
      return {
        key,
        keyStart: keyStart + offset,
        keyEnd: keyEnd + offset,
        value: list ? { ...at, end: list.at(-1)?.end, items: list } : at,
      };
    }),
  };
}

function absolute(node: Node, offset: number): Node {
  const at = { start: node.start + offset, end: node.end + offset };
  if (node.type === 'scalar') return { ...node, ...at };
  if (node.type === 'list') return { ...node, ...at, items: node.items.map((item) => absolute(item, offset)) };
  const entries = node.entries.map((e) => ({
    ...e,
    keyStart: e.keyStart + offset,
    keyEnd: e.keyEnd + offset,
    value: absolute(e.value, offset),
  }));
  return { ...node, ...at, entries };
}

/** What a node says, as plain data. Keys keep their names, whatever these are. */
export function data(node: Node | undefined): unknown {
  if (!node || node.type === 'scalar') return node?.value;
  if (node.type === 'list') return node.items.map(data);
  return Object.fromEntries(node.entries.map((e) => [e.key, data(e.value)]));
}

/** All that the first document of a text says; items of lists that were cut included. */
export function dataOf(text: string): Record<string, unknown> {
  const fields = readText(text).documents[0]?.fields ?? [];
  return Object.fromEntries(fields.map((f) => [f.key, f.items ? f.items.map((item) => data(item.node)) : data(f.value)]));
}
