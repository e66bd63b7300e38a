// Nobody of a group is on duty in hours in which the SLA promises that somebody works on incidents.
import { uncovered } from '../../arithmetic/uncovered';
import { calendarNamed } from '../../model/hours';
import { olasOn, partyName, slasOver } from '../../model/supply';
import { weighedRisk } from '../../model/weighed';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-underpinned'],
  each: 'component of another party',
  severity: 'warning',
  says: 'The SLA "{sla}" promises support in the hours "{promised}", but {group} answers in the hours "{hours}": {missing} is not covered.',
  do: 'Agree with the group on somebody on duty then, promise shorter support hours, or write a line without target under alignmentRisks of the OLA with what you do about the gap.',
  because: 'The SLA promises support in the hours "{promised}" here.',
  about:
    "The support hours of each SLA that rests on an OLA are compared with those of the OLA, in an ordinary week. Service hours don't count here: nobody need be on duty all the time that a service works. Where either side doesn't say its support hours, nobody can tell.",
  example: {
    sla: 'payroll-hr',
    promised: 'around the clock',
    group: 'Database group',
    hours: 'office',
    missing: 'Mon–Fri 00:00–08:00 and 17:00–24:00, Saturday and Sunday',
  },
  check(component, pack, report) {
    for (const ola of olasOn(component, pack)) {
      const hours = pack.at(ola, 'supportHours');
      const cover = calendarNamed(hours.text, pack);
      for (const sla of slasOver(ola, pack)) {
        const promised = pack.at(sla, 'supportHours');
        const wanted = calendarNamed(promised.text, pack);
        if ('cannotTell' in wanted) report.cantTell(`for "${sla.id}" ${wanted.cannotTell}`);
        else if ('cannotTell' in cover) report.cantTell(`for "${ola.id}" ${cover.cannotTell}`);
        else {
          const found = uncovered(wanted, cover, pack.today());
          if (!found || weighedRisk(ola, undefined, sla, pack) === 'settled') continue;
          const missing = found.week === undefined ? found.words : `${found.words} (in the week of ${found.week})`;
          const values = { sla: sla.id, promised: promised.text ?? '', group: partyName(ola, pack), hours: hours.text ?? '', missing };
          report(hours, values, { because: [promised] });
        }
      }
    }
  },
});
