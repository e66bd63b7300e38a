// From the YAML library's tree to plain nodes; aliases become copies of what they stand for.
// Must not know what the library finds wrong, how a text is cut, nor schemas.
import { isAlias, isMap, isScalar, type Pair, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { keyFaults } from './keys';
import { LIMITS, tooManyValues } from './limits';
import type { Entry, Fault, ListNode, MapNode, Node, Range, ScalarNode } from './node';

export interface Tree {
  readonly root: Node | undefined;
  /** Aliases that lead nowhere or grow without end, keys that stand twice or are too many (the root's own keys are left to the caller). */
  readonly faults: Fault[];
  /** Quotes and brackets that never close: `start` where each opens, `end` where the library gave up. */
  readonly openers: Range[];
}

/** What is known while one document is turned into nodes. */
interface Reading extends Tree {
  readonly text: string;
  /** What each name stands for; nothing as long as the value that bears it is being read. */
  readonly anchors: Map<string, Node | undefined>;
  /** Values repeated so far. */
  copies: number;
  /** Where plain keys begin that swallowed the line above them. */
  readonly greedyKeys: ReadonlySet<number>;
}

/**
 * The nodes of one document of `text`; no root where nothing is written.
 * `greedyKeys` are the places of keys that the library read over several lines: of these the last line counts.
 */
export function toTree(contents: ParsedNode | null, text: string, greedyKeys: ReadonlySet<number>): Tree {
  const reading: Reading = { text, root: undefined, faults: [], openers: [], anchors: new Map(), copies: 0, greedyKeys };
  if (!contents || (isEmpty(contents) && contents.anchor === undefined)) return reading;
  const root = toNode(contents, reading, true);
  return { ...reading, root };
}

/** Nothing is written, not even a type. */
const isEmpty = (node: ParsedNode): node is Scalar.Parsed => isScalar(node) && node.source === '' && node.type === 'PLAIN' && !node.tag;

function toNode(node: ParsedNode, reading: Reading, isRoot = false): Node {
  if (isAlias(node)) return repeated(node.source, range(node), reading);
  const { anchor } = node;
  if (anchor !== undefined) reading.anchors.set(anchor, undefined);
  const made = isScalar(node) ? toScalar(node, reading) : isMap(node) ? toMap(node, reading, isRoot) : toList(node, reading);
  // A name given again further in counts from there on.
  if (anchor !== undefined && reading.anchors.get(anchor) === undefined) reading.anchors.set(anchor, made);
  return made;
}

const range = ({ range: [start, end] }: ParsedNode): Range => ({ start, end });

function toScalar(node: Scalar.Parsed, { text, openers }: Reading): ScalarNode {
  const { start, end } = range(node);
  const { type, value } = node;
  const source = node.source ?? '';
  const block = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') {
    if (end - start < 2 || text[end - 1] !== text[start]) openers.push({ start, end });
  }
  const known = value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
  // The line break behind a block of text is no part of what one would mark.
  const trimmed = block ? start + text.slice(start, end).trimEnd().length : end;
  return { type: 'scalar', start, end: trimmed, value: known ? value : source, source, plain: type === 'PLAIN' };
}

function toList(node: YAMLSeq.Parsed, reading: Reading): ListNode {
  const flow = node.flow === true;
  const items = node.items.map((item) => toNode(item as ParsedNode, reading));
  return { type: 'list', ...outline(node, flow, items.at(-1)?.end, reading), flow, items };
}

function toMap(node: YAMLMap.Parsed, reading: Reading, isRoot: boolean): MapNode {
  const flow = node.flow === true;
  const entries = node.items.map((pair) => toEntry(pair, flow, reading));
  if (!isRoot) reading.faults.push(...keyFaults(entries.map((e) => ({ key: e.key, start: e.keyStart, end: e.keyEnd }))));
  const last = entries.at(-1);
  return { type: 'map', ...outline(node, flow, last && Math.max(last.keyEnd, last.value.end), reading), flow, entries };
}

/** Brackets end behind the closing one; what stands in lines ends with its last value, whatever comments follow. */
function outline(node: YAMLMap.Parsed | YAMLSeq.Parsed, flow: boolean, lastEnd: number | undefined, { text, openers }: Reading): Range {
  const { start, end } = range(node);
  if (!flow) return { start, end: lastEnd ?? end };
  if (text[start] === '{' ? text[end - 1] !== '}' : text[start] === '[' && text[end - 1] !== ']') openers.push({ start, end });
  return { start, end };
}

function toEntry(pair: Pair<ParsedNode, ParsedNode | null>, flow: boolean, reading: Reading): Entry {
  const { key, keyStart, keyEnd } = toKey(pair.key, flow, reading);
  const { value } = pair;
  if (value && !isEmpty(value)) return { key, keyStart, keyEnd, value: toNode(value, reading) };
  const at = value ? colonEnd(reading.text, keyEnd) : keyEnd;
  const nothing: ScalarNode = { type: 'scalar', start: at, end: at, value: null, source: '', plain: true };
  if (value?.anchor !== undefined) reading.anchors.set(value.anchor, nothing);
  return { key, keyStart, keyEnd, value: nothing };
}

/** Behind the colon that follows a key; the place itself where none follows. */
function colonEnd(text: string, at: number): number {
  let colon = at;
  while (/\s/.test(text[colon] ?? '')) colon++;
  return text[colon] === ':' ? colon + 1 : at;
}

function toKey(node: ParsedNode, flow: boolean, reading: Reading): { key: string; keyStart: number; keyEnd: number } {
  const made = toNode(node, reading);
  const { start, end } = made;
  const key = made.type === 'scalar' ? made.source : reading.text.slice(start, end);
  if (flow || !isScalar(node) || !reading.greedyKeys.has(start)) return { key, keyStart: start, keyEnd: end };
  const lastLine = reading.text.slice(start, end).search(/[^\n]*$/);
  const keyStart = start + lastLine + reading.text.slice(start + lastLine, end).search(/\S|$/);
  return { key: reading.text.slice(keyStart, end), keyStart, keyEnd: end };
}

/** What an alias stands for, all of it placed where the alias stands. */
function repeated(name: string, at: Range, reading: Reading): Node {
  const nothing: ScalarNode = { type: 'scalar', ...at, value: null, source: '', plain: true };
  const original = reading.anchors.get(name);
  if (original) return copy(original, at, reading, nothing);
  if (reading.anchors.has(name))
    reading.faults.push({ id: 'yaml-syntax', ...at, values: { says: 'This value is part of what it points to.' } });
  else reading.faults.push({ id: 'unknown-alias', ...at, values: { name } });
  // Said once is enough.
  reading.anchors.set(name, nothing);
  return nothing;
}

function copy(node: Node, at: Range, reading: Reading, nothing: ScalarNode): Node {
  reading.copies++;
  if (reading.copies === LIMITS.copies + 1) reading.faults.push(tooManyValues(at));
  if (reading.copies > LIMITS.copies) return nothing;
  if (node.type === 'scalar') return { ...node, ...at };
  if (node.type === 'list') return { ...node, ...at, items: node.items.map((item) => copy(item, at, reading, nothing)) };
  const entries = node.entries.map((e) => ({ key: e.key, keyStart: at.start, keyEnd: at.end, value: copy(e.value, at, reading, nothing) }));
  return { ...node, ...at, entries };
}
