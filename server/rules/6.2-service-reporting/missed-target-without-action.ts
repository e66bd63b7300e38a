// A target was missed, and the reports of those days say neither why nor what is done about it.
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { type Result, resultsOf } from '../../model/results';
import { isNone } from '../../model/written';
import { addTo, rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.2-decisions'],
  each: 'service',
  severity: 'error',
  says: 'The target {target} was missed ({value}, promised {promised}), but {lacks}.',
  do: 'Write the cause ("not yet known" will do while somebody looks), and an action about {target} with an owner and a date.',
  because: 'This action about {target} has no owner or no date.',
  fix: 'Add an action about {target}',
  about:
    'Each result in a service report that was missed wants a cause, and an action with an owner and a date. The cause may stand beside the result or with the nonconformities of a report on the same days; the action in any report, review or record that names the target, after the first of those days. Actions that do not say what they are about, decisions, and "none, because …" count as an answer, since nobody can tell what they answer.',
  example: { target: 'mail-hr/P2', value: '81 %', promised: '90 %', lacks: 'nobody says why, or what is done about it' },
  check(service, pack, report) {
    for (const result of resultsOf(service, pack)) {
      const { line, names, value, record } = result;
      const id = names.text;
      if (record.sort !== 'service-report' || line.get('result').text !== 'missed' || id === undefined) continue;
      const issues = issuesOf(result, pack);
      const answers = actionsAbout(result, issues, pack);
      const unowned = answers.filter((a) => a.at && !(a.at.get('owner').written && a.at.get('due').written));
      const lacks = [
        ...(line.get('cause').written || issues.some((i) => saysACause(i, pack)) ? [] : ['nobody says why']),
        ...(answers.length === 0 ? ['no action is about it'] : []),
        ...(answers.length > 0 && unowned.length === answers.length ? ['its action has no owner or no date'] : []),
      ];
      if (lacks.length === 0) continue;
      const words = { target: id, value: value.text ?? 'an unknown value', promised: line.get('promised').text ?? 'not said here' };
      report(
        line.get('result'),
        { ...words, lacks: listed(lacks) },
        {
          because: unowned.length === answers.length ? unowned.flatMap(({ at }) => at ?? []) : [],
          ...(answers.length === 0 && { fix: { add: addTo(pack.at(record, 'actions')) } }),
        },
      );
    }
  },
});

/** All reports on the same days, which are read together. */
function issuesOf({ record, period }: Result, pack: Reader): readonly Thing[] {
  const same = pack.find('report-period', `${period.from}/${period.to}`).flatMap((p) => pack.root(p) ?? []);
  return [...new Set([record, ...same])];
}

/** Some nonconformity in it has a cause: nobody can tell which result it is of. */
const saysACause = (issue: Thing, pack: Reader) => {
  const list = pack.at(issue, 'nonconformities');
  return list.items.some((item) => item.get('cause').written);
};

/** Something that answers the miss; without `at` it is no action, or its words are not looked at. */
interface Answer {
  readonly at?: At;
}

function actionsAbout({ names, period, service }: Result, issues: readonly Thing[], pack: Reader): readonly Answer[] {
  const id = names.text ?? '';
  const own = issues.flatMap((issue): Answer[] => {
    const [actions, decisions] = [pack.at(issue, 'actions'), pack.at(issue, 'decisions')];
    const settled = [actions, decisions].some((at) => isNone(at.value) && /because/i.test(at.text ?? ''));
    const open = actions.items.filter((a) => a.get('about').text === undefined || !isId(a.get('about').text ?? ''));
    return [...(settled || decisions.items.length > 0 ? [{}] : []), ...open.map((at) => ({ at }))];
  });
  const named = pack.places(['target', 'priority'], id).flatMap((target) => pack.references(target));
  const elsewhere = named.flatMap((r): Answer[] => {
    const action = r.path.at(-1) === 'about' && r.owner?.sort === 'action' ? r.owner : undefined;
    return action && (action.day === undefined || action.day >= period.from) ? [{ at: pack.at(action) }] : [];
  });
  const outages = pack.references(service).flatMap((r): Answer[] => {
    const outage = r.owner?.sort === 'outage' ? r.owner : undefined;
    const isOfThen = outage?.day !== undefined && outage.day >= period.from && outage.day <= period.to;
    return outage && isOfThen && pack.at(outage, 'actions').written ? [{}] : [];
  });
  return [...own, ...elsewhere, ...outages];
}

const isId = (about: string) => /^[A-Za-z0-9-]+\/[A-Za-z0-9-]+$/.test(about);
