// A plan leans on a supplier whose contract doesn't bind them to be that fast.
import { aroundTheClock } from '../../arithmetic/calendar';
import type { CannotTell } from '../../arithmetic/told';
import { worstStart } from '../../arithmetic/worst-start';
import type { At } from '../../model/at';
import { calendarNamed } from '../../model/hours';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { holds } from '../../model/supply';
import { type TargetAt, targetsOf } from '../../model/targets';
import { rule } from '../rule';

export default rule({
  demands: ['6.3-plan-recovery', '7.2-alignment'],
  each: 'continuity plan',
  severity: 'warning',
  says: 'The plan "{plan}" counts on "{supplier}" within {within}, but {bound}.',
  do: 'Agree on it with the supplier, or plan for what they are bound to.',
  works: 'The plan "{plan}" counts on "{supplier}" within {within}: {bound}.',
  because: 'This is what "{supplier}" is bound to; the plan "{plan}" counts on {within}.',
  about:
    'What a continuity plan wants of a supplier in so many hours is compared with the times in the contracts and OLAs with that supplier that are in force: recovery, response, restore and fulfilment times, from the worst moment of an ordinary week. The fastest counts. Where there is no agreement, or none of its times is written out, nobody can tell.',
  example: {
    plan: 'mail-lost',
    supplier: 'acme',
    within: '8 h',
    bound:
      'the fastest it is bound to is next business day: reported Friday 17:30; Acme next business day (office) until Monday 17:00; 71.5 h around the clock, promised 8 h',
  },
  check(plan, pack, report) {
    for (const duty of pack.at(plan, 'suppliers').items) {
      const [supplier, within] = [duty.get('supplier').text, duty.get('within')];
      if (supplier === undefined || within.text === undefined) continue;
      const agreements = pack.find('supplier', supplier).flatMap((s) => agreementsWith(s, pack));
      if (agreements.length === 0) continue;
      const times = agreements.flatMap((a) => targetsOf(a, pack)).filter(({ metric }) => TIMES.includes(metric));
      const promises = times.filter(({ metric }) => metric === 'recovery-time');
      const asked = promises.length > 0 ? promises : times;
      if (agreements.some((a) => pack.at(a, 'targets').items.length === 0 && pack.at(a, 'priorities').items.length === 0)) {
        report.cantTell(`no time is written out in the agreement with "${supplier}"`);
        continue;
      }
      const worst = asked.map((target) => ({ target, case: judge(target, supplier, within.text ?? '', pack) }));
      const counted = { plan: plan.id, supplier, within: within.text };
      for (const { target, case: one } of worst) {
        if (!('cannotTell' in one)) report.works([within, target.at], { ...counted, bound: one.working });
      }
      const open = worst.find(({ case: one }) => 'cannotTell' in one);
      const late = worst.filter(({ case: one }) => !('cannotTell' in one) && one.late);
      if (late.length < worst.length) {
        if (open && late.length + worst.filter(({ case: one }) => 'cannotTell' in one).length === worst.length) {
          report.cantTell(`how long "${supplier}" may take can't be worked out`);
        }
        continue;
      }
      const [fastest] = late.sort((a, b) => minutes(a.case) - minutes(b.case));
      const bound = fastest
        ? `the fastest it is bound to is ${'working' in fastest.case ? fastest.case.working : ''}`
        : `no agreement binds it to a time`;
      const because: readonly At[] = fastest ? [fastest.target.at] : agreements.map((a) => pack.at(a, 'parties', 'supplier'));
      report(within, { ...counted, bound }, { because });
    }
  },
});

const TIMES = ['recovery-time', 'time-to-restore', 'time-to-respond', 'fulfilment-time'];

type Case = { readonly late: boolean; readonly minutes: number; readonly working: string } | CannotTell;

const minutes = (one: Case): number => ('minutes' in one ? one.minutes : Number.POSITIVE_INFINITY);

function judge(target: TargetAt, who: string, within: string, pack: Reader): Case {
  const calendar = calendarNamed(target.clock, pack);
  if ('cannotTell' in calendar) return calendar;
  return worstStart([{ who, takes: target.target, calendar }], { takes: within, calendar: aroundTheClock(calendar.zone) }, pack.today());
}

function agreementsWith(supplier: Thing, pack: Reader): readonly Thing[] {
  const named = pack.references(supplier).filter((r) => ['contract', 'ola'].includes(r.kind) && r.path[0] === 'parties');
  return [...new Set(named.flatMap((r) => pack.root(r) ?? []))].filter((agreement) => holds(agreement, pack));
}
