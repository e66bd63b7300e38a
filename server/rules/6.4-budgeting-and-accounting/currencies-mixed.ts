// Sums in one currency hold amounts in another, and nobody can say what these were reckoned as.
import { convert, parseMoney } from '../../arithmetic/money';
import { currencyIn, linesIn, ratesIn } from '../../model/cost-lines';
import { addTo, rule } from '../rule';

export default rule({
  demands: ['6.4-budgeted', '6.4-monitored'],
  each: ['budget', 'cost report'],
  severity: 'warning',
  says: 'The amount of {amount} stands among amounts in {currency}, but {why}.',
  do: 'Write under exchangeRates at which rate it was converted, and of which day that is.',
  because: 'The totals are in {currency}.',
  fix: 'Add the rate at which it was converted',
  about:
    'Each amount in the lines of a budget or cost report is compared with the currency that its sums are in: its own, that of its budget, or that of the manifest. A rate with its day settles it, and a cost report may use the rates of its budget. Where two rates are given for the same currencies, nobody can tell which one was used.',
  example: { amount: '12,000 USD', currency: 'EUR', why: 'there is no rate for it' },
  check(costs, pack, report) {
    const lines = linesIn(costs, pack);
    if ('cannotTell' in lines) return report.cantTell(lines.cannotTell);
    const [currency, rates] = [currencyIn(costs, pack), ratesIn(costs, pack)];
    const told = new Set<string>();
    for (const at of lines.flatMap((line) => ['amount', 'budgeted', 'actual'].map((field) => line.get(field)))) {
      const money = parseMoney(at.text ?? '');
      if (!money || money.currency === currency || told.has(money.currency)) continue;
      told.add(money.currency);
      const alike = rates.filter(({ from, to }) => [from, to].includes(money.currency) && [from, to].includes(currency));
      const found = convert(money, currency, rates);
      if (!('cannotTell' in found)) continue;
      if (alike.length > 1) report.cantTell(found.cannotTell);
      else {
        const why = alike.length === 0 ? 'there is no rate for it' : found.cannotTell;
        const values = { amount: at.text ?? '', currency, why };
        report(at, values, alike.length === 0 ? { fix: { add: addTo(pack.at(costs, 'exchangeRates')) } } : {});
      }
    }
  },
});
