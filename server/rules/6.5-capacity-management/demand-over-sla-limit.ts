// More will be wanted of a service than its SLAs allow for.
import { compareDates } from '../../arithmetic/dates';
import { type Measure, parseMeasure } from '../../arithmetic/measure';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { inForce } from '../../model/standing';
import { slasFor } from '../../model/supply';
import { dayAt } from '../../model/upgrades';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.5-plan-demand'],
  each: 'capacity plan',
  severity: 'warning',
  says: 'By {day} {value} {what} are expected of "{service}", but {slas} allows for no more than {limit}.',
  do: 'Talk with the customer about a higher limit, or about less use, before that day.',
  because: 'Up to {limit} {what} are agreed; {value} are expected by {day}.',
  about:
    'The forecast of demand for a service is held against the workload limit of the SLA that it names, else against the limits of all SLAs on the service together, as they are in force on that day. Only what is counted by the same word and over the same time is compared. Days that are past are passed over.',
  example: { day: '2027-01-01', value: '1500', what: 'mailboxes', service: 'mail', slas: 'the SLA "mail-hr"', limit: '1200' },
  check(plan, pack, report) {
    for (const item of pack.at(plan, 'demand').items) {
      const service = item.get('service').text ?? '';
      for (const point of item.get('forecast').items) {
        const [day, value] = [dayAt(point.get('by')), point.get('value').text];
        if (day === undefined || value === undefined || compareDates(day, pack.today()) < 0) continue;
        const slas = slasOf(item, day, pack);
        const limits = slas.map((sla) => limitIn(sla, item, pack));
        const sum = sumOf(limits.map((limit) => limit?.get('limit').text));
        const wanted = parseMeasure(value);
        if (!sum || !wanted || wanted.sort !== 'quantity' || (sum.unit !== '' && wanted.unit !== '' && sum.unit !== wanted.unit)) {
          report.cantTell(`no limits that are counted alike are agreed for "${item.get('what').text ?? service}" on ${day}`);
          continue;
        }
        if (wanted.number.lessThanOrEqualTo(sum.number)) continue;
        const names = `the SLA${slas.length > 1 ? 's' : ''} ${listed(slas.map(({ id }) => `"${id}"`))}`;
        const values = { day, value, what: item.get('what').text ?? '', service, slas: names, limit: sum.text };
        report(point.get('value'), values, { because: limits.flatMap((limit) => limit?.get('limit') ?? []) });
        break;
      }
    }
  },
});

/** Agreed and in force on that day: the one that is named, else all on the service. */
function slasOf(item: At, day: string, pack: Reader): readonly Thing[] {
  const [named, service] = [item.get('sla').text, item.get('service').text];
  if (named !== undefined) return pack.find('sla', named).filter((sla) => sla.frame.says.status === 'agreed' && inForce(sla, day));
  return slasFor(service === undefined ? [] : pack.find('service', service), pack).filter((sla) => inForce(sla, day));
}

const limitIn = (sla: Thing, item: At, pack: Reader): At | undefined =>
  pack
    .at(sla, 'workload')
    .items.find((w) => plain(w.get('what').text) === plain(item.get('what').text) && w.get('per').text === item.get('per').text);

const plain = (text: string | undefined): string => (text ?? '').trim().toLowerCase();

/** Undefined where there is none, one is no amount, or they are of several units. */
function sumOf(texts: readonly (string | undefined)[]): Measure | undefined {
  const read = texts.map((text) => (text === undefined ? undefined : parseMeasure(text)));
  const [first] = read;
  if (!first || read.some((m) => m === undefined || m.sort !== 'quantity' || m.unit !== first.unit)) return undefined;
  const number = read.slice(1).reduce((sum, m) => (m ? sum.plus(m.number) : sum), first.number);
  return { ...first, number, text: texts.length > 1 ? `${texts.join(' + ')} = ${number.toFixed()}` : first.text };
}
