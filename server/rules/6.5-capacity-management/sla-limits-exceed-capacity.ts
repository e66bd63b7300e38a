// SLAs promise together more of something than there is.
import { sumAgainst } from '../../arithmetic/sums';
import { slasFor } from '../../model/supply';
import { rule } from '../rule';

export default rule({
  demands: ['6.5-sufficient'],
  each: 'capacity plan',
  severity: 'warning',
  says: 'SLAs allow for more {what} than there are: {working}, but {capacity} are provided.',
  do: 'Provide more, agree on lower limits, or write under shared why less will do.',
  works: 'SLAs allow for {working} of {what}; {capacity} are provided.',
  because: 'This limit counts towards {working}; {capacity} are provided.',
  fix: 'Add the reason why less will do',
  about:
    'The workload limits that all SLAs in force on the services of a resource have for it are added up and compared with its capacity. Only what is called by the same word, and is counted at any moment, is compared. A reason for sharing settles it. Where the plan has an upgrade of the resource, nobody can tell.',
  example: { what: 'users at once', working: '400 + 400 + 400 = 1200', capacity: '1000' },
  check(plan, pack, report) {
    const resources = ['human', 'technical', 'information'].flatMap((sort) => pack.at(plan, 'resources', sort).items);
    const upgraded = new Set(pack.at(plan, 'upgrades').items.flatMap((u) => u.get('resource').text ?? []));
    for (const resource of resources) {
      const [what, capacity] = [resource.get('what').text, resource.get('capacity').text];
      const services = resource.get('services').items.flatMap((at) => (at.text === undefined ? [] : pack.find('service', at.text)));
      if (what === undefined || capacity === undefined || resource.get('shared').written || services.length === 0) continue;
      const slas = slasFor([...new Set(services)], pack);
      const limits = slas.flatMap((sla) => pack.at(sla, 'workload').items.filter((w) => plain(w.get('what').text) === plain(what)));
      const alike = limits.filter((w) => !w.get('per').written).map((w) => w.get('limit'));
      const texts = alike.flatMap((at) => at.text ?? []);
      if (texts.length === 0) continue;
      const sum = sumAgainst(texts, capacity);
      if ('working' in sum) report.works([...alike, resource.get('capacity')], { what, working: sum.working, capacity });
      if ('cannotTell' in sum) report.cantTell(sum.cannotTell);
      else if (sum.isMore && upgraded.has(resource.get('id').text ?? ''))
        report.cantTell(`how much of "${what}" there is after its upgrades is not told`);
      else if (sum.isMore)
        report(
          resource.get('capacity'),
          { what, working: sum.working, capacity },
          { because: alike, fix: { add: resource.get('shared') } },
        );
    }
  },
});

const plain = (text: string | undefined): string => (text ?? '').trim().toLowerCase();
