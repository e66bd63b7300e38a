// What is paid back for a missed target, in bands by how badly, and held against what comes back from a supplier. Must not know agreements.

import { compareMeasures, type Measure, parseMeasure } from './measure';
import { type Money, moneyInWords, parseMoney } from './money';
import { percentageOf } from './percentage';
import type { CannotTell } from './told';

/** So much of a charge: "25 %" of "10,000 EUR". */
export interface PartOf {
  readonly share: string;
  readonly of: string;
}

/** Whether what customers get back is more money than what comes back from the supplier. */
export function creditAgainstRefund(credit: PartOf, refund: PartOf): { readonly isLarger: boolean; readonly working: string } | CannotTell {
  const [paid, back] = [moneyOf(credit), moneyOf(refund)];
  if ('cannotTell' in paid) return paid;
  if ('cannotTell' in back) return back;
  if (paid.currency !== back.currency) return { cannotTell: `${paid.currency} and ${back.currency} want a rate and its day` };
  const words = ({ share, of }: PartOf, money: Money) => `${share} of ${of} = ${moneyInWords(money)}`;
  return { isLarger: paid.amount.greaterThan(back.amount), working: `${words(credit, paid)}, ${words(refund, back)}` };
}

function moneyOf({ share, of }: PartOf): Money | CannotTell {
  const [part, money] = [percentageOf(share), parseMoney(of)];
  if (!part) return { cannotTell: `"${share}" is no percentage` };
  return money
    ? { amount: money.amount.times(part).dividedBy(100), currency: money.currency }
    : { cannotTell: `"${of}" is no amount of money` };
}

/** A band as it is written: from a result, which is in it, to another, which is not. An end that is left out has no limit. */
export interface Band {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Two bands that follow one another leave results out, or both have them: those from one to another. `at` and `next` are places in the list. */
export interface BandFault {
  readonly fault: 'gap' | 'overlap';
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly next: number;
}

/** Where bands of one target overlap or leave a hole between each other. */
export function bandFaults(bands: readonly Band[]): readonly BandFault[] | CannotTell {
  const read: { readonly at: number; readonly from: Measure | undefined; readonly to: Measure | undefined }[] = [];
  const first = bands.flatMap(({ from, to }) => [from, to]).find((end) => end !== undefined);
  for (const [at, band] of bands.entries()) {
    const [from, to] = [band.from, band.to].map((end) => (end === undefined ? undefined : parseMeasure(end)));
    for (const [text, end] of [
      [band.from, from],
      [band.to, to],
    ] as const) {
      if (text !== undefined && !end) return { cannotTell: `"${text}" is no number with its unit` };
      const other = parseMeasure(first ?? '');
      if (end && other && compareMeasures(other, end) === undefined) return { cannotTell: `${first} and ${text} are not alike` };
    }
    read.push({ at, from, to });
  }
  const sorted = read.sort((a, b) => (a.from && b.from ? (compareMeasures(a.from, b.from) ?? 0) : a.from ? 1 : b.from ? -1 : 0));
  const faults: BandFault[] = [];
  let [highest] = sorted;
  for (const band of sorted.slice(1)) {
    // One that has no lower end, beside another that has none.
    const order = highest?.to && band.from ? (compareMeasures(highest.to, band.from) ?? 0) : 1;
    if (highest && order !== 0) {
      const [low, high] = order < 0 ? [highest.to, band.from] : [band.from ?? highest.from, lowerOf(highest.to, band.to)];
      faults.push({
        fault: order < 0 ? 'gap' : 'overlap',
        from: low?.text ?? 'nothing',
        to: high?.text ?? 'all',
        at: highest.at,
        next: band.at,
      });
    }
    if (!band.to || (highest?.to && (compareMeasures(band.to, highest.to) ?? 0) > 0)) highest = band;
  }
  return faults;
}

const lowerOf = (a: Measure | undefined, b: Measure | undefined): Measure | undefined =>
  a && b ? ((compareMeasures(a, b) ?? 0) < 0 ? a : b) : (a ?? b);
