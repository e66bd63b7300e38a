// Writes one more item behind the last one of a list, in the author's layout. Must not know schemas, nor any kind or field by name.
import type { Path } from '../knowledge/schema';
import type { Node, YamlDocument } from '../model/node';
import { nodeAt } from '../model/position';
import type { Addition } from './merge';
import type { Piece } from './piece';
import { flowValue, itemLines } from './render';
import { columnOf, lineStart, styleAt } from './style';
import { lineBehind } from './surroundings';

interface Item {
  readonly node: Node;
  /** Where its ranges count from. */
  readonly offset: number;
}

/** `path` is that of the list. Nothing where it has no item yet, or is written elsewhere. */
export function itemAddition(path: Path, piece: Piece, document: YamlDocument, text: string): Addition[] {
  const last = lastItem(path, document);
  if (!last) return [];
  const [start, end] = [last.node.start + last.offset, last.node.end + last.offset];
  const before = text.slice(lineStart(text, start), start);
  const dash = /^ *(?=- +$)/.exec(before)?.[0].length;
  if (dash === undefined) return [{ is: 'inline', start: end, end, tokens: [', ', ...flowValue(piece)] }];
  const style = { ...styleAt(document, text, start), afterDash: columnOf(text, start) - dash };
  const inBraces = last.node.type === 'map' && last.node.flow;
  const lines = inBraces ? [[before, ...flowValue(piece)]] : itemLines(piece, dash, style);
  const at = lineBehind(text, { key: '', start: start - (before.length - dash), keyEnd: end, end });
  return [{ is: 'lines', at, column: dash, lines, eol: style.eol }];
}

function lastItem(path: Path, document: YamlDocument): Item | undefined {
  const cut = path.length === 1 ? document.fields.findLast((f) => f.key === path[0])?.items : undefined;
  if (cut) return cut.at(-1);
  const list = nodeAt(document, path);
  const node = list?.node.type === 'list' ? list.node.items.at(-1) : undefined;
  return list && node && { node, offset: list.offset };
}
