// What a document says, as a fingerprint: the same however it is laid out, so that a change after an approval can be told.
// Must not know who approved what, nor any kind or field by name.
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { isObject, stepInto } from '../knowledge/schema';
import type { Json, Schema } from '../knowledge/types';
import { isWritten } from './written';

/**
 * SHA-256, 64 small hexadecimal digits, of a document or a part of one. Neither comments, quotes, the order of fields, line breaks
 * within a text nor empty fields make a difference; what stands apart (`x-apart`: status, history, the approvals themselves) is left out.
 */
export const contentHash = (value: Json, schema: Schema): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(plain(value, schema)))));

/** All that a value says, to be compared with another only. */
export const sayingOf = (value: Json): string => JSON.stringify(plain(value, undefined));

function plain(value: Json, schema: Schema | undefined): Json {
  if (Array.isArray(value)) return value.filter(isWritten).map((item: Json) => plain(item, schema?.items));
  if (!isObject(value)) return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ').normalize('NFC') : value;
  const fields = Object.keys(value).sort();
  return fields.flatMap((key): Json[] => {
    const below = schema && stepInto(schema, key, value);
    const own = value[key];
    const isApart = below?.['x-apart'] || below?.items?.['x-apart'];
    return own === undefined || isApart || !isWritten(own) ? [] : [[key, plain(own, below)]];
  });
}
