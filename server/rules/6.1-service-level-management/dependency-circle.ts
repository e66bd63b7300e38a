// Services lean on each other in a circle, and nobody says that this is meant.
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-catalogue-dependencies'],
  each: 'catalogued service',
  severity: 'warning',
  says: 'The services lean on each other in a circle: {circle}.',
  do: 'Take out the dependency that is not real, or mark the ones that are meant with mutual: true.',
  because: 'Here the circle goes on.',
  about:
    'Dependencies between services are followed until one leads back to where it began. A circle in which each dependency is marked as mutual is meant. It is shown once, on the service that comes first by its id.',
  check(service, pack, report) {
    const way = circleFrom(service, pack);
    const ids = way.map((step) => step.from.id);
    if (way.length === 0 || ids.some((id) => id < service.id)) return;
    const [first, ...others] = way.map((step) => step.at);
    if (first) report(first, { circle: [...ids, service.id].join(' → ') }, { because: others });
  },
});

interface Step {
  readonly from: Thing;
  readonly at: At;
}

/** The shortest way from a service back to itself over dependencies that aren't marked as mutual; empty where there is none. */
function circleFrom(service: Thing, pack: Reader): readonly Step[] {
  const ways: Step[][] = [[]];
  const seen = new Set<string>();
  for (const way of ways) {
    const here = way.length === 0 ? service : next(way.at(-1)?.at, pack);
    if (!here || seen.has(here.id)) continue;
    if (way.length > 0) seen.add(here.id);
    for (const item of pack.at(here, 'dependsOn').items) {
      if (item.get('mutual').isTrue || !item.get('service').written) continue;
      const step = { from: here, at: item.get('service') };
      if (item.get('service').text === service.id) return [...way, step];
      ways.push([...way, step]);
    }
  }
  return [];
}

const next = (at: At | undefined, pack: Reader): Thing | undefined =>
  at?.text === undefined ? undefined : pack.find('service', at.text)[0];
