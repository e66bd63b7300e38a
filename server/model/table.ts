// The shape of what another tool exported, whether as CSV or as JSON: rows with a value for each column, and where it stands.
// Must not know what the columns mean.
import type { Node, Range } from './node';

/** Offsets count from the start of the text. */
export interface Table {
  /** In the order of the file. */
  readonly columns: readonly string[];
  /** The headings; in JSON the start of the list. */
  readonly header: Range;
  readonly rows: readonly Row[];
  /** Rows that can't be read. */
  readonly broken: readonly BrokenRow[];
}

export interface Row extends Range {
  /** As a spreadsheet counts: the headings are row 1. In JSON the first entry is 1. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, Node>;
}

export interface BrokenRow extends Range {
  readonly code: ExportFaultId;
  readonly values: Readonly<Record<string, string>>;
}

/** Why nothing at all can be read from a text. */
export interface Refused {
  readonly code: ExportFaultId;
  readonly values: Readonly<Record<string, string>>;
}

/** What can be wrong with an export; the words are in schemas/common/findings.yaml under this id. */
export type ExportFaultId =
  // The file: {file}
  | 'export-unreadable' // {reason}
  | 'export-other-sort'
  | 'export-too-large' // {size, limit}
  | 'export-too-many-rows' // {count, limit}
  | 'export-not-text' // {encoding, meant}
  | 'export-not-a-list' // {what}
  | 'export-empty'
  | 'export-no-list' // {keys}
  | 'export-json'
  | 'export-changed' // {now}: its fingerprint
  | 'export-without-hash' // {now}
  // The mapping
  | 'export-separator' // {found, count}
  | 'export-no-headings' // {advice}
  | 'export-column-twice' // {column}
  | 'export-dates' // {form, found, advice}
  | 'not-unique' // {found, key}
  | 'export-no-column' // {file, column, columns}
  | 'export-no-field' // {field, allowed}
  // A row: {row}
  | 'export-row-quotes' // {column}
  | 'export-row-width' // {count, wanted, more}
  | 'export-row-no-group'
  | 'export-row-total' // {why}
  | 'export-rows-given-up' // {limit}
  // A value: {row, column, key, found}
  | 'export-number' // {mark}
  | 'export-date' // {form}
  | 'export-word'; // {allowed}
