// Whether the columns that an author names stand among the headings of an export. Must not know what they are for.
import { nearest } from '../knowledge/nearest';
import { isObject } from '../knowledge/schema';
import type { Json } from '../knowledge/types';
import type { MappingFault } from './mapping-fault';
import type { Table } from './table';

/** A column as it is named: whether by itself or by its field, and by which entry. */
export interface Named {
  readonly field: string;
  readonly column: string;
  readonly said: 'column' | 'field';
  readonly at: number;
}

/** Of one entry. */
export function headingFaults({ field, column, said, at }: Named, listed: readonly Json[], table: Table, file: string): MappingFault[] {
  const path = ['columns', at, said];
  const faults: MappingFault[] = [];
  const again = listed.findIndex((entry) => isObject(entry) && entry.field === field);
  if (again < at)
    faults.push({ code: 'not-unique', path: ['columns', at, 'field'], values: { found: field, key: 'columns' }, suggest: [] });
  if (table.columns.filter((c) => c === column).length > 1)
    faults.push({ code: 'export-column-twice', path, values: { column, file }, suggest: [] });
  if (table.columns.includes(column) || table.rows.length === 0) return faults;
  const columns = table.columns.filter(Boolean).map((c) => `"${c}"`);
  const suggest = said === 'column' ? nearest(column, table.columns) : [];
  return [...faults, { code: 'export-no-column', path, values: { field, column, file, columns: columns.join(', ') }, suggest }];
}

/** Where none of several columns that are named stands among the headings: what to do about it. */
export function noHeadings({ columns, rows, broken }: Table, listed: Json | undefined, text: string): string | undefined {
  const named = (Array.isArray(listed) ? (listed as readonly Json[]) : []).flatMap((entry) => {
    const column = isObject(entry) && entry.value === undefined ? (entry.column ?? entry.field) : undefined;
    return typeof column === 'string' ? [column] : [];
  });
  const isThere = named.some((column) => columns.includes(column) || nearest(column, columns.filter(Boolean)).length > 0);
  if (named.length < 2 || isThere || rows.length + broken.length === 0) return undefined;
  const line = text.split(/\r\n?|\n/, 30).findIndex((l) => named.every((column) => l.includes(column)));
  if (line > 0) return `They stand in line ${line + 1}: take out what stands above it`;
  const found = columns.filter(Boolean).map((c) => `"${c}"`);
  return `What stands there is ${found.slice(0, 12).join(', ')}${found.length > 12 ? ' and more' : ''}: write the headings as they are`;
}
