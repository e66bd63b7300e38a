// What counts as written: the difference between a field that is there and one that says something.

import { placeholders } from '../knowledge/gathered/placeholders';
import { isObject } from '../knowledge/schema';
import type { Json } from '../knowledge/types';

const QUESTION = /<[^<>\n]*\?>/;
const NONE = /^none\b(?:\s*[,;:–-]?\s*(?:because\b.*)?)?$/is;

/** A template's question that nobody has answered: `<How many …?>`. */
export const isQuestion = (value: Json | undefined): value is string => typeof value === 'string' && QUESTION.test(value);

/** "TBD", "???", "to be defined": all that stands there, and no answer. */
export const isPlaceholder = (value: Json | undefined): value is string =>
  typeof value === 'string' && (placeholders.has(bare(value)) || placeholders.has(bare(value).replace(/\.$/, '')));

const bare = (value: string) => value.trim().toLowerCase().replace(/\s+/g, ' ');

/** Empty, null, [], {}, an unanswered question and a placeholder count as not written; so does a map or list of nothing but these. */
export function isWritten(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.some(isWritten);
  if (isObject(value)) return Object.values(value).some(isWritten);
  return !isQuestion(value) && !isPlaceholder(value);
}

/** "none", alone or with a reason. Whether that will do here, the schema says. */
export const isNone = (value: Json | undefined): boolean => typeof value === 'string' && NONE.test(value.trim());
