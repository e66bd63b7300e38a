// An SLA ran out, and its customer goes on using the service.
import { lapsedFor } from '../../model/lapsed';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-sla-exists'],
  each: 'service',
  severity: 'error',
  says: 'The SLA "{sla}" ended on {end}, but "{customer}" still uses the service "{service}", and no other SLA with them is in force.',
  do: 'Agree on a new version or a later last day, or take the customer off the service.',
  because: 'This service is live, and the SLA "{sla}" for it ended on {end}.',
  about:
    'For each customer of a live service the last SLA that is over is found, where none is in force with them today. Of a service that names its customers, one who is no longer among them has given it up; of one that names nobody, it is reported only where no SLA at all is in force. It takes the place of the finding that the service has no SLA.',
  example: { sla: 'mail-pilots', end: '2026-10-31', customer: 'pilots', service: 'mail' },
  check(service, pack, report) {
    for (const { sla, customer, end } of lapsedFor(service, pack)) {
      const values = { sla: sla.id, end, customer, service: service.id };
      report(pack.at(sla, 'valid', 'to'), values, { because: [pack.at(service, 'id')] });
    }
  },
});
