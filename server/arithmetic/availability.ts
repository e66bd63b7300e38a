// How available a whole is, from its parts: those that all must work, and those that stand in for each other, however they are
// nested and whatever they share. Must not know services, agreements, or where a figure comes from.

import { Decimal } from 'decimal.js';
import { percentageNumber } from '../knowledge/formats';
import { decimalsOf } from './measure';

/** A part by its name, or several of which so many must work: all of them in a row, one of two that stand in for each other. */
export type Structure = { readonly part: string } | Several;
interface Several {
  /** No more than there are. */
  readonly need: number;
  readonly of: readonly Structure[];
}

/** All of them must work. */
export const inARow = (of: readonly Structure[]): Structure => ({ need: of.length, of });

/** What a whole comes to, against what was promised. */
export interface Reckoned {
  /** It falls short of the promise, compared unrounded. */
  readonly short: boolean;
  /** "99.9 % × 99.5 % × 99.95 % = 99.35 %", in as many digits as the parts have, and more where the promise would seem to be met. */
  readonly working: string;
}

// More parts, or more parts that several ways share, than a catalogue holds; beyond, the way of working it out takes too long.
const MOST_PARTS = 2000;
const MOST_SHARED = 10;

/**
 * Works out a structure. `promised` and the parts' figures are percentages as text; a part without one counts as never failing, so
 * that the result is the best that can be. Undefined where a text is no percentage, or the parts are too many or too entangled.
 */
export function reckon(structure: Structure, figures: ReadonlyMap<string, string>, promised: string): Reckoned | undefined {
  const chances = new Map([...figures].map(([part, text]) => [part, fraction(text)]));
  const wanted = fraction(promised);
  if (wanted === undefined || [...chances.values()].includes(undefined)) return undefined;
  if (sizeOf(structure, MOST_PARTS) > MOST_PARTS) return undefined;
  const known = given(structure, (part) => (chances.get(part) === undefined ? true : undefined));
  const chance = chanceOf(known, (part) => chances.get(part) ?? ONE, MOST_SHARED);
  if (!chance) return undefined;
  const used = typeof known === 'boolean' ? [] : [...partsOf(known)].flatMap((part) => figures.get(part) ?? []);
  const terms = typeof known === 'boolean' ? '' : termsOf(known, (part) => figures.get(part) ?? '');
  const result = `${shown(chance, wanted, [promised, ...used])} %`;
  return { short: chance.lessThan(wanted), working: used.length > 1 ? `${terms} = ${result}` : result };
}

const ONE = new Decimal(1);
const ZERO = new Decimal(0);

/** 0.995 of "99.5 %". */
function fraction(text: string): Decimal | undefined {
  const number = percentageNumber(text);
  return number === undefined ? undefined : new Decimal(number).dividedBy(100);
}

/** A structure in which some parts are certain to work or to fail: what is left of it, or what that comes to. */
type Left = Structure | boolean;

/**
 * The chance that it works, parts failing independently of each other. What everything needs is multiplied; where several ways share
 * a part, both cases of that part are weighed, `most` deep at the most (undefined beyond).
 */
export function chanceOf(left: Left, chance: (part: string) => Decimal, most: number): Decimal | undefined {
  if (typeof left === 'boolean') return left ? ONE : ZERO;
  if ('part' in left) return chance(left.part);
  const needed = neededIn(left);
  if (needed.size > 0) {
    const rest = chanceOf(
      given(left, (part) => (needed.has(part) ? true : undefined)),
      chance,
      most,
    );
    return rest && [...needed].reduce((product, part) => product.times(chance(part)), rest);
  }
  const shared = sharedIn(left);
  if (shared !== undefined) {
    if (most === 0) return undefined;
    const [works, fails] = [true, false].map((is) =>
      chanceOf(
        given(left, (part) => (part === shared ? is : undefined)),
        chance,
        most - 1,
      ),
    );
    const a = chance(shared);
    return works && fails && a.times(works).plus(ONE.minus(a).times(fails));
  }
  const each = left.of.map((s) => chanceOf(s, chance, most));
  return each.every((c) => c !== undefined) ? atLeast(left.need, each) : undefined;
}

/** The chance that so many of several that have nothing in common work. */
function atLeast(need: number, chances: readonly Decimal[]): Decimal {
  // exactly[k]: the chance that k of those looked at so far work.
  let exactly = [ONE];
  for (const c of chances) {
    const before = exactly;
    exactly = Array.from({ length: before.length + 1 }, (_, k) =>
      (before[k] ?? ZERO).times(ONE.minus(c)).plus((before[k - 1] ?? ZERO).times(c)),
    );
  }
  return exactly.slice(need).reduce((sum, c) => sum.plus(c), ZERO);
}

/** What is left when it is known of some parts whether they work. Rows in rows become one row. */
function given(structure: Structure, known: (part: string) => boolean | undefined): Left {
  if ('part' in structure) return known(structure.part) ?? structure;
  const all = structure.of.map((s) => given(s, known));
  const of = all.filter((s) => typeof s !== 'boolean');
  const need = structure.need - all.filter((s) => s === true).length;
  if (need <= 0) return true;
  if (need > of.length) return false;
  if (of.length === 1) return of[0] ?? true;
  return need < of.length ? { need, of } : inARow(of.flatMap((s) => rowOf(s) ?? [s]));
}

/** Those that must all work. */
const rowOf = (s: Structure): readonly Structure[] | undefined => ('of' in s && s.need >= s.of.length ? s.of : undefined);

/** The parts without which it certainly does not work. */
export function neededIn(structure: Structure): ReadonlySet<string> {
  if ('part' in structure) return new Set([structure.part]);
  const without = new Map<string, number>();
  for (const s of structure.of) for (const part of neededIn(s)) without.set(part, (without.get(part) ?? 0) + 1);
  return new Set([...without].filter(([, legs]) => structure.of.length - legs < structure.need).map(([part]) => part));
}

/** A part that more than one of several have. */
function sharedIn({ of }: Several): string | undefined {
  const seen = new Set<string>();
  for (const s of of) {
    const parts = partsOf(s);
    for (const part of parts) if (seen.has(part)) return part;
    for (const part of parts) seen.add(part);
  }
  return undefined;
}

/** The names of all its parts. */
export function partsOf(structure: Structure): ReadonlySet<string> {
  const parts = new Set<string>();
  const seen = new Set<Structure>();
  const walk = (s: Structure) => {
    if (seen.has(s)) return;
    seen.add(s);
    if ('part' in s) parts.add(s.part);
    else for (const below of s.of) walk(below);
  };
  walk(structure);
  return parts;
}

/** Its size, counted no further than just beyond `most`. */
function sizeOf(structure: Structure, most: number): number {
  if ('part' in structure) return 1;
  let size = 1;
  for (const s of structure.of) {
    size += sizeOf(s, most - size);
    if (size > most) break;
  }
  return size;
}

/** "99.95 % × (1 of 99.5 %, 99.5 %)": first what everything needs, each once. */
function termsOf(structure: Structure, text: (part: string) => string): string {
  const needed = neededIn(structure);
  const rest = given(structure, (part) => (needed.has(part) ? true : undefined));
  return [...[...needed].map(text), ...(typeof rest === 'boolean' ? [] : [legs(rest, text)])].join(' × ');
}

function legs(structure: Structure, text: (part: string) => string): string {
  if ('part' in structure) return text(structure.part);
  const all = structure.of.map((s) => legs(s, text));
  return rowOf(structure) ? all.join(' × ') : `(${structure.need} of ${all.join(', ')})`;
}

/** In hundredths, with the most digits that any text has, or as many as it takes to lie on its own side of what is wanted. */
function shown(chance: Decimal, wanted: Decimal, texts: readonly string[]): string {
  const [value, limit] = [chance.times(100), wanted.times(100)];
  let digits = Math.max(...texts.map((text) => decimalsOf(percentageNumber(text) ?? '')));
  while (digits < 20 && chance.lessThan(wanted) && value.toDecimalPlaces(digits).greaterThanOrEqualTo(limit)) digits++;
  return value.toFixed(digits);
}
