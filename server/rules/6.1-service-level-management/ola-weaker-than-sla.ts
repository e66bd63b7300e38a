// A group of one's own house undertook less than the SLA above it promises.
import type { TargetComparison } from '../../arithmetic/target';
import { olasOn, partyName } from '../../model/supply';
import { beneath, weakerThan } from '../../model/underpinning';
import { rule } from '../rule';
import { weighing } from '../weighing';
import { targetName, unlikeReason } from '../words';

export default rule({
  demands: ['6.1-underpinned'],
  each: 'component of another party',
  severity: 'error',
  says: '{group} undertakes {bought} for {what}, but the SLA "{sla}" that rests on it promises {promised}.',
  do: 'Agree on more with the group, promise less, or write under alignmentRisks what you do about the gap.',
  works: '{group} undertakes {bought} for {what}; the SLA "{sla}" that rests on it promises {promised}.',
  because: 'The SLA promises {promised} here; the OLA "{ola}" beneath it covers {bought}.',
  fix: 'Write under alignmentRisks what you do about the gap',
  about:
    'Each target of an OLA is compared with the targets of the SLAs that rest on it, like with like only: same metric, unit, window, side and clock. Parts that stand in for each other are left to the check on parts, what an OLA names under alignmentRisks is a warning, and settled once it says what is done about it, who owns it, and the day to weigh it again is not past.',
  example: {
    group: 'Database group',
    ola: 'databases',
    bought: '6 h in each case',
    what: 'time to restore (P1)',
    sla: 'payroll-hr',
    promised: '4 h in each case',
  },
  check(component, pack, report) {
    for (const ola of olasOn(component, pack)) {
      for (const one of beneath(ola, pack)) {
        const unlike = unlikeReason(one, ola);
        if (unlike !== undefined) report.cantTell(unlike);
        const valuesOf = ({ promised, bought }: TargetComparison) => ({
          ...{ group: partyName(ola, pack), ola: ola.id },
          ...{ sla: one.sla.id, what: targetName(one.promise), promised, bought },
        });
        for (const { offer, result } of one.offers) if (!('unlike' in result)) report.works([one.promise.at, offer.at], valuesOf(result));
        for (const { offer, result, named } of weakerThan(one, ola, pack)) {
          const fix = named ? { severity: 'warning' as const } : weighing(ola, offer.id, pack);
          report(offer.at, valuesOf(result), { because: [one.promise.at], ...fix });
        }
      }
    }
  },
});
