// Somebody approved what they had asked for themselves.
import { isSomebodyOn, nameIn, whoIs } from '../../model/approval';
import { orderWords, purchasesIn } from '../../model/purchases';
import { rule } from '../rule';

export default rule({
  demands: ['6.4-policy-followed'],
  each: 'cost report',
  severity: 'warning',
  says: '"{what}" was approved by {who}, who had asked for it.',
  do: 'Have somebody else approve what a person asks for.',
  because: 'It was asked for by {who}.',
  about:
    'Of each purchase in a cost report the one who asked for it is held against the one who approved it. Where nobody else among the people of the manifest may approve spending, it keeps still; where one of the two is not written, nobody can tell.',
  example: { what: 'two storage shelves', who: 'T. Lind' },
  check(costs, pack, report) {
    const purchases = purchasesIn(costs, pack);
    if ('why' in purchases) return report.cantTell(purchases.why);
    for (const purchase of purchases.items) {
      const [asked, by] = [purchase.get('requestedBy'), purchase.get('approvedBy')];
      if (!asked.written || !by.written) {
        report.cantTell(`who ${asked.written ? 'approved' : 'asked for'} "${orderWords(purchase)}" is not written`);
        continue;
      }
      const own = whoIs(asked, pack);
      if (!whoIs(by, pack).some((word) => own.includes(word))) continue;
      const on = purchase.get('approvedOn').text ?? costs.day ?? pack.today();
      const others = pack.all('person').filter((p) => isSomebodyOn(p, on, pack) && pack.at(p, 'upTo').written && !own.includes(p.id));
      if (others.length === 0) continue;
      report(by, { what: orderWords(purchase), who: nameIn(by, pack) ?? '' }, { because: [asked] });
    }
  },
});
