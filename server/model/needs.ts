// What continuity and availability requirements say a service needs, held against the SLAs that promise it.
// Must not know what is said about a difference.
import { compareTargets } from '../arithmetic/target';
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { slasFor } from './supply';
import { side, type TargetAt, targetsOf } from './targets';

/** A need and a target for the same thing that say different things. */
export interface Difference {
  readonly sla: Thing;
  readonly service: string;
  readonly need: At;
  readonly target: TargetAt;
  /** Both in words, with their window. */
  readonly needed: string;
  readonly promised: string;
  readonly isWeaker: boolean;
}

/** Which field of a need is a target of which metric, and whether it is counted over a window and in hours. */
const METRICS = [
  ['availability', 'availability', 'more'],
  ['responseTime', 'response-time', 'less'],
  ['recoveryTime', 'recovery-time', 'less'],
  ['recoveryPoint', 'recovery-point', 'less'],
] as const;

/** Where requirements and the SLAs in force differ: like with like only; where several SLAs are meant, one that says the same is enough. */
export function differencesIn(requirements: Thing, pack: Reader): readonly Difference[] {
  return pack.at(requirements, 'services').items.flatMap((entry) => {
    const service = entry.get('service').text;
    const slas = slasFor(service === undefined ? [] : pack.find('service', service), pack).filter((sla) => isMeant(sla, entry, pack));
    return METRICS.flatMap(([field, metric, better]): Difference[] => {
      const need = entry.get(field);
      if (need.text === undefined || service === undefined) return [];
      const isShareOfTime = metric === 'availability';
      const wanted: TargetAt = {
        id: field,
        at: need,
        metric,
        better,
        target: need.text,
        ...(isShareOfTime && { window: entry.get('window').text, clock: entry.get('hours').text }),
      };
      const compared = slas.flatMap((sla) =>
        targetsOf(sla, pack)
          .filter((target) => target.metric === metric)
          .flatMap((target) => {
            const offer = isShareOfTime ? target : { ...target, window: undefined, clock: undefined };
            const result = compareTargets(...side(wanted, offer), better);
            return 'comparison' in result ? [{ sla, target, result }] : [];
          }),
      );
      if (compared.some(({ result }) => result.comparison === 'equal')) return [];
      return compared.slice(0, 1).map(({ sla, target, result }) => ({
        sla,
        service,
        need,
        target,
        needed: result.promised,
        promised: result.bought,
        isWeaker: result.comparison === 'weaker',
      }));
    });
  });
}

/** The SLA is with one of the customers who need it so, where they are named. */
function isMeant(sla: Thing, entry: At, pack: Reader): boolean {
  const customers = entry.get('customers').items.flatMap((at) => at.text ?? []);
  const customer = pack.at(sla, 'parties', 'customer').text;
  return customers.length === 0 || (customer !== undefined && customers.includes(customer));
}
