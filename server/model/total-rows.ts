// The rows under a list that are none of it: totals, as spreadsheets and reports add them. Must not know what the list is for.
import { totals } from '../knowledge/gathered/totals';
import type { Row } from './table';

/** What makes a row look like a total, in words. */
export interface TotalRow {
  readonly row: Row;
  readonly why: string;
}

/** At the foot only. `day`: the column without which a row has no day of its own. */
export function totalRows(rows: readonly Row[], day: string | undefined): readonly TotalRow[] {
  const found: TotalRow[] = [];
  for (let last = rows.length - 1; last > 0; last--) {
    const row = rows[last];
    const why = row && (beginsAsTotal(row) ?? isUnlike(row, rows.slice(0, last), day));
    if (!row || why === undefined) break;
    found.unshift({ row, why });
  }
  return found;
}

function beginsAsTotal({ cells }: Row): string | undefined {
  const first = [...cells.keys()].map((column) => textIn(cells, column)).find((text) => text !== '') ?? '';
  const word = first.toLowerCase().replace(/\s*:$/, '').replace(/\s+/g, ' ');
  return totals.has(word) ? `begins with "${first}"` : undefined;
}

/** It has no day, and leaves half or more of what all others say unsaid. */
function isUnlike({ cells }: Row, others: readonly Row[], day: string | undefined): string | undefined {
  if (day === undefined || others.length < 2 || textIn(cells, day) !== '') return undefined;
  const always = [...cells.keys()].filter((column) => others.every((other) => textIn(other.cells, column) !== ''));
  const empty = always.filter((column) => textIn(cells, column) === '');
  return empty.includes(day) && empty.length > 1 && empty.length * 2 >= always.length ? `has no "${day}"` : undefined;
}

const textIn = (cells: Row['cells'], column: string): string => {
  const cell = cells.get(column);
  return cell?.type === 'scalar' ? cell.source.trim() : cell ? '…' : '';
};
