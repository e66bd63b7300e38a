// Priorities that contradict each other: restored before anybody responds, or the less urgent served first.
import { AROUND_THE_CLOCK } from '../../arithmetic/calendar';
import { compareMeasures, parseMeasure } from '../../arithmetic/measure';
import { compareTargets } from '../../arithmetic/target';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { type TargetAt, targetsOf } from '../../model/targets';
import { type Report, rule } from '../rule';

export default rule({
  demands: ['6.1-sla-clear'],
  each: 'sla',
  severity: 'warning',
  says: '{what} of "{priority}" is {time}, but {other}.',
  do: 'Correct the one that is wrong; where it is intended, say why in the notes of "{priority}".',
  because: 'This is the other of the two times.',
  about:
    'Within a priority the time to respond has to be shorter than the time to restore, and a priority further down the list must not be served faster than the one above it. Only times on the same clock, for the same share of the cases and in units that can be compared are compared with each other, and a priority with notes is taken as meant.',
  example: { what: 'The response time', priority: 'P2', time: '4 h', other: 'its restore time is only 2 h' },
  check(sla, pack, report) {
    const times = targetsOf(sla, pack).filter((t) => t.priority !== undefined && !hasNotes(t.priority, sla, pack));
    const [responses, restores] = ['time-to-respond', 'time-to-restore'].map((metric) => times.filter((t) => t.metric === metric));
    for (const response of responses ?? []) {
      const restore = restores?.find((t) => t.priority === response.priority);
      if (restore) within(response, restore, report);
    }
    for (const list of [responses, restores])
      for (const [i, lower] of (list ?? []).entries()) between((list ?? []).slice(0, i), lower, report);
  },
});

function within(response: TargetAt, restore: TargetAt, report: Report): void {
  const [a, b] = [parseMeasure(response.target), parseMeasure(restore.target)];
  const order = a && b && (a.unit === b.unit || response.clock === AROUND_THE_CLOCK) ? compareMeasures(a, b) : undefined;
  if (!a || !b || order === undefined) {
    report.cantTell(`${response.target} and ${restore.target} can't be compared without a calendar`);
    return;
  }
  // Both "by the next business day" is no contradiction: only hours and minutes are exact.
  if (order < 0 || (order === 0 && a.unit !== 's')) return;
  const other = order === 0 ? 'its restore time is the same, so that nobody has any time for it' : `its restore time is only ${b.text}`;
  report(response.at, { what: 'The response time', priority: response.priority ?? '', time: a.text, other }, { because: [restore.at] });
}

/** Held against the nearest one above it that it can be held against, so that one wrong time is told once. */
function between(above: readonly TargetAt[], lower: TargetAt, report: Report): void {
  const compared = above.map((higher) => ({ higher, result: compareTargets(higher, lower, 'less') }));
  const nearest = compared.findLast(({ result }) => !('unlike' in result));
  if (!nearest || !('comparison' in nearest.result) || nearest.result.comparison !== 'stronger') return;
  const what = lower.metric === 'time-to-respond' ? 'The response time' : 'The restore time';
  const [time, longer] = [lower, nearest.higher].map((t) => parseMeasure(t.target)?.text ?? t.target);
  const values = {
    what,
    priority: lower.priority ?? '',
    time: time ?? '',
    other: `"${nearest.higher.priority}", which is more urgent, may take ${longer}`,
  };
  report(lower.at, values, { because: [nearest.higher.at] });
}

const hasNotes = (priority: string, sla: Thing, pack: Reader): boolean =>
  pack.at(sla, 'priorities').items.some((at) => at.get('id').text === priority && at.get('notes').written);
