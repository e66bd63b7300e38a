// An SLA changed, and nobody has looked at the catalogue since.
import { compareDates } from '../../arithmetic/dates';
import { changesOf, latest } from '../../model/history';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { slasFor } from '../../model/supply';
import { addTo, rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.1-catalogue-aligned'],
  each: 'catalogue',
  severity: 'warning',
  says: 'The catalogue "{catalogue}" was last looked at on {last}, but after that {slas} changed.',
  do: 'Check whether it still says the same as they do, and add a line to its history, with unchanged: true where nothing had to change.',
  because: 'This SLA changed after the catalogue "{catalogue}" was last looked at, on {last}.',
  fix: 'Add a line to the history of the catalogue',
  about:
    'The latest line in the history of the catalogue is compared with the latest new version of each SLA in force that promises one of its services. The first version of an SLA is no change, and a version that was looked at and left as it is none either.',
  example: { catalogue: 'services', last: '2026-05-11', slas: 'the SLA "mail-pilots" (2026-05-12)' },
  check(catalogue, pack, report) {
    const slas = slasFor(servicesIn(catalogue, pack), pack);
    const last = latest(pack.at(catalogue, 'history').items);
    if (last?.text === undefined) return report.cantTell(`the history of "${catalogue.id}" says no day`);
    if (slas.length === 0) return report.cantTell(`no SLA in force promises a service of "${catalogue.id}"`);
    const day = last.text;
    const unsaid = slas.find((sla) => latest(pack.at(sla, 'history').items) === undefined);
    if (unsaid) report.cantTell(`the history of "${unsaid.id}" says no day`);
    const newer = slas.flatMap((sla) => {
      const at = latest(changesOf(sla, pack));
      return at?.text !== undefined && compareDates(at.text, day) > 0 ? [{ sla, at }] : [];
    });
    if (newer.length === 0) return;
    const words = newer.map(({ sla, at }) => `"${sla.id}" (${at.text})`);
    const values = { catalogue: catalogue.id, last: day, slas: `the SLA${words.length > 1 ? 's' : ''} ${listed(words)}` };
    report(last, values, { because: newer.map(({ at }) => at), fix: { add: addTo(pack.at(catalogue, 'history')) } });
  },
});

/** Those that stand in it, and those that stand in files of their own. */
function servicesIn(catalogue: Thing, pack: Reader): readonly Thing[] {
  return pack.all('service').filter((s) => s.doc === catalogue.doc || s.path.length === 0);
}
