// A certificate of somebody outside that one relies on has run out.
import { compareDates, LAST_DAY } from '../../arithmetic/dates';
import { dueDate } from '../../arithmetic/interval';
import { dayAt } from '../../model/approval';
import { graceOf } from '../../model/manifest';
import { rule } from '../rule';

export default rule({
  demands: ['6.6-external-controls'],
  each: ['supplier', 'external organisation'],
  severity: 'information',
  says: 'The certificate "{standard}" of {who} held until {until}; no newer one is recorded.',
  do: 'Ask for the new one, or look for yourself whether what it stood for is still so, and write that in the notes.',
  because: 'Until then it held.',
  about:
    'The last day of each certificate in the supplier register and of outside organisations is held against today, with the grace of the manifest. A later certificate by the same standard settles it, and so do notes on the supplier or organisation.',
  example: { standard: 'ISO/IEC 27001', who: 'Acme Hosting GmbH', until: '2026-05-31' },
  check(party, pack, report) {
    const certificates = pack.at(party, 'certificates').items;
    const last = new Map<string, string>();
    const key = (standard: string | undefined) => (standard ?? '').trim().toLowerCase();
    for (const c of certificates) {
      const [standard, until] = [key(c.get('standard').text), dayAt(c.get('until')) ?? LAST_DAY];
      if (until > (last.get(standard) ?? '')) last.set(standard, until);
    }
    if (pack.at(party, 'notes').written) return;
    for (const c of certificates) {
      const until = dayAt(c.get('until'));
      if (until === undefined) report.cantTell(`until when a certificate of "${party.id}" holds is not written`);
      if (until === undefined || last.get(key(c.get('standard').text)) !== until) continue;
      const due = dueDate({ last: until, interval: graceOf(pack) })?.due ?? until;
      if (compareDates(due, pack.today()) >= 0) continue;
      report(c.get('until'), {
        standard: c.get('standard').text ?? 'without a standard',
        who: pack.called(party),
        until,
      });
    }
  },
});
