// The groups that a case passes through, one after the other, may together take longer than the SLA promises.
import { olasOn, slasOver, slasPassing } from '../../model/supply';
import { targetsOf } from '../../model/targets';
import { RESTORE, wayOf } from '../../model/way-of-a-case';
import { weighedRisk } from '../../model/weighed';
import { lateness } from '../late';
import { rule } from '../rule';
import { weighing } from '../weighing';

export default rule({
  demands: ['6.1-underpinned'],
  each: 'component of another party',
  severity: 'warning',
  says: 'The SLA "{sla}" promises to restore {what} in {promised}, but with the groups on its way it can take {longest} ({story}).',
  do: 'Agree on shorter times or hand-overs, promise less, or write under alignmentRisks of the OLA what you do about the gap.',
  works: 'For {what} of the SLA "{sla}" it takes at worst {longest} ({story}), promised {promised}.',
  because: 'This time is part of the way that takes {longest}; the SLA promises {promised}.',
  fix: 'Write under alignmentRisks of "{ola}" what you do about the gap',
  about:
    "The hand-overs and times of all groups that the SLA names on the way of a case, or those of one OLA where it names none, are laid out one after the other over each party's own hours from the worst moment of an ordinary week, and compared with the restore time that the SLA promises. A way that leads through a contract is left to the check on suppliers, a time on the same clock that is longer by itself to the comparison of targets. A promise that only a share of the cases must keep can't be judged so.",
  example: {
    sla: 'payroll-hr',
    ola: 'applications',
    what: 'P1',
    promised: '8 h',
    longest: '9 h around the clock',
    story: '1 h at Service desk + 4 h at Network + 4 h at Applications',
  },
  check(component, pack, report) {
    for (const ola of olasOn(component, pack)) {
      const group = pack.at(ola, 'parties', 'supplier').text;
      const passing = group === undefined ? [] : pack.find('supplier', group).flatMap((s) => slasPassing(s, pack));
      for (const sla of new Set([...slasOver(ola, pack), ...passing])) {
        for (const promise of targetsOf(sla, pack).filter(({ metric }) => metric === RESTORE)) {
          const way = wayOf(promise, sla, ola, pack);
          if (!way || way.times.some(({ by }) => by.sort !== 'ola')) continue;
          const late = lateness(way, promise, sla, pack);
          const values = {
            sla: sla.id,
            ola: ola.id,
            what: promise.priority ?? promise.id,
            promised: promise.target,
            ...('told' in late && late.told),
          };
          const because = way.times.map((t) => t.at);
          if ('told' in late) report.works([promise.at, ...because], values);
          const weighed = way.times.map(({ by, offer }) => weighedRisk(by, offer.id, sla, pack));
          const isNamed = weighed.some((risk) => risk !== undefined);
          if (weighed.includes('settled')) continue;
          if (late.is === 'open') report.cantTell(late.open);
          else if (late.is === 'late')
            report(promise.at, values, {
              because,
              ...(isNamed ? {} : weighing(ola, way.times.find((t) => t.by === ola)?.offer.id ?? '', pack)),
            });
        }
      }
    }
  },
});
