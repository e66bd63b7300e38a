// Something was ordered, and nobody is written who approved it.
import { orderWords, purchasesIn } from '../../model/purchases';
import { rule } from '../rule';

export default rule({
  demands: ['6.4-policy-followed'],
  each: 'cost report',
  severity: 'warning',
  says: 'Who approved "{what}" ({amount}) is not written.',
  do: 'Name who approved it and when; where nobody did, have it looked at now, and see how it could be ordered.',
  because: 'This was ordered.',
  fix: 'Add who approved it',
  about:
    'Each purchase in a cost report with an amount and a day of order names who approved it. What is not ordered yet may still be waiting for it, and purchases that stand in an export without a column for it are left to whoever makes the export.',
  example: { what: 'two storage shelves', amount: '18,400 EUR' },
  check(costs, pack, report) {
    const purchases = purchasesIn(costs, pack);
    if ('why' in purchases) return report.cantTell(purchases.why);
    for (const purchase of purchases.items) {
      if (purchase.get('approvedBy').written || !purchase.get('ordered').written || !purchase.get('amount').written) continue;
      const values = { what: orderWords(purchase), amount: purchase.get('amount').text ?? '' };
      report(purchase, values, { because: [purchase.get('ordered')], fix: { add: purchase.get('approvedBy') } });
    }
  },
});
