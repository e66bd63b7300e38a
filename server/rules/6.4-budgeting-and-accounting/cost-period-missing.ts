// No cost report shows the spending of a stretch of the budget that is long over.
import { addDays, compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { missingPeriods } from '../../arithmetic/periods';
import { formats } from '../../knowledge/formats';
import { graceOf } from '../../model/manifest';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { rule } from '../rule';
import { listed } from '../words';

/** More periods are counted, not listed. */
const MOST = 3;

export default rule({
  demands: ['6.4-monitored'],
  each: 'budget',
  severity: 'warning',
  says: 'No cost report compares the spending of {periods} with the budget "{budget}", though one is planned every {interval}.',
  do: 'Record the report, or change the interval under intervals in the manifest.',
  because: 'This plans a report every {interval}.',
  about:
    'The periods of the cost reports on a budget in force have to follow one another from its first day on, one for each interval of the manifest. A period is asked for once it is over, and as much time again and the grace of the manifest have passed for writing the report. Where no interval is planned, or a report does not say which days it is about, nobody can tell.',
  example: { periods: '2026-04-01 to 2026-06-30', budget: 'budget-2026', interval: '3 months' },
  check(budget, pack, report) {
    const interval = pack.says('intervals', 'costReport');
    const every = interval?.text === undefined ? undefined : parseInterval(interval.text);
    const [from, to] = [pack.at(budget, 'valid', 'from'), pack.at(budget, 'valid', 'to').text];
    if (!interval || !every || every.count === 0) return report.cantTell('how often cost reports come is not written');
    if (from.text === undefined || !formats.date(from.text)) return report.cantTell(`"${budget.id}" does not say from when it holds`);
    const grace = parseInterval(graceOf(pack));
    const asked = addInterval(grace ? addInterval(pack.today(), grace, -1) : pack.today(), every, -1);
    const until = to !== undefined && formats.date(to) && compareDates(to, asked) < 0 ? to : addDays(asked, -1);
    const there = reportsOn(budget, pack).map((r) => [pack.at(r, 'period', 'from').text, pack.at(r, 'period', 'to').text] as const);
    const periods = there.flatMap(([a, b]) =>
      a !== undefined && b !== undefined && formats.date(a) && formats.date(b) ? { from: a, to: b } : [],
    );
    if (periods.length < there.length) return report.cantTell(`a cost report on "${budget.id}" does not say which days it is about`);
    const missing = missingPeriods(periods, { every, start: from.text, since: from.text, until });
    if (missing.length === 0) return;
    const words = missing.slice(0, MOST).map((p) => `${p.from} to ${p.to}`);
    const all = missing.length > MOST ? [...words, `${missing.length - MOST} more`] : words;
    report(from, { periods: listed(all), budget: budget.id, interval: every.words }, { because: [interval] });
  },
});

const reportsOn = (budget: Thing, pack: Reader): readonly Thing[] => [
  ...new Set(
    pack.references(budget).flatMap((r) => (r.kind === 'cost-report' && r.schema['x-about'] === true ? (pack.root(r) ?? []) : [])),
  ),
];
