// The parts that stand in for each other beneath a service, and what several of them lean on. Must not know agreements or figures.
import { neededIn } from '../arithmetic/availability';
import type { At } from './at';
import { chainOf } from './chain';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { isRetired } from './supply';

/** A choice between stand-ins, as it is written in a dependency. */
export interface StandIns {
  /** The dependency. */
  readonly item: At;
  /** What depends on them. */
  readonly of: Thing;
  readonly legs: readonly Thing[];
  readonly need: number;
}

/** Deeper than anybody's service. */
const MOST = 1000;

/** All choices beneath a service, each once; where one of the legs is not in the catalogue, or how many are needed is not said, it is left out. */
export function standInsUnder(service: Thing, pack: Reader): readonly StandIns[] {
  const found: StandIns[] = [];
  const seen = new Set<Thing>([service]);
  const queue = [service];
  for (let next = queue.shift(); next && seen.size < MOST; next = queue.shift()) {
    for (const item of pack.at(next, 'dependsOn').items) {
      const named = [item.get('service'), item.get('component')].filter((at) => at.written);
      const of = item.get('of').items;
      const things = [...named, ...of].flatMap((at) => thingAt(at, pack) ?? []).filter((t) => !isRetired(t, pack));
      const need = Number(item.get('need').text);
      const isChoice = of.length > 1 && things.length === of.length && need > 0 && need < of.length;
      if (isChoice && item.get('loss').text === 'stops') found.push({ item, of: next, legs: things, need });
      for (const thing of things) {
        if (seen.has(thing)) continue;
        seen.add(thing);
        queue.push(thing);
      }
    }
  }
  return found;
}

/** The things without any one of which so many stand-ins fail that too few are left, with the legs that fail. */
export function fatalFor({ legs, need }: StandIns, pack: Reader): ReadonlyMap<Thing, readonly Thing[]> {
  const leaning = new Map<Thing, Thing[]>();
  for (const leg of legs) for (const part of [leg, ...neededBy(leg, pack)]) leaning.set(part, [...(leaning.get(part) ?? []), leg]);
  return new Map([...leaning].filter(([, on]) => on.length > 1 && legs.length - on.length < need));
}

/** Those that a service can't do without even if nothing stood in for anything. */
export function neededAnyway(service: Thing, pack: Reader): ReadonlySet<Thing> {
  const { needed, parts } = chainOf(service, pack, () => false);
  return new Set([...needed].flatMap((name) => parts.get(name) ?? []));
}

/** The parts without which a thing stops, whatever else works. */
export function neededBy(thing: Thing, pack: Reader): readonly Thing[] {
  const { structure, parts } = chainOf(thing, pack, () => false);
  return [...neededIn(structure)].flatMap((name) => parts.get(name) ?? []).filter((part) => part !== thing);
}

function thingAt(at: At, pack: Reader): Thing | undefined {
  const last = at.path.at(-1);
  return pack.target({ refers: typeof last === 'string' ? [last] : ['component', 'service'], id: at.text ?? '' })[0];
}
