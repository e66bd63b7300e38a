// Somebody behind a supplier undertook less than the supplier promises on the strength of it.
import { percentageOf } from '../../arithmetic/percentage';
import { describeTarget } from '../../arithmetic/target';
import { calendarNamed } from '../../model/hours';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { type SubContractor, subContractorsOf } from '../../model/sub-contractors';
import { agreementsWith, partyName, slasOver } from '../../model/supply';
import { type TargetAt, targetsOf } from '../../model/targets';
import { RESTORE } from '../../model/way-of-a-case';
import { weighedRisk } from '../../model/weighed';
import { lateness, timeWords } from '../late';
import { rule } from '../rule';

export default rule({
  demands: ['7.2-subcontract-verified', '7.2-alignment'],
  each: 'supplier',
  severity: 'warning',
  says: 'Behind {supplier}, {sub} undertakes {bought}, but {supplier} promises you {promised}, and the SLA "{sla}" rests on that.',
  do: 'Ask {supplier} how it keeps its promise with that, or write under alignmentRisks of the contract what you do about the gap.',
  because: '{supplier} promises {promised} here; {sub} behind it undertakes {bought}.',
  about:
    'What the register says of the sub-contractors of a supplier, and of theirs in turn, is compared with the contracts with that supplier on which an SLA rests: the restore time, from the worst moment of an ordinary week, with the restore time of the most urgent level, and the availability with one over a month. What the contract names under alignmentRisks with what is done about it and by whom is settled.',
  example: {
    supplier: 'Acme Hosting GmbH',
    sub: 'Nordrack',
    bought:
      'to restore its part until the next business day in the hours "office" (at worst 89 h around the clock: reported Friday 00:00, due Monday 17:00)',
    promised: '4 h in each case',
    sla: 'mail-pilots',
  },
  check(supplier, pack, report) {
    const subs = subContractorsOf(supplier, pack);
    const contracts = subs.length === 0 ? [] : agreementsWith(supplier, pack).filter(({ sort }) => sort === 'contract');
    for (const contract of contracts) {
      const slas = slasOver(contract, pack);
      const targets = targetsOf(contract, pack);
      const restore = targets.find(({ metric }) => metric === RESTORE);
      const available = targets.find(({ metric, window }) => metric === 'availability' && window === 'month');
      for (const sub of subs) {
        const weak = [restore && slower(sub, restore, contract, pack), available && lower(sub, available)];
        for (const one of weak) {
          if (one && 'open' in one) report.cantTell(one.open);
          const sla = one && slas.find((s) => weighedRisk(contract, 'open' in one ? undefined : one.carried.id, s, pack) !== 'settled');
          if (!one || 'open' in one || !sla) continue;
          const { at, bought, carried } = one;
          const values = { supplier: partyName(contract, pack), sub: sub.name, bought, promised: describeTarget(carried), sla: sla.id };
          report(at, values, { because: [carried.at] });
        }
      }
    }
  },
});

function slower({ at, name }: SubContractor, carried: TargetAt, contract: Thing, pack: Reader) {
  const [takes, clock] = [at.get('restore').text, at.get('clock').text];
  if (takes === undefined) return undefined;
  const calendar = calendarNamed(clock, pack);
  if ('cannotTell' in calendar) return { open: `for "${name}" ${calendar.cannotTell}` };
  const late = lateness({ steps: [{ who: name, takes, calendar, isHandOver: false }], times: [], open: [] }, carried, contract, pack);
  if (late.is !== 'late') return late.is === 'open' ? late : undefined;
  const bought = `to restore its part ${takes === 'next business day' ? '' : 'in '}${timeWords({ target: takes, clock })}`;
  return { at: at.get('restore'), carried, bought: `${bought} (at worst ${late.told.longest}: ${late.told.story})` };
}

function lower({ at }: SubContractor, carried: TargetAt) {
  const own = at.get('availability');
  const [theirs, ours] = [percentageOf(own.text ?? ''), percentageOf(carried.target)];
  return theirs && ours && theirs.lessThan(ours) ? { at: own, carried, bought: `${own.text ?? ''} a month` } : undefined;
}
