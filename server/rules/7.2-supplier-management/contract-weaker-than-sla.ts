// A supplier guarantees less than the SLA above it promises: the SLA is kept by luck.

import type { TargetComparison } from '../../arithmetic/target';
import { partyName, slasOver } from '../../model/supply';
import { beneath, weakerThan } from '../../model/underpinning';
import { rule } from '../rule';
import { weighing } from '../weighing';
import { targetName, unlikeReason } from '../words';

export default rule({
  demands: ['7.2-alignment'],
  each: 'contract',
  severity: 'error',
  says: '{supplier} guarantees {bought} for {what}, but the SLA "{sla}" that rests on it promises {promised}.',
  do: 'Agree on more with the supplier, promise less, or write under alignmentRisks what you do about the gap.',
  works: '{supplier} guarantees {bought} for {what}; the SLA "{sla}" that rests on it promises {promised}.',
  because: 'The SLA promises {promised} here; the contract "{contract}" beneath it covers {bought}.',
  fix: 'Write under alignmentRisks what you do about the gap',
  about:
    'Each target of a contract is compared with the targets of the SLAs that rest on it, like with like only: same metric, unit, window, side and clock. Parts that stand in for each other are left to the check on parts, what a contract names under alignmentRisks is a warning, and settled once it says what is done about it, who owns it, and the day to weigh it again is not past.',
  example: {
    supplier: 'Acme Hosting GmbH',
    contract: 'acme-mailboxes',
    bought: '99.0 % a month',
    what: 'availability',
    sla: 'mail-pilots',
    promised: '99.5 % a month',
  },
  check(contract, pack, report) {
    const all = beneath(contract, pack);
    for (const one of all) {
      const unlike = unlikeReason(one, contract);
      if (unlike !== undefined) report.cantTell(unlike);
      const valuesOf = ({ promised, bought }: TargetComparison) => ({
        ...{ supplier: partyName(contract, pack), contract: contract.id },
        ...{ sla: one.sla.id, what: targetName(one.promise), promised, bought },
      });
      for (const { offer, result } of one.offers) if (!('unlike' in result)) report.works([one.promise.at, offer.at], valuesOf(result));
      for (const { offer, result, named } of weakerThan(one, contract, pack)) {
        const fix = named ? { severity: 'warning' as const } : weighing(contract, offer.id, pack);
        report(offer.at, valuesOf(result), { because: [one.promise.at], ...fix });
      }
    }
    // Where no SLA rests on it alone, there is nothing to support: stand-ins are left to the check on parts.
    const alike = all.some(({ offers }) => offers.some(({ result }) => !('unlike' in result))) || slasOver(contract, pack).length === 0;
    if (!alike) report.cantTell(`no target of "${contract.id}" is of a sort that the SLAs resting on it promise, so none can be compared`);
  },
});
