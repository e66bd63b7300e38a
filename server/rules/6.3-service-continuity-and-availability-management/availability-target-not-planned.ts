// An SLA promises an availability, and no availability plan has a target for the service.
import { holds, slasFor } from '../../model/supply';
import { targetsOf } from '../../model/targets';
import { addTo, rule } from '../rule';

export default rule({
  demands: ['6.3-availability-targets'],
  each: 'availability plan',
  severity: 'error',
  says: 'The plan "{plan}" covers "{service}", but no availability plan has a target for it, and {promised} is promised in "{sla}".',
  do: 'Add the target that you plan for.',
  because: 'The SLA "{sla}" promises {promised} for "{service}" here.',
  fix: 'Add a target for "{service}"',
  about:
    'For each service that an availability plan says it covers, and whose SLA in force promises an availability, there is a target in this plan or in another one that is in force. Where the targets are written elsewhere, nobody can tell.',
  example: { plan: 'mail-availability', service: 'mail', promised: '99.5 %', sla: 'mail-hr' },
  check(plan, pack, report) {
    const targets = pack.at(plan, 'targets');
    const root = pack.root(plan);
    const own = pack.at(plan, 'services').written || !root ? pack.at(plan, 'services') : pack.at(root, 'services');
    if (targets.written && targets.items.length === 0) return report.cantTell(`the targets of "${plan.id}" stand elsewhere`);
    if (!targets.written) return;
    for (const at of own.items) {
      const [service] = pack.find('service', at.text ?? '');
      const planned =
        service &&
        pack.references(service).some((r) => {
          const document = r.path.includes('targets') && r.path.at(-1) === 'service' ? pack.root(r) : undefined;
          return document !== undefined && (r.kind === 'availability-plan' || r.path[0] === 'availability') && holds(document, pack);
        });
      if (!service || planned) continue;
      const promise = slasFor([service], pack).flatMap((sla) =>
        targetsOf(sla, pack).flatMap((target) => (target.metric === 'availability' ? [{ sla, target }] : [])),
      )[0];
      if (!promise) continue;
      const values = { plan: plan.id, service: service.id, promised: promise.target.target, sla: promise.sla.id };
      report(at, values, { because: [promise.target.at], ...(plan.part ? {} : { fix: { add: addTo(targets) } }) });
    }
  },
});
