// The shares of a key leave a part of the cost to nobody, or charge a part of it twice.
import { sumOfShares } from '../../arithmetic/shares';
import { rule } from '../rule';

export default rule({
  demands: ['6.4-apportioning', '6.4-policy-followed'],
  each: 'allocation key',
  severity: 'error',
  says: 'The shares of "{key}" do not add up to 100 %: {working}.',
  do: 'Correct them so that they come to 100 % and each service bears its share.',
  works: 'The shares of "{key}" come to {working}.',
  because: 'These shares come to {working}.',
  about:
    'The shares of each key by which the financial policy spreads indirect cost are added up. Shares that were rounded may miss 100 % by as much as rounding can bring about. Where one of them is not written, or there are none because they are worked out anew for each report, nobody can tell.',
  example: { key: 'by-mailboxes', working: '40 % + 35 % + 20 % = 95 %' },
  check(key, pack, report) {
    const services = pack.at(key, 'services');
    const shares = services.items.map((item) => item.get('share').text);
    if (shares.length === 0) return report.cantTell(`the key "${key.id}" has no shares`);
    const written = shares.flatMap((share) => share ?? []);
    if (written.length < shares.length) return report.cantTell(`not each service of the key "${key.id}" has its share`);
    const sum = sumOfShares(written);
    if ('cannotTell' in sum) return report.cantTell(sum.cannotTell);
    const values = { key: key.id, working: sum.working };
    report.works(
      services.items.map((item) => item.get('share')),
      values,
    );
    if (!sum.isWhole) report(services, values);
  },
});
