// A supplier may miss a time in more cases than the SLA allows.
import { missesPassedOn } from '../../arithmetic/cases';
import { compareTargets } from '../../arithmetic/target';
import { partyName } from '../../model/supply';
import { side, type TargetAt } from '../../model/targets';
import { beneath, type Compared } from '../../model/underpinning';
import { weighedRisk } from '../../model/weighed';
import { rule } from '../rule';
import { targetName } from '../words';

export default rule({
  demands: ['7.2-alignment'],
  each: 'contract',
  severity: 'warning',
  says: '{supplier} may miss {what} in more cases than the SLA "{sla}" allows: {working}.',
  do: 'Agree on a larger share with {supplier}, promise a smaller one, write under casesPassedOn how many cases go there, or under alignmentRisks what you do about the gap.',
  works: '{supplier} may miss {what}: {working}; the SLA "{sla}" promises {promised} of the cases.',
  because: 'The SLA promises {promised} of the cases here.',
  about:
    'Where a contract keeps a time only for a share of the cases, the misses it leaves, times the share of your cases that goes to the supplier (casesPassedOn; where that is not written, all of them), are compared with the misses that the SLA allows. The times themselves have to be like and not longer. What is named under alignmentRisks with what is done about it and by whom is settled.',
  example: {
    supplier: 'Acme Hosting GmbH',
    what: 'the times of P1',
    sla: 'mail-pilots',
    working: '10 % of 60 % of the cases = 6 %, allowed 5 %',
    promised: '95 %',
  },
  check(contract, pack, report) {
    // The times of one priority have one share.
    const told = new Set<string>();
    for (const { sla, promise, offers } of beneath(contract, pack)) {
      for (const { offer } of ofTheSame(offers, promise)) {
        const share = offer.item?.get('share');
        if (share?.text === undefined || isUnlikeOrLonger(promise, offer)) continue;
        const passed = pack.at(contract, 'casesPassedOn').items.find((item) => item.get('priority').text === promise.priority);
        const misses = missesPassedOn(promise.share ?? '100 %', share.text, passed?.get('share').text);
        if ('cannotTell' in misses) report.cantTell(misses.cannotTell);
        else {
          const key = `${sla.doc} ${share.path.join('/')}`;
          if (told.has(key)) continue;
          told.add(key);
          const { working } = misses;
          const what = promise.priority === undefined ? `the ${targetName(promise)}` : `the times of ${promise.priority}`;
          const values = {
            supplier: partyName(contract, pack),
            what,
            sla: sla.id,
            working,
            promised: promise.share ?? 'all',
          };
          const because = [(promise.share === undefined ? undefined : promise.item?.get('share')) ?? promise.at];
          report.works([...because, share], values);
          if (misses.isMore && weighedRisk(contract, offer.id, sla, pack) !== 'settled') report(share, values, { because });
        }
      }
    }
  },
});

/** Of several targets of one metric those of the same name; a single one is meant. */
const ofTheSame = (offers: readonly Compared[], promise: TargetAt): readonly Compared[] =>
  offers.length === 1 ? offers : offers.filter(({ offer }) => offer.id === promise.id);

function isUnlikeOrLonger(promise: TargetAt, offer: TargetAt): boolean {
  const [a, b] = side(promise, offer);
  const compared = compareTargets({ ...a, share: undefined }, { ...b, share: undefined }, promise.better);
  return 'unlike' in compared || compared.comparison === 'weaker';
}
