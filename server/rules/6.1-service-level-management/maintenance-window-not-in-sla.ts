// Somebody beneath may stop their part in hours in which the customer was promised that the service works.
import { excludedBeyond, shortInEffect } from '../../model/exclusions';
import { agreementsUnder, partyName } from '../../model/supply';
import { beneath } from '../../model/underpinning';
import { weighedRisk } from '../../model/weighed';
import { addTo, rule } from '../rule';
import { exceptionName } from '../words';

export default rule({
  demands: ['6.1-sla-exceptions'],
  each: 'sla',
  severity: 'warning',
  says: '{party} may stop its part for {what}, but the SLA "{sla}" counts that time: {working}.',
  do: 'Agree on the same window with the customer, or have the work moved out of the service hours.',
  works: '{party} may stop its part for {what}; in the hours of the SLA "{sla}" that is {working}.',
  because: '{party} leaves this out: {what}.',
  fix: 'Add an exception to the SLA',
  about:
    'Each window that a contract or OLA leaves out is compared with the service hours of the SLAs that rest on it. Hours of it in no window of the SLA are reported, unless an allowance of the SLA has room for them. Where a contract then guarantees less than the SLA promises, the check on what suppliers exclude says so instead. A line without target under alignmentRisks of the agreement beneath settles it.',
  example: {
    party: 'Acme Hosting GmbH',
    what: 'planned maintenance (Saturday 06:00-10:00)',
    sla: 'mail-pilots',
    working: '17.33 h a month in the service hours, none agreed',
  },
  check(sla, pack, report) {
    const exceptions = pack.at(sla, 'exceptions');
    for (const agreement of agreementsUnder(sla, pack)) {
      const beyond = excludedBeyond(agreement, sla, pack);
      if ('cannotTell' in beyond) {
        report.cantTell(beyond.cannotTell);
        continue;
      }
      const windows = beyond.filter(({ exception }) => exception.when !== undefined);
      if (windows.length === 0 || weighedRisk(agreement, undefined, sla, pack) === 'settled') continue;
      const isToldThere =
        agreement.sort === 'contract' && beneath(agreement, pack).some((one) => one.sla === sla && shortInEffect(one, beyond, pack));
      if (isToldThere) continue;
      for (const { at, exception, working = '' } of windows) {
        const values = { party: partyName(agreement, pack), what: exceptionName(exception), sla: sla.id, working };
        report.works([at, exceptions], values);
        report(exceptions, values, { because: [at], ...(exceptions.items.length > 0 && { fix: { add: addTo(exceptions) } }) });
      }
    }
  },
});
