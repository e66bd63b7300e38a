// Services and components lean on each other in a circle, and nobody says that this is meant.
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { isRetired } from '../../model/supply';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-catalogue-dependencies'],
  each: ['catalogued service', 'component'],
  severity: 'warning',
  says: '{who}: {circle}.',
  do: 'Remove the dependency that does not exist, or mark those that are intended with mutual: true.',
  because: 'Here the circle goes on.',
  about:
    'Dependencies of services and components are followed until one leads back to where it began. A circle in which a dependency is marked as mutual is meant. It is shown once, on the part that comes first by its id.',
  example: { who: 'These depend on each other in a circle', circle: 'directory-server → name-server → directory-server' },
  check(part, pack, report) {
    const way = circleFrom(part, pack);
    const ids = way.map((step) => step.from.id);
    if (way.length === 0 || way.some(({ from }) => known(from) < known(part))) return;
    const [first, ...others] = way.map((step) => step.at);
    const who = way.length === 1 ? 'This depends on itself' : 'These depend on each other in a circle';
    if (first) report(first, { who, circle: [...ids, part.id].join(' → ') }, { because: others });
  },
});

const known = ({ sort, id }: Thing): string => `${id} ${sort}`;

interface Step {
  readonly from: Thing;
  readonly at: At;
}

/** The shortest way from a part back to itself over dependencies that aren't marked as mutual; empty where there is none. */
function circleFrom(part: Thing, pack: Reader): readonly Step[] {
  const ways: { readonly here: Thing; readonly steps: readonly Step[] }[] = [{ here: part, steps: [] }];
  const seen = new Set<Thing>();
  for (const { here, steps } of ways) {
    for (const { at, needed } of neededBy(here, pack)) {
      const way = [...steps, { from: here, at }];
      if (needed === part) return way;
      if (seen.has(needed) || isRetired(needed, pack)) continue;
      seen.add(needed);
      ways.push({ here: needed, steps: way });
    }
  }
  return [];
}

/** What a part says it leans on, stand-ins too, with the places where it says so. */
function neededBy(part: Thing, pack: Reader): { at: At; needed: Thing }[] {
  const items = pack.at(part, 'dependsOn').items.filter((item) => !item.get('mutual').isTrue);
  const named = items.flatMap((item) => [
    { at: item.get('service'), sorts: ['service'] },
    { at: item.get('component'), sorts: ['component'] },
    ...item.get('of').items.map((at) => ({ at, sorts: ['component', 'service'] })),
  ]);
  return named.flatMap(({ at, sorts }) =>
    at.text === undefined ? [] : pack.target({ refers: sorts, id: at.text }).map((needed) => ({ at, needed })),
  );
}
