// Reads the grammar of evidence and of populations (schemas/README.md). Must not know any demand by name.
import type { Condition, Entry, Evidence, Json, PathOf, Population, RawPopulation } from './types';

const PATH = /^([a-z][a-z-]*)((?:\.[a-z][A-Za-z0-9]*(?:\[\])?)*)$/;
const WORD = /^[a-z][a-z0-9-]*$/;

/** `a.b[] | c -> d.e` as its alternatives. Throws an Error that says which text is wrong. */
export function parseEntry(text: string): Entry {
  return text.split(' | ').map(parseEvidence);
}

function parseEvidence(text: string): Evidence {
  if (text.startsWith('rule: ')) return { rule: expectWord(text.slice('rule: '.length)) };
  const [, left = '', sign, right = ''] = /^(\S+)(?: (=|->) (\S+))?$/.exec(text) ?? [];
  if (sign === '=') return { path: parsePath(left), word: expectWord(right) };
  return sign === '->' ? { path: parsePath(left), to: parsePath(right) } : { path: parsePath(left) };
}

function expectWord(text: string): string {
  if (!WORD.test(text)) throw new Error(`"${text}" is no word`);
  return text;
}

/** `sla.targets[].window` as head and fields. Throws where it is no path. */
export function parsePath(text: string): PathOf {
  const [, head, fields] = PATH.exec(text) ?? [];
  if (!head) throw new Error(`"${text}" is no path`);
  return { head, fields: (fields ?? '').split('.').filter(Boolean).map(parseField) };
}

const parseField = (text: string) => ({ name: text.replace('[]', ''), each: text.endsWith('[]') });

/** Written back as in the clause files. */
export const pathText = ({ head, fields }: PathOf): string => [head, ...fields.map((f) => (f.each ? `${f.name}[]` : f.name))].join('.');

export function parsePopulation(name: string, { where = {}, ...raw }: RawPopulation): Population {
  return {
    ...raw,
    name,
    where: Object.entries(where).map(([field, value]) => parseCondition(parsePath(`${raw.of}.${field}`), value, raw.tolerance)),
  };
}

function parseCondition(field: PathOf, value: Json, tolerance: string | undefined): Condition {
  if (Array.isArray(value)) return { field, is: value.map(String) };
  const text = String(value);
  if (text.startsWith('not near ')) {
    if (tolerance === undefined) throw new Error(`"${text}" wants a tolerance`);
    return { field, near: text.slice('not near '.length), tolerance: parsePath(tolerance) };
  }
  if (text.startsWith('not ')) return { field, not: text.slice('not '.length) };
  if (text === 'given') return { field, given: true };
  if (text === 'today') return { field, today: true };
  return { field, is: [text] };
}
