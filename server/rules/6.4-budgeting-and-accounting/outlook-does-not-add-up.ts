// What was spent and what is still to come are not what the outlook says.
import { moneyInWords, sameMoney, sumOfMoney } from '../../arithmetic/money';
import { ratesIn } from '../../model/cost-lines';
import { outlookOf } from '../../model/outlook';
import { rule } from '../rule';

export default rule({
  demands: ['6.4-forecast'],
  each: 'cost report',
  severity: 'warning',
  says: 'The outlook says {stated}, but {working}.',
  do: 'Find out which of the three figures is wrong, and correct it.',
  works: 'By these figures {working}; the outlook says {stated}.',
  because: 'By these figures {working}.',
  about:
    'In the forecast of a cost report, what was spent so far and what is still to come are added up and compared with the outlook for the whole period. A cent, or the smallest unit of another currency, per figure counts as rounding. Where a figure is missing or in a currency without a rate, nobody can tell.',
  example: { working: '70,000 EUR spent and 45,000 EUR still to come make 115,000 EUR', stated: '100,000 EUR' },
  check(costs, pack, report) {
    const { at, spent, expected, outlook } = outlookOf(costs, pack);
    if (!spent || !expected || !outlook) return report.cantTell(`the forecast of "${costs.id}" lacks a figure`);
    const sum = sumOfMoney([spent, expected], ratesIn(costs, pack), outlook.currency);
    if ('cannotTell' in sum) return report.cantTell(sum.cannotTell);
    const working = `${moneyInWords(spent)} spent and ${moneyInWords(expected)} still to come make ${moneyInWords(sum.sum)}`;
    const values = { working, stated: moneyInWords(outlook) };
    const because = [at.get('spent'), at.get('expected')];
    report.works([...because, at.get('outlook')], values);
    if (sameMoney(sum.sum, outlook, 2) === false) report(at.get('outlook'), values, { because });
  },
});
