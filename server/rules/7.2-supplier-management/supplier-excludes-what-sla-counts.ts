// A supplier's figure looks good enough, but leaves out time that the SLA counts.
import { describeTarget } from '../../arithmetic/target';
import { excludedBeyond, shortInEffect } from '../../model/exclusions';
import { partyName } from '../../model/supply';
import { beneath } from '../../model/underpinning';
import { weighedRisk } from '../../model/weighed';
import { rule } from '../rule';
import { exceptionName, listed } from '../words';

export default rule({
  demands: ['7.2-alignment'],
  each: 'contract',
  severity: 'warning',
  says: '{supplier} leaves out {what}, which the SLA "{sla}" counts: in effect it guarantees {working}, promised {promised}.',
  do: 'Agree on the same exception with the customer, on less of it with {supplier}, or write under alignmentRisks what you do about the gap.',
  works: '{supplier} leaves out {what}: in effect it guarantees {working}; the SLA "{sla}" promises {promised}.',
  because: 'The SLA promises {promised} here and does not leave out {what}.',
  about:
    'The availability in a contract is worked out anew in the hours that the SLA above it counts: what the contract leaves out and the SLA does not is taken to be down. A window that the SLA has too, or an allowance no longer than that of the SLA, is no gap. Exceptions without hours, such as failures at the customer, are not counted. What is named under alignmentRisks with what is done about it and by whom is settled.',
  example: {
    supplier: 'Acme Hosting GmbH',
    what: 'planned maintenance (8 h a month)',
    sla: 'mail-pilots',
    working: '99.9 % × (720 h − 8 h) / 720 h = 98.79 %',
    promised: '99.5 % a month',
  },
  check(contract, pack, report) {
    for (const one of beneath(contract, pack)) {
      const beyond = excludedBeyond(contract, one.sla, pack);
      const short = 'cannotTell' in beyond ? beyond : shortInEffect(one, beyond, pack);
      if (!short) continue;
      if ('cannotTell' in short || 'cannotTell' in beyond) {
        if ('cannotTell' in short && one.promise.metric === 'availability') report.cantTell(short.cannotTell);
        continue;
      }
      const [first, ...others] = beyond;
      if (!first) continue;
      const values = {
        supplier: partyName(contract, pack),
        what: listed(beyond.map(({ exception }) => exceptionName(exception))),
        sla: one.sla.id,
        working: short.effect.working,
        promised: describeTarget(one.promise),
      };
      report.works([one.promise.at, short.offer.at, ...beyond.map(({ at }) => at)], values);
      if ([short.offer.id, undefined].some((id) => weighedRisk(contract, id, one.sla, pack) === 'settled')) continue;
      report(first.at, values, { because: [one.promise.at, ...others.map(({ at }) => at)] });
    }
  },
});
