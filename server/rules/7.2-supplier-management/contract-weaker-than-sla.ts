// A supplier guarantees less than the SLA above it promises: the SLA is kept by luck.

import { compareTargets, type TargetComparison, unlikeWords } from '../../arithmetic/target';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { slasOver } from '../../model/supply';
import { side, type TargetAt, targetsOf } from '../../model/targets';
import { weighedRisk } from '../../model/weighed';
import { fill, rule } from '../rule';

export default rule({
  demands: ['7.2-alignment'],
  each: 'contract',
  severity: 'error',
  says: '{supplier} guarantees {bought} for {what}, but the SLA "{sla}" that rests on it promises {promised}.',
  do: 'Agree on more with the supplier, promise less, or write under alignmentRisks what you do about the gap.',
  because: 'The SLA promises {promised} here; the contract "{contract}" beneath it covers {bought}.',
  about:
    'Each target of a contract is held against the targets of the SLAs that rest on it, like with like only: same metric, unit, window, side and clock. Parts that stand in for each other are left to the check on parts, what a contract names under alignmentRisks is a warning, and settled once it says what is done about it, who owns it, and the day to weigh it again is not past.',
  example: {
    supplier: 'Acme Hosting GmbH',
    contract: 'acme-mailboxes',
    bought: '99.0 % a month',
    what: 'availability',
    sla: 'mail-pilots',
    promised: '99.5 % a month',
  },
  check(contract, pack, report) {
    const bought = targetsOf(contract, pack);
    const slas = slasOver(contract, pack);
    // Where no SLA rests on it alone, there is nothing to support: stand-ins are left to the check on parts.
    let alike = slas.length === 0;
    for (const sla of slas) {
      for (const promise of targetsOf(sla, pack)) {
        const offers = bought.filter((b) => b.metric === promise.metric && b.priority === promise.priority);
        const compared = offers.map((offer) => ({ offer, result: compareTargets(...side(promise, offer), promise.better) }));
        const [unlike] = compared.every(({ result }) => 'unlike' in result) ? compared : [];
        alike ||= compared.some(({ result }) => !('unlike' in result));
        if (unlike) report.cantTell(why(unlike, contract, promise, sla));
        for (const { offer, result } of compared) {
          const weighed = 'unlike' in result || result.comparison !== 'weaker' ? 'settled' : weighedRisk(contract, offer.id, sla, pack);
          if (weighed === 'settled') continue;
          const values = {
            supplier: supplierOf(contract, pack),
            contract: contract.id,
            sla: sla.id,
            what: inWords(promise),
            promised: result.promised,
            bought: result.bought,
          };
          report(offer.at, values, { because: [promise.at], ...(weighed === 'named' && { severity: 'warning' as const }) });
        }
      }
    }
    if (!alike) report.cantTell(`no target of "${contract.id}" is of a sort that the SLAs resting on it promise, so none can be compared`);
  },
});

interface Compared {
  readonly offer: TargetAt;
  readonly result: TargetComparison;
}

function why({ offer, result }: Compared, contract: Thing, promise: TargetAt, sla: Thing): string {
  const words = 'unlike' in result ? fill(unlikeWords[result.unlike], { promised: result.promised, bought: result.bought }) : '';
  return `${offer.id} in "${contract.id}" and ${promise.id} in "${sla.id}" are unlike: ${words}`;
}

function supplierOf(contract: Thing, pack: Reader): string {
  const id = pack.at(contract, 'parties', 'supplier').text;
  const supplier = id === undefined ? undefined : pack.find('supplier', id)[0];
  return (supplier && pack.at(supplier, 'name').text) ?? id ?? 'The supplier';
}

const inWords = ({ metric, priority }: TargetAt) => `${metric.replaceAll('-', ' ')}${priority === undefined ? '' : ` (${priority})`}`;
