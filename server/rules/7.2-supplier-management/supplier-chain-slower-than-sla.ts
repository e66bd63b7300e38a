// A supplier's repair time, in the supplier's own hours, is longer than what the SLA above promises around the clock.

import { partyName, slasOver, slasPassing } from '../../model/supply';
import { targetsOf } from '../../model/targets';
import { RESTORE, wayOf } from '../../model/way-of-a-case';
import { weighedRisk } from '../../model/weighed';
import { lateness, timeWords } from '../late';
import { rule } from '../rule';
import { weighing } from '../weighing';

export default rule({
  demands: ['7.2-alignment'],
  each: 'contract',
  severity: 'error',
  says: 'The SLA "{sla}" promises to restore {what} in {promised}, but {supplier} has {bought}: at worst it takes {longest} ({story}).',
  do: 'Agree with {supplier} on a time that holds at night and at weekends, promise less, or write under alignmentRisks what you do about the gap.',
  works: 'For {what} of the SLA "{sla}" {supplier} has {bought}: at worst it takes {longest} ({story}), promised {promised}.',
  because: 'The SLA promises {promised} here; at worst it takes {longest}.',
  fix: 'Write under alignmentRisks what you do about the gap',
  about:
    "The time in which a supplier restores, with the times of the groups that the SLA names on the same case's way and their hand-overs, is laid out over everybody's own hours from the worst moment of an ordinary week, and compared with what the SLA promises. Holidays are left out. A time on the same clock that is longer by itself is left to the comparison of targets; a promise that only a share of the cases must keep can't be judged so. What the contract names under alignmentRisks is a warning, and settled once it says what is done about it, by whom, and the day to weigh it again is not past.",
  example: {
    sla: 'mail-pilots',
    what: 'P1',
    promised: '8 h',
    bought: '4 h in the hours "office"',
    supplier: 'Acme Hosting GmbH',
    longest: '66 h around the clock',
    story: 'reported Friday 17:30, due Monday 11:30',
  },
  check(contract, pack, report) {
    const supplier = pack.at(contract, 'parties', 'supplier').text;
    const passing = supplier === undefined ? [] : pack.find('supplier', supplier).flatMap((s) => slasPassing(s, pack));
    for (const sla of new Set([...slasOver(contract, pack), ...passing])) {
      for (const promise of targetsOf(sla, pack).filter(({ metric }) => metric === RESTORE)) {
        const way = wayOf(promise, sla, contract, pack);
        const own = way?.times.find(({ by }) => by === contract);
        if (!way || !own) continue;
        const weighed = weighedRisk(contract, own.offer.id, sla, pack);
        const late = lateness(way, promise, sla, pack);
        const values = {
          sla: sla.id,
          what: promise.priority ?? promise.id,
          promised: promise.target,
          supplier: partyName(contract, pack),
          bought: timeWords(own.offer),
          ...('told' in late && late.told),
        };
        if ('told' in late) report.works([promise.at, ...way.times.map((t) => t.at)], values);
        if (weighed === 'settled') continue;
        if (late.is === 'open') report.cantTell(late.open);
        if (late.is !== 'late') continue;
        report(own.at, values, {
          because: [promise.at, ...way.times.filter((t) => t !== own).map((t) => t.at)],
          ...(weighed === 'named' ? { severity: 'warning' as const } : weighing(contract, own.offer.id, pack)),
        });
      }
    }
  },
});
