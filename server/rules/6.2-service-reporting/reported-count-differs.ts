// A report counts fewer complaints or answers than are on record.
import { periodInWords } from '../../arithmetic/windows';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { periodOf } from '../../model/results';
import { isNone } from '../../model/written';
import { rule } from '../rule';

export default rule({
  demands: ['6.2-complaints'],
  each: 'report period',
  severity: 'error',
  says: 'The number of complaints received is given as {said} in the report on {period}, but {counted} are on record.',
  do: 'Correct the number, or the days on which they came in.',
  because: 'This complaint was received in {period}.',
  about:
    'The number of complaints in the reports of a period is compared with the complaints that were received on its days. Where several reports count, the highest number is taken; of a report on some services only complaints about these count. More in a report than on record may be kept elsewhere, so nobody can tell.',
  example: { period: 'March 2026', said: '1', counted: '3 (C-4, C-5, C-6)' },
  check(period, pack, report) {
    const documents = pack.find(period.sort, period.id).flatMap((p) => pack.root(p) ?? []);
    const said = [...new Set(documents)].flatMap((issue) => countIn(pack.at(issue, 'complaints'), issue));
    const [highest] = said.sort((a, b) => b.number - a.number);
    const days = highest && periodOf(highest.issue, pack);
    if (!days || !highest) return;
    const services = servicesOf(highest.issue, pack);
    const came = pack.all('complaint').filter((c) => {
      const isItsOwn = services.length === 0 || services.includes(pack.at(c, 'service').text ?? '');
      return isItsOwn && received(c, pack) >= days.from && received(c, pack) <= days.to;
    });
    if (came.length < highest.number)
      report.cantTell(`only ${came.length} of ${highest.number} complaints of ${periodInWords(days)} are on record`);
    if (came.length <= highest.number) return;
    const ids = came.map(({ id }) => id).join(', ');
    const values = { period: periodInWords(days), said: String(highest.number), counted: `${came.length} (${ids})` };
    report(highest.at, values, { because: came.map((c) => pack.at(c, 'received')) });
  },
});

const received = (complaint: Thing, pack: Reader): string => pack.at(complaint, 'received').text ?? '';

/** Those that its description says it is about; none where it is about all. */
function servicesOf(issue: Thing, pack: Reader): readonly string[] {
  const descriptions = pack.find('report-description', pack.at(issue, 'report').text ?? '');
  return descriptions.flatMap((description) => pack.at(description, 'services').items.flatMap((at) => at.text ?? []));
}

interface Count {
  readonly at: At;
  readonly number: number;
  readonly issue: Thing;
}

function countIn(at: At, issue: Thing): readonly Count[] {
  if (isNone(at.value)) return [{ at, number: 0, issue }];
  const number = at.get('received').value;
  return typeof number === 'number' ? [{ at: at.get('received'), number, issue }] : [];
}
