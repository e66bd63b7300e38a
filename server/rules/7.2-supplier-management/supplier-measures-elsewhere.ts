// A supplier measures at another spot on the way to the user than the SLA does.
import { parseMeasure } from '../../arithmetic/measure';
import { partyName } from '../../model/supply';
import { beneath, isWeaker } from '../../model/underpinning';
import { weighedRisk } from '../../model/weighed';
import { rule } from '../rule';
import { targetName } from '../words';

export default rule({
  demands: ['7.2-alignment'],
  each: 'contract',
  severity: 'warning',
  says: '{supplier} measures {what} at "{theirs}", but the SLA "{sla}" is measured at "{ours}": what fails in between counts against you alone.',
  do: 'Agree on the same measuring point, or write under alignmentRisks how you watch the part in between.',
  because: 'The SLA is measured at "{ours}".',
  about:
    'The measuring points of like targets in a contract and in an SLA that rests on it are compared with each other where both are written. Times from a report or an order until something is done are measured at no point and are left out. What is named under alignmentRisks with what is done about it and by whom is settled.',
  example: { supplier: 'Acme Hosting GmbH', what: 'availability', theirs: 'data centre edge', sla: 'mail-pilots', ours: 'user' },
  check(contract, pack, report) {
    for (const { sla, promise, offers } of beneath(contract, pack)) {
      for (const compared of offers) {
        const [ours, theirs] = [promise, compared.offer].map(({ item }) => item?.get('measuredAt'));
        if (ours?.text === undefined || theirs?.text === undefined || plain(ours.text) === plain(theirs.text)) continue;
        if ('unlike' in compared.result || isWeaker(compared) || parseMeasure(promise.target)?.sort === 'duration') continue;
        if (weighedRisk(contract, compared.offer.id, sla, pack) === 'settled') continue;
        const values = {
          supplier: partyName(contract, pack),
          what: targetName(promise),
          theirs: theirs.text,
          sla: sla.id,
          ours: ours.text,
        };
        report(theirs, values, { because: [ours] });
      }
    }
  },
});

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^(?:the|a|an) /, '')
    .replace(/s$/, '');
