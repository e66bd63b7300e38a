// What the manifest settles for the whole SMS, with what holds where it says nothing.
// Must not know who asks.
import { addMonths } from '../arithmetic/dates';
import { addInterval, parseInterval } from '../arithmetic/interval';
import { formats } from '../knowledge/formats';
import type { Reader } from './reader';

/** How long after its day something may still be done before it counts as overdue; two weeks where nothing is said. */
export function graceOf(pack: Reader): string {
  const text = pack.says('grace')?.text;
  return text !== undefined && parseInterval(text) ? text : '14 days';
}

/** The last day that counts as near: within the horizon from today, three months where nothing is said. */
export function horizonOf(pack: Reader): string {
  const interval = parseInterval(pack.says('horizon')?.text ?? '');
  return interval ? addInterval(pack.today(), interval) : addMonths(pack.today(), 3);
}

/**
 * The days that records count for: those that are asked about; the twelve months up to the day that is looked back at; else the
 * manifest's audit period, and without one the last twelve months.
 */
export function auditPeriodOf(pack: Reader): { readonly from?: string; readonly to?: string } {
  const { period, now } = pack.lookBack;
  const lastYear = () => ({ from: addMonths(pack.today(), -12) });
  return period ?? (now === undefined ? (plannedPeriod(pack) ?? lastYear()) : lastYear());
}

/** The audit period as the manifest has it. */
export function plannedPeriod(pack: Reader): { readonly from?: string; readonly to?: string } | undefined {
  const period = pack.says('auditPeriod');
  if (!period?.isMap) return undefined;
  const [from, to] = [period.get('from').text, period.get('to').text];
  return {
    ...(from !== undefined && formats.date(from) && { from }),
    ...(to !== undefined && formats.date(to) && { to }),
  };
}

/** The three letters of the currency that sums are in; EUR where nothing is said. */
export function currencyOf(pack: Reader): string {
  return pack.says('currency')?.text ?? 'EUR';
}

/** How many times in a row something may go wrong before somebody must have done something about it; three where nothing is said. */
export function periodsOf(pack: Reader): number {
  const number = Number(pack.says('tolerances', 'periods')?.text);
  return Number.isInteger(number) && number > 0 ? number : 3;
}
