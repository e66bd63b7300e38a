// Pieces of sentences that several pages share: demands with their clauses, kinds by their names, messages with their places open.
// Must not know any demand, kind or finding by name.
import { applies, basisOf, sortTitle } from '../assess/context';
import { clausesOf } from '../knowledge/proves';
import type { Demand, Edition, Population, Severity } from '../knowledge/types';
import { code, text } from './markdown';
import { type Source, slug, toPage } from './page';

export const EDITIONS: readonly Edition[] = ['2011', '2018'];

/** A demand by its id. */
export const demandLink = ({ id }: Pick<Demand, 'id'>, source: Source): string => toPage('demands', id, id, source);

/** A demand in one line of a list: id, clauses, what it asks. */
export const demandLine = (demand: Demand, source: Source): string =>
  `${demandLink(demand, source)} · ${clausesOf(demand)}: ${text(demand.demand)}`;

/** A kind by its name in full; the kind itself behind it where that is another word. */
export function kindLink(kind: string, source: Source): string {
  const title = sortTitle(source.knowledge, kind);
  const linked = toPage('kinds', kind, title, source);
  return slug(title) === kind ? linked : `${linked} (${code(kind)})`;
}

export const findingLink = (id: string, source: Source): string => toPage('findings', id, id, source);

export const termLink = (term: string, source: Source): string => toPage('terms', slug(term), term, source);

/** What each edition makes of a demand: "demanded", "usual evidence", or nothing. */
export function basisWords(demand: Demand): string {
  const of = (basis: 'full' | 'usual-evidence') => EDITIONS.filter((e) => applies(demand, e) && basisOf(demand, e) === basis);
  const usual = of('usual-evidence');
  const parts = [
    of('full').length > 0 && `demanded by ${editions(of('full'))}`,
    usual.length > 0 && `usual evidence in ${editions(usual)}: not demanded there, but auditors ask for it`,
  ];
  return parts.filter(Boolean).join('; ');
}

const editions = (of: readonly Edition[]): string => (of.length === EDITIONS.length ? 'both editions' : `the ${of.join()} edition`);

const EMPTY: Readonly<Record<NonNullable<Population['empty']>, string>> = {
  missing: 'Every management system has one: where none is recorded, the demand is not met.',
  'no-instance': 'Your scope may have none. Then a statement of no instance says so; without it the demand is not met.',
  'none-recorded': 'It is an event that may not happen: where none is recorded, nothing has to be said.',
};

/** Whom a demand holds for. */
export function populationWords({ name, says, empty, enum: words }: Population): string {
  const each = `Once for each **${text(name)}**: ${text(says)}`;
  const named = words ? ` They are ${words.map(code).join(', ')}.` : '';
  return `${each}${named}${empty ? ` ${EMPTY[empty]}` : ''}`;
}

/** What a severity means. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'a demand is not met, or something is broken',
  warning: 'it will break, or holds only by luck',
  information: 'worth knowing, no fault',
  hint: 'a matter of style, or of a draft',
};

const PLACE = /\{([a-zA-Z]+)\}/g;

/** A message with its places open: "‹supplier› guarantees ‹bought›". */
export const openWords = (template: string): string => text(template.replace(PLACE, '‹$1›'));

/** The names of the places in messages, in order. */
export const placesIn = (templates: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(templates.flatMap((t) => [...(t ?? '').matchAll(PLACE)].map((m) => m[1] ?? ''))),
];
