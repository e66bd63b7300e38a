// What a price comes to over a period: part years by days, and what an index adds from its day on. Must not know contracts or budgets.

import { Decimal } from 'decimal.js';
import { formats } from '../knowledge/formats';
import { addDays, compareDates, daysBetween } from './dates';
import { type Money, moneyInWords, parseMoney } from './money';
import { percentageOf } from './percentage';
import type { Period } from './periods';
import type { CannotTell } from './told';
import { windowOf } from './windows';

/** A price as it is written, with the days on which it is. */
export interface Charge {
  readonly amount: string | undefined;
  /** once, month, quarter, year or use */
  readonly per: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** From a day on the price is so much higher than before: "3 %". */
export interface IndexStep {
  readonly from: string;
  readonly by: string;
}

/** What is charged in a period, unrounded: "60,000 EUR a year × 184/365 = 30,246.58 EUR". The days of a year, quarter or month are its own. */
export function chargedIn(
  charge: Charge,
  period: Period,
  index: readonly IndexStep[] = [],
): { readonly sum: Money; readonly working: string } | CannotTell {
  const money = parseMoney(charge.amount ?? '');
  if (!money) return { cannotTell: `"${charge.amount ?? ''}" is no amount of money` };
  const { per = '' } = charge;
  const [from, to] = [charge.from, charge.to].map((day) => (day !== undefined && formats.date(day) ? day : undefined));
  if (per === 'once') return paidOnce(money, from, period);
  if (!windowOf(per, period.from))
    return { cannotTell: per === 'use' ? 'it depends on how much is used' : 'nobody says how often it is charged' };
  const steps = readSteps(index);
  if ('cannotTell' in steps) return steps;
  let sum = new Decimal(0);
  const terms: string[] = [];
  for (const part of parts(laterOf(period.from, from), earlierOf(period.to, to), steps)) {
    const times = windowsIn(per, part);
    const raised = steps.filter((step) => compareDates(step.from, part.from) <= 0);
    const price = raised.reduce((value, { by }) => value.times(by.dividedBy(100).plus(1)), money.amount);
    sum = sum.plus(price.times(times.number));
    const added = raised.map(({ by }) => ` + ${by.toFixed()} %`).join('');
    terms.push(`${moneyInWords(money)} a ${per}${added}${times.words === '1' ? '' : ` × ${times.words}`}`);
  }
  const total = { amount: sum, currency: money.currency };
  return { sum: total, working: `${terms.join(', ') || 'nothing'} = ${moneyInWords(total)}` };
}

function paidOnce(money: Money, from: string | undefined, period: Period): { sum: Money; working: string } | CannotTell {
  if (from === undefined) return { cannotTell: 'nobody says when it is paid' };
  const isIn = compareDates(from, period.from) >= 0 && compareDates(from, period.to) <= 0;
  const sum = isIn ? money : { amount: new Decimal(0), currency: money.currency };
  return { sum, working: `${moneyInWords(sum)} once` };
}

interface Step {
  readonly from: string;
  readonly by: Decimal;
}

function readSteps(index: readonly IndexStep[]): readonly Step[] | CannotTell {
  const steps: Step[] = [];
  for (const { from, by: text } of index) {
    const by = percentageOf(text);
    if (!by || !formats.date(from)) return { cannotTell: `nobody can say what "${text}" from ${from} on adds` };
    steps.push({ from, by });
  }
  return steps.sort((a, b) => compareDates(a.from, b.from));
}

/** The stretches of days between two in which the price stays the same. */
function parts(from: string, to: string, steps: readonly Step[]): readonly Period[] {
  if (compareDates(from, to) > 0) return [];
  const starts = [from, ...new Set(steps.map((s) => s.from).filter((day) => compareDates(day, from) > 0 && compareDates(day, to) <= 0))];
  return starts.map((start, i) => ({ from: start, to: i + 1 < starts.length ? addDays(starts[i + 1] ?? to, -1) : to }));
}

/** How many months, quarters or years a stretch of days is: whole ones as one, parts by their days. */
function windowsIn(per: string, { from, to }: Period): { readonly number: Decimal; readonly words: string } {
  let [number, whole] = [new Decimal(0), 0];
  const words: string[] = [];
  for (let at = from; compareDates(at, to) <= 0; ) {
    const window = windowOf(per, at);
    if (!window) break;
    const [days, all] = [daysBetween(at, earlierOf(window.to, to)) + 1, daysBetween(window.from, window.to) + 1];
    if (days === all) whole++;
    else words.push(`${days}/${all}`);
    number = number.plus(new Decimal(days).dividedBy(all));
    if (compareDates(window.to, to) >= 0) break;
    at = addDays(window.to, 1);
  }
  const listed = [...(whole > 0 ? [String(whole)] : []), ...words];
  return { number, words: listed.length > 1 ? `(${listed.join(' + ')})` : (listed[0] ?? '0') };
}

const laterOf = (a: string, b: string | undefined): string => (b !== undefined && compareDates(b, a) > 0 ? b : a);
const earlierOf = (a: string, b: string | undefined): string => (b !== undefined && compareDates(b, a) < 0 ? b : a);
