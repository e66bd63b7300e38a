// What of a template nobody asks for in the SMS it is for: what only the other edition demands, and of a first version what only a
// later one needs. From the knowledge alone; must not know any demand, kind or field by name.
import { applies, editionOf } from '../assess/context';
import { fieldKey, proves } from '../knowledge/proves';
import type { Path } from '../knowledge/schema';
import type { Demand, Kind } from '../knowledge/types';
import type { Entry, Node } from '../model/node';
import { readText } from '../model/read';
import type { Reader } from '../model/reader';
import { nextLine } from './surroundings';

/** `text` is the kind's template, line by line. Where the edition demands nothing of that kind, all of it stays. */
export function withoutUnasked(text: string, kind: Kind, reader: Reader, isFirst: boolean): string {
  const edition = editionOf(reader);
  const proofs = proves(reader.knowledge);
  const asks = (demand: Demand) => applies(demand, edition) && !(isFirst && ofLaterVersions(demand));
  const isUnasked = (path: Path) => {
    const demands = proofs.get(fieldKey(kind.kind, path)) ?? [];
    return demands.length > 0 && !demands.some(asks);
  };
  const { fields = [] } = readText(text).documents[0] ?? {};
  if (!fields.some(({ key }) => (proofs.get(fieldKey(kind.kind, [key])) ?? []).some(asks))) return text;
  const cuts: { readonly start: number; readonly end: number }[] = [];
  const look = ({ key, keyStart, value }: Pick<Entry, 'key' | 'keyStart' | 'value'>, by: number, above: Path): void => {
    const path = [...above, key];
    const start = text.lastIndexOf('\n', keyStart + by) + 1;
    // What begins an item stays: the item is known by it.
    if (isUnasked(path) && text.slice(start, keyStart + by).trim() === '')
      cuts.push({ start, end: nextLine(text, lastOf(value).end + by) });
    else below(value, by, path);
  };
  const below = (node: Node, by: number, path: Path): void => {
    if (node.type === 'list') for (const item of node.items) below(item, by, path);
    else if (node.type === 'map') for (const entry of node.entries) look(entry, by, path);
  };
  for (const field of fields) {
    const { items, offset, key } = field;
    if (items && !isUnasked([key])) for (const item of items) below(item.node, item.offset, [key]);
    else look(field, offset, []);
  }
  return cuts.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

const ofLaterVersions = ({ each }: Demand): boolean => each?.where.some((c) => 'not' in c && c.not === 'first') ?? false;

/** The last scalar of a value: a block may end with a line break of its own. */
const lastOf = (node: Node): Node => {
  const last = node.type === 'list' ? node.items.at(-1) : node.type === 'map' ? node.entries.at(-1)?.value : undefined;
  return last ? lastOf(last) : node;
};
