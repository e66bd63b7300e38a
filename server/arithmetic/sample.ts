// How the answers of a sample are spread over groups of people, beside the people themselves. Must not know surveys or customers.

import { Decimal } from 'decimal.js';
import { percentageInWords } from './percentage';
import type { CannotTell } from './told';

/** How many people a group has, and how many of them answered. */
export interface Group {
  readonly name: string;
  readonly number: number;
  readonly answered: number;
}

/** A group's part of the answers against its part of the people. */
export interface Spread {
  readonly name: string;
  /** By how many points of a hundred its part of the answers is larger; negative where it is smaller. */
  readonly points: Decimal;
  /** There are such people, and none of them answered. */
  readonly isAbsent: boolean;
  /** "head office: 90.0 % of the answers, 40.0 % of the people" */
  readonly working: string;
}

/** The groups, the one whose part is furthest off first. */
export function spreadOf(groups: readonly Group[]): readonly Spread[] | CannotTell {
  const [people, answers] = [sum(groups.map((g) => g.number)), sum(groups.map((g) => g.answered))];
  if (people === 0) return { cannotTell: 'nobody says how many people there are' };
  if (answers === 0) return { cannotTell: 'there are no answers' };
  const more = groups.find(({ number, answered }) => answered > number);
  if (more) return { cannotTell: `more people of ${more.name} answered than there are` };
  const spread = groups.map(({ name, number, answered }) => {
    const [part, whole] = [new Decimal(answered).times(100).dividedBy(answers), new Decimal(number).times(100).dividedBy(people)];
    const working = `${name}: ${percentageInWords(part, 1)} of the answers, ${percentageInWords(whole, 1)} of the people`;
    return { name, points: part.minus(whole), isAbsent: number > 0 && answered === 0, working };
  });
  return spread.sort((a, b) => b.points.abs().comparedTo(a.points.abs()));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The share of those who were asked that answered, in percent: undefined where nobody was asked. "14 of 80 (17.5 %)" */
export function answeredOf(answered: number, asked: number): { readonly percentage: Decimal; readonly working: string } | undefined {
  if (asked === 0) return undefined;
  const percentage = new Decimal(answered).times(100).dividedBy(asked);
  return { percentage, working: `${answered} of ${asked} (${percentageInWords(percentage, 1)})` };
}
