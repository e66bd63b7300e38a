// The bytes of an export to its text: in which characters it is written, and what is no text at all. Must not know rows.
import type { ExportFaultId } from './table';

/** Why there is no text. `suggest`: what "encoding" should say. */
export interface NoText {
  readonly code: ExportFaultId;
  readonly values: Readonly<Record<string, string>>;
  readonly suggest: readonly string[];
}

/** The first bytes of files that are often given the name of a list. */
const OTHERS: readonly (readonly [start: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a spreadsheet'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a spreadsheet'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
];

/** In the character set that its author says, else utf-8; a mark at the start of the bytes says more than the author. */
export function textOf(bytes: Uint8Array, encoding: unknown): string | NoText {
  const other = OTHERS.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  if (other) return { code: 'export-not-a-list', values: { what: other[1] }, suggest: [] };
  const said = typeof encoding === 'string' ? encoding : 'utf-8';
  const marked = markOf(bytes);
  const text = decoded(bytes, marked ?? (said === 'utf-16' ? 'utf-16le' : said));
  const meant = marked === undefined ? likelier(bytes, said) : undefined;
  if (text !== undefined && meant === undefined) return text;
  return { code: 'export-not-text', values: { encoding: said, meant: meant ?? 'windows-1252' }, suggest: [meant ?? 'windows-1252'] };
}

const markOf = ([first, second]: Uint8Array): string | undefined =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;

/** Undefined where the bytes are no text in that character set, and where nobody knows it. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Another character set, where the bytes can hardly be meant in the one that is said. */
function likelier(bytes: Uint8Array, said: string): string | undefined {
  const isWide = bytes.subarray(0, 200).includes(0);
  if (isWide !== (said === 'utf-16')) return isWide ? 'utf-16' : decoded(bytes, 'utf-8') === undefined ? 'windows-1252' : 'utf-8';
  if (said === 'utf-8' || said === 'utf-16') return undefined;
  return bytes.some((byte) => byte >= 0x80) && decoded(bytes, 'utf-8') !== undefined ? 'utf-8' : undefined;
}
