// A report says nothing of a target that it was to show.
import { daysBetween } from '../../arithmetic/dates';
import { periodInWords, usualDays } from '../../arithmetic/windows';
import type { At } from '../../model/at';
import { issuesOf } from '../../model/issues';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { periodOf, wasInForce } from '../../model/results';
import { type TargetAt, targetsOf } from '../../model/targets';
import { addTo, rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.2-performance'],
  each: 'report',
  severity: 'error',
  says: 'The report "{issue}" on {period} has no result for {targets}, which it should show.',
  do: 'Add the result, or say in the description of the report that another one shows it.',
  because: 'Promised here, and in no report on {period}.',
  fix: 'Add a line for it',
  about:
    'Each issue of a report is compared with the targets of the SLAs that its description names, in the version that was in force from its first day to its last. All reports on the same days are read together. A target that is counted over a longer time than the issue is about need not be in it, nor do the times of a priority, since there may have been no case; but where one of the two times is given, the other is missed.',
  example: { issue: 'mail-2026-03', period: 'March 2026', targets: 'mail-hr/availability' },
  check(description, pack, report) {
    const slas = pack.at(description, 'slas').items.flatMap((at) => at.text ?? []);
    if (slas.length === 0) return report.cantTell(`"${description.id}" does not say of which SLAs it shows the targets`);
    for (const issue of issuesOf(description, pack)) {
      const period = periodOf(issue, pack);
      const list = pack.at(issue, 'performance');
      if (!period) continue;
      const together = pack.find('report-period', `${period.from}/${period.to}`).flatMap((p) => pack.root(p) ?? []);
      const lists = [...new Set([issue, ...together])].map((one) => pack.at(one, 'performance'));
      if (lists.some((at) => at.written && at.items.length === 0)) {
        report.cantTell(`the results in "${issue.id}" stand elsewhere`);
        continue;
      }
      if (!list.written) continue;
      const lines = lists.flatMap((at) => at.items);
      const length = daysBetween(period.from, period.to) + 1;
      const asked = slas.flatMap((id) => inForceFor(id, period, pack).flatMap((sla) => askedOf(sla, length, lines, pack)));
      const left = asked.filter((one) => !lines.some((line) => isAbout(line, one)));
      if (left.length === 0) continue;
      const values = { issue: issue.id, period: periodInWords(period), targets: listed(left.map(nameOf)) };
      report(list, values, { because: left.map(({ target }) => target.at), fix: { add: addTo(list) } });
    }
  },
});

interface Asked {
  /** "mail-hr/availability" */
  readonly id: string;
  readonly target: TargetAt;
  readonly time: string | undefined;
}

/** The version that held all the time; none where it changed, since nobody can tell which one is meant. */
function inForceFor(id: string, { from, to }: { readonly from: string; readonly to: string }, pack: Reader): readonly Thing[] {
  const versions = pack.find('sla', id).filter((sla) => wasInForce(sla, { from, to }));
  const whole = versions.filter((sla) => [from, to].every((day) => wasInForce(sla, { from: day, to: day })));
  return versions.length === 1 ? whole : [];
}

const TIMES: Readonly<Record<string, string>> = { 'time-to-respond': 'response', 'time-to-restore': 'restore' };

function askedOf(sla: Thing, days: number, lines: readonly At[], pack: Reader): readonly Asked[] {
  return targetsOf(sla, pack).flatMap((target): Asked[] => {
    const id = `${sla.id}/${target.id}`;
    if (target.priority !== undefined) {
      const given = lines.some((line) => line.get('target').text === id && line.get('time').written);
      return given ? [{ id, target, time: TIMES[target.metric] }] : [];
    }
    const window = usualDays(target.window ?? '');
    // A month may be two days shorter than it usually is, a quarter a day.
    return window !== undefined && window <= days + 2 ? [{ id, target, time: undefined }] : [];
  });
}

const isAbout = (line: At, { id, time }: Asked): boolean =>
  line.get('target').text === id && (time === undefined || line.get('time').text === time || !line.get('time').written);

const nameOf = ({ id, time }: Asked): string => (time === undefined ? id : `the ${time} of ${id}`);
