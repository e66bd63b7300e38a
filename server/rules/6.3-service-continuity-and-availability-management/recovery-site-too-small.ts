// The site that services are brought back in carries less than they are to carry there.
import { sumAgainst } from '../../arithmetic/sums';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { agreedOn } from '../../model/recovery';
import { rule } from '../rule';

export default rule({
  demands: ['6.3-plan-recovery'],
  each: 'continuity plan',
  severity: 'warning',
  says: 'In "{site}" there is room for {room} {what}, but {working} are to be carried there.',
  do: 'Make more room there, or agree on less for bad days.',
  works: 'In "{site}" there is room for {room} {what}; to be carried there are {working}.',
  because: 'This is to be carried in "{site}", which has room for {room} {what}.',
  about:
    'The reduced workload of the services that a continuity plan brings back in a site, as the plan states it or else the requirements, is added up and compared with what the site provides, of the same thing and over the same time. What the site does not speak of cannot be judged.',
  example: { site: 'house B', room: '120', what: 'seats', working: '200' },
  check(plan, pack, report) {
    const recovered = pack.at(plan, 'recovery').items;
    for (const site of pack.at(plan, 'sites').items) {
      const name = site.get('name').text;
      const loads = recovered.filter((item) => name !== undefined && item.get('site').text === name).flatMap((item) => loadOf(item, pack));
      const provided = site.get('provides').items;
      const unsaid = loads.find((load) => !provided.some((room) => isAlike(room, load)));
      if (unsaid) report.cantTell(`how many ${unsaid.get('what').text ?? 'of them'} "${name ?? ''}" carries is not said`);
      for (const room of provided) {
        const limit = room.get('limit');
        const here = loads.filter((load) => isAlike(room, load)).map((load) => load.get('limit'));
        const texts = here.flatMap(({ text }) => text ?? []);
        if (limit.text === undefined || texts.length === 0) continue;
        const compared = sumAgainst(texts, limit.text);
        if ('cannotTell' in compared) {
          report.cantTell(compared.cannotTell);
          continue;
        }
        const values = { site: name ?? '', room: limit.text, what: room.get('what').text ?? '', working: compared.working };
        report.works([...here, limit], values);
        if (compared.isMore) report(limit, values, { because: here });
      }
    }
  },
});

const isAlike = (a: At, b: At): boolean =>
  ['what', 'per'].every((field) => a.get(field).text?.toLowerCase() === b.get(field).text?.toLowerCase());

/** What a service is to carry on bad days: as the plan says, or else what was agreed. */
function loadOf(item: At, pack: Reader): readonly At[] {
  const own = item.get('workload').items;
  if (own.length > 0) return own;
  const services: readonly Thing[] = pack.find('service', item.get('service').text ?? '');
  const needs = services.flatMap((service) =>
    pack.references(service).flatMap((r) => {
      const [list, index] = r.path;
      const root = r.kind === 'continuity-requirements' && list === 'services' ? pack.root(r) : undefined;
      return root && agreedOn(root, pack.today()) ? [pack.at(root, 'services', index ?? '', 'workload')] : [];
    }),
  );
  return needs.length === 1 ? needs.flatMap((at) => at.items) : [];
}
