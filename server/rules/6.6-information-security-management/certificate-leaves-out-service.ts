// A certificate that one relies on does not cover all that comes from that supplier.
import { compareDates } from '../../arithmetic/dates';
import { dayAt } from '../../model/approval';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.6-external-controls'],
  each: 'supplier',
  severity: 'information',
  says: 'The certificate "{standard}" of {who} covers {covered}, but {left} comes from them as well.',
  do: 'Look for yourself how {left} is kept safe, ask for a certificate that covers it, or write in the notes of the supplier why none is needed.',
  because: 'This comes from {who}, too.',
  about:
    'Where the register says what a certificate covers, that is held against what the supplier provides and the components that it delivers. Certificates by the same standard are taken together, those that have run out left out. Where nobody has written what a certificate covers, nobody can tell; notes on the supplier settle it.',
  example: { standard: 'ISO/IEC 27001', who: 'Acme Hosting GmbH', covered: '"mailboxes"', left: '"archive"' },
  check(supplier, pack, report) {
    const certificates = pack.at(supplier, 'certificates').items.filter((c) => !isOver(c, pack));
    const delivered = deliveredBy(supplier, pack);
    if (delivered.size === 0 || pack.at(supplier, 'notes').written) return;
    const standards = new Set(certificates.flatMap((c) => c.get('standard').text ?? []));
    for (const standard of standards) {
      const alike = certificates.filter((c) => c.get('standard').text === standard);
      const [first] = alike;
      if (!first || alike.some((c) => !c.get('covers').written)) {
        report.cantTell(`what the certificate "${standard}" of "${supplier.id}" covers is not written`);
        continue;
      }
      const covered = new Set(alike.flatMap((c) => c.get('covers').items.flatMap((at) => at.text ?? [])));
      const left = [...delivered].filter(([id]) => !covered.has(id));
      if (left.length === 0) continue;
      const words = (ids: Iterable<string>) => listed([...ids].map((id) => `"${id}"`));
      const values = {
        standard,
        who: pack.called(supplier),
        covered: words(covered),
        left: words(left.map(([id]) => id)),
      };
      report(first.get('covers'), values, { because: left.map(([, at]) => at) });
    }
  },
});

function isOver(certificate: At, pack: Reader): boolean {
  const until = dayAt(certificate.get('until'));
  return until !== undefined && compareDates(until, pack.today()) < 0;
}

/** Components and services by their ids, each with where it says so. */
function deliveredBy(supplier: Thing, pack: Reader): ReadonlyMap<string, At> {
  const provided = pack.at(supplier, 'provides').items.filter((at) => pack.places(['component', 'service'], at.text ?? '').length > 0);
  const components = pack.references(supplier).flatMap((r) => {
    const owner = r.path.at(-1) === 'deliveredBy' ? pack.owner(r) : undefined;
    return owner?.sort === 'component' ? [[owner.id, pack.at(owner, 'deliveredBy')] as const] : [];
  });
  return new Map([...components, ...provided.map((at) => [at.text ?? '', at] as const)]);
}
