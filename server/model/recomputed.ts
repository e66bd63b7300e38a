// The availability of a service worked out anew from the outages on record. Must not know what is compared with it.
import { addDays } from '../arithmetic/dates';
import { availabilityOf, type Outage } from '../arithmetic/outages';
import type { Period } from '../arithmetic/periods';
import { type Bounds, boundsOf } from '../arithmetic/readings';
import { type Exception, serviceTime } from '../arithmetic/service-time';
import type { CannotTell } from '../arithmetic/told';
import type { At } from './at';
import { calendarNamed } from './hours';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { type Held, periodOf } from './results';
import { standing } from './standing';
import { isNone } from './written';

/** What the outages come to. Percentages are exact; between `lowest` and `highest` lies every reading that is in use. */
export interface Recomputed extends Bounds {
  readonly working: string;
  /** The outages that were counted; where there are none, the places that say so. */
  readonly counted: readonly At[];
}

/**
 * The availability of a service in a period, by the hours and exceptions of an agreement. Lists of outages must cover all its days.
 * Planned outages, those that hit only a part of the users, and those of services beneath may count or not; each outage may last a
 * minute more or less than its moments say. `digits` are those of the working.
 */
export function recomputed(
  service: Thing,
  { target, agreement }: Held,
  period: Period,
  pack: Reader,
  digits: number,
): Recomputed | CannotTell {
  const calendar = calendarNamed(target.clock, pack);
  if ('cannotTell' in calendar) return calendar;
  const exceptions = exceptionsOf(agreement, pack);
  if ('cannotTell' in exceptions) return exceptions;
  const lists = outageLists(service, pack);
  if (!covers(lists, period)) return { cannotTell: `no record lists the outages of "${service.id}" on all days that the figure is of` };
  const around = lists.filter((list) => list.period.from <= period.to && list.period.to >= period.from);
  if (around.some((list) => list.isPartly)) return { cannotTell: `not all outages of "${service.id}" that are listed can be read` };
  const astray = around.flatMap(({ at, period: own }) => at.items.filter((outage) => isAstray(outage, own)))[0];
  if (astray) return { cannotTell: `an outage of ${astray.get('start').text?.slice(0, 10)} is listed in a record of other days` };
  const stray = lists.flatMap(({ at }) => at.items).find((outage) => isOfNobody(outage, pack));
  if (stray) return { cannotTell: `an outage on record is of "${stray.get('service').text}", and there is no such service` };
  const own = outagesOf(service, period, pack);
  const certain = own.filter((o) => !o.isPlanned && !o.isPartial);
  const beneath = servicesBeneath(service, pack).flatMap((s) => outagesOf(s, period, pack));
  const read = (outages: readonly Outage[]) => availabilityOf(outages, calendar, period, exceptions, digits);
  const [best, worst, shown] = [read(certain), read([...own, ...beneath]), read(own.map((o) => ({ ...o, excused: o.isPlanned })))];
  if ('cannotTell' in best) return best;
  if ('cannotTell' in worst) return worst;
  if ('cannotTell' in shown) return shown;
  const time = serviceTime(calendar, period, exceptions);
  if ('cannotTell' in time) return time;
  if (time.minutes.isZero()) return { cannotTell: 'there are no service hours in that time' };
  return {
    ...boundsOf(best, worst, time, certain.length, own.length + beneath.length),
    working: shown.working,
    counted: certain.length > 0 ? certain.map(({ at }) => at) : lists.map(({ at }) => at),
  };
}

interface Recorded extends Outage {
  readonly at: At;
  readonly isPlanned: boolean;
  readonly isPartial: boolean;
}

/** Outages of a service on record that share a day with a period; of one without a moment nobody can tell, so it is among them. */
export function outagesOf(service: Thing, period: Period, pack: Reader): readonly Recorded[] {
  return pack.references(service).flatMap((r) => {
    const outage = r.owner?.sort === 'outage' && r.path.at(-1) === 'service' ? r.owner : undefined;
    if (!outage || pack.root(outage)?.sort !== 'availability-record') return [];
    const at = pack.at(outage);
    const [start, end] = [at.get('start').text, at.get('end').text];
    // Of one that ends before it begins either day may be the right one.
    const [first = '', last] = [start, end].flatMap((moment) => (moment === undefined ? [] : [moment.slice(0, 10)])).sort();
    if (first > period.to || (end !== undefined && (last ?? first) < period.from)) return [];
    // One that nobody says the end of counts only where it began.
    if (end === undefined && start !== undefined && start.slice(0, 10) < period.from) return [];
    return [
      {
        id: at.get('id').text,
        at: at.get('start'),
        start,
        end,
        isPlanned: at.get('planned').isTrue,
        isPartial: at.get('affected').written,
      },
    ];
  });
}

/** Of a service that isn't known: it may be meant to be any one. */
function isOfNobody(outage: At, pack: Reader): boolean {
  const id = outage.get('service').text;
  return id !== undefined && pack.find('service', id).length === 0;
}

/** It lies wholly before or after the days of the record that lists it, so one of the two is wrong. */
function isAstray(outage: At, { from, to }: Period): boolean {
  const [start, end] = [outage.get('start').text, outage.get('end').text];
  return (start !== undefined && start.slice(0, 10) > to) || (end !== undefined && end.slice(0, 10) < from);
}

interface List {
  readonly at: At;
  readonly period: Period;
  /** Not all of it can be read. */
  readonly isPartly: boolean;
}

/** Where the outages of a service are listed, or where it is said that there were none. */
function outageLists(service: Thing, pack: Reader): readonly List[] {
  const records = pack.references(service).flatMap((r) => (r.kind === 'availability-record' ? (pack.root(r) ?? []) : []));
  return [...new Set(records)].flatMap((record) => {
    const [at, period] = [pack.at(record, 'outages'), periodOf(record, pack)];
    const isWritten = at.items.length > 0 || isNone(at.value) || at.get('export').written;
    return period && isWritten && standing(record, pack, true) === 'counts'
      ? [{ at, period, isPartly: record.frame.partly.split(' ').includes('outages') }]
      : [];
  });
}

function covers(lists: readonly List[], { from, to }: Period): boolean {
  let open = from;
  for (const { period } of [...lists].sort((a, b) => (a.period.from < b.period.from ? -1 : 1))) {
    if (period.from <= open && period.to >= open) open = addDays(period.to, 1);
  }
  return open > to;
}

/** What an agreement leaves out; can't be told where it is written elsewhere. */
export function exceptionsOf(agreement: Thing, pack: Reader): readonly Exception[] | CannotTell {
  const at = pack.at(agreement, 'exceptions');
  if (at.items.length === 0 && at.written && !isNone(at.value))
    return { cannotTell: `the exceptions of "${agreement.id}" stand elsewhere` };
  return at.items.map((item) => ({
    what: item.get('what').text,
    when: item.get('when').text,
    upTo: item.get('upTo').text,
    per: item.get('per').text,
  }));
}

/** The services that a service depends on, all the way down. */
function servicesBeneath(service: Thing, pack: Reader): readonly Thing[] {
  const found = new Set<Thing>([service]);
  for (const thing of found) {
    for (const item of pack.at(thing, 'dependsOn').items) {
      const named = [item.get('service'), item.get('component'), ...item.get('of').items].flatMap((at) => at.text ?? []);
      for (const id of named) for (const t of pack.target({ refers: ['service', 'component'], id })) found.add(t);
    }
  }
  found.delete(service);
  return [...found].filter((t) => t.sort === 'service');
}
