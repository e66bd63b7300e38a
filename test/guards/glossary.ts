// Whether the glossary names only what there is, and whether statements of no instance can be made of whatever may have none.
// Gives what is wrong, as sentences. Must not read files, nor know any term, kind or demand by name.
import type { Knowledge } from '../../server/knowledge/knowledge';

/** A term leads on to terms, kinds and demands; each name belongs to one term. */
export function glossaryFaults({ glossary, kinds, demands }: Knowledge): string[] {
  const terms = new Set(glossary.map((t) => t.term));
  const ids = new Set(demands.map((d) => d.id));
  const names = glossary.flatMap((t) => [t.term, ...(t.short === undefined ? [] : [t.short]), ...(t.also ?? [])]);
  const twice = new Set(names.filter((name, i) => names.indexOf(name) !== i));
  const of = (term: string, said: readonly string[] | undefined, known: { has(name: string): boolean }, what: string) =>
    (said ?? []).filter((name) => !known.has(name)).map((name) => `${term}: there is no ${what} "${name}"`);
  return [
    ...[...twice].map((name) => `"${name}" names two terms`),
    ...glossary.flatMap((t) => [
      ...(isWords(t.meaning) ? [] : [`${t.term}: it says nothing`]),
      ...of(t.term, t.seeAlso, terms, 'term'),
      ...of(t.term, t.kinds, kinds, 'kind'),
      ...of(t.term, t.demands, ids, 'demand'),
    ]),
  ];
}

const isWords = (text: unknown) => typeof text === 'string' && /\w{3}/.test(text);

/** The field of a kind that names populations knows all that may have no instance, and no others. */
export function statementFaults(kind: string, field: string, { kinds, populations }: Knowledge): string[] {
  const said = (kinds.get(kind)?.schema.properties.get(field)?.enum ?? []).map(String);
  const may = [...populations.values()].filter((p) => p.empty === 'no-instance').map((p) => p.name);
  return [
    ...may.filter((name) => !said.includes(name)).map((name) => `nobody can state that there is no "${name}"`),
    ...said.filter((name) => !may.includes(name)).map((name) => `"${name}" is no population that may have no instance`),
  ];
}
