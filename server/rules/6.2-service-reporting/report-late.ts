// A report reached its readers later than was agreed.
import { compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { periodInWords } from '../../arithmetic/windows';
import { formats } from '../../knowledge/formats';
import { issuesOf } from '../../model/issues';
import { graceOf } from '../../model/manifest';
import { periodOf } from '../../model/results';
import { rule } from '../rule';

export default rule({
  demands: ['6.2-produced'],
  each: 'report',
  severity: 'error',
  says: 'The report "{issue}" on {period} was sent on {issued}, but was due on {due}; {grace} of grace are over.',
  do: 'Find out why it was late, and agree on more time if this is too short.',
  because: 'It was to arrive within {within} after the end of the period.',
  about:
    'The day on which each issue of a report was sent is compared with the end of its period and the time until it is due that its description names, with the grace of the manifest. Issues without a day, and descriptions that do not say when the report is due, cannot be judged.',
  example: {
    issue: 'mail-2026-03',
    period: 'March 2026',
    issued: '2026-05-20',
    due: '2026-04-14',
    grace: '14 days',
    within: '10 working days',
  },
  check(description, pack, report) {
    const due = pack.at(description, 'due');
    const [within, grace] = [parseInterval(due.text ?? ''), parseInterval(graceOf(pack))];
    if (!within || !grace) return report.cantTell(`when "${description.id}" is due is not written`);
    for (const issue of issuesOf(description, pack)) {
      const [period, issued] = [periodOf(issue, pack), pack.at(issue, 'issued')];
      if (!period || issued.text === undefined || !formats.date(issued.text)) continue;
      const day = addInterval(period.to, within);
      if (compareDates(issued.text, addInterval(day, grace)) <= 0) continue;
      const values = { issue: issue.id, period: periodInWords(period), issued: issued.text, due: day, grace: graceOf(pack) };
      report(issued, { ...values, within: within.words }, { because: [due] });
    }
  },
});
