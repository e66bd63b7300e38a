// What was to be done about something that a test or an invocation showed is past its day.
import { compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { formats } from '../../knowledge/formats';
import { graceOf } from '../../model/manifest';
import { rule } from '../rule';

export default rule({
  demands: ['6.3-deficiencies-actioned'],
  each: 'deficiency',
  severity: 'error',
  says: 'The action "{action}" about the deficiency "{deficiency}" was due on {due} and is still open; {grace} of grace are over.',
  do: 'Do it and write what it brought, or agree on another day and say why.',
  because: 'This action was due on {due}.',
  about:
    'Actions about a deficiency of a plan test or an invocation that are not done or dropped are compared with today, with the grace of the manifest. One without a day is left to the demand for it.',
  example: { action: 'Repair the restore script', deficiency: 'D-1', due: '2026-04-30', grace: '14 days' },
  check(deficiency, pack, report) {
    const grace = graceOf(pack);
    const interval = parseInterval(grace);
    for (const action of pack.at(deficiency, 'actions').items) {
      const [due, state] = [action.get('due'), action.get('state').text];
      if (due.text === undefined || !formats.date(due.text) || state === 'done' || state === 'dropped' || !interval) continue;
      if (compareDates(addInterval(due.text, interval), pack.today()) >= 0) continue;
      const what = action.get('what').text ?? action.get('id').text ?? '';
      const name = pack.at(deficiency, 'id').text ?? pack.at(deficiency, 'what').text ?? '';
      report(due, { action: what, deficiency: name, due: due.text, grace });
    }
  },
});
