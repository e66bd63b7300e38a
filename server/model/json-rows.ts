// The list in a JSON text to rows with places. Must not know what the keys mean.
import type { MapNode, Node } from './node';
import type { BrokenRow, Refused, Row, Table } from './table';
import { parseBlock } from './yaml';

/** `place`: the keys that lead to the list, with points between them; without it the whole text is the list. Never throws. */
export function readJson(text: string, place?: string): Table | Refused | { readonly broken: BrokenRow } {
  const { root, faults } = parseBlock(text);
  const [fault] = faults;
  if (fault) return { broken: { start: fault.start, end: fault.end, code: 'export-json', values: {} } };
  const list = root && nodeBelow(root, place?.split('.') ?? []);
  if (list?.type !== 'list') return { code: 'export-no-list', values: { place: place ?? '', keys: keysOf(root).join(', ') } };
  const rows: Row[] = [];
  const broken: BrokenRow[] = [];
  const columns = new Set<string>();
  for (const [i, item] of list.items.entries()) {
    const { start, end } = item;
    if (item.type !== 'map') broken.push({ start, end, code: 'export-row-no-group', values: { row: String(i + 1) } });
    else {
      const cells = new Map(leaves(item, ''));
      for (const name of cells.keys()) columns.add(name);
      rows.push({ start, end, number: i + 1, cells });
    }
  }
  return { columns: [...columns], header: { start: list.start, end: list.start + 1 }, rows, broken };
}

function nodeBelow(node: Node, keys: readonly string[]): Node | undefined {
  return keys.reduce<Node | undefined>(
    (at, key) => (at?.type === 'map' ? at.entries.findLast((e) => e.key === key)?.value : undefined),
    node,
  );
}

const keysOf = (node: Node | undefined): string[] => (node?.type === 'map' ? node.entries.map((e) => e.key) : []);

/** Every value by the keys that lead to it, groups too, since one may be asked for as a whole. */
function leaves(map: MapNode, before: string): [string, Node][] {
  return map.entries.flatMap(({ key, value }) => {
    const name = `${before}${key}`;
    return [[name, value] as [string, Node], ...(value.type === 'map' ? leaves(value, `${name}.`) : [])];
  });
}
