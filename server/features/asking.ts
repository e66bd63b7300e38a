// What an author is asked for a field that no template speaks of: a question in plain words, that of its schema or one
// made from what that knows.
// Must not know any kind or field by name.
import type { Kind, Schema } from '../knowledge/types';

/** More sorts than these are not named one by one. */
const MOST = 3;
const OF_FORMAT: Readonly<Record<string, string>> = {
  date: 'On which day',
  moment: 'On which day and at what time',
  duration: 'How long',
  percentage: 'How many percent',
  target: 'Which value with its unit',
  money: 'How much money in which currency',
  quantity: 'How many or how much with its unit',
  version: 'Which version',
  identifier: 'By which short name',
  reference: 'In which file or at which address',
  'period-of-day': 'From when to when',
  zone: 'In which time zone',
  sha256: 'Which SHA-256 hash does the file have',
};

/** `<On which day?>`; with the field's name where the question alone would not say what is meant. */
export function asking(schema: Schema, key: string, kinds: ReadonlyMap<string, Kind>): string {
  if (schema['x-asks'] !== undefined) return `<${schema['x-asks']}>`;
  const title = schema.title ?? spelled(key);
  const refers = [schema['x-refers'] ?? []].flat().map((sort) => kinds.get(sort)?.title ?? sort.replaceAll('-', ' '));
  const more = (question: string) => `<${question}${question.toLowerCase().includes(title.toLowerCase()) ? '' : ` (${title})`}?>`;
  if (refers.length > MOST) return `<Which ${title}?>`;
  if (refers.length > 0) return more(`Which ${refers.join(' or ')}`);
  if (schema.types.join() === 'boolean') return more('True or false');
  const ofFormat = schema['x-every'] ? 'How often' : OF_FORMAT[schema.format ?? ''];
  if (ofFormat !== undefined) return more(ofFormat);
  if (/^(?:what|who|whom|which|how|when|where|why|from|by|in) /i.test(title)) return `<Can you say ${title}?>`;
  if (schema.enum) return `<Which ${title}?>`;
  return `<What ${isSeveral(title) ? 'are' : 'is'} the ${title}?>`;
}

/** By the words up to the first that only says more about them: "duties of the customer", not "reason for the changes". */
const isSeveral = (title: string): boolean => {
  const [head = ''] = title.split(/ (?:of|in|that|for|at|to|from|with|by|on|between) /);
  return head.split(' ').some((word) => /[^su]s$/.test(word) && !/sis$/.test(word));
};

/** `measuredAt` → "measured at". */
const spelled = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
