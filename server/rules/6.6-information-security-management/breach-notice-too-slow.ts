// A supplier may take longer to tell of a breach of security than we have ourselves to tell those whom we owe it.
import { compareMeasures, parseMeasure } from '../../arithmetic/measure';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { holds, partyName, slasOver } from '../../model/supply';
import { rule } from '../rule';

export default rule({
  demands: ['6.6-external-controls'],
  each: 'contract',
  severity: 'warning',
  says: '{supplier} may take {theirs} to tell you of a breach of security, but you have {ours} to tell {to}.',
  do: 'Agree on less with {supplier}: what is left has to be enough for your own notice.',
  because: 'You have {ours} to tell {to}; {supplier} may take {theirs}.',
  about:
    'The time in which a contract has its supplier tell of a breach is held against each of the notices that the security policy in force says you owe: to authorities, and to those customers whose SLAs rest on the contract. Suppliers without access are left alone; times that can only be compared with a calendar, nobody can tell.',
  example: { supplier: 'Acme Hosting GmbH', theirs: '72 h', ours: '24 h', to: 'Pilots' },
  check(contract, pack, report) {
    const notice = pack.at(contract, 'breachNotice');
    const theirs = parseMeasure(notice.text ?? '');
    const [supplier] = pack.find('supplier', pack.at(contract, 'parties', 'supplier').text ?? '');
    if (!theirs || !supplier || !pack.at(supplier, 'access').isTrue) return;
    const served = slasOver(contract, pack).flatMap((sla) => pack.at(sla, 'parties', 'customer').text ?? []);
    for (const { to, name, at } of owedBy(pack)) {
      if (to !== undefined && !served.includes(to)) continue;
      const ours = parseMeasure(at.text ?? '');
      const order = ours && compareMeasures(ours, theirs);
      if (!ours || order === undefined) report.cantTell(`"${notice.text ?? ''}" and "${at.text ?? ''}" can't be compared`);
      else if (order < 0)
        report(notice, { supplier: partyName(contract, pack), theirs: theirs.text, ours: ours.text, to: name }, { because: [at] });
    }
  },
});

/** The notices that policies in force say are owed; `to`: a customer, by id. */
function owedBy(pack: Reader): readonly { readonly to: string | undefined; readonly name: string; readonly at: At }[] {
  const policies: readonly Thing[] = pack.all('security-policy').filter((p) => holds(p, pack));
  return policies.flatMap((policy) =>
    pack.at(policy, 'breachNotices').items.flatMap((item) => {
      const to = item.get('to').text;
      if (to === undefined || !item.get('within').written) return [];
      const [customer] = pack.find('customer', to);
      return [{ to: customer?.id, name: customer ? (pack.at(customer, 'name').text ?? to) : `"${to}"`, at: item.get('within') }];
    }),
  );
}
