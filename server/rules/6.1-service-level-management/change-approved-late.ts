// A new version took effect before the change behind it was approved.
import { compareDates } from '../../arithmetic/dates';
import { dayAt } from '../../model/approval';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-change-control', '6.3-plan-change-control', '6.5-plan-change-control', '7.1-requirement-changes', '7.2-change-control'],
  each: [
    'new version of a service agreement',
    'new version of a continuity or availability plan',
    'new version of a capacity plan',
    'new version of requirements',
    'new version of a contract',
  ],
  severity: 'error',
  says: 'Version {version} of "{document}" took effect on {effect}, but the change "{change}" behind it was approved only on {approved}.',
  do: 'Correct the wrong day; if both are right, have the version approved again, and the next change approved before it takes effect.',
  because: 'The change "{change}" was approved on this day.',
  about:
    'For each new version the day on which its change was approved is compared with the day on which it took effect: the latest of the day of the version, the first day of its validity, the day on which the change was carried out and the day on which it was agreed. A change without a day of approval is missing by itself.',
  example: { version: '2.1', document: 'mail-pilots', effect: '2026-02-01', change: 'CHG-71', approved: '2026-02-09' },
  check(version, pack, report) {
    const named = pack.at(version, 'change');
    const [change, ...more] = named.text === undefined ? [] : pack.find('change-record', named.text);
    if (!change || more.length > 0) return report.cantTell('the change behind it is not written');
    const at = pack.at(change, 'approval', 'on');
    const approved = dayAt(at);
    const days = effects(version, change, pack);
    const effect = days.reduce((a, b) => (compareDates(a, b) < 0 ? b : a), days[0] ?? '');
    if (approved === undefined || effect === '')
      return report.cantTell(`on which day "${change.id}" was approved, or took effect, is not written`);
    if (compareDates(approved, effect) <= 0) return;
    const values = { version: pack.at(version, 'version').text ?? '', document: version.frame.id, effect, change: change.id, approved };
    report(named, values, { because: [at] });
  },
});

/** All days on which it may have taken effect. */
function effects(version: Thing, change: Thing, pack: Reader): readonly string[] {
  const number = pack.at(version, 'version').text;
  const documents = pack.find(version.frame.kind, version.frame.id).filter((d) => pack.at(d, 'version').text === number);
  const places = [
    pack.at(version, 'on'),
    pack.at(change, 'implemented'),
    ...documents.flatMap((d) => [
      pack.at(d, 'valid', 'from'),
      pack.at(d, 'term', 'from'),
      pack.at(d, 'approval', 'on'),
      ...pack.at(d, 'agreement').items.map((line) => line.get('on')),
    ]),
  ];
  return places.flatMap((at) => dayAt(at) ?? []);
}
