// To hand a service over to somebody else takes longer than the notice that a contract ends by.
import { compareDates } from '../../arithmetic/dates';
import { addInterval, type Interval, parseInterval } from '../../arithmetic/interval';
import { rule } from '../rule';

export default rule({
  demands: ['7.2-contract-termination'],
  each: 'contract',
  severity: 'warning',
  says: 'Handing over what "{contract}" delivers takes {handOver}, but its period of notice is {notice}: for part of that time nobody has to deliver.',
  do: 'Agree on a longer notice, a quicker hand-over, or that the supplier goes on until it is done.',
  because: 'The period of notice is {notice}.',
  about:
    'The time for the hand-over is compared with the period of notice. Months and days are told apart by the calendar; only what is longer in each month of the year counts. Where the last day of a contract is fixed, a hand-over can begin in time, so nothing is said.',
  example: { contract: 'acme-mailboxes', handOver: '6 months', notice: '3 months' },
  check(contract, pack, report) {
    const [handOver, notice] = [pack.at(contract, 'termination', 'handOver'), pack.at(contract, 'term', 'notice')];
    if (!handOver.written || pack.at(contract, 'term', 'to').written) return;
    if (!notice.written) return report.cantTell(`"${contract.id}" names no period of notice`);
    const [long, short] = [parseInterval(handOver.text ?? ''), parseInterval(notice.text ?? '')];
    if (!long || !short || !isLonger(long, short)) return;
    report(handOver, { contract: contract.id, handOver: handOver.text ?? '', notice: notice.text ?? '' }, { because: [notice] });
  },
});

/** Whichever month it begins in. */
const isLonger = (a: Interval, b: Interval): boolean => STARTS.every((day) => compareDates(addInterval(day, a), addInterval(day, b)) > 0);

/** Mondays all over a year without a leap day. */
const STARTS = ['2026-01-05', '2026-02-02', '2026-03-02', '2026-05-04', '2026-07-06', '2026-09-07', '2026-11-02', '2026-12-07'];
