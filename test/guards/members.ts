// Answers by which each population has a member: what happens seldom happens here, what comes second is there, and of two things of
// a sort one belongs to each. From the populations alone; must not know any of them by name.
import type { Knowledge } from '../../server/knowledge/knowledge';
import type { Kind, Population } from '../../server/knowledge/types';
import { locate } from '../../server/model/position';
import { readText } from '../../server/model/read';
import type { Leaf } from './leaves';

/** The words of a field by which things of a sort belong to a population. */
interface Telling {
  readonly population: Population;
  readonly words: readonly string[];
}

function tellings(of: string | undefined, field: string, { populations }: Knowledge): Telling[] {
  return [...populations.values()]
    .filter((p) => p.of === of)
    .flatMap((population) =>
      population.where.flatMap((c) =>
        'is' in c && c.field.fields.map((f) => f.name).join('.') === field ? [{ population, words: c.is }] : [],
      ),
    );
}

/** The word by which a thing is one of those that a demand asks about; `usual` is what it would say otherwise. Undefined where nothing hangs on it. */
export function wordFor({ of, path }: Leaf, kind: Kind, usual: string, knowledge: Knowledge): string | undefined {
  const field = String(path.findLast((key) => typeof key === 'string'));
  const told = tellings(of, field, knowledge);
  const seldom = told.find((t) => t.population.empty === 'none-recorded')?.words[0];
  return (
    seldom ??
    (isSecond(kind, path.length) ? told.flatMap((t) => t.words).find((word) => word !== usual) : undefined) ??
    proving(kind, field, knowledge)
  );
}

/** Of a thing that may stand in a register, too, the one in a file of its own belongs to another population. */
const isSecond = ({ form }: Kind, depth: number) => form === 'entry' && depth === 1;

/** What a document's field has to be for a demand that asks it of one document. */
const proving = ({ kind }: Kind, field: string, { demands }: Knowledge): string | undefined =>
  demands
    .filter((d) => !d.joined)
    .flatMap((d) => d.evidence.flat())
    .flatMap((e) => ('path' in e && e.path.head === kind && e.path.fields[0]?.name === field ? (e.word ?? []) : []))[0];

/** The ids of a sort; the second one first where a document of that kind is asked only about things that the usual one is not. */
export function likeliest(ids: readonly string[], sort: string, { schema }: Leaf, { kind }: Kind, knowledge: Knowledge): readonly string[] {
  if (schema?.['x-about'] !== true) return ids;
  const fields = knowledge.places.get(sort)?.[0]?.schema.properties;
  const asked = knowledge.demands.flatMap((d) =>
    d.each?.of === sort && d.evidence.flat().every((e) => 'path' in e && e.path.head === kind) ? [d.each] : [],
  );
  const isOther = ({ where }: Population) =>
    where.some((c) => 'is' in c && !c.is.includes(String(fields?.get(c.field.fields[0]?.name ?? '')?.examples?.[0])));
  return asked.length > 0 && asked.every(isOther) ? [...ids.slice(1), ...ids.slice(0, 1)] : ids;
}

/** The template with one more item before the first of a list of which a population leaves out the first. */
export function withSecond(template: string, { kind }: Kind, { populations }: Knowledge): string {
  const later = [...populations.values()].filter((p) => p.where.some((c) => 'not' in c && c.not === 'first'));
  const lists = new Set(later.flatMap((p) => p.in ?? []).filter((place) => place.startsWith(`${kind}.`)));
  return [...lists].reduce((text, place) => {
    const [document] = readText(text).documents;
    const first = document && locate(document, [...place.split('.').slice(1), 0])?.value;
    if (!first) return text;
    const start = text.lastIndexOf('\n', first.start) + 1;
    const end = text.indexOf('\n', first.end) + 1;
    return text.slice(0, start) + text.slice(start, end).replace(/<Which version[^<>]*>/, EARLIER) + text.slice(start);
  }, template);
}

const EARLIER = '0.9';
