// Results against targets, as reports and records give them, and the target that was in force in their days.
// Must not know what is compared with them.
import { parseMeasure } from '../arithmetic/measure';
import type { Period } from '../arithmetic/periods';
import { formats } from '../knowledge/formats';
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { inForce, standing } from './standing';
import { type TargetAt, targetsOf } from './targets';

/** A line that says what a service reached. */
export interface Result {
  readonly line: At;
  /** Where the figure stands, written or not. */
  readonly value: At;
  /** The report or record. */
  readonly record: Thing;
  readonly period: Period;
  readonly service: Thing;
  /** The reference that says which target is meant: of a record that names an SLA only, the SLA's. */
  readonly names: At;
}

/** In which list of which kind such lines stand, and in which field of theirs the figure. */
const PLACES: Readonly<Record<string, readonly [list: string, field: string]>> = {
  'service-report': ['performance', 'value'],
  'availability-record': ['results', 'achieved'],
};

/** What reports and records in the audit period say a service reached, in the order of their days; lines of no known days are left out. */
export function resultsOf(service: Thing, pack: Reader): readonly Result[] {
  const found = pack.references(service).flatMap((r): Result[] => {
    const [list, index, field] = r.path;
    const [where, figure] = PLACES[r.kind] ?? [];
    const record = list === where && field === 'service' && index !== undefined ? pack.root(r) : undefined;
    const period = record && periodOf(record, pack);
    if (!record || !period || figure === undefined || standing(record, pack) !== 'counts') return [];
    const line = pack.at(record, list ?? '', index ?? '');
    const names = line.get('target').written ? line.get('target') : line.get('sla');
    return [{ line, value: line.get(figure), record, period, service, names }];
  });
  return found.sort((a, b) => (a.period.to < b.period.to ? -1 : a.period.to > b.period.to ? 1 : 0));
}

/** The days that a record is of; undefined where it doesn't say both the first and the last. */
export function periodOf(record: Thing, pack: Reader): Period | undefined {
  const [from, to] = ['from', 'to'].map((end) => pack.at(record, 'period', end).text);
  const isWhole = from !== undefined && to !== undefined && formats.date(from) && formats.date(to) && from <= to;
  return isWhole ? { from, to } : undefined;
}

/** A target with the agreement that it stands in. */
export interface Held {
  readonly target: TargetAt;
  readonly agreement: Thing;
}

/**
 * The target that a result is held against, in each version of the agreement that was in force on a day of the period: several where
 * the version changed in it, none where nobody can tell.
 */
export function heldAgainst({ names, line, period }: Result, pack: Reader): readonly Held[] {
  const [id, own] = (names.text ?? '').split('/');
  const isPriority = own !== undefined && pack.find('priority', names.text ?? '').length > 0;
  const things = own === undefined ? pack.find('sla', id ?? '') : pack.find(isPriority ? 'priority' : 'target', names.text ?? '');
  const agreements = [...new Set(things.flatMap((t) => pack.root(t) ?? []))].filter((a) => wasInForce(a, period));
  const time = line.get('time').text;
  const metric = { response: 'time-to-respond', restore: 'time-to-restore' }[time ?? ''];
  return agreements.flatMap((agreement) => {
    const all = targetsOf(agreement, pack);
    const meant = own === undefined ? all.filter((t) => t.metric === 'availability') : all.filter((t) => t.id === own);
    const fitting = meant.filter((t) => (t.priority === undefined) === !isPriority && (!isPriority || t.metric === metric));
    return fitting.length === 1 ? fitting.map((target) => ({ target, agreement })) : [];
  });
}

/** Agreed, and in force on the first or the last of these days. */
export const wasInForce = (agreement: Thing, { from, to }: Period): boolean =>
  agreement.frame.says.status === 'agreed' && [from, to].some((day) => inForce(agreement, day));

/** Whether both results are held against the very same promise. */
export const isOfTheSame = (a: readonly Held[], b: readonly Held[]): boolean =>
  a.some(({ target: { at: one } }) => b.some(({ target: { at } }) => at.doc === one.doc && at.path.join() === one.path.join()));

/** Whether the figure of a result is the share of cases that kept the target, and not a value of the target's own sort. */
export function isShare({ value }: Result, { target: { metric, share, target } }: Held): boolean {
  const [said, promised] = [parseMeasure(value.text ?? ''), parseMeasure(target)];
  if (said?.sort !== 'percentage') return false;
  // A percentage is never a time, whatever stands in the target.
  return share !== undefined || promised?.sort !== 'percentage' || /time|recovery/.test(metric);
}
