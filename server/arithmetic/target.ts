// Two service targets side by side, like with like only. Must not know metrics: which side is better is told to it.

import { AROUND_THE_CLOCK } from './calendar';
import { compareMeasures, type Measure, parseMeasure } from './measure';

/** A target's fields as text. `window` and `clock` with defaults filled in; of two clocks that differ, the names must differ. */
export interface ServiceTarget {
  readonly metric: string;
  readonly target: string;
  readonly window?: string | undefined;
  readonly clock?: string | undefined;
  /** The share of cases that must reach it: "95 %". */
  readonly share?: string | undefined;
}

/** Why two targets can't be compared: what ends the sentence "can't tell, because …", to be filled with `promised` and `bought`. */
export const unlikeWords = {
  metric: 'they have different metrics ({promised}, {bought})',
  meaning: 'their metric is "{promised}", which need not mean the same twice',
  window: 'they are measured over different windows ({promised}, {bought})',
  clock: 'their times run on different clocks ({promised}, {bought})',
  share: 'they hold for different shares of the cases ({promised}, {bought})',
  number: 'one of them is no number with its unit ({promised}, {bought})',
  unit: "their units can't be converted ({promised}, {bought})",
} as const;

export type Unlike = keyof typeof unlikeWords;

/** Either how what is bought stands against what is promised, both in words; or what is unlike, with the two values of it. */
export type TargetComparison = { readonly promised: string; readonly bought: string } & (
  | { readonly comparison: 'weaker' | 'equal' | 'stronger' }
  | { readonly unlike: Unlike }
);

/**
 * How the target that is bought (from a supplier, from a group within) stands against the one that is promised with it.
 * `better` is the side on which the metric is better. Shares must be the same: a smaller share is not weaker where only some
 * of the cases go to the supplier.
 */
export function compareTargets(promised: ServiceTarget, bought: ServiceTarget, better: 'more' | 'less'): TargetComparison {
  const unlike = (why: Unlike, a: string | undefined, b: string | undefined): TargetComparison => ({
    unlike: why,
    promised: a ?? 'not stated',
    bought: b ?? 'not stated',
  });
  if (promised.metric !== bought.metric) return unlike('metric', promised.metric, bought.metric);
  if (promised.metric === 'other') return unlike('meaning', promised.metric, bought.metric);
  if (promised.window !== bought.window) return unlike('window', promised.window, bought.window);
  if (promised.clock !== bought.clock) return unlike('clock', promised.clock, bought.clock);
  if (!sameShare(promised.share, bought.share)) return unlike('share', promised.share, bought.share);
  const [a, b] = [parseMeasure(promised.target), parseMeasure(bought.target)];
  if (!a || !b) return unlike('number', promised.target, bought.target);
  const order = dayOfUnknownLength(a, b, promised.clock) ? undefined : compareMeasures(b, a);
  if (order === undefined) return unlike('unit', a.text, b.text);
  const gain = better === 'more' ? order : -order;
  const comparison = gain < 0 ? 'weaker' : gain > 0 ? 'stronger' : 'equal';
  return { comparison, promised: describeTarget(promised, a), bought: describeTarget(bought, b) };
}

function sameShare(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  const [one, other] = [parseMeasure(a ?? ''), parseMeasure(b ?? '')];
  return one !== undefined && other !== undefined && compareMeasures(one, other) === 0;
}

/** On a clock that stops at night a day is no 24 hours. */
function dayOfUnknownLength(a: Measure, b: Measure, clock: string | undefined): boolean {
  return a.sort === 'duration' && a.unit !== b.unit && clock !== undefined && clock !== AROUND_THE_CLOCK;
}

/** A target in words: "99.5 % a month", "4 h for 95 % of the cases a quarter", "30 min in each case". */
export function describeTarget(target: ServiceTarget, measure = parseMeasure(target.target)): string {
  const { window, share } = target;
  const over = window === 'case' ? 'in each case' : window?.startsWith('rolling') ? `over ${window}` : window && `a ${window}`;
  return [measure?.text ?? target.target, share && `for ${share} of the cases`, over].filter(Boolean).join(' ');
}
