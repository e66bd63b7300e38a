// The year will cost more than was budgeted, and nobody has agreed to that.
import { compareDates } from '../../arithmetic/dates';
import { convert, type Money, moneyInWords, parseMoney, sameMoney, sumOfMoney } from '../../arithmetic/money';
import type { CannotTell } from '../../arithmetic/told';
import type { At } from '../../model/at';
import { budgetOf, linesIn, ratesIn } from '../../model/cost-lines';
import { outlookOf } from '../../model/outlook';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { rule } from '../rule';

export default rule({
  demands: ['6.4-costs-managed', '6.4-forecast'],
  each: 'cost report',
  severity: 'warning',
  says: 'The outlook of {outlook} is above the budget "{budget}" of {limit}, and nobody has agreed to that.',
  do: 'Spend less, or have it approved by somebody who may, and write that under approval.',
  because: 'The budget is {limit}; the outlook says {outlook}.',
  fix: 'Add who agreed to spend more',
  about:
    'The outlook of the latest cost report on a budget is compared with the sum of that budget. An approval in the forecast settles it; earlier reports are settled by the latest one. Where the budget says no sum and its lines cannot be added up, nobody can tell.',
  example: { outlook: '115,000 EUR', budget: 'budget-2026', limit: '100,000 EUR' },
  check(costs, pack, report) {
    const budget = budgetOf(costs, pack);
    if (!budget) return report.cantTell(`the budget of "${costs.id}" is not there, or stands there several times`);
    const { at, outlook } = outlookOf(costs, pack);
    if (!outlook) return report.cantTell(`"${costs.id}" has no outlook`);
    if (at.get('approval').written || isFollowed(costs, budget, pack)) return;
    const limit = limitOf(budget, pack);
    if ('cannotTell' in limit) return report.cantTell(limit.cannotTell);
    const alike = convert(outlook, limit.sum.currency, ratesIn(costs, pack));
    if ('cannotTell' in alike) return report.cantTell(alike.cannotTell);
    const { money } = alike;
    if (money.amount.lessThanOrEqualTo(limit.sum.amount) || sameMoney(money, limit.sum, limit.lines) !== false) return;
    const values = { outlook: moneyInWords(outlook), budget: budget.id, limit: moneyInWords(limit.sum) };
    report(at.get('outlook'), values, { because: [limit.at], fix: { add: at.get('approval') } });
  },
});

interface Limit {
  readonly sum: Money;
  readonly at: At;
  /** How many lines may have been rounded. */
  readonly lines: number;
}

function limitOf(budget: Thing, pack: Reader): Limit | CannotTell {
  const at = pack.at(budget, 'totals', 'all');
  const stated = parseMoney(at.text ?? '');
  if (stated) return { sum: stated, at, lines: 1 };
  const lines = linesIn(budget, pack);
  if ('cannotTell' in lines) return lines;
  const amounts = lines.flatMap((line) => parseMoney(line.get('amount').text ?? '') ?? []);
  if (amounts.length < lines.length) return { cannotTell: `not each line of "${budget.id}" has its amount` };
  const sum = sumOfMoney(amounts, ratesIn(budget, pack));
  return 'cannotTell' in sum ? sum : { sum: sum.sum, at: pack.at(budget, 'lines'), lines: lines.length };
}

/** A later report on the same budget has an outlook of its own. */
function isFollowed(costs: Thing, budget: Thing, pack: Reader): boolean {
  const reports = pack.references(budget).flatMap((r) => (r.kind === costs.sort ? (pack.root(r) ?? []) : []));
  return reports.some(
    (r) => r.day !== undefined && costs.day !== undefined && compareDates(r.day, costs.day) > 0 && outlookOf(r, pack).outlook !== undefined,
  );
}
