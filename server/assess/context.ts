// What every judgement is made from. Plain data and a reader; must not know any rule or demand by name.
import type { Knowledge } from '../knowledge/knowledge';
import type { Basis, Demand, Edition } from '../knowledge/types';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { isWritten } from '../model/written';
import type { NamedRule } from '../rules/rule';

export interface Context {
  readonly knowledge: Knowledge;
  readonly rules: readonly NamedRule[];
  readonly reader: Reader;
}

/** The edition the manifest names; without a manifest the one that organisations are certified to today. */
export function editionOf(reader: Reader): Edition {
  return reader.says('edition')?.text === '2011' ? '2011' : '2018';
}

/** The edition asks for it, or auditors of that edition usually do. */
export const applies = (demand: Demand, edition: Edition): boolean => (edition === '2011' ? demand.only !== 2018 : demand.iso2018 !== '-');

export const basisOf = (demand: Demand, edition: Edition): Basis => demand.basis?.[edition] ?? 'full';

/** The clause as that edition numbers it. */
export const clauseOf = (demand: Demand, edition: Edition): string => (edition === '2011' ? demand.process.clause : demand.iso2018);

/** "Clause 7.2", "Clauses 8.3.4.1 and 8.5.1". */
export function clauseWords(demand: Demand, edition: Edition): string {
  const clauses = clauseOf(demand, edition).split(', ');
  return `${clauses.length > 1 ? 'Clauses' : 'Clause'} ${clauses.join(' and ')}`;
}

/**
 * A thing in words: a document by its id, so a part that stands for one; what stands inside by its name, a period by its days, what
 * has none of these by its place.
 */
export function nameOf(thing: Thing, reader: Reader): string {
  // Without an id a document goes by its file's name.
  if (thing.id === thing.doc) return decodeURIComponent(thing.doc.slice(thing.doc.lastIndexOf('/') + 1, thing.doc.lastIndexOf('#')));
  if (thing.path.length === 0 && thing.frame.form !== 'entry') return thing.id;
  const said = (field: string) => {
    const { value } = reader.at(thing, field);
    return typeof value === 'string' && isWritten(value) ? value : undefined;
  };
  const name = said('name');
  if (name !== undefined) return name;
  if (said('id') !== undefined) return thing.id;
  const [from, to] = [said('from'), said('to')];
  if (from !== undefined && to !== undefined) return `${from} to ${to}`;
  const at = thing.path.at(-1);
  if (thing.part || typeof at !== 'number') return thing.frame.id;
  return `${said('version') ?? `number ${at + 1}`} of ${thing.frame.id}`;
}

/** A thing's sort in plain words, as the kind's title or the sort's own name says. */
export const sortTitle = (knowledge: Knowledge, sort: string): string => knowledge.kinds.get(sort)?.title ?? sort.replaceAll('-', ' ');
