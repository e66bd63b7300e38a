// Somebody approved more than they may.
import { compareMoney, type Money, parseMoney } from '../../arithmetic/money';
import { formats } from '../../knowledge/formats';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import { orderWords, purchasesIn } from '../../model/purchases';
import type { Reader } from '../../model/reader';
import { inForce } from '../../model/standing';
import { rule } from '../rule';
import { plain } from '../words';

export default rule({
  demands: ['6.4-policy-followed'],
  each: 'cost report',
  severity: 'warning',
  says: '{who} approved {amount} for "{what}", but may approve no more than {limit}.',
  do: 'Have it approved by somebody who may, or correct the limit.',
  because: 'The limit of {who} is {limit} here; {amount} was approved.',
  about:
    'The amount of each purchase in a cost report is compared with the limit of whoever approved it: in the manifest, or in the financial policy in force on that day, by person or office. The highest limit counts, also that of somebody whose deputy it was. Where no limit is written, or it is in another currency, nobody can tell.',
  example: { who: 'H. Olsen', amount: '18,400 EUR', what: 'two storage shelves', limit: '10,000 EUR' },
  check(costs, pack, report) {
    const purchases = purchasesIn(costs, pack);
    if ('why' in purchases) return report.cantTell(purchases.why);
    for (const purchase of purchases.items) {
      const [what, amount, by] = [orderWords(purchase), purchase.get('amount'), purchase.get('approvedBy')];
      const spent = amount.text === undefined ? undefined : parseMoney(amount.text);
      if (!spent || by.text === undefined) {
        report.cantTell(`${spent ? 'who approved' : 'the amount of'} "${what}" is not written`);
        continue;
      }
      const on = purchase.get('approvedOn').text;
      const day = on !== undefined && formats.date(on) ? on : (costs.day ?? pack.today());
      const limits = limitsOf(by.text, day, pack);
      const who = nameOf(by.text, pack);
      const known = limits.flatMap(({ at, upTo }) => (upTo && compareMoney(upTo, spent) !== undefined ? [{ at, upTo }] : []));
      const [highest] = known.sort((a, b) => compareMoney(b.upTo, a.upTo) ?? 0);
      const isAllowed = limits.some((limit) => limit.isOpen) || (highest && (compareMoney(highest.upTo, spent) ?? 0) >= 0);
      if (isAllowed) continue;
      if (!highest || known.length < limits.length) report.cantTell(`up to which amount ${who} may approve "${what}" is not written`);
      else report(by, { who, what, amount: amount.text ?? '', limit: highest.at.text ?? '' }, { because: [highest.at] });
    }
  },
});

interface Limit {
  readonly at: At;
  /** Undefined where nobody can tell how high it is. */
  readonly upTo: Money | undefined;
  /** There is none, and that is written. */
  readonly isOpen: boolean;
}

function limitsOf(by: string, day: string, pack: Reader): readonly Limit[] {
  const people = [...pack.find('person', by), ...pack.all('person').filter((p) => pack.at(p, 'deputy').text === by)];
  const names = new Set(
    [by, ...people.flatMap((p) => [p.id, pack.at(p, 'name').text, pack.at(p, 'jobTitle').text].flatMap((n) => n ?? []))].map(plain),
  );
  const own = people.map((p) => pack.at(p, 'upTo')).filter((at) => at.written);
  const policies = pack.all('financial-policy').filter((p) => isAgreed(p) && inForce(p, day));
  const lists = policies.map((p) => pack.at(p, 'approvalLimits')).filter((list) => list.written);
  const named = lists
    .flatMap((list) => list.items)
    .filter((item) => [item.get('who'), item.get('role')].some(({ text }) => text !== undefined && names.has(plain(text))));
  return [
    ...own.map(limitAt),
    ...named.map((item) =>
      item.get('upTo').written ? limitAt(item.get('upTo')) : { at: item, upTo: undefined, isOpen: !item.get('what').written },
    ),
    // Limits that stand elsewhere may be higher.
    ...lists.filter((list) => list.items.length === 0).map((at) => ({ at, upTo: undefined, isOpen: false })),
  ];
}

const limitAt = (at: At): Limit => ({ at, upTo: at.text === undefined ? undefined : parseMoney(at.text), isOpen: false });

const isAgreed = (policy: Thing): boolean => policy.frame.says.status === 'agreed';

function nameOf(by: string, pack: Reader): string {
  const [person] = pack.find('person', by);
  return (person && pack.at(person, 'name').text) ?? by;
}
