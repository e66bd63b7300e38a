// An SLA changed, and nobody has looked at what its services need since.
import { compareDates } from '../../arithmetic/dates';
import { changesOf, latest } from '../../model/history';
import { differencesIn } from '../../model/needs';
import { slasFor } from '../../model/supply';
import { addTo, rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.3-requirements-agreed'],
  each: 'continuity requirements',
  severity: 'warning',
  says: 'The requirements "{requirements}" were last looked at on {last}, but after that {slas} changed.',
  do: 'Check whether they still hold, and add a line to their history, with unchanged: true where nothing had to change.',
  because: 'This SLA changed after "{requirements}" were last looked at, on {last}.',
  fix: 'Add a line to the history of the requirements',
  about:
    'The latest line in the history of continuity and availability requirements is compared with the latest new version of each SLA in force for a service in them. Where the two say different things, that is reported instead. The first version of an SLA is no change, and one that was only looked through is none either.',
  example: { requirements: 'bad-days', last: '2026-05-11', slas: 'the SLA "mail-pilots" (2026-05-12)' },
  check(requirements, pack, report) {
    const last = latest(pack.at(requirements, 'history').items);
    if (last?.text === undefined) return report.cantTell(`the history of "${requirements.id}" says no day`);
    const day = last.text;
    const ids = pack.at(requirements, 'services').items.flatMap((entry) => entry.get('service').text ?? []);
    const slas = slasFor(
      ids.flatMap((id) => pack.find('service', id)),
      pack,
    );
    const differing = new Set(differencesIn(requirements, pack).map(({ sla }) => sla));
    const newer = slas.flatMap((sla) => {
      const at = differing.has(sla) ? undefined : latest(changesOf(sla, pack));
      return at?.text !== undefined && compareDates(at.text, day) > 0 ? [{ sla, at }] : [];
    });
    if (newer.length === 0) return;
    const words = newer.map(({ sla, at }) => `"${sla.id}" (${at.text})`);
    const values = { requirements: requirements.id, last: day, slas: `the SLA${words.length > 1 ? 's' : ''} ${listed(words)}` };
    report(last, values, { because: newer.map(({ at }) => at), fix: { add: addTo(pack.at(requirements, 'history')) } });
  },
});
