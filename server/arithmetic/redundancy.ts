// How somebody counted parts that stand in for each other: rightly, in a row, or as if they had nothing in common.
// Must not know plans or catalogues.

import { Decimal } from 'decimal.js';
import { chanceOf, inARow, partsOf, type Structure } from './availability';
import { percentageInWords, percentageOf, saidWithin } from './percentage';
import type { CannotTell } from './told';

export interface Counted {
  /** `in a row`: each part was multiplied; `apart`: what several ways share was counted for each of them. */
  readonly as: 'right' | 'in a row' | 'apart' | 'otherwise';
  /** In exact percent. */
  readonly right: Decimal;
  /** "99.95 %, not 99.9975 %: what the stand-ins share was counted for each of them" */
  readonly working: string;
}

const MOST_SHARED = 10;

/** Holds what somebody worked out for a structure against the ways of counting. Every part needs a figure. */
export function countedAs(said: string, structure: Structure, figures: ReadonlyMap<string, string>): Counted | CannotTell {
  const chances = new Map<string, Decimal>();
  for (const part of partsOf(structure)) {
    const value = percentageOf(figures.get(part) ?? '');
    if (!value) return { cannotTell: `nothing is said of ${part}` };
    chances.set(part, value.dividedBy(100));
  }
  const claim = percentageOf(said);
  if (!claim) return { cannotTell: `"${said}" is no percentage` };
  const percent = (of: Structure) =>
    chanceOf(of, (part) => chances.get(part.split('#')[0] ?? '') ?? new Decimal(0), MOST_SHARED)?.times(100);
  const right = percent(structure);
  const row = percent(inARow([...partsOf(structure)].map((part) => ({ part }))));
  const apart = percent(eachApart(structure, { number: 0 }));
  if (!right || !row || !apart) return { cannotTell: 'the parts are too entangled' };
  const isIt = (value: Decimal) => saidWithin(said, value, value);
  const as = isIt(right) ? 'right' : isIt(row) ? 'in a row' : isIt(apart) ? 'apart' : 'otherwise';
  const why = {
    right: '',
    otherwise: '',
    'in a row': ': stand-ins were multiplied',
    apart: ': what the stand-ins share was counted for each of them',
  }[as];
  return { as, right, working: as === 'right' ? percentageInWords(right, 4) : `${percentageInWords(right, 4)}, not ${said}${why}` };
}

/** The same, each mention of a part being one of its own. */
function eachApart(structure: Structure, seen: { number: number }): Structure {
  if ('part' in structure) return { part: `${structure.part}#${seen.number++}` };
  return { need: structure.need, of: structure.of.map((below) => eachApart(below, seen)) };
}
