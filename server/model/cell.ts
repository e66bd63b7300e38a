// A value of another tool as it would be written in the evidence: its words, decimal marks, days and units turned into ours.
// Must not know which file or field it stands in.
import { inZone } from '../arithmetic/zones';
import { formats } from '../knowledge/formats';
import type { Schema } from '../knowledge/types';
import { momentIn } from './date-form';
import type { Node, ScalarNode } from './node';
import type { ExportFaultId } from './table';
import { isNone } from './written';

/** How the values of a column are written. */
export interface Writing {
  readonly decimal: '.' | ',';
  readonly dates: string | undefined;
  /** The zone of its times, and that of the evidence. */
  readonly zone: string | undefined;
  readonly home: string | undefined;
  readonly unit: string | undefined;
  /** Our words by theirs in small letters. */
  readonly words: ReadonlyMap<string, string>;
}

export interface CellFault {
  readonly code: ExportFaultId;
  readonly values: Readonly<Record<string, string>>;
}

export interface ReadCell {
  /** Undefined where nothing is written. */
  readonly node: Node | undefined;
  readonly fault?: CellFault;
}

const WITH_NUMBERS: readonly string[] = ['percentage', 'money', 'quantity', 'duration', 'target'];
const BETWEEN = /[,;|\n]/;

/** What can't be turned stays as it was read, with its fault. */
export function readCell(cell: Node, schema: Schema, writing: Writing): ReadCell {
  if (cell.type !== 'scalar') return { node: cell };
  const text = cell.source.trim();
  if (cell.value === null || text === '') return { node: undefined };
  if (schema['x-none'] && isNone(text)) return { node: { ...cell, value: text, source: text } };
  if (schema.types.includes('array') && !schema.types.includes('string')) return readList(cell, schema, writing);
  return turned(cell, writing.words.get(text.toLowerCase()) ?? text, schema, writing);
}

/** Several words in one cell. */
function readList(cell: ScalarNode, schema: Schema, writing: Writing): ReadCell {
  const words = cell.source.split(BETWEEN).map((w) => w.trim());
  const read = words.filter(Boolean).map((word) => readCell({ ...cell, value: word, source: word }, schema.items ?? schema, writing));
  const { start, end } = cell;
  const fault = read.find((r) => r.fault)?.fault;
  return { node: { type: 'list', start, end, flow: true, items: read.flatMap((r) => r.node ?? []) }, ...(fault && { fault }) };
}

function turned(cell: ScalarNode, text: string, schema: Schema, writing: Writing): ReadCell {
  const { types, format, enum: allowed } = schema;
  const as = (value: ScalarNode['value'], source = String(value)): ReadCell => ({ node: { ...cell, value, source } });
  const fault = (code: CellFault['code'], values: CellFault['values']): ReadCell => ({ ...as(text), fault: { code, values } });
  if (types.includes('boolean') && !types.includes('string')) {
    return /^(?:true|false)$/i.test(text) ? as(/^true$/i.test(text)) : fault('export-word', { found: text, allowed: 'true or false' });
  }
  if (allowed && !allowed.map(String).includes(text) && !schema['x-or-text']) {
    const ours = allowed.map(String).find((word) => word.toLowerCase() === text.toLowerCase());
    return ours === undefined ? fault('export-word', { found: text, allowed: allowed.join(', ') }) : as(ours);
  }
  const isNumber = types.includes('number') || types.includes('integer');
  if (isNumber || WITH_NUMBERS.includes(format ?? '')) {
    const pointed = cell.plain && typeof cell.value === 'number' ? text : withPoint(text, writing.decimal);
    if (pointed === undefined) return fault('export-number', { found: text, mark: writing.decimal });
    if (isNumber && /^-?\d+(?:\.\d+)?$/.test(pointed)) return as(Number(pointed), pointed);
    return as(writing.unit !== undefined && /^[\d.]+$/.test(pointed) ? `${pointed} ${writing.unit}` : pointed);
  }
  if (format === 'date' || format === 'moment') {
    const day = dayOf(text, format, writing);
    return day === undefined ? fault('export-date', { found: text, form: writing.dates ?? 'YYYY-MM-DD' }) : as(day);
  }
  return as(text);
}

/** Its numbers with a point for decimals and nothing between thousands; undefined where one has the other mark. */
function withPoint(text: string, decimal: '.' | ','): string | undefined {
  let wrong = false;
  const mended = text.replace(/\d+(?:[.,]\d+)+/g, (number) => {
    const english = decimal === '.' ? number : number.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
    if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(english)) wrong = true;
    return english.replaceAll(',', '');
  });
  return wrong ? undefined : mended;
}

function dayOf(text: string, format: 'date' | 'moment', { dates, zone, home }: Writing): string | undefined {
  const found = momentIn(text, dates);
  if (!found || !formats.date(found.day)) return undefined;
  if (found.time === undefined) return found.day;
  const from = found.zone ?? zone;
  const written = `${found.day} ${found.time}`;
  const here = from === undefined || home === undefined ? written : inZone(written, from, home);
  return format === 'date' ? here?.slice(0, 10) : here;
}
