// A complaint was closed, and the customer was told afterwards or not at all.
import { compareDates } from '../../arithmetic/dates';
import { dayAt } from '../../model/approval';
import { rule } from '../rule';

export default rule({
  demands: ['7.1-complaint-handled'],
  each: 'complaint',
  severity: 'error',
  says: 'The complaint "{complaint}" was closed on {closed}, {told}.',
  do: 'Tell the customer what came of it before it is closed, and write down whom you told and when.',
  because: 'It was closed on {closed}.',
  fix: 'Write down who was told what came of "{complaint}"',
  about:
    'The day on which a complaint was closed is compared with the day on which the customer was told what came of it. The same day will do. Where only the day on which they were told is left out, nobody can tell.',
  example: { complaint: 'C-7', closed: '2026-10-20', told: 'and nobody wrote down that the customer was told' },
  check(complaint, pack, report) {
    const at = pack.at(complaint, 'closed');
    const closed = dayAt(at);
    if (closed === undefined) return;
    const reported = pack.at(complaint, 'reported');
    const values = { complaint: complaint.id, closed };
    // What stands there as a question is asked already.
    if (reported.isMap && !reported.written) return;
    if (!reported.written) {
      const told = 'and nobody wrote down that the customer was told';
      return report(reported, { ...values, told }, { because: [at], fix: { add: reported } });
    }
    const on = dayAt(reported.get('on'));
    if (on === undefined) return report.cantTell(`it is not written when the customer was told about "${complaint.id}"`);
    if (compareDates(on, closed) > 0)
      report(reported.get('on'), { ...values, told: `but the customer was told on ${on} only` }, { because: [at] });
  },
});
