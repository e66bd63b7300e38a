// What was agreed as needed and what the SLA promises are two things.

import type { Difference } from '../../model/needs';
import { differencesIn } from '../../model/needs';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { rule } from '../rule';

export default rule({
  demands: ['6.3-requirements-agreed'],
  each: 'continuity requirements',
  severity: 'warning',
  says: 'The requirements "{requirements}" say that "{service}" needs {what} of {needed}, but the SLA "{sla}" promises {promised}.',
  do: 'Find out which of the two was agreed, and bring the other in line.',
  because: 'The SLA promises {promised} here.',
  about:
    'Availability, response time, recovery time and recovery point that continuity and availability requirements name for a service are compared with the targets of the SLAs in force with those customers: same window and hours only. Where several SLAs are meant, one that says the same is enough. A need that was declined, or promised in part, with a reason in the service level requirements is settled.',
  example: {
    requirements: 'bad-days',
    service: 'mail',
    what: 'availability',
    needed: '99.5 % a month',
    sla: 'mail-pilots',
    promised: '99.9 % a month',
  },
  check(requirements, pack, report) {
    for (const difference of differencesIn(requirements, pack)) {
      if (difference.isWeaker && isDecided(difference, pack)) continue;
      const { service, need, needed, promised, sla, target } = difference;
      const values = {
        requirements: requirements.id,
        service,
        what: target.metric.replaceAll('-', ' '),
        needed,
        sla: sla.id,
        promised,
      };
      report(need, values, { because: [target.at] });
    }
  },
});

/** The customer's own requirements hold a decision that they get less of it. */
function isDecided({ sla, target, service }: Difference, pack: Reader): boolean {
  const slrs: readonly Thing[] = pack
    .at(sla, 'requirements')
    .items.flatMap((at) => (at.text === undefined ? [] : pack.find('slr', at.text)));
  return slrs
    .flatMap((slr) => pack.at(slr, 'requirements').items)
    .some((need) => {
      const of = need.get('service').text;
      const result = need.get('decision', 'result').text;
      const isAboutIt = need.get('wanted', 'metric').text === target.metric && (of === undefined || of === service);
      return isAboutIt && result !== undefined && result !== 'promised';
    });
}
