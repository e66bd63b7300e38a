// What proves a demand, in plain words with links to the kinds it is read in. The grammar is that of schemas/README.md.
// Must not know any demand or kind by name.
import { sortTitle } from '../assess/context';
import { schemaOfPath } from '../knowledge/schema';
import type { Demand, Entry, Evidence, PathOf } from '../knowledge/types';
import { code, text } from './markdown';
import { type Source, toPage } from './page';
import { findingLink, kindLink } from './page-words';

/** One line for each entry; plain fields of one kind of document share a line. */
export function evidenceLines(demand: Demand, source: Source): readonly string[] {
  const lines: string[] = [];
  let last: string | undefined;
  for (const entry of demand.evidence) {
    const path = plainField(entry);
    if (path && path.head === last) lines.push(`${lines.pop() ?? ''}, ${fieldWords(path, source)}`);
    else lines.push(entryWords(entry, demand, source));
    last = path?.head;
  }
  return lines;
}

function plainField([first, ...others]: Entry): PathOf | undefined {
  const alone = others.length === 0 && first && 'path' in first && first.to === undefined && first.word === undefined;
  return alone && first.path.fields.length > 0 ? first.path : undefined;
}

function entryWords(entry: Entry, demand: Demand, source: Source): string {
  const words = entry.map((e) => evidenceWords(e, demand, source));
  return words.length === 1 ? upper(words.join()) : `Either ${words.join(', or ')}`;
}

function evidenceWords(evidence: Evidence, { each }: Demand, source: Source): string {
  if ('rule' in evidence) return `the check ${findingLink(evidence.rule, source)} could judge it, and found nothing`;
  const { path, word, to } = evidence;
  const where = holder(path, source, each?.of === path.head ? each.in : undefined);
  if (path.fields.length === 0) return `${/^\[?[aeio]/.test(where) ? 'an' : 'a'} ${where} that counts`;
  const field = fieldWords(path, source);
  if (to) return `in the ${where}: ${field}, and in the ${holder(to, source)} named there: ${fieldWords(to, source)}`;
  return `in the ${where}: ${field}${word === undefined ? '' : ` is ${code(word)}, or holds it`}`;
}

/** The kind that a path is read in; of a thing inside documents also the kinds it stands in, or only those of some places. */
function holder({ head }: PathOf, source: Source, only?: readonly string[]): string {
  const { kinds, places } = source.knowledge;
  if (kinds.has(head)) return kindLink(head, source);
  const all = only?.map((place) => place.split('.')[0] ?? '') ?? (places.get(head) ?? []).map((place) => place.kind);
  const holders = [...new Set(all)].map((kind) => toPage('kinds', kind, sortTitle(source.knowledge, kind), source));
  return `${text(sortTitle(source.knowledge, head))} (in the ${holders.join(', ')})`;
}

/** A field by its plain name and its path: "service targets (`targets`)". */
export function fieldWords(path: PathOf, { knowledge }: Source): string {
  const written = code(path.fields.map((f) => (f.each ? `${f.name}[]` : f.name)).join('.'));
  const place = knowledge.places.get(path.head)?.[0];
  const title = place && schemaOfPath(place.schema, path)?.title;
  return title === undefined || title === path.fields.at(-1)?.name ? written : `${text(title)} (${written})`;
}

/** Where an interval or a time is written: "`serviceReview.interval` of the SLA, else …". */
export const intervalWords = (paths: readonly PathOf[], source: Source): string =>
  paths.map((path) => `${fieldWords(path, source)} of the ${holder(path, source)}`).join(', else ');

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
