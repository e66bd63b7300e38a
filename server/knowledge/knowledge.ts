// Everything the product knows, built once from what was gathered and handed to whoever asks.
// Must not know any demand, kind or rule by name.
import { type Abouts, aboutsOf } from './about';
import { parseEntry, parsePath, parsePopulation } from './evidence';
import { readGathered } from './gathered/data';
import { validators } from './gathered/validate';
import { type Proofs, proves } from './proves';
import { schemaBuilder } from './schema';
import type { Demand, Finding, Gathered, Kind, PathOf, Place, Population, Process, RawDemand, Schema, Term, Validator } from './types';

export type { Place } from './types';

export interface Knowledge {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly processes: readonly Process[];
  /** In the register's order. */
  readonly demands: readonly Demand[];
  /** By the kind or sort their evidence is read in, and by the sort of those they hold for. */
  readonly demandsReadIn: ReadonlyMap<string, readonly Demand[]>;
  readonly demandsFor: ReadonlyMap<string, readonly Demand[]>;
  readonly populations: ReadonlyMap<string, Population>;
  /** Where the things of each sort stand: a kind and the fields down to them. A kind is a sort, its documents the things. */
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** Where parts stand for documents of each kind. */
  readonly parts: ReadonlyMap<string, readonly Place[]>;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly glossary: readonly Term[];
  /** What stands in the places of messages, by their names. */
  readonly messagePlaces: ReadonlyMap<string, string>;
  readonly validators: Readonly<Record<string, Validator>>;
  /** Which demands each field proves. */
  readonly proofs: Proofs;
  /** Whom documents and their items are about, by their schemas. */
  readonly abouts: Abouts;
}

/** Reads what was gathered. Throws an Error with file and reason where it contradicts itself. */
export function loadKnowledge(gathered: Gathered = readGathered()): Knowledge {
  const schemaOf = schemaBuilder(gathered.schemas);
  const kinds = new Map(
    Object.entries(gathered.kinds).map(([kind, file]) => [kind, toKind(kind, file, schemaOf(file), gathered.snippets[kind])]),
  );
  const populations = new Map(
    gathered.clauses.flatMap((c) => Object.entries(c.populations ?? {})).map(([name, raw]) => [name, parsePopulation(name, raw)]),
  );
  const processes = gathered.clauses.flatMap((c) => (c.process && c.objective ? [toProcess(c.process, c.objective, c.iso2018)] : []));
  const raw = gathered.clauses.flatMap((c) => c.demands ?? []);
  const demands = raw.map((d, order) => toDemand(d, order, processOf(d, processes, gathered), populations));
  const known = {
    kinds,
    processes,
    demands,
    demandsReadIn: grouped(demands, (d) => d.evidence.flat().flatMap((e) => ('path' in e ? [e.path.head] : []))),
    demandsFor: grouped(demands, (d) => (d.each ? [d.each.of] : [])),
    populations,
    ...placesOf([...kinds.values()]),
    findings: new Map(Object.entries(gathered.findings)),
    glossary: [...gathered.glossary.terms, ...gathered.glossary.roles],
    messagePlaces: new Map(Object.entries(gathered.glossary.places ?? {})),
    validators,
  };
  return { ...known, proofs: proves(known), abouts: aboutsOf(kinds.values(), known.places) };
}

function toKind(kind: string, file: string, schema: Schema, template = ''): Kind {
  const form = schema['x-form'];
  if (!form || !schema.title || !schema.description) throw new Error(`${file}: a kind needs x-form, title and description`);
  const list = schema['x-list'];
  return {
    kind,
    form,
    title: schema.title,
    says: schema.description,
    schema,
    folder: file.split('/')[0] ?? '',
    template,
    ...(list && { list }),
  };
}

const toProcess = (name: string, objective: string, iso2018: readonly string[] = []): Process => ({
  name,
  clause: name.split(' ')[0] ?? name,
  objective,
  iso2018,
});

function processOf(demand: RawDemand, processes: readonly Process[], gathered: Gathered): Process {
  const name = gathered.clauses.find((c) => c.demands?.includes(demand))?.process;
  const process = processes.find((p) => p.name === name);
  if (!process) throw new Error(`demand ${demand.id}: its clause file names no process that has an objective`);
  return process;
}

function toDemand(raw: RawDemand, order: number, process: Process, populations: ReadonlyMap<string, Population>): Demand {
  const { each: eachName, evidence, every, due, within, ...rest } = raw;
  const each = eachName === undefined ? undefined : populations.get(eachName);
  if (eachName !== undefined && !each) throw new Error(`demand ${raw.id}: no population "${eachName}"`);
  return {
    ...rest,
    process,
    order,
    evidence: evidence.map(parseEntry),
    ...(each && { each }),
    ...(every && { every: every.split(' | ').map(parsePath) }),
    ...(due && { due: due.split(' | ').map(parsePath) }),
    ...(within && { within: within.split(' | ').map(parsePath) }),
  };
}

function grouped(demands: readonly Demand[], by: (demand: Demand) => readonly string[]): ReadonlyMap<string, readonly Demand[]> {
  const groups = new Map<string, Demand[]>();
  for (const demand of demands) for (const key of new Set(by(demand))) groups.set(key, [...(groups.get(key) ?? []), demand]);
  return groups;
}

/** Every sort with its places, and every kind that parts stand for, found by walking each kind's schema for `x-defines` and `x-is`. */
function placesOf(kinds: readonly Kind[]): Pick<Knowledge, 'places' | 'parts'> {
  const places = new Map<string, Place[]>();
  const parts = new Map<string, Place[]>();
  const add = (to: Map<string, Place[]>, sort: string, place: Place) => to.set(sort, [...(to.get(sort) ?? []), place]);
  for (const { kind, schema } of kinds) {
    add(places, kind, { kind, fields: [], schema });
    const walk = (s: Schema, fields: PathOf['fields']) => {
      const { 'x-defines': sort, 'x-is': other } = s;
      if (sort && fields.length > 0) add(places, sort, { kind, fields, schema: s });
      if (other) add(parts, other, { kind, fields, schema: s });
      for (const [name, below] of [...s.properties, ...(s.oneOf ?? []).flatMap((b) => [...b.properties])]) {
        walk(below, [...fields, { name, each: false }]);
        if (below.items) walk(below.items, [...fields, { name, each: true }]);
      }
    };
    walk(schema, []);
  }
  return { places, parts };
}
