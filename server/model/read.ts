// A text to its documents. What did not change since the last version is taken over, so that it stays identical.
// Must not know kinds, schemas or files.
import { type Cut, cutText } from './blocks';
import { badIndent, keyWithoutColon } from './faults';
import { keyFaults, secondDocument } from './keys';
import { isLimit, LIMITS, tooLarge, tooManyDocuments, tooManyKeys } from './limits';
import { firstVersion } from './merging';
import type { Block, Entry, Fault, Field, Form, Item, Node, Piece, ReadText, YamlDocument } from './node';
import { parseBlock, parseDocuments } from './yaml';

/** Reads a text; `previous` is the last version of it, if there is one. Never throws; what can't be read is a fault. */
export function readText(text: string, previous?: ReadText): ReadText {
  if (previous?.text === text) return previous;
  const large = tooLarge(text);
  if (large) return refused(text, large);
  const { text: lines, faults: conflicts } = firstVersion(withPlainBreaks(text));
  const cuts = cutText(lines);
  const many = tooManyDocuments(cuts.length);
  if (many) return refused(text, many);
  const blocks = new Map<string, Block>();
  const blockOf = ({ form, start, end }: Piece): Block => {
    const stretch = lines.slice(start, end);
    // Only what begins with a line break can't be mistaken for a field or an item.
    const key = form === 'field' || form === 'item' ? stretch : `\n${form}\n${stretch}`;
    const block = blocks.get(key) ?? previous?.blocks.get(key) ?? parsePiece(form, unshared(stretch));
    blocks.set(key, block);
    return block;
  };
  return { text, documents: cuts.map((cut) => withFaults(toDocument(cut, blockOf), conflicts)), faults: [], blocks };
}

function withFaults(document: YamlDocument, faults: readonly Fault[]): YamlDocument {
  const own = faults.filter(({ start }) => document.start <= start && start < document.end);
  return own.length === 0 ? document : { ...document, faults: [...document.faults, ...own].sort((a, b) => a.start - b.start) };
}

/** Reads a text without cutting it: what cutting must agree with. */
export function readWhole(text: string): ReadText {
  const documents = parseDocuments(withPlainBreaks(text)).map((block) => {
    return toDocument({ start: 0, end: text.length, keys: 0, pieces: [{ form: 'document', start: 0, end: text.length }] }, () => block);
  });
  return { text, documents, faults: [], blocks: new Map() };
}

const refused = (text: string, fault: Fault): ReadText => ({ text, documents: [], faults: [fault], blocks: new Map() });

/** A lone carriage return breaks a line as well; the library wants to be told. Offsets stay. */
const withPlainBreaks = (text: string) => (text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text);

/** A copy of its own: a slice would keep the whole text alive for as long as anything of the block lives. */
const unshared = (slice: string) => ` ${slice}`.slice(1);

function parsePiece(form: Form, text: string): Block {
  if (form === 'word') return { root: undefined, faults: [keyWithoutColon(text, 0)] };
  const block = parseBlock(text);
  if (form === 'stray') return block.faults.length > 0 ? block : { root: block.root, faults: [badIndent({ text, start: 0 })] };
  if (form === 'list' && block.root?.type === 'map')
    return { ...block, root: { ...block.root, entries: block.root.entries.map((e) => asList(e, text.length)) } };
  return block;
}

/** The head of a list that was cut. */
const asList = (entry: Entry, at: number): Entry => ({ ...entry, value: { type: 'list', start: at, end: at, flow: false, items: [] } });

function toDocument({ start, end, keys, pieces }: Cut, blockOf: (piece: Piece) => Block): YamlDocument {
  const fields: Field[] = [];
  const faults: Fault[] = [];
  let items: Item[] = [];
  let other: Node | undefined;
  if (keys > LIMITS.keys) faults.push(tooManyKeys(keys, { start, end: start }));
  for (const piece of pieces) {
    const { root, faults: own } = blockOf(piece);
    const offset = piece.start;
    const broken: { broken?: true } = own.some((f) => f.id !== 'duplicate-key') ? { broken: true } : {};
    for (const f of own) faults.push({ ...f, start: f.start + offset, end: f.end + offset });
    if (piece.form === 'item') {
      const node = root?.type === 'list' ? root.items[0] : undefined;
      if (node) items.push({ offset, node, ...broken });
    } else if (root?.type === 'map') {
      // Where a key is indented too little the library puts it beside the one above; it was not meant there.
      const entries = broken.broken && piece.form !== 'document' ? root.entries.slice(0, 1) : root.entries;
      if (piece.form === 'list') items = [];
      for (const entry of entries) fields.push({ ...entry, offset, ...(piece.form === 'list' && { items }), ...broken });
    } else if (piece.form === 'document') other = root;
  }
  const placed = fields.map((f) => ({ key: f.key, start: f.offset + f.keyStart, end: f.offset + f.keyEnd }));
  const second = secondDocument(placed);
  const next = second === undefined ? undefined : placed[second];
  // What belongs to another document says nothing about this one.
  if (next) fields.splice(second ?? 0);
  if (next) faults.push({ id: 'second-document', start: next.start, end: next.end, values: {} });
  faults.push(...keyFaults(next ? placed.slice(0, second) : placed));
  faults.sort((a, b) => a.start - b.start);
  return faults.some(isLimit) ? { start, end, fields: [], faults } : { start, end, fields, ...(other && { other }), faults };
}
