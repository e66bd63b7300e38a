// Scores of risks on the scale that was declared, what they mean and who may bear them. Must not know registers or controls.

import { compareDates } from './dates';
import type { CannotTell } from './told';

/** A scale as it is written, all as text. */
export interface Scale {
  readonly likelihood: readonly Level[];
  readonly impact: readonly Level[];
  /** product, sum or matrix */
  readonly score: string | undefined;
  readonly matrix?: readonly {
    readonly likelihood?: string | undefined;
    readonly impact?: string | undefined;
    readonly score?: string | undefined;
  }[];
  /** From the lowest to the highest. */
  readonly bands?: readonly ScoreBand[];
  readonly acceptable?: string | undefined;
}
interface Level {
  readonly level?: string | undefined;
  readonly name?: string | undefined;
}
interface ScoreBand {
  readonly name?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly priority?: string | undefined;
}

/** A score with its working, or what lies off the scale in words: `the likelihood "7"`. */
export type Scored = { readonly score: string; readonly working: string } | { readonly offScale: string };

/** What the scale makes of two levels, each named by its mark or its name. */
export function scoreOn(scale: Scale, likelihood: string, impact: string): Scored | CannotTell {
  if (scale.likelihood.length === 0 || scale.impact.length === 0) return { cannotTell: 'the scale has no levels' };
  const [a, b] = [levelOf(scale.likelihood, likelihood), levelOf(scale.impact, impact)];
  if (a === undefined) return { offScale: `the likelihood "${likelihood}"` };
  if (b === undefined) return { offScale: `the impact "${impact}"` };
  if (scale.score === 'matrix') {
    const cells = (scale.matrix ?? []).filter(
      (c) => same(levelOf(scale.likelihood, c.likelihood), a) && same(levelOf(scale.impact, c.impact), b),
    );
    const [cell, other] = cells;
    if (cell?.score === undefined) return { cannotTell: `the matrix has no score for ${a} and ${b}` };
    if (other && !same(other.score, cell.score)) return { cannotTell: `the matrix has two scores for ${a} and ${b}` };
    return { score: cell.score, working: `${a} and ${b}: ${cell.score}` };
  }
  const [x, y] = [numberOf(a), numberOf(b)];
  if (scale.score !== 'product' && scale.score !== 'sum') return { cannotTell: 'the scale does not say how a score comes about' };
  if (x === undefined || y === undefined) return { cannotTell: `the levels ${a} and ${b} are no numbers` };
  // Levels are small numbers, with one or two decimals at most.
  const score = String(Math.round((scale.score === 'product' ? x * y : x + y) * 1e6) / 1e6);
  return { score, working: `${a} ${scale.score === 'product' ? '×' : '+'} ${b} = ${score}` };
}

/** Whether a score that was written is the one that comes out, or the name of its band. */
export function scoreAgrees(scale: Scale, said: string, scored: { readonly score: string }): boolean {
  const [a, b] = [numberOf(said), numberOf(scored.score)];
  if (a !== undefined && b !== undefined) return a === b;
  return same(said, scored.score) || same(said, bandOf(scale, scored.score)?.name);
}

/** Negative where `a` is the lower score: numbers by their size, names by the order of the bands. */
export function compareScores(scale: Scale, a: string, b: string): number | CannotTell {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== undefined && y !== undefined) return x - y;
  if (same(a, b)) return 0;
  const bands = scale.bands ?? [];
  const first = bands.indexOf(bandOf(scale, a) ?? NO_BAND);
  const second = bands.indexOf(bandOf(scale, b) ?? NO_BAND);
  if (first < 0 || second < 0) return { cannotTell: `the scale does not say which of ${a} and ${b} is higher` };
  return first - second;
}

const NO_BAND: ScoreBand = {};

/** Whether a score may be borne without anything being done. */
export function isAcceptable(scale: Scale, score: string): boolean | CannotTell {
  if (scale.acceptable === undefined) return { cannotTell: 'the scale does not say what may be borne' };
  const order = compareScores(scale, score, scale.acceptable);
  return typeof order === 'number' ? order <= 0 : order;
}

/** The band of a score, by its number or by its name. */
export function bandOf(scale: Scale, score: string): ScoreBand | undefined {
  const number = numberOf(score);
  return scale.bands?.find(({ name, from, to }) => {
    if (number === undefined) return same(name, score);
    const [low, high] = [from === undefined ? number : numberOf(from), to === undefined ? number : numberOf(to)];
    return (from !== undefined || to !== undefined) && low !== undefined && high !== undefined && low <= number && number <= high;
  });
}

/** How an acceptance stands on a day: whoever bears a risk has a name, authority (told by the caller) and a last day. */
export function acceptanceState(
  { by, on, until }: { readonly by?: string | undefined; readonly on?: string | undefined; readonly until?: string | undefined },
  day: string,
  hasAuthority: boolean,
): 'nobody' | 'without authority' | 'without end' | 'not yet' | 'lapsed' | 'holds' {
  if (by === undefined) return 'nobody';
  if (!hasAuthority) return 'without authority';
  if (until === undefined) return 'without end';
  if (on !== undefined && compareDates(on, day) > 0) return 'not yet';
  return compareDates(until, day) < 0 ? 'lapsed' : 'holds';
}

/** The mark of a level. */
function levelOf(levels: readonly Level[], said: string | undefined): string | undefined {
  return levels.find(({ level, name }) => same(level, said) || same(name, said))?.level;
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase();
}

const numberOf = (text: string): number | undefined => (/^\d{1,6}(\.\d{1,4})?$/.test(text.trim()) ? Number(text) : undefined);
