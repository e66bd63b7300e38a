// The file that another tool exported, where an author points to it in place of a list: its rows as items, and what is wrong with it.
// Must not know what the list is for, nor where the bytes come from.
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { formats } from '../knowledge/formats';
import type { Path } from '../knowledge/schema';
import type { JsonObject, Schema } from '../knowledge/types';
import { beside } from './beside';
import { likeliest, readCsv } from './csv';
import { type NoText, textOf } from './export-text';
import { noHeadings } from './headings';
import { readJson } from './json-rows';
import { LIMITS, megabytes, number } from './limits';
import { type Mapped, mapRows } from './mapping';
import type { BrokenRow, ExportFaultId, Table } from './table';
import { isQuestion } from './written';

/** A file as it is now. */
export type ExportFile =
  | { readonly bytes: Uint8Array; readonly sha256: string }
  /** It is there, but can't be had: why, in words. */
  | { readonly unreadable: string }
  | 'absent';

/** A file as a host gives it, with its fingerprint. */
export function exportFile(found: { readonly bytes: Uint8Array } | { readonly unreadable: string } | undefined): ExportFile {
  if (!found || 'unreadable' in found) return found ?? 'absent';
  return { bytes: found.bytes, sha256: bytesToHex(sha256(found.bytes)) };
}

/** What an export is read with. */
export interface Around {
  /** Undefined where the file was not asked for yet. */
  readonly fileOf: (uri: string) => ExportFile | undefined;
  /** The time zone of the evidence. */
  readonly zone: string | undefined;
}

export const NOTHING_AROUND: Around = { fileOf: () => undefined, zone: undefined };

/** What is wrong with the file as a whole or with its mapping. */
export interface ExportFault {
  readonly code: ExportFaultId | 'reference-not-found';
  /** From the object that holds `export`. */
  readonly path: Path;
  readonly values: Readonly<Record<string, string>>;
  readonly suggest?: readonly string[];
}

export interface Pointed {
  /** Where the list would stand in its document. */
  readonly path: Path;
  readonly mapping: JsonObject;
  readonly item: Schema;
}

export interface Export extends Pointed, Omit<Mapped, 'faults'> {
  readonly uri: string | undefined;
  readonly file: ExportFile | undefined;
  readonly home: string | undefined;
  readonly text: string;
  /** Undefined where its rows aren't known: then the list counts as not written. */
  readonly table: Table | undefined;
  readonly faults: readonly ExportFault[];
  /** Rows that don't count, with the reason. */
  readonly broken: readonly BrokenRow[];
}

const NOT_READ: readonly ExportFault['code'][] = ['export-no-column', 'export-no-field', 'not-unique'];

/** Whether all that the other tool listed is known. */
export const isWhole = ({ table, faults, broken, itemFaults }: Export): boolean =>
  table !== undefined &&
  itemFaults.length === 0 &&
  !faults.some((f) => NOT_READ.includes(f.code)) &&
  broken.every((row) => row.code === 'export-row-total');

/** Reads the rows. `document`: the uri of the document that points to it; what is the same as in `previous` is taken over. */
export function readExport(pointed: Pointed, document: string, { fileOf, zone }: Around, previous?: Export): Export {
  const { mapping, item } = pointed;
  const name = typeof mapping.export === 'string' && !isQuestion(mapping.export) ? mapping.export : '';
  const uri = isFile(name) ? beside(document, name) : undefined;
  const file = uri === undefined ? undefined : fileOf(uri);
  if (previous && previous.mapping === mapping && previous.file === file && previous.uri === uri && previous.item === item) {
    if (previous.home === zone) return { ...previous, path: pointed.path };
  }
  const base = { ...pointed, uri, file, home: zone };
  const nothing = {
    text: '',
    table: undefined,
    broken: [],
    items: [],
    numbers: [],
    headings: new Map<string, string>(),
    constants: new Map<string, Path>(),
    itemFaults: [],
  };
  const refused = (
    code: ExportFault['code'],
    values: ExportFault['values'] = {},
    field = 'export',
    suggest: readonly string[] = [],
  ): Export => ({
    ...{ ...base, ...nothing },
    faults: [faultAt(mapping, field, code, { file: name, ...values }, suggest)],
  });
  if (name !== '' && formats.reference(name) && uri === undefined) return refused('export-other-sort');
  if (file === undefined) return { ...base, ...nothing, faults: [] };
  if (file === 'absent') return refused('reference-not-found');
  if ('unreadable' in file) return refused('export-unreadable', { reason: file.unreadable });
  if (file.bytes.length > LIMITS.size)
    return refused('export-too-large', { size: megabytes(file.bytes.length), limit: megabytes(LIMITS.size) });
  const text = textOf(file.bytes, mapping.encoding);
  if (typeof text !== 'string') return notText(text, refused);
  const table = isSameText(previous, file, mapping) ? previous?.table : tableOf(name, text, mapping);
  if (!table) return refused('export-empty');
  if (!('rows' in table)) {
    if ('code' in table) return { ...refused(table.code, table.values, 'rows'), text };
    return { ...base, ...nothing, text, broken: [table.broken], faults: hashFaults(mapping, file, name) };
  }
  if (table.rows.length > LIMITS.rows)
    return refused('export-too-many-rows', { count: number(table.rows.length), limit: number(LIMITS.rows) });
  const other = otherSeparator(table, text, mapping);
  if (other !== undefined) return refused('export-separator', { found: String(mapping.separator) }, 'separator', [other]);
  const advice = noHeadings(table, mapping.columns, text);
  if (advice !== undefined) return refused('export-no-headings', { advice });
  const { faults, broken, ...mapped } = mapRows(table, mapping, item, zone);
  const dates = faults.filter((f) => f.code === 'export-dates');
  if (dates.length > 0) return { ...base, ...nothing, text, faults: dates };
  const empty = table.rows.length === 0 && table.broken.length === 0;
  return {
    ...{ ...base, ...mapped, text, table: empty ? undefined : table, broken: [...table.broken, ...broken] },
    faults: [...(empty ? refused('export-empty').faults : faults), ...hashFaults(mapping, file, name)],
  };
}

const isSameText = (previous: Export | undefined, file: ExportFile, { encoding, separator, rows, export: name }: JsonObject): boolean =>
  previous?.table !== undefined &&
  previous.file === file &&
  previous.mapping.encoding === encoding &&
  previous.mapping.separator === separator &&
  previous.mapping.rows === rows &&
  previous.mapping.export === name;

function tableOf(name: string, text: string, { separator, rows }: JsonObject) {
  if (text.trim() === '') return undefined;
  if (/\.json$/i.test(name)) return readJson(text, typeof rows === 'string' ? rows : undefined);
  return readCsv(text, separator === 'tab' ? '\t' : typeof separator === 'string' ? separator : undefined);
}

/** At the field where it is said, else at the name of the file: there nothing can be put in the place of what stands there. */
function faultAt(
  mapping: JsonObject,
  field: string,
  code: ExportFault['code'],
  values: ExportFault['values'],
  suggest: readonly string[],
): ExportFault {
  const isSaid = mapping[field] !== undefined;
  return { code, path: [isSaid ? field : 'export'], values, suggest: isSaid ? suggest : [] };
}

const notText = (
  { code, values, suggest }: NoText,
  refused: (code: ExportFault['code'], values: ExportFault['values'], field: string, suggest: readonly string[]) => Export,
): Export => refused(code, values, code === 'export-not-text' ? 'encoding' : 'export', suggest);

/** Where the separator that is said cuts nothing and another one does. */
function otherSeparator({ columns }: Table, text: string, { separator, columns: said }: JsonObject): string | undefined {
  if (typeof separator !== 'string' || columns.length > 1 || !Array.isArray(said) || said.length < 2) return undefined;
  const other = likeliest(text);
  const word = other === '\t' ? 'tab' : other;
  return word !== separator && readCsv(text, other).columns.length > 1 ? word : undefined;
}

function hashFaults({ sha256: was }: JsonObject, file: ExportFile, name: string): ExportFault[] {
  if (file === 'absent' || 'unreadable' in file) return [];
  const now = file.sha256;
  if (was === undefined || was === null) return [{ code: 'export-without-hash', path: ['export'], values: { file: name, now } }];
  if (typeof was !== 'string' || !formats.sha256(was) || was.toLowerCase() === now) return [];
  return [{ code: 'export-changed', path: ['sha256'], values: { file: name, now } }];
}

/** By its name it holds rows, and is no evidence itself. */
export const isRows = (name: string): boolean => /\.(?:csv|tsv|txt|json)$/i.test(name);

const isFile = (name: string): boolean => isRows(name) && !/^[a-z][a-z0-9+.-]*:/i.test(name);
