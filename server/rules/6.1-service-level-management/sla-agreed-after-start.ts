// An SLA is said to hold from a day on which it had not been agreed yet.
import { compareDates } from '../../arithmetic/dates';
import { dayAt, isOfThisVersion, versionOf } from '../../model/approval';
import type { At } from '../../model/at';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-sla-exists'],
  each: 'sla',
  severity: 'error',
  says: 'The SLA "{sla}" holds from {from}, but "{party}" agreed to it only on {on}: until then there was no agreement.',
  do: 'Let it hold from the day on which all had agreed, and have the next one signed before it begins.',
  because: 'From this day on it is said to hold.',
  fix: 'Let it hold from {on}',
  about:
    'The first day of the validity is compared with the days on which the parties agreed; the last of them counts. Where the validity is that of an earlier version, which was left as it was, nobody can tell.',
  example: { sla: 'mail-pilots', from: '2025-11-01', party: 'pilots', on: '2026-01-04' },
  check(sla, pack, report) {
    const from = pack.at(sla, 'valid', 'from');
    const start = dayAt(from);
    const line = versionOf(pack.at(sla));
    if (start === undefined) return report.cantTell(`"${sla.id}" does not say from which day it holds`);
    if (!isOfThisVersion(pack.at(sla), line && dayAt(line.get('on')), start))
      return report.cantTell(`the validity of "${sla.id}" may be that of an earlier version`);
    const last = pack.at(sla, 'agreement').items.reduce<At | undefined>((a, b) => (day(b) > (a ? day(a) : '') ? b : a), undefined);
    const on = last && dayAt(last.get('on'));
    if (!last || on === undefined || compareDates(on, start) <= 0) return;
    const values = { sla: sla.id, from: start, party: last.get('party').text ?? 'one side', on };
    report(last.get('on'), values, { because: [from], fix: { set: from, to: on } });
  },
});

const day = (line: At): string => dayAt(line.get('on')) ?? '';
