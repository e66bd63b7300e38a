// A supplier gets at information, and is not among the outside organisations of the security controls.
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { addTo, rule } from '../rule';
import { plain } from '../words';

export default rule({
  demands: ['6.6-external-identified', '6.6-external-controls'],
  each: 'supplier with access',
  severity: 'error',
  says: '{supplier} has access by the supplier register, but is not among the outside organisations of the security controls "{controls}".',
  do: 'Add it there with the controls that were agreed, or set right what the register says of its access.',
  because: '{supplier} is not among these.',
  fix: 'Add an outside organisation',
  about:
    'Each supplier and sub-contractor that has access by the register is looked for among the outside organisations of the security controls: by its id, by its name, or as the supplier that one of them is. Where there are no security controls, or these name no outside organisations yet, that is told by itself; where the list stands elsewhere, nobody can tell.',
  example: { supplier: 'Acme Hosting GmbH', controls: 'controls' },
  check(supplier, pack, report) {
    const all = pack.all('security-controls');
    const lists = all.map((controls) => ({ controls, list: pack.at(controls, 'externalOrganisations') }));
    const [first] = lists.filter(({ list }) => list.written);
    if (!first) return report.cantTell('no security controls name outside organisations');
    if (lists.some(({ list }) => list.isMap)) return report.cantTell(`the outside organisations of "${first.controls.id}" stand elsewhere`);
    if (!pack.at(supplier, 'id').written || isListed(supplier, pack)) return;
    const values = { supplier: pack.called(supplier), controls: first.controls.id };
    report(pack.at(supplier, 'access'), values, {
      because: [first.list],
      ...(first.list.items.length > 0 && { fix: { add: addTo(first.list) } }),
    });
  },
});

function isListed(supplier: Thing, pack: Reader): boolean {
  const known = [supplier.id, pack.called(supplier)].map(plain);
  return pack.all('external-organisation').some((organisation) => {
    const says = [organisation.id, ...['supplier', 'name'].map((field) => pack.at(organisation, field).text ?? '')];
    return says.some((word) => known.includes(plain(word)));
  });
}
