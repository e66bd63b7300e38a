// An availability plan aims lower than what an SLA promises.
import { compareTargets, describeTarget } from '../../arithmetic/target';
import type { At } from '../../model/at';
import { slasFor } from '../../model/supply';
import { side, type TargetAt, targetsOf } from '../../model/targets';
import { rule } from '../rule';

export default rule({
  demands: ['6.3-availability-targets'],
  each: 'availability plan',
  severity: 'error',
  says: 'The plan "{plan}" aims at {planned} for "{service}", but the SLA "{sla}" promises {promised}.',
  do: 'Plan for what is promised, or promise less.',
  works: 'The SLA "{sla}" promises {promised} for "{service}"; the plan "{plan}" aims at {planned}.',
  because: 'The SLA "{sla}" promises {promised} here; the plan "{plan}" aims at {planned}.',
  about:
    'Each target of an availability plan is compared with the availability that SLAs in force promise for the service, over the same window; where the target says which promises it is meant for, with these only. A target over another window or in other hours cannot be compared.',
  example: { plan: 'mail-availability', planned: '99.0 % a month', service: 'mail', sla: 'mail-hr', promised: '99.5 % a month' },
  check(plan, pack, report) {
    for (const item of pack.at(plan, 'targets').items) {
      const [id, at] = [item.get('service').text, item.get('target')];
      if (id === undefined || at.text === undefined) continue;
      const planned = targetAt(item, id, at.text);
      for (const sla of slasFor(pack.find('service', id), pack)) {
        for (const promise of targetsOf(sla, pack).filter((t) => t.metric === METRIC && isMeant(item, `${sla.id}/${t.id}`))) {
          const compared = compareTargets(...side(promise, planned), 'more');
          if ('unlike' in compared) report.cantTell(`the targets of "${id}" in "${plan.id}" and "${sla.id}" are unlike`);
          else {
            const values = { plan: plan.id, planned: describeTarget(planned), service: id, sla: sla.id, promised: compared.promised };
            report.works([promise.at, at], values);
            if (compared.comparison === 'weaker') report(at, values, { because: [promise.at] });
          }
        }
      }
    }
  },
});

const METRIC = 'availability';

function isMeant(item: At, id: string): boolean {
  const meant = item.get('for').items.flatMap((at) => at.text ?? []);
  return meant.length === 0 || meant.includes(id);
}

const targetAt = (item: At, id: string, target: string): TargetAt => ({
  id,
  at: item.get('target'),
  metric: METRIC,
  better: 'more',
  target,
  window: item.get('window').text,
  clock: item.get('clock').text,
});
