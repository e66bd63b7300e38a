// The day by which a known error was to be gone is past, and it is still there.
import { compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { dayAt } from '../../model/approval';
import { carriedOut, fixOf } from '../../model/known-errors';
import { graceOf } from '../../model/manifest';
import { rule } from '../rule';

export default rule({
  demands: ['6.6-known-error-records'],
  each: 'security known error',
  severity: 'warning',
  says: 'The known error "{error}" was to be fixed by {due}, with {grace} of grace, but {how}.',
  do: 'Carry out the fix and write since when the error can no longer occur, or agree on a new day and say why.',
  because: 'This change was to fix the known error "{error}".',
  about:
    'The day of the fix of each known error that bears on security is compared with today, with the grace of the manifest. One that is closed, or whose change was carried out, is not overdue, and one without a day is left alone.',
  example: { error: 'KE-4', due: '2026-05-31', grace: '14 days', how: 'the change "CHG-88" has not been carried out' },
  check(error, pack, report) {
    const [due, grace] = [pack.at(error, 'due'), graceOf(pack)];
    const [day, interval] = [dayAt(due), parseInterval(grace)];
    if (day === undefined || !interval || pack.at(error, 'closed').written) return;
    if (compareDates(addInterval(day, interval), pack.today()) >= 0) return;
    const change = fixOf(error, pack);
    if (change && carriedOut(change, pack) !== undefined) return;
    const how = change ? `the change "${change.id}" has not been carried out` : 'nothing says that it is';
    report(due, { error: error.id, due: day, grace, how }, { because: change ? [pack.at(change, 'id')] : [] });
  },
});
