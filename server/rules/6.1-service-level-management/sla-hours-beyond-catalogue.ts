// An SLA promises a service in hours in which the catalogue does not offer it.
import { uncovered } from '../../arithmetic/uncovered';
import { calendarNamed } from '../../model/hours';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-catalogue-aligned'],
  each: 'sla',
  severity: 'warning',
  says: 'The SLA "{sla}" promises the service "{service}" in the hours "{promised}", but the catalogue offers it in "{offered}" only; not covered: {missing}.',
  do: 'Bring the two in line, so that the customer reads the same hours in both.',
  because: 'The catalogue offers the service "{service}" in these hours.',
  about:
    'The service hours of an SLA are compared with those that the catalogue offers for each of its services, in an ordinary week. Longer hours in the catalogue are in order. Where one of them says no hours, or there is no such calendar, nobody can tell.',
  example: { sla: 'mail-pilots', service: 'mail', promised: 'around the clock', offered: 'office', missing: 'Saturday and Sunday' },
  check(sla, pack, report) {
    const hours = pack.at(sla, 'serviceHours');
    for (const at of pack.at(sla, 'services').items) {
      for (const service of at.text === undefined ? [] : pack.find('service', at.text)) {
        const offered = pack.at(service, 'serviceHours');
        if (hours.text === offered.text) continue;
        const [wanted, cover] = [calendarNamed(hours.text, pack), calendarNamed(offered.text, pack)];
        const unknown = [wanted, cover].find((calendar) => 'cannotTell' in calendar);
        if (unknown && 'cannotTell' in unknown) report.cantTell(unknown.cannotTell);
        if ('cannotTell' in wanted || 'cannotTell' in cover) continue;
        const gap = uncovered(wanted, cover, pack.today());
        if (!gap) continue;
        const values = { sla: sla.id, service: service.id, promised: hours.text ?? '', offered: offered.text ?? '', missing: gap.words };
        report(hours, values, { because: [offered] });
      }
    }
  },
});
