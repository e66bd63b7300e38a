// A live service stands in no capacity plan.
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { holds } from '../../model/supply';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.5-plan-resources'],
  each: 'service',
  severity: 'error',
  says: 'Neither demand for "{service}" nor anything that it uses stands in {plans}.',
  do: 'Write how much of it is wanted, or name it at the resources that it uses.',
  because: 'This plan says nothing of "{service}".',
  about:
    'Each live service that customers use is looked for in the capacity plans that are in force: in their demand, at their resources, or by a component that it leans on. Where no plan is in force, that is told by itself; where demand or resources of a plan stand elsewhere, nobody can tell.',
  example: { service: 'mail', plans: 'the capacity plan "capacity"' },
  check(service, pack, report) {
    if (!pack.at(service, 'id').written) return;
    const plans = pack.all('capacity-plan').filter((plan) => holds(plan, pack));
    if (plans.length === 0) return report.cantTell('no capacity plan is in force');
    if (plans.some((plan) => isElsewhere(plan, pack))) return report.cantTell('demand or resources of a capacity plan stand elsewhere');
    const parts = [service, ...partsOf(service, pack)];
    const named = parts.some((part) => pack.references(part).some((r) => r.kind === 'capacity-plan' && plans.some((p) => p.doc === r.doc)));
    if (named) return;
    const words = `the capacity plan${plans.length > 1 ? 's' : ''} ${listed(plans.map(({ id }) => `"${id}"`))}`;
    report(pack.at(service, 'id'), { service: service.id, plans: words }, { because: plans.map((plan) => pack.at(plan, 'id')) });
  },
});

function isElsewhere(plan: Thing, pack: Reader): boolean {
  const resources = pack.at(plan, 'resources');
  const lists = ['human', 'technical', 'information'].map((sort) => resources.get(sort));
  return [pack.at(plan, 'demand'), ...lists].some((list) => list.written && list.items.length === 0);
}

/** The components that it names as what it leans on. */
const partsOf = (service: Thing, pack: Reader): readonly Thing[] =>
  pack.at(service, 'dependsOn').items.flatMap((item) => {
    const ids = [item.get('component'), ...item.get('of').items].flatMap((at) => at.text ?? []);
    return ids.flatMap((id) => pack.find('component', id));
  });
