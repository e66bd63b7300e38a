// A report did not appear for a period that is over and whose due day has passed.
import { addMonths, compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { missingPeriods, type Period } from '../../arithmetic/periods';
import { formats } from '../../knowledge/formats';
import { auditPeriodOf, graceOf } from '../../model/manifest';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { startOf } from '../../model/standing';
import { rule } from '../rule';
import { listed } from '../words';

/** More periods are counted, not listed. */
const MOST = 3;

export default rule({
  demands: ['6.2-produced'],
  each: 'report',
  severity: 'error',
  says: 'No issue of the report "{report}" is recorded for {periods}; {due}, and {grace} of grace are over.',
  do: 'Record the issue, or change the frequency in its description.',
  because: 'After this issue of "{report}" the next one is missing.',
  about:
    'From one issue of a report to the next there is a period for each stretch that its description names, without a gap. Periods count once they are over, the time until the report is due and the grace of the manifest have passed, and they end in the audit period and begin no earlier than the description. Where an issue does not say which days it is about, nobody can tell.',
  example: { report: 'mail-report', periods: '2026-10-01 to 2026-10-31', due: 'it was due on 2026-11-08', grace: '14 days' },
  check(description, pack, report) {
    const frequency = pack.at(description, 'frequency');
    const every = frequency.text === undefined ? undefined : parseInterval(frequency.text);
    if (!every || every.count === 0) return report.cantTell(`how often "${description.id}" comes is not written`);
    const issues = issuesOf(description, pack);
    const today = pack.today();
    const { from, to } = auditPeriodOf(pack);
    const until = to !== undefined && compareDates(to, today) < 0 ? to : today;
    const series = { every, start: begun(description, pack), since: from ?? addMonths(today, -12), until };
    const missing = missingPeriods(
      issues.flatMap(({ period }) => period ?? []),
      series,
    ).filter(({ to: end }) => isOver(end, description, pack));
    const [first, last] = [missing[0], missing.at(-1)];
    if (!first || !last) return;
    const undated = issues.find(({ period }) => !period);
    if (undated) return report.cantTell(`"${undated.issue.id}" does not say which days it is about`);
    const before = issues.filter(({ period }) => period && compareDates(period.to, first.from) < 0).at(-1);
    const dueOn = dueDay(last.to, description, pack);
    const due = missing.length === 1 ? `it was due on ${dueOn}` : `the last of these was due on ${dueOn}`;
    const values = { report: description.id, periods: inWords(missing), due, grace: graceOf(pack) };
    report(frequency, values, { because: before ? [pack.at(before.issue, 'period')] : [] });
  },
});

interface Issue {
  readonly issue: Thing;
  /** Undefined where it doesn't say from when to when. */
  readonly period: Period | undefined;
}

/** The issues of a report in the order of their periods. */
function issuesOf(description: Thing, pack: Reader): readonly Issue[] {
  const about = pack.references(description).filter((r) => r.kind === 'service-report' && r.schema['x-about'] === true);
  const issues = [...new Set(about.flatMap((r) => pack.root(r) ?? []))].map((issue) => {
    const [from, to] = [pack.at(issue, 'period', 'from').text, pack.at(issue, 'period', 'to').text];
    const isWhole = from !== undefined && to !== undefined && formats.date(from) && formats.date(to) && compareDates(from, to) <= 0;
    return { issue, period: isWhole ? { from, to } : undefined };
  });
  return issues.sort((a, b) => compareDates(a.period?.to ?? '', b.period?.to ?? ''));
}

/** The first day of this version, else of its history. */
function begun(description: Thing, pack: Reader): string | undefined {
  const first = pack.at(description, 'history', 0, 'on').text;
  return startOf(description, pack) ?? (first !== undefined && formats.date(first) ? first : undefined);
}

/** The day by which a report on days up to `end` has to be there. */
function dueDay(end: string, description: Thing, pack: Reader): string {
  const text = pack.at(description, 'due').text;
  const interval = text === undefined ? undefined : parseInterval(text);
  return interval ? addInterval(end, interval) : end;
}

function isOver(end: string, description: Thing, pack: Reader): boolean {
  const grace = parseInterval(graceOf(pack));
  const due = dueDay(end, description, pack);
  return compareDates(grace ? addInterval(due, grace) : due, pack.today()) < 0;
}

/** "2026-03-01 to 2026-03-31 and 2026-05-01 to 2026-05-31", no more than a few. */
function inWords(missing: readonly Period[]): string {
  const words = missing.slice(0, MOST).map(({ from, to }) => `${from} to ${to}`);
  return listed(missing.length > MOST ? [...words, `${missing.length - MOST} more`] : words);
}
