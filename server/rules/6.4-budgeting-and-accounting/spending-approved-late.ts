// Something was ordered before anybody had approved it.
import { compareDates } from '../../arithmetic/dates';
import { formats } from '../../knowledge/formats';
import type { At } from '../../model/at';
import { orderWords, purchasesIn } from '../../model/purchases';
import { rule } from '../rule';

export default rule({
  demands: ['6.4-policy-followed'],
  each: 'cost report',
  severity: 'warning',
  says: '"{what}" was ordered on {ordered}, but approved only on {approved}.',
  do: 'Find out how that came about, and have spending approved before it is ordered.',
  because: 'It was ordered here; the approval is of {approved}.',
  about:
    'For each purchase in a cost report the day of approval is compared with the day of the order. On the same day will do. Where one of the days is not written, nobody can tell.',
  example: { what: 'two storage shelves', ordered: '2026-08-14', approved: '2026-08-20' },
  check(costs, pack, report) {
    const purchases = purchasesIn(costs, pack);
    if ('why' in purchases) return report.cantTell(purchases.why);
    for (const purchase of purchases.items) {
      const [approved, ordered] = [day(purchase.get('approvedOn')), day(purchase.get('ordered'))];
      const what = orderWords(purchase);
      if (approved === undefined) report.cantTell(`when "${what}" was approved is not written`);
      else if (ordered === undefined) report.cantTell(`when "${what}" was ordered is not written`);
      else if (compareDates(approved, ordered) > 0)
        report(purchase.get('approvedOn'), { what, approved, ordered }, { because: [purchase.get('ordered')] });
    }
  },
});

const day = ({ text }: At): string | undefined => (text !== undefined && formats.date(text) ? text : undefined);
