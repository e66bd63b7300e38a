// A level of urgency for which nothing is promised.
import { rule } from '../rule';

export default rule({
  demands: ['6.1-sla-clear'],
  each: 'sla',
  severity: 'warning',
  says: 'For cases of {priority} the SLA "{sla}" promises no time at all, neither to respond nor to restore.',
  do: 'Write what was agreed for it; where nothing is promised, say so in its notes.',
  because: 'For this priority nothing is promised.',
  fix: 'Add a response time for {priority}',
  about:
    'Each level of urgency in an SLA should say how soon somebody starts or how soon people can work again. One of the two is enough, and a note says that nothing is promised on purpose.',
  example: { priority: '"P4"', sla: 'mail-pilots' },
  check(sla, pack, report) {
    for (const at of pack.at(sla, 'priorities').items) {
      const says = ['response', 'restore', 'notes'].some((field) => at.get(field).written);
      if (!at.written || says) continue;
      const id = at.get('id').text;
      const values = { priority: id === undefined ? 'one priority' : `"${id}"`, sla: sla.id };
      report(at.get(id === undefined ? 'means' : 'id'), values, { fix: { add: at.get('response') } });
    }
  },
});
