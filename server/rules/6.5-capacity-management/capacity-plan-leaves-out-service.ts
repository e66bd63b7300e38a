// A service that customers use stands in no capacity plan.
import { holds } from '../../model/supply';
import { addTo, rule } from '../rule';

export default rule({
  demands: ['6.5-plan-resources', '6.5-plan-demand'],
  each: 'capacity plan',
  severity: 'error',
  says: 'The service "{service}" is live and customers use it, but the capacity plan "{plan}" says nothing about it.',
  do: 'Add how much of it is wanted today and will be later.',
  because: 'The service "{service}" is live; the plan "{plan}" leaves it out.',
  fix: 'Add the demand for a service',
  about:
    'Each live service of the catalogue that customers use is looked for in the demand and the resources of all capacity plans in force. It is told once, at the first of them. Services that only support others are planned with those.',
  example: { service: 'payroll', plan: 'capacity-2026' },
  check(plan, pack, report) {
    const plans = pack.all('capacity-plan').filter((p) => holds(p, pack));
    if (plans[0] !== plan) return;
    const resources = pack.all('resource');
    const planned = new Set([
      ...plans.flatMap((p) => pack.at(p, 'demand').items.flatMap((item) => item.get('service').text ?? [])),
      ...resources.flatMap((r) => pack.at(r, 'services').items.flatMap((at) => at.text ?? [])),
    ]);
    // Without a list there is another finding; what stands elsewhere nobody can see.
    const demand = pack.at(plan, 'demand');
    if (demand.items.length === 0) return report.cantTell(`the demand in "${plan.id}" is not written, or stands elsewhere`);
    for (const service of pack.all('service')) {
      const [status, usedBy] = [pack.at(service, 'status').text, pack.at(service, 'usedBy').text];
      if (status !== 'live' || usedBy !== 'customers' || planned.has(service.id)) continue;
      report(demand, { service: service.id, plan: plan.id }, { because: [pack.at(service, 'status')], fix: { add: addTo(demand) } });
    }
  },
});
