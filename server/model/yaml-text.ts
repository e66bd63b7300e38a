// Values as an author would write them in YAML. Must not know schemas or documents.
import { isObject } from '../knowledge/schema';
import type { Json } from '../knowledge/types';

const PLAIN = /^(?![-?:](?:\s|$))[^\s,[\]{}#&*!|>'"%@`\\](?:[^\n]*\S)?$/;

/** A text so that it is read back as that text: plain where that will do. `flow`: inside brackets. */
export function scalarText(text: string, flow: boolean): string {
  const plain = PLAIN.test(text) && !/:(?:\s|$)|\s#/.test(text) && !(flow && /[,[\]{}]/.test(text));
  return plain ? text : quoted(text, '"');
}

/** A text between quotes of that sort. */
export const quoted = (text: string, quote: string): string => `${quote}${insideQuotes(text, quote)}${quote}`;

/** What stands for a text between quotes that are there already. */
export const insideQuotes = (text: string, quote: string): string =>
  quote === "'" ? text.replaceAll("'", "''") : text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/** A value in one line. */
export function flowText(value: Json, inside = false): string {
  if (Array.isArray(value)) return `[${value.map((v: Json) => flowText(v, true)).join(', ')}]`;
  if (isObject(value))
    return `{${Object.entries(value)
      .map(([key, v]) => `${key}: ${flowText(v, true)}`)
      .join(', ')}}`;
  return typeof value === 'string' ? scalarText(value, inside) : String(value);
}

/** A field with its value in few lines: of a list of groups one line each, at most `most`. */
export function fieldText(key: string, value: Json, most: number): string {
  if (!Array.isArray(value) || !value.some(isObject)) return `${key}: ${flowText(value)}`;
  const items: readonly Json[] = value;
  return [`${key}:`, ...items.slice(0, most).map((item) => `  - ${flowText(item)}`)].join('\n');
}
