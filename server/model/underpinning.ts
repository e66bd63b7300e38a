// The targets of a contract or OLA beside those of the SLAs that rest on it. Must not know which checks ask, nor their words.
import { compareTargets, type TargetComparison } from '../arithmetic/target';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { slasOver } from './supply';
import { side, type TargetAt, targetsOf } from './targets';
import { weighedRisk } from './weighed';

/** One promise of an SLA, and what the agreement beneath has of the same metric and for the same priority. */
export interface Beneath {
  readonly sla: Thing;
  readonly promise: TargetAt;
  readonly offers: readonly Compared[];
}

export interface Compared {
  readonly offer: TargetAt;
  readonly result: TargetComparison;
}

/** Each promise that an agreement has anything of; what it has may still be unlike. */
export function beneath(agreement: Thing, pack: Reader): readonly Beneath[] {
  const bought = targetsOf(agreement, pack);
  return slasOver(agreement, pack).flatMap((sla) =>
    targetsOf(sla, pack).flatMap((promise) => {
      const alike = bought.filter((b) => b.metric === promise.metric && b.priority === promise.priority);
      const offers = alike.map((offer) => ({ offer, result: compareTargets(...side(promise, offer), promise.better) }));
      return offers.length > 0 ? [{ sla, promise, offers }] : [];
    }),
  );
}

/** What is weaker than the promise above it and not settled by a line under its alignmentRisks; `named` where one only names it. */
export function weakerThan({ sla, offers }: Beneath, agreement: Thing, pack: Reader): readonly (Compared & { readonly named: boolean })[] {
  return offers.flatMap((compared) => {
    if (!isWeaker(compared)) return [];
    const weighed = weighedRisk(agreement, compared.offer.id, sla, pack);
    return weighed === 'settled' ? [] : [{ ...compared, named: weighed === 'named' }];
  });
}

/** It is like the promise, and less. */
export const isWeaker = ({ result }: Compared): boolean => !('unlike' in result) && result.comparison === 'weaker';
