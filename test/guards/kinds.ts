// Whether ids are unique, rules speak for what there is, and each kind has a template with all that is asked of it.
// Gives what is wrong, as sentences. Must not read files, nor know any kind by name.
import { parse } from 'yaml';
import { isObject, valueAtPath } from '../../server/knowledge/schema';
import type { Gathered, Json, Kind, PathOf, Schema } from '../../server/knowledge/types';
import type { Whole } from './grammar';

/** A demand, rule or finding is known by its id alone, in every list it is shown in. */
export function idFaults({ clauses, findings }: Gathered, { rules }: Whole): string[] {
  const demands = clauses.flatMap((clause) => clause.demands ?? []);
  const codes = [
    ...demands.flatMap((d) => [d.id, ...(d.lacks ? [d.lacks.id] : []), ...(d.overdue ? [d.overdue.id] : [])]),
    ...rules.map((rule) => rule.id),
    ...Object.keys(findings),
  ];
  const populations = clauses.flatMap((clause) => Object.keys(clause.populations ?? {}));
  return [
    ...twice(codes).map((id) => `"${id}" is the id of two`),
    ...twice(populations).map((name) => `there are two populations "${name}"`),
  ];
}

const twice = (words: readonly string[]) => [...new Set(words.filter((word, i) => words.indexOf(word) !== i))];

export function ruleFaults({ knowledge, rules }: Whole): string[] {
  return rules.flatMap(({ id, demands, each, process }) => {
    const known = demands.flatMap((d) => knowledge.demands.find((k) => k.id === d) ?? []);
    const unknown = demands.filter((d) => !known.some((k) => k.id === d));
    const home = known[0] ? process.startsWith(`${known[0].process.clause}-`) : process === 'documents';
    return [
      ...unknown.map((d) => `there is no demand ${d}`),
      ...[each].flat().flatMap((name) => (knowledge.populations.has(name) ? [] : [`there is no population "${name}"`])),
      ...(home ? [] : [`stands in ${process}, which is not the process of its demand`]),
    ].map((fault) => `${id}: ${fault}`);
  });
}

export function templateFaults({ knowledge }: Whole): string[] {
  return [...knowledge.kinds.values()].flatMap((kind) => ofTemplate(kind, knowledge).map((fault) => `${kind.kind}: ${fault}`));
}

function ofTemplate(kind: Kind, knowledge: Whole['knowledge']): string[] {
  if (kind.template === '') return ['has no template'];
  const data: Json = parse(kind.template);
  if (!isObject(data) || data.kind !== kind.kind) return ['has a template of another kind'];
  return [
    ...(/^# \S/.test(kind.template) ? [] : ['its template does not say first what it is']),
    ...(Object.keys(data)[0] === 'kind' ? [] : ['its template does not begin with its kind']),
    ...requiredIn(kind.schema, data, []).map((path) => `its template lacks ${path}, without which it can't be read`),
    ...askedOf(kind, knowledge)
      .filter((path) => valueAtPath(data, path) === undefined)
      .map((path) => `its template lacks ${path.join('.')}, which is asked for`),
  ];
}

/** Paths of required fields that are not there, in each part that is. */
function requiredIn(schema: Schema, value: Json, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => (schema.items ? requiredIn(schema.items, item, [...path, '[]']) : []));
  if (!isObject(value)) return [];
  const here = (schema.required ?? []).filter((name) => value[name] === undefined).map((name) => [...path, name].join('.'));
  const below = Object.entries(value).flatMap(([name, v]) => {
    const s = schema.properties.get(name);
    return s ? requiredIn(s, v, [...path, name]) : [];
  });
  return [...here, ...below];
}

/** Every path of evidence that is read in documents of this kind: of the kind itself, and of the things that stand inside. */
function askedOf({ kind, list }: Kind, { demands, places }: Whole['knowledge']): (string | number)[][] {
  const down = (fields: PathOf['fields']) => fields.flatMap((f) => (f.each ? [f.name, 0] : [f.name]));
  const asked = demands.flatMap(({ evidence, each }) =>
    evidence.flat().flatMap((e) => {
      if (!('path' in e)) return [];
      // A document that may also hold a list of its kind starts as a single one.
      const here = (places.get(e.path.head) ?? []).filter((p) => p.kind === kind && (list === undefined || p.fields[0]?.name !== list));
      const counted =
        each?.of === e.path.head && each.in
          ? here.filter((p) => each.in?.includes([kind, ...p.fields.map((f) => f.name)].join('.')))
          : here;
      return counted.map((place) => [...down(place.fields), ...down(e.path.fields)]);
    }),
  );
  return [...new Map(asked.map((path) => [path.join('.'), path])).values()];
}
