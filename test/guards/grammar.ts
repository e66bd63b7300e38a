// Whether demands and populations name only what there is. Gives what is wrong, as sentences.
// Must not read files, nor know any demand or kind by name.
import { pathText } from '../../server/knowledge/evidence';
import type { Knowledge } from '../../server/knowledge/knowledge';
import type { Condition, Demand, Evidence, PathOf, Population, Schema } from '../../server/knowledge/types';
import type { NamedRule } from '../../server/rules/rule';

/** Everything that the product is made from. */
export interface Whole {
  readonly knowledge: Knowledge;
  readonly rules: readonly NamedRule[];
}

export function demandFaults({ knowledge, rules }: Whole): string[] {
  return knowledge.demands.flatMap((demand) => {
    const { evidence, every = [], due = [], within = [] } = demand;
    const faults = [
      ...(evidence.flat().length === 0 ? ['is proved by nothing'] : []),
      ...evidence.flat().flatMap((e) => evidenceFaults(e, demand, { knowledge, rules })),
      ...[...every, ...due, ...within].flatMap((path) => [...pathFaults(path, knowledge), ...notADuration(path, knowledge)]),
      ...(demand.lacks && !demand.each ? ['has words for a thing that lacks something, but is not asked of things'] : []),
      ...(demand.overdue && every.length === 0 ? ['has words for what is overdue, but plans no interval'] : []),
      ...(due.length > 0 && every.length === 0 ? ['says how long an interval may be overrun, but plans none'] : []),
      ...(DATED.test(demand.overdue?.never ?? '') && demand.overdue?.undated === undefined
        ? ['has no words for what was never done where nobody says since when']
        : []),
      ...(DATED.test(demand.overdue?.undated ?? '') ? ['names a day where nobody says since when'] : []),
      ...[demand.lacks?.given ?? []]
        .flat()
        .flatMap((kind) => (knowledge.kinds.has(kind) ? [] : [`waits for a "${kind}", and there is no such kind`])),
    ];
    return faults.map((fault) => `${demand.id}: ${fault}`);
  });
}

/** Values that are there only where it is known since when something should have been done. */
const DATED = /\{(?:last|due|days)\}/;

function evidenceFaults(evidence: Evidence, demand: Demand, { knowledge, rules }: Whole): string[] {
  if ('rule' in evidence) return ruleFaults(evidence.rule, demand, { knowledge, rules });
  const { path, word, to } = evidence;
  const faults = pathFaults(path, knowledge);
  if (faults.length > 0) return faults;
  const last = schemasAt(path, knowledge).map((schema) => schema.items ?? schema);
  const refers = last.map((schema) => [schema['x-refers'] ?? []].flat());
  return [
    ...(word !== undefined && !last.every((schema) => schema.enum?.includes(word)) ? [`${pathText(path)} can't be "${word}"`] : []),
    ...(to && !refers.every((sorts) => sorts.includes(to.head)) ? [`${pathText(path)} names no ${to.head}`] : []),
    ...(to ? pathFaults(to, knowledge) : []),
  ];
}

/** Its verdict on a thing counts only where it is asked of the same sort, that on the whole whomever it is asked of; and it has to know the demand. */
function ruleFaults(id: string, demand: Demand, { knowledge, rules }: Whole): string[] {
  const rule = rules.find((r) => r.id === id);
  if (!rule) return [`there is no rule ${id}`];
  const asked = [rule.each].flat().map((name) => knowledge.populations.get(name)?.of);
  return [
    ...(rule.demands.includes(demand.id) ? [] : [`the rule ${id} does not speak for it`]),
    ...(!demand.each || asked.includes(demand.each.of)
      ? []
      : [`the rule ${id} is asked of each ${asked.join(' and ')}, not of each ${demand.each.of}`]),
  ];
}

/** The head is a kind or sort, and in each place where such things stand the fields are there; lists, and only they, have "[]". */
export function pathFaults(path: PathOf, knowledge: Knowledge): string[] {
  const places = knowledge.places.get(path.head) ?? [];
  if (places.length === 0) return [`there is no kind or sort "${path.head}"`];
  return [...new Set(places.flatMap(({ schema }) => fieldFaults(schema, path)))];
}

function fieldFaults(from: Schema, path: PathOf): string[] {
  let schema = from;
  for (const [i, { name, each }] of path.fields.entries()) {
    const below = fieldOf(schema, name);
    if (!below) return [`${pathText(path)}: there is no "${name}"`];
    const isList = below.types.includes('array');
    if (each && !isList) return [`${pathText(path)}: "${name}" is no list`];
    if (!each && isList && i < path.fields.length - 1) return [`${pathText(path)}: "${name}" is a list`];
    schema = each && below.items ? below.items : below;
  }
  return [];
}

function fieldOf(schema: Schema, name: string): Schema | undefined {
  return schema.properties.get(name) ?? schema.oneOf?.map((branch) => branch.properties.get(name)).find((found) => found !== undefined);
}

/** What applies at the end of a path that exists, in each place of its head. */
export function schemasAt(path: PathOf, knowledge: Knowledge): readonly Schema[] {
  return (knowledge.places.get(path.head) ?? []).flatMap(({ schema }) => {
    const at = path.fields.reduce<Schema | undefined>((s, { name, each }) => {
      const below = s && fieldOf(s, name);
      return each ? below?.items : below;
    }, schema);
    return at ? [at] : [];
  });
}

const notADuration = (path: PathOf, knowledge: Knowledge) =>
  schemasAt(path, knowledge).some((schema) => schema.format !== 'duration') ? [`${pathText(path)} is no duration`] : [];

const TODAY = ['valid', 'term'];

export function populationFaults({ knowledge, rules }: Whole): string[] {
  const used = new Set([...knowledge.demands.flatMap((d) => d.each?.name ?? []), ...rules.flatMap((r) => r.each)]);
  return [...knowledge.populations.values()].flatMap((population) =>
    [
      ...(used.has(population.name) ? [] : ['is counted by nobody']),
      ...(population.says ? [] : ['does not say what it is']),
      ...(population.follows !== undefined && !knowledge.populations.has(population.follows)
        ? [`there is no population "${population.follows}"`]
        : []),
      ...placeFaults(population, knowledge),
      ...population.where.flatMap((condition) => conditionFaults(condition, knowledge)),
    ].map((fault) => `${population.name}: ${fault}`),
  );
}

function placeFaults(population: Population, knowledge: Knowledge): string[] {
  const { of, in: places = [], enum: words, shortest } = population;
  const known = knowledge.places.get(of) ?? [];
  if (words) return vocabularyFaults(population, knowledge);
  if (known.length === 0) return [`there is no kind or sort "${of}"`];
  if (shortest && !known.every(({ schema }) => ['from', 'to'].every((name) => schema.properties.get(name)?.format === 'date')))
    return [`no ${of} is a period, of which one could be shorter`];
  const texts = known.map(({ kind, fields }) => [kind, ...fields.map((f) => f.name)].join('.'));
  return places.filter((place) => !texts.includes(place)).map((place) => `no ${of} stands at ${place}`);
}

/** The words of a closed vocabulary stand nowhere: fields name them. */
function vocabularyFaults({ of, where, enum: words = [] }: Population, knowledge: Knowledge): string[] {
  return [
    ...(knowledge.places.has(of) ? [`things of sort "${of}" stand in documents, so that its words are none`] : []),
    ...(where.length > 0 || words.length === 0 ? ['a vocabulary is its words, all of them'] : []),
    ...([...knowledge.kinds.values()].some(({ schema }) => refersTo(schema, of)) ? [] : [`no field names a ${of}`]),
  ];
}

const refersTo = (schema: Schema, sort: string): boolean =>
  [schema['x-refers'] ?? []].flat().includes(sort) ||
  [...schema.properties.values(), ...(schema.items ? [schema.items] : []), ...(schema.oneOf ?? [])].some((s) => refersTo(s, sort));

function conditionFaults(condition: Condition, knowledge: Knowledge): string[] {
  const { field } = condition;
  const faults = pathFaults(field, knowledge);
  if (faults.length > 0) return faults;
  if ('near' in condition) {
    const other = { head: field.head, fields: [{ name: condition.near, each: false }] };
    const share = schemasAt(condition.tolerance, knowledge);
    return [
      ...pathFaults(other, knowledge),
      ...pathFaults(condition.tolerance, knowledge),
      ...(share.some((schema) => schema.format !== 'percentage') ? [`${pathText(condition.tolerance)} is no percentage`] : []),
    ];
  }
  if ('today' in condition) return TODAY.includes(field.fields.at(-1)?.name ?? '') ? [] : [`${pathText(field)} holds no days`];
  const words = 'is' in condition ? condition.is : 'not' in condition ? [condition.not] : [];
  const wrong = words.filter((word) => !schemasAt(field, knowledge).every((schema) => canBe(schema.items ?? schema, word)));
  return wrong.map((word) => `${pathText(field)} can't be "${word}"`);
}

/** A word of a closed list, true or false; of a version whether it is the first. */
function canBe(schema: Schema, word: string): boolean {
  if (schema.enum) return schema.enum.includes(word);
  return schema.types.includes('boolean') ? ['true', 'false'].includes(word) : schema.format === 'version' && word === 'first';
}
