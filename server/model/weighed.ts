// Whether somebody weighed what a contract or OLA leaves open under the SLAs that rest on it.
// Must not know which checks ask.
import { compareDates, LAST_DAY } from '../arithmetic/dates';
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';

/**
 * What a contract or OLA says under `alignmentRisks` of the gap between a target of its own and an SLA: `named` as a risk only, or
 * `settled` with what is done, by whom, and not past its day. Without `target` the gap is in something else, such as hours or
 * workload: what names no target speaks of it.
 */
export function weighedRisk(agreement: Thing, target: string | undefined, sla: Thing, pack: Reader): 'settled' | 'named' | undefined {
  const risks = pack.at(agreement, 'alignmentRisks').items.filter((risk) => {
    const only = risk.get('sla').text;
    return risk.get('target').text === target && (only === undefined || only === sla.id);
  });
  if (risks.length === 0) return undefined;
  const settles = (risk: At) =>
    risk.get('treatment').written && risk.get('owner').written && compareDates(risk.get('until').text ?? LAST_DAY, pack.today()) >= 0;
  return risks.some(settles) ? 'settled' : 'named';
}
