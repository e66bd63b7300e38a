// What a service stands on, all the way down, as a structure of parts: what must work for it, and what stands in for what.
// Must not know agreements or figures: it is told which parts have one.
import { inARow, partsOf, type Structure } from '../arithmetic/availability';
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { isRetired } from './supply';

export interface Chain {
  readonly structure: Structure;
  /** The parts by the names they have in the structure. */
  readonly parts: ReadonlyMap<string, Thing>;
  /** The names of those without which the service stands still, whatever else works. */
  readonly needed: ReadonlySet<string>;
  /** What can't be placed, in clauses: `what the loss of "x" does is not said`. */
  readonly unclear: readonly string[];
}

interface Walk {
  readonly service: Thing;
  readonly pack: Reader;
  readonly hasFigure: (part: Thing) => boolean;
  readonly parts: Map<string, Thing>;
  readonly unclear: Set<string>;
  readonly done: Map<Thing, Beneath>;
}

/** What must work, and the choices between stand-ins by the places where they are written. */
interface Beneath {
  readonly parts: Set<string>;
  readonly choices: Map<string, Structure>;
}

/** Deeper than anybody's service: from here on nothing is followed. */
const DEEPEST = 100;

/**
 * The chain beneath a service. A component's figure holds for what the same supplier and its sub-contractors deliver beneath it,
 * too, but not for the rest. A supporting service counts by its parts, and by its own figure only where one of them has none.
 * Circles are walked once, retired services not at all; what degrades a service doesn't count.
 */
export function chainOf(service: Thing, pack: Reader, hasFigure: (part: Thing) => boolean): Chain {
  const walk: Walk = { service, pack, hasFigure, parts: new Map(), unclear: new Set(), done: new Map() };
  const found = beneath(service, 0, walk);
  const structure = structureOf(found);
  const used = partsOf(structure);
  const parts = new Map([...walk.parts].filter(([name]) => used.has(name)));
  return { structure, parts, needed: found.parts, unclear: [...walk.unclear] };
}

function beneath(thing: Thing, depth: number, walk: Walk): Beneath {
  const known = walk.done.get(thing);
  if (known) return known;
  const found: Beneath = { parts: new Set(), choices: new Map() };
  // Before what is beneath it: a circle that leads back here adds nothing.
  walk.done.set(thing, found);
  const items = walk.pack.at(thing, 'dependsOn').items;
  if (thing.sort === 'component' || (thing !== walk.service && items.length === 0)) found.parts.add(nameOf(thing, walk));
  if (depth === DEEPEST) walk.unclear.add(`what "${thing.id}" depends on lies too deep`);
  else for (const item of items) add(item, thing, found, depth + 1, walk);
  const isOpen = () => [...partsOf(structureOf(found))].some((name) => !isKnown(name, walk));
  if (thing.sort === 'service' && thing !== walk.service && walk.hasFigure(thing) && isOpen()) {
    found.parts.clear();
    found.choices.clear();
    found.parts.add(nameOf(thing, walk));
  }
  return found;
}

/** Adds one dependency of a thing to what was found beneath it. */
function add(item: At, thing: Thing, found: Beneath, depth: number, walk: Walk): void {
  const one = [item.get('service'), item.get('component')].find((at) => at.written);
  const named = one ? [one] : item.get('of').items;
  const [what, loss, need] = [named.map((at) => `"${at.text ?? ''}"`).join(', '), item.get('loss').text, item.get('need').text];
  if (named.length === 0 || loss === 'degrades') return;
  const legs = named.map((at) => leg(at, thing, walk));
  if (loss === undefined) walk.unclear.add(`what the loss of ${what} does to "${thing.id}" is not said`);
  else if (legs.includes(undefined)) walk.unclear.add(`${what} is not in the catalogue`);
  else if (!one && need === undefined) walk.unclear.add(`how many of ${what} are needed is not said`);
  else {
    const standing = legs.filter((l) => typeof l === 'object').map((l) => beneath(l, depth, walk));
    if (one) for (const below of standing) addAll(below, found);
    else addChoice(Number(need) - legs.filter((l) => l === 'included').length, standing, item, found);
  }
}

function addAll({ parts, choices }: Beneath, found: Beneath): void {
  for (const part of parts) found.parts.add(part);
  for (const [place, choice] of choices) found.choices.set(place, choice);
}

function addChoice(need: number, standing: readonly Beneath[], item: At, found: Beneath): void {
  const of = standing.map(structureOf);
  if (need > 0 && of.length > 0) found.choices.set([item.doc, ...item.path].join('/'), { need: Math.min(need, of.length), of });
}

/** What is leaned on: `included` where the figure of what leans on it holds for it, too; `gone` where it is retired. */
function leg(at: At, by: Thing, { pack, hasFigure }: Walk): Thing | 'included' | 'gone' | undefined {
  const last = at.path.at(-1);
  const [thing] = pack.target({ refers: typeof last === 'string' ? [last] : ['component', 'service'], id: at.text ?? '' });
  if (thing && isRetired(thing, pack)) return 'gone';
  return thing && by.sort === 'component' && hasFigure(by) && isInSameHands(by, thing, pack) ? 'included' : thing;
}

/** Delivered by the same supplier, or by one of its sub-contractors. */
function isInSameHands(upper: Thing, lower: Thing, pack: Reader): boolean {
  const [by, beneath] = [pack.at(upper, 'deliveredBy').text, pack.at(lower, 'deliveredBy').text];
  if (by === undefined || beneath === undefined || lower.sort !== 'component') return false;
  const through = pack.find('supplier', by).flatMap((s) => pack.at(s, 'subcontractors').items.map((item) => item.get('supplier').text));
  return by === beneath || through.includes(beneath);
}

function nameOf(thing: Thing, { parts }: Walk): string {
  const name = `${thing.sort}/${thing.id}`;
  parts.set(name, thing);
  return name;
}

function isKnown(name: string, { parts, hasFigure }: Walk): boolean {
  const thing = parts.get(name);
  return thing !== undefined && hasFigure(thing);
}

const structureOf = ({ parts, choices }: Beneath): Structure => inARow([...[...parts].map((part) => ({ part })), ...choices.values()]);
