// Which demands a field proves, read backwards from their evidence. Must not know any demand, kind or field by name.
import type { Path } from './schema';
import type { Demand, Edition, PathOf, Place } from './types';

/** Demands in register order, by kind and field: see `fieldKey`. */
export type Proofs = ReadonlyMap<string, readonly Demand[]>;

/** `sla.targets.window`: a kind and the names down to a field, whatever its place in lists. */
export const fieldKey = (kind: string, path: Path): string => [kind, ...path.filter((key) => typeof key === 'string')].join('.');

interface Known {
  readonly demands: readonly Demand[];
  readonly places: ReadonlyMap<string, readonly Place[]>;
  readonly parts: ReadonlyMap<string, readonly Place[]>;
}

/** Every field that evidence names, wherever things of its sort may stand; what a named field stands in proves it, too. */
export function proves(knowledge: Known): Proofs {
  const proofs = new Map<string, Demand[]>();
  for (const demand of knowledge.demands) {
    const paths = demand.evidence.flat().flatMap((e) => ('path' in e ? [e.path, ...(e.to ? [e.to] : [])] : []));
    for (const key of new Set(paths.flatMap((path) => keysOf(path, demand, knowledge)))) {
      proofs.set(key, [...(proofs.get(key) ?? []), demand]);
    }
  }
  return proofs;
}

function keysOf({ head, fields }: PathOf, { each }: Demand, knowledge: Known): string[] {
  const parts = (knowledge.parts.get(head) ?? []).filter(({ schema }) => schema.properties.has(fields[0]?.name ?? ''));
  const places = [...(knowledge.places.get(head) ?? []), ...parts].map((place) =>
    fieldKey(
      place.kind,
      place.fields.map((f) => f.name),
    ),
  );
  const counted = each?.in && each.of === head ? places.filter((place) => each.in?.includes(place)) : places;
  const names = fields.map((f) => f.name);
  return counted.flatMap((place) => names.map((_, i) => fieldKey(place, names.slice(0, i + 1))));
}

/** The clauses of both editions, that of the edition in force first: "7.2 · 2018: 8.3.4.1", "8.3.4.1 · 2011: 7.2", "2018: 8.2.4". */
export function clausesOf({ process, iso2018, only }: Demand, edition: Edition = '2011'): string {
  if (only === 2018) return edition === '2018' ? `${iso2018} (2018 only)` : `2018: ${iso2018}`;
  if (iso2018 === '-') return `${process.clause} (2011 only)`;
  return edition === '2018' ? `${iso2018} · 2011: ${process.clause}` : `${process.clause} · 2018: ${iso2018}`;
}

/** Said wherever clauses of the 2018 edition are shown, in Markdown. */
export const MAPPING = '*Clauses of the 2018 edition were mapped without a licensed copy at hand.*';
