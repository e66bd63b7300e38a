// What an upgrade costs stands in no budget of that time.
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { compareMoney, parseMoney } from '../../arithmetic/money';
import { fixedEnd } from '../../arithmetic/term';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { inForce, startOf, termOf } from '../../model/standing';
import { dayAt, upgradeName } from '../../model/upgrades';
import { addTo, rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.5-plan-upgrade-costs'],
  each: 'capacity plan',
  severity: 'warning',
  says: 'The upgrade "{upgrade}" is to cost {cost} and to be ready on {when}, but no line of {budgets} is for it.',
  do: 'Have it put into the budget, with the upgrade named in the line; or say where the money comes from under resources, financial.',
  fix: 'Add a line to {budgets}',
  because: 'No line here is for the upgrade "{upgrade}", which is to cost {cost}.',
  about:
    'Each upgrade of a capacity plan that costs something is looked for in the budgets of the days on which it is ordered and ready: by its name, by the plan as the reason of a line, by its contract, or as money for capacity that the plan names with that budget. Where there is no budget yet for these days, or its lines stand in an export, nobody can tell.',
  example: { upgrade: 'storage-2027', cost: '18,400 EUR', when: '2027-03-01', budgets: 'the budget "budget-2027"' },
  check(plan, pack, report) {
    for (const upgrade of pack.at(plan, 'upgrades').items) {
      const [cost, when] = [upgrade.get('cost'), dayAt(upgrade.get('when'))];
      const money = parseMoney(cost.text ?? '');
      if (!money || money.amount.isZero() || when === undefined) continue;
      const lead = parseInterval(upgrade.get('leadTime').text ?? '');
      const days = lead ? [when, addInterval(when, lead, -1)] : [when];
      const budgets = pack
        .all('budget')
        .filter((b) => isDated(b, pack) && b.frame.says.status === 'agreed' && days.some((day) => inForce(b, day)));
      const name = upgradeName(upgrade);
      const isOpen = !budgets.some((b) => inForce(b, when)) || budgets.some((b) => pack.at(b, 'lines').items.length === 0);
      if (budgets.some((b) => pack.at(b, 'lines').items.some((line) => isFor(line, upgrade, plan))) || isGranted(plan, budgets, cost, pack))
        continue;
      if (isOpen) report.cantTell(`there is no budget yet, with lines to look at, for the day on which "${name}" is ready`);
      else {
        const words = `the budget${budgets.length > 1 ? 's' : ''} ${listed(budgets.map(({ id }) => `"${id}"`))}`;
        const values = { upgrade: name, cost: cost.text ?? '', when, budgets: words };
        const lists = budgets.map((b) => pack.at(b, 'lines'));
        const [only, ...more] = lists;
        report(cost, values, { because: lists, ...(only && more.length === 0 && { fix: { add: addTo(only) } }) });
      }
    }
  },
});

/** It says which period it is for: one that holds for ever is no budget of a year. */
const isDated = (budget: Thing, pack: Reader): boolean =>
  startOf(budget, pack) !== undefined && fixedEnd(termOf(budget.frame.says.valid)) !== undefined;

function isFor(line: At, upgrade: At, plan: Thing): boolean {
  const contract = upgrade.get('contract').text;
  return (
    (line.get('upgrade').text === upgrade.get('id').text && line.get('upgrade').written) ||
    line.get('reason').text === plan.id ||
    (contract !== undefined && line.get('contract').text === contract)
  );
}

/** The plan names money of one of these budgets that is enough for it. */
function isGranted(plan: Thing, budgets: readonly Thing[], cost: At, pack: Reader): boolean {
  const wanted = parseMoney(cost.text ?? '');
  return pack.at(plan, 'resources', 'financial').items.some((item) => {
    const granted = parseMoney(item.get('amount').text ?? '');
    const enough = granted && wanted ? compareMoney(granted, wanted) : undefined;
    return enough !== undefined && enough >= 0 && budgets.some((b) => b.id === item.get('budget').text);
  });
}
