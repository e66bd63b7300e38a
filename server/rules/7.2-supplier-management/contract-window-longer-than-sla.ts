// A supplier's figure holds over a longer time than the SLA's, and may all fail in one go.
import { worstWithin } from '../../arithmetic/in-effect';
import { percentageInWords, percentageOf } from '../../arithmetic/percentage';
import { usualTime } from '../../arithmetic/service-time';
import { describeTarget } from '../../arithmetic/target';
import { calendarNamed } from '../../model/hours';
import type { Reader } from '../../model/reader';
import { partyName } from '../../model/supply';
import type { TargetAt } from '../../model/targets';
import { beneath } from '../../model/underpinning';
import { weighedRisk } from '../../model/weighed';
import { rule } from '../rule';

const METRIC = 'availability';

export default rule({
  demands: ['7.2-alignment'],
  each: 'contract',
  severity: 'warning',
  says: '{supplier} guarantees {bought}, but the SLA "{sla}" promises {promised}: what may fail in the longer time can all fail in one {window}, which then comes to {worst} ({working}).',
  do: 'Agree with {supplier} on the window of the SLA, promise over the longer one, or write under alignmentRisks what you do about the gap.',
  works:
    '{supplier} guarantees {bought}: all that may fail in that time in one {window} comes to {worst} ({working}); the SLA "{sla}" promises {promised}.',
  because: 'The SLA promises {promised} here; the worst {window} under the contract comes to {worst}.',
  about:
    'Where a contract counts availability over a longer time than the SLA that rests on it, all that may fail in that time is put into one window of the SLA, a month being 30 days and a quarter 90. A contract that also has a figure over the window of the SLA is left to the comparison of targets. What is named under alignmentRisks with what is done about it and by whom is settled.',
  example: {
    supplier: 'Acme Hosting GmbH',
    bought: '99.9 % a quarter',
    sla: 'mail-pilots',
    promised: '99.9 % a month',
    window: 'month',
    worst: '99.7 %',
    working: '2160 h × 0.1 % = 129.6 min; all 129.6 min in 720 h = 99.7 %',
  },
  check(contract, pack, report) {
    for (const { sla, promise, offers } of beneath(contract, pack)) {
      if (promise.metric !== METRIC || offers.some(({ result }) => !('unlike' in result))) continue;
      for (const { offer } of offers) {
        const wanted = percentageOf(promise.target);
        const found = worst(promise, offer, pack);
        if (!wanted || !found) continue;
        const isSettled = weighedRisk(contract, offer.id, sla, pack) === 'settled';
        if (typeof found === 'string') {
          if (!isSettled) report.cantTell(found);
        } else {
          const values = {
            supplier: partyName(contract, pack),
            bought: describeTarget(offer),
            sla: sla.id,
            promised: describeTarget(promise),
            window: promise.window ?? '',
            worst: percentageInWords(found.percentage),
            working: found.working,
          };
          report.works([promise.at, offer.at], values);
          if (!isSettled && found.percentage.lessThan(wanted)) report(offer.at, values, { because: [promise.at] });
        }
      }
    }
  },
});

/** The worst window of a promise under an offer over a longer one; undefined where it is not longer, a text where nobody can tell. */
function worst(promise: TargetAt, offer: TargetAt, pack: Reader) {
  if (promise.window === undefined || offer.window === undefined || promise.window === offer.window) return undefined;
  if (promise.clock !== undefined && offer.clock !== undefined && promise.clock !== offer.clock) {
    return `"${promise.clock}" and "${offer.clock}" are different hours`;
  }
  const calendar = calendarNamed(promise.clock ?? offer.clock, pack);
  if ('cannotTell' in calendar) return calendar.cannotTell;
  const [long, short] = [usualTime(offer.window, calendar), usualTime(promise.window, calendar)];
  if ('cannotTell' in long) return long.cannotTell;
  if ('cannotTell' in short) return short.cannotTell;
  if (short.minutes.greaterThanOrEqualTo(long.minutes)) return undefined;
  const found = worstWithin(offer.target, long, short);
  return 'cannotTell' in found ? found.cannotTell : found;
}
