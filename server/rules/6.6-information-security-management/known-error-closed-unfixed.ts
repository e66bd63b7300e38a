// A known error was closed though its fix was not carried out, and nobody says how people get by.
import { compareDates } from '../../arithmetic/dates';
import { dayAt } from '../../model/approval';
import { carriedOut, fixOf } from '../../model/known-errors';
import { rule } from '../rule';

export default rule({
  demands: ['6.6-known-error-records'],
  each: 'security known error',
  severity: 'warning',
  says: 'The known error "{error}" was closed on {closed}, but the change "{change}" that fixes it {how}, and no workaround is written.',
  do: 'Open it again until the change is carried out, or write which workaround people live with and who decided that.',
  because: 'This change was to fix the known error "{error}".',
  about:
    'Where a known error that bears on security is closed and names a change but no workaround, the change has to be carried out by that day. One without either is reported by the demand itself, and a change that no document has is an unknown reference.',
  example: { error: 'KE-4', closed: '2026-06-02', change: 'CHG-88', how: 'has not been carried out' },
  check(error, pack, report) {
    const closed = pack.at(error, 'closed');
    const [day, change] = [dayAt(closed), fixOf(error, pack)];
    if (day === undefined || !change || pack.at(error, 'workaround').written) return;
    const done = carriedOut(change, pack);
    if (done !== undefined && compareDates(done, day) <= 0) return;
    const how = done === undefined ? 'has not been carried out' : `was carried out only on ${done}`;
    report(closed, { error: error.id, closed: day, change: change.id, how }, { because: [pack.at(change, 'id')] });
  },
});
