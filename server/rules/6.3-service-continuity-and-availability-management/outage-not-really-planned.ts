// An outage is left out as planned, though nothing was agreed, announced or asked for in time.
import { aroundTheClock } from '../../arithmetic/calendar';
import { announcedInTime, minutesOutside } from '../../arithmetic/maintenance';
import { minutesInWords } from '../../arithmetic/minutes';
import type { At } from '../../model/at';
import { calendarNamed } from '../../model/hours';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { agreedOn } from '../../model/recovery';
import { standing } from '../../model/standing';
import { isNone } from '../../model/written';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.3-availability-monitored'],
  each: 'catalogued service',
  severity: 'error',
  says: 'The outage "{outage}" of "{service}" is counted as planned, but {reasons}.',
  do: 'Count it as unplanned, or record what is missing.',
  because: '{agreed} is what was agreed; the outage "{outage}" is counted as planned.',
  about:
    'Each outage that is counted as planned is held against the exceptions of the SLAs that were in force on its day: whether it lay in an agreed window as far as it fell in the service hours, was announced as early as agreed, and has a change behind it. One SLA that lets it count as planned is not enough where another does not. Where an SLA allows so much time without a window, only the notice and the change are looked at.',
  example: {
    outage: 'INC-4720',
    service: 'mail',
    reasons: '120 min lie outside the agreed window, and no change is behind it',
    agreed: 'Saturday 06:00-10:00',
  },
  check(service, pack, report) {
    for (const outage of plannedOf(service, pack)) {
      const at = pack.at(outage);
      const found = slasOn(service, outage.day ?? '', pack).map((sla) => faultsOf(at, sla, pack));
      const open = found.flatMap((one) => ('cannotTell' in one ? [one.cannotTell] : []));
      if (open[0] !== undefined) report.cantTell(open[0]);
      const faults = found.flatMap((one) => ('cannotTell' in one ? [] : [one]));
      const worst = faults.find(({ reasons }) => reasons.length > 0);
      const reasons = [...(worst?.reasons ?? []), ...(at.get('change').written ? [] : ['no change is behind it'])];
      if (reasons.length === 0) continue;
      const values = { outage: at.get('id').text ?? at.get('start').text ?? '', service: service.id, reasons: listed(reasons) };
      report(at.get('planned'), { ...values, agreed: worst?.agreed.text ?? 'This' }, { because: worst ? [worst.agreed] : [] });
    }
  },
});

function plannedOf(service: Thing, pack: Reader): readonly Thing[] {
  return pack.references(service).flatMap((r) => {
    const outage = r.owner?.sort === 'outage' && r.path.at(-1) === 'service' ? r.owner : undefined;
    return outage?.data.planned === true && standing(outage, pack) === 'counts' ? [outage] : [];
  });
}

/** SLAs that promised the service on that day. */
function slasOn(service: Thing, day: string, pack: Reader): readonly Thing[] {
  const slas = pack.references(service).flatMap((r) => (r.kind === 'sla' && r.schema['x-about'] === true ? (pack.root(r) ?? []) : []));
  return [...new Set(slas)].filter((sla) => agreedOn(sla, day));
}

type Faults = { readonly reasons: readonly string[]; readonly agreed: At } | { readonly cannotTell: string };

function faultsOf(outage: At, sla: Thing, pack: Reader): Faults {
  const list = pack.at(sla, 'exceptions');
  if (!list.written) return { cannotTell: `"${sla.id}" does not say what it leaves out` };
  if (isNone(list.value)) return { reasons: [`"${sla.id}" leaves nothing out`], agreed: list };
  const named = list.items.filter((item) => item.get('what').text === outage.get('exception').text);
  const meant = named.length > 0 ? named : list.items;
  const hours = calendarNamed(pack.at(sla, 'serviceHours').text, pack);
  if ('cannotTell' in hours) return hours;
  const [start, end] = [outage.get('start').text, outage.get('end').text];
  const exceptions = meant.map((item) => ({ when: item.get('when').text, upTo: item.get('upTo').text, per: item.get('per').text }));
  const outside = minutesOutside({ start, end }, exceptions, hours);
  if ('cannotTell' in outside) return outside;
  const isAllowed = exceptions.some(({ when, upTo }) => when === undefined && upTo !== undefined);
  const windows = meant.filter((item) => item.get('when').written);
  const late = meant.flatMap((item) => tooLate(item.get('notice'), outage, pack));
  const isLate = late.length === meant.length && late.length > 0;
  return {
    reasons: [
      ...(outside.minutes > 0 && !isAllowed ? [`${minutesInWords(outside.minutes)} lie outside the agreed window`] : []),
      ...(isLate ? [late[0] ?? ''] : []),
    ],
    agreed: windows[0]?.get('when') ?? meant[0] ?? list,
  };
}

/** Why the notice was not kept; nothing where it was, or where nobody can tell. */
function tooLate(notice: At, outage: At, pack: Reader): readonly string[] {
  const [announced, start] = [outage.get('announced').text, outage.get('start').text];
  if (notice.text === undefined || start === undefined) return [];
  if (announced === undefined) return ['nobody says when it was announced'];
  const zone = pack.says('zone')?.text;
  const calendar = aroundTheClock(zone ?? 'UTC');
  return announcedInTime(announced, start, notice.text, calendar.zone) === false
    ? [`it was announced on ${announced}, less than ${notice.text} before`]
    : [];
}
