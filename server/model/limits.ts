// How much of a text is read: what grows without end is refused after bounded work, in numbers an author can be told.
// Must not know YAML or where the faults are shown.
import type { Fault, Range } from './node';

/** Far above what evidence needs, far below what would hold up an editor. */
export const LIMITS = {
  /** UTF-16 units of a text. */
  size: 5_000_000,
  /** YAML documents in a text. */
  documents: 1_000,
  /** Lists and maps inside each other. */
  depth: 100,
  /** Keys of one map: every kind has a closed set of fields. */
  keys: 1_000,
  /** Values that aliases repeat, in one document. */
  copies: 100_000,
  /** Rows of an export. */
  rows: 50_000,
  /** Rows with a fault in their quotes: after each, reading begins anew. */
  brokenRows: 100,
} as const;

export const number = (n: number) => n.toLocaleString('en-US');
export const megabytes = (units: number) => `${number(Math.round(units / 100_000) / 10)} MB`;

/** The fault of a text as a whole that is too long to be read; undefined where it is not. */
export function tooLarge(text: string): Fault | undefined {
  if (text.length <= LIMITS.size) return undefined;
  return { id: 'too-large', start: 0, end: 0, values: { size: megabytes(text.length), limit: megabytes(LIMITS.size) } };
}

/** The fault of a text with too many documents; undefined where there are not. */
export function tooManyDocuments(count: number): Fault | undefined {
  if (count <= LIMITS.documents) return undefined;
  return { id: 'too-many-documents', start: 0, end: 0, values: { count: number(count), limit: number(LIMITS.documents) } };
}

export const tooManyKeys = (count: number, { start, end }: Range): Fault => ({
  id: 'too-many-keys',
  start,
  end,
  values: { count: number(count), limit: number(LIMITS.keys) },
});

export const tooManyValues = ({ start, end }: Range): Fault => ({
  id: 'too-many-values',
  start,
  end,
  values: { limit: number(LIMITS.copies) },
});

export const tooDeep = ({ start, end }: Range): Fault => ({ id: 'too-deep', start, end, values: { limit: number(LIMITS.depth) } });

/** Whether a document with this fault is not read at all. */
export const isLimit = ({ id }: Fault): boolean => id === 'too-deep' || id === 'too-many-keys' || id === 'too-many-values';
