// An outage met the plan's own criteria, and the plan stayed in the drawer.

import { aroundTheClock } from '../../arithmetic/calendar';
import { minutesInWords } from '../../arithmetic/minutes';
import { availabilityOf } from '../../arithmetic/outages';
import { sumAgainst } from '../../arithmetic/sums';
import { formats } from '../../knowledge/formats';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { agreedOn } from '../../model/recovery';
import { standing } from '../../model/standing';
import { rule } from '../rule';

export default rule({
  demands: ['8.7.2-invocation-criteria'],
  each: 'continuity plan',
  severity: 'warning',
  says: '"{service}" was away for {lasted} in the outage "{outage}", and the plan "{plan}" is to be put into force after {criterion}, but it was not.',
  do: 'Record the invocation, or write at the outage why the plan was left alone.',
  because: 'The plan "{plan}" is to be put into force here after {criterion}; the outage "{outage}" lasted {lasted}.',
  fix: 'Write why the plan was left alone',
  about:
    'Each unplanned outage is compared with the criteria of the continuity plan that was in force on its day, where these say a service and how long it may be away. It is settled by an invocation at the outage or on the same day, or by a reason for leaving the plan alone.',
  example: { service: 'mail', lasted: '14 h', outage: 'INC-4711', plan: 'mail-lost', criterion: '4 h' },
  check(plan, pack, report) {
    for (const criterion of pack.at(plan, 'invocation', 'criteria').items) {
      const [id, downFor] = [criterion.get('service').text, criterion.get('downFor')];
      if (id === undefined || downFor.text === undefined) continue;
      for (const outage of pack.find('service', id).flatMap((service) => outagesOf(service, pack))) {
        const at = pack.at(outage);
        const day = outage.day ?? '';
        if (!agreedOn(plan, day) || at.get('invocation').written || at.get('notInvoked').written) continue;
        const [start, end] = [at.get('start').text, at.get('end').text];
        const minutes = lastedFor(start, end, pack);
        if (minutes === undefined) {
          report.cantTell(`how long the outage "${at.get('id').text ?? day}" lasted is not written`);
          continue;
        }
        const compared = sumAgainst([`${minutes} min`], downFor.text);
        if (!('isMore' in compared) || !compared.isMore || wasInvoked(plan, day, end ?? '', pack)) continue;
        const values = {
          service: id,
          lasted: minutesInWords(minutes),
          outage: at.get('id').text ?? day,
          plan: plan.id,
          criterion: downFor.text,
        };
        report(at.get('start'), values, { because: [downFor], fix: { add: at.get('notInvoked') } });
      }
    }
  },
});

/** From the first minute to the last, whatever the service hours; undefined where one of them is not written. */
function lastedFor(start: string | undefined, end: string | undefined, pack: Reader): number | undefined {
  if (start === undefined || end === undefined || ![start, end].every((at) => formats.date(at.slice(0, 10)))) return undefined;
  const clock = aroundTheClock(pack.says('zone')?.text ?? 'UTC');
  const found = availabilityOf([{ start, end }], clock, { from: start.slice(0, 10), to: end.slice(0, 10) });
  return 'cannotTell' in found ? undefined : found.downMinutes;
}

function outagesOf(service: Thing, pack: Reader): readonly Thing[] {
  return pack.references(service).flatMap((r) => {
    const outage = r.owner?.sort === 'outage' && r.path.at(-1) === 'service' ? r.owner : undefined;
    return outage && !pack.at(outage, 'planned').isTrue && standing(outage, pack) === 'counts' ? [outage] : [];
  });
}

/** Some invocation of the plan is recorded between the first and the last day of the outage. */
function wasInvoked(plan: Thing, from: string, end: string, pack: Reader): boolean {
  return pack.references(plan).some((r) => {
    const day = r.kind === 'plan-invocation' ? pack.root(r)?.day : undefined;
    return day !== undefined && day >= from && day <= end.slice(0, 10);
  });
}
