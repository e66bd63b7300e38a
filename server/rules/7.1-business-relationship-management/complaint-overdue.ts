// A complaint is open for longer than it should be, and was not taken further.
import { compareDates, daysBetween } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { dayAt } from '../../model/approval';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { standing } from '../../model/standing';
import { rule } from '../rule';

export default rule({
  demands: ['7.1-complaint-handled', '7.1-complaint-escalation'],
  each: 'complaint',
  severity: 'error',
  says: 'The complaint "{complaint}" came in on {received} and is still open after {days} days; it was to be closed within {target}, and was not escalated.',
  do: 'Take it further now, and write down to whom; close it once it is settled and the customer was told.',
  because: 'This is how long a complaint may take.',
  fix: 'Write down when "{complaint}" was closed',
  about:
    'A complaint that has no day of closing is compared with its own time to close it, else with that of the complaints procedure that is agreed. One that was escalated is left alone here; that it is to be closed in the end is reported by the demand.',
  example: { complaint: 'C-7', received: '2026-10-01', days: '54', target: '20 days' },
  check(complaint, pack, report) {
    const received = dayAt(pack.at(complaint, 'received'));
    if (received === undefined || pack.at(complaint, 'closed').written || pack.at(complaint, 'escalated').written) return;
    const at = targetOf(complaint, pack);
    const target = at?.text === undefined ? undefined : parseInterval(at.text);
    if (!at || !target) return report.cantTell(`nobody says how long the complaint "${complaint.id}" may take`);
    if (compareDates(pack.today(), addInterval(received, target)) <= 0) return;
    const days = String(daysBetween(received, pack.today()));
    report(
      pack.at(complaint, 'closed'),
      { complaint: complaint.id, received, days, target: target.words },
      { because: [at], fix: { add: pack.at(complaint, 'closed') } },
    );
  },
});

function targetOf(complaint: Thing, pack: Reader): At | undefined {
  const own = pack.at(complaint, 'target');
  if (own.written) return own;
  const procedures = pack.all('complaints-procedure').filter((p) => standing(p, pack) === 'counts');
  return procedures.map((p) => pack.at(p, 'target')).find((at) => at.written);
}
