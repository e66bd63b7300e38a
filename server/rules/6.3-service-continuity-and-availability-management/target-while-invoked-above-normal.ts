// A plan promises more while it is invoked than the SLA does on an ordinary day.
import { compareTargets, describeTarget } from '../../arithmetic/target';
import { slasFor } from '../../model/supply';
import { side, targetsOf } from '../../model/targets';
import { rule } from '../rule';

const METRIC = 'availability';

export default rule({
  demands: ['6.3-plan-availability-invoked'],
  each: 'continuity plan',
  severity: 'warning',
  says: 'While it is invoked, the plan "{plan}" promises {invoked} for "{service}", more than the {normal} that the SLA "{sla}" promises on an ordinary day.',
  do: 'Lower the target for an emergency, or agree on more for every day.',
  because: 'On an ordinary day {normal} is promised; the plan "{plan}" promises {invoked}.',
  about:
    'The availability that a continuity plan promises while it is invoked is compared with the availability in the SLAs of the same service, where both are counted over the same window and clock.',
  example: { plan: 'mail-lost', invoked: '99.9 % a month', service: 'mail', normal: '99.5 % a month', sla: 'mail-pilots' },
  check(plan, pack, report) {
    for (const item of pack.at(plan, 'availabilityWhenInvoked').items) {
      const [target, id] = [item.get('target').text, item.get('service').text];
      if (target === undefined || id === undefined) continue;
      const invoked = {
        id,
        at: item.get('target'),
        item,
        metric: METRIC,
        better: 'more' as const,
        target,
        window: item.get('window').text,
        clock: item.get('clock').text,
      };
      for (const sla of slasFor(pack.find('service', id), pack)) {
        for (const normal of targetsOf(sla, pack).filter((t) => t.metric === METRIC)) {
          const compared = compareTargets(...side(normal, invoked), normal.better);
          if ('unlike' in compared) report.cantTell(`the targets of "${id}" in "${plan.id}" and "${sla.id}" are unlike`);
          else if (compared.comparison === 'stronger') {
            report(
              invoked.at,
              { plan: plan.id, service: id, sla: sla.id, invoked: describeTarget(invoked), normal: compared.promised },
              { because: [normal.at] },
            );
          }
        }
      }
    }
  },
});
