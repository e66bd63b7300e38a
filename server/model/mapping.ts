// Rows of another tool as items of a list: which column is which field, as its author wrote it down.
// Must not know files, nor what the items are for.
import { nearest } from '../knowledge/nearest';
import { isObject, type Path, valueAt } from '../knowledge/schema';
import type { Json, JsonObject, Schema } from '../knowledge/types';
import { readCell, type Writing } from './cell';
import { formFault } from './form-fault';
import { headingFaults } from './headings';
import type { ItemFault, MappingFault } from './mapping-fault';
import type { Entry, MapNode, Node, Range } from './node';
import type { BrokenRow, Row, Table } from './table';
import { totalRows } from './total-rows';

export interface Mapped {
  readonly items: readonly MapNode[];
  /** The row of each item as its file counts. */
  readonly numbers: readonly number[];
  /** The heading of each field that comes from a column, by the field's name. */
  readonly headings: ReadonlyMap<string, string>;
  /** Where the one value of all rows is written, by the field's name. */
  readonly constants: ReadonlyMap<string, Path>;
  readonly faults: readonly MappingFault[];
  /** Rows that are none of the list. */
  readonly broken: readonly BrokenRow[];
  readonly itemFaults: readonly ItemFault[];
}

interface Column {
  readonly field: readonly string[];
  readonly schema: Schema;
  /** The heading, or the one value of all rows. */
  readonly from: { readonly column: string } | { readonly value: string; readonly at: Path };
  readonly writing: Writing;
}

/** `home`: the time zone of the evidence. */
export function mapRows(table: Table, mapping: JsonObject, item: Schema, home: string | undefined): Mapped {
  const { columns, faults } = columnsOf(table, mapping, item, home);
  const itemFaults: ItemFault[] = [];
  const numbers: number[] = [];
  const items: MapNode[] = [];
  const day = item['x-date'];
  const totals = totalRows(
    table.rows,
    columns.flatMap(({ field, from }) => ('column' in from && field.join('.') === day ? [from.column] : []))[0],
  );
  for (const row of table.rows.slice(0, table.rows.length - totals.length)) {
    if (!columns.some((c) => 'column' in c.from && isWritten(row.cells.get(c.from.column)))) continue;
    const i = items.length;
    const values = columns.flatMap((column): readonly (readonly [readonly string[], Node])[] => {
      const cell = cellOf(row, column);
      const { node, fault } = cell ? readCell(cell, column.schema, column.writing) : { node: undefined };
      // Of what is written in the evidence itself its field's own finding is said.
      if (fault && 'column' in column.from)
        itemFaults.push({ ...fault, values: { ...fault.values, ...placeOf(row, column) }, path: [i, ...column.field] });
      return node ? [[column.field, node]] : [];
    });
    items.push(toMap(values, row));
    numbers.push(row.number);
  }
  const headings = columns.flatMap(({ field, from }) => ('column' in from ? [[field.join('.'), from.column] as const] : []));
  const constants = columns.flatMap(({ field, from }) => ('at' in from ? [[field.join('.'), from.at] as const] : []));
  const broken = totals.map(({ row: { start, end, number }, why }): BrokenRow => {
    return { start, end, code: 'export-row-total', values: { row: String(number), why } };
  });
  const dated = columns.flatMap(({ schema, from }) => (isDated(schema) && 'column' in from ? [from.column] : []));
  const days = dated.flatMap((column) => table.rows.filter((row) => isWritten(row.cells.get(column)))).length;
  const form = formFault(days, itemFaults, mapping);
  return {
    ...{ items, numbers, broken, faults: [...faults, ...form] },
    itemFaults,
    ...{ headings: new Map(headings), constants: new Map(constants) },
  };
}

const isDated = ({ format }: Schema): boolean => format === 'date' || format === 'moment';
const isWritten = (cell: Node | undefined): boolean => cell !== undefined && (cell.type !== 'scalar' || cell.source.trim() !== '');

const placeOf = ({ number }: Row, { field, from }: Column) => ({
  row: String(number),
  column: 'column' in from ? from.column : '',
  key: field.join('.'),
});

function cellOf(row: Row, { from }: Column): Node | undefined {
  if ('column' in from) return row.cells.get(from.column);
  return { type: 'scalar', start: row.start, end: row.end, value: from.value, source: from.value, plain: true };
}

function columnsOf(
  table: Table,
  mapping: JsonObject,
  item: Schema,
  home: string | undefined,
): { columns: Column[]; faults: MappingFault[] } {
  const fields = fieldsOf(item, '');
  const faults: MappingFault[] = [];
  const listed = Array.isArray(mapping.columns) ? (mapping.columns as readonly Json[]) : [];
  const columns = listed.flatMap((entry, i): Column[] => {
    if (!isObject(entry) || typeof entry.field !== 'string') return [];
    const { field, column = field, value } = entry;
    const schema = fields.get(field);
    if (!schema) {
      const values = { field, allowed: [...fields.keys()].join(', ') };
      faults.push({ code: 'export-no-field', path: ['columns', i, 'field'], values, suggest: nearest(field, fields.keys()) });
      return [];
    }
    const writing = writingOf(mapping, entry, home);
    if (typeof value === 'string')
      return [{ field: field.split('.'), schema, from: { value, at: ['columns', i, 'value'] }, writing: { ...writing, ...OURS } }];
    if (typeof column !== 'string') return [];
    const key = entry.column === undefined ? 'field' : 'column';
    const wrong = headingFaults({ field, column, said: key, at: i }, listed, table, String(mapping.export));
    faults.push(...wrong);
    if (wrong.some((f) => f.code === 'export-no-column')) return [];
    return [{ field: field.split('.'), schema, from: { column }, writing }];
  });
  const said = new Set(listed.map((entry) => valueAt(entry, 'field')));
  const called = table.columns.flatMap((column): Column[] => {
    const schema = said.has(column) ? undefined : fields.get(column);
    return schema ? [{ field: column.split('.'), schema, from: { column }, writing: writingOf(mapping, {}, home) }] : [];
  });
  return { columns: [...columns, ...called.filter((c) => !isBelowAnother(c, called))], faults };
}

/** In JSON a group is there as a whole and by each of its keys. */
const isBelowAnother = ({ field }: Column, all: readonly Column[]): boolean =>
  all.some((other) => other.field.length < field.length && other.field.every((key, i) => key === field[i]));

/** Written in the evidence itself, and so in its own way. */
const OURS = { decimal: '.', dates: undefined, zone: undefined } as const;

function writingOf(mapping: JsonObject, column: JsonObject, home: string | undefined): Writing {
  const text = (value: Json | undefined) => (typeof value === 'string' ? value : undefined);
  const words = (Array.isArray(column.words) ? (column.words as readonly Json[]) : []).flatMap((w) => {
    const [theirs, ours] = [text(valueAt(w, 'theirs')), text(valueAt(w, 'ours'))];
    return theirs === undefined || ours === undefined ? [] : [[theirs.toLowerCase(), ours] as const];
  });
  return {
    decimal: mapping.decimal === ',' ? ',' : '.',
    dates: text(mapping.dates),
    zone: text(mapping.zone),
    home,
    unit: text(column.unit),
    words: new Map(words),
  };
}

/** Every field that one value can be written in, with a point before a field inside another. */
function fieldsOf(item: Schema, before: string): ReadonlyMap<string, Schema> {
  const fields = new Map<string, Schema>();
  for (const [name, schema] of item.properties) {
    fields.set(`${before}${name}`, schema);
    if (schema.types.includes('object')) for (const [below, s] of fieldsOf(schema, `${before}${name}.`)) fields.set(below, s);
  }
  return fields;
}

/** Fields of one group stand together. What is written twice counts as it does in YAML: the last. */
function toMap(values: readonly (readonly [field: readonly string[], node: Node])[], row: Range): MapNode {
  const groups = new Map<string, (readonly [readonly string[], Node])[]>();
  for (const [[first = '', ...rest], node] of values) groups.set(first, [...(groups.get(first) ?? []), [rest, node]]);
  const entries = [...groups].map(([key, below]): Entry => {
    const whole = below.findLast(([rest]) => rest.length === 0)?.[1];
    const value =
      whole ??
      toMap(
        below,
        spanOf(
          below.map(([, node]) => node),
          row,
        ),
      );
    return { key, keyStart: value.start, keyEnd: value.end, value };
  });
  return { type: 'map', start: row.start, end: row.end, flow: true, entries };
}

const spanOf = ([first]: readonly Node[], row: Range): Range => first ?? row;
