// An SLA promises less than its customer said they need, and nobody decided so.
import { compareTargets } from '../../arithmetic/target';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { inForce } from '../../model/standing';
import { holds } from '../../model/supply';
import { side, type TargetAt, targetIn, targetsOf } from '../../model/targets';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-slr-considered'],
  each: 'sla',
  severity: 'warning',
  says: 'The SLA promises {promised} for {what}, but the customer needs {needed} (need "{need}" in "{slr}"), and {decision}.',
  do: 'Promise as much, or write the decision beside the need: what was decided, why, and by whom.',
  works: 'The customer needs {needed} for {what} (need "{need}" in "{slr}"); the SLA promises {promised}.',
  because: 'The need: {needed}.',
  about:
    'Each need with a figure, in the requirements that an SLA answers, is compared with the targets of that SLA: same metric, window, clock and share only, and for one of its services. A need of a time is compared with the fastest priority, and another SLA that answers the same needs may hold what is wanted. A decision that promises less, later or nothing settles it.',
  example: {
    promised: '99.5 % a month',
    what: 'availability',
    needed: '99.9 % a month',
    need: 'N1',
    slr: 'pilots-needs',
    decision: 'no decision about it is written',
  },
  check(sla, pack, report) {
    const targets = targetsOf(sla, pack);
    for (const { need, slr } of needsOf(sla, pack)) {
      const wanted = targetIn(need.get('wanted'), slr, pack);
      const offers = targets.filter((t) => t.metric === wanted?.metric);
      if (!wanted || offers.length === 0) continue;
      const compared = offers.map((offer) => ({ offer, result: compareTargets(...side(wanted, offer), wanted.better) }));
      const like = compared.flatMap(({ offer, result }) => ('comparison' in result ? [{ offer, result }] : []));
      const [first] = like;
      if (!first) report.cantTell(`the need "${need.get('id').text ?? wanted.metric}" and the targets of "${sla.id}" are unlike`);
      else {
        const values = {
          promised: first.result.bought,
          what: inWords(first.offer),
          needed: first.result.promised,
          need: need.get('id').text ?? wanted.metric,
          slr: slr.id,
          decision: need.get('decision').written ? 'the decision says that it is promised' : 'no decision about it is written',
        };
        report.works([wanted.at, first.offer.at], values);
        const isWeaker = like.every(({ result }) => result.comparison === 'weaker') && !isMetBy(othersFor(slr, sla, pack), wanted, pack);
        if (isWeaker) report(first.offer.at, values, { because: [wanted.at] });
      }
    }
  },
});

/** The needs with a figure for a service of the SLA, and without a decision that it gets less. */
function needsOf(sla: Thing, pack: Reader): readonly { need: At; slr: Thing }[] {
  const services = pack.at(sla, 'services').items.flatMap((at) => at.text ?? []);
  const slrs = pack.at(sla, 'requirements').items.flatMap((at) => (at.text === undefined ? [] : pack.find('slr', at.text)));
  return slrs
    .filter((slr) => slr.frame.says.status === 'agreed' && inForce(slr, pack.today()))
    .flatMap((slr) => pack.at(slr, 'requirements').items.map((need) => ({ need, slr })))
    .filter(({ need }) => {
      const service = need.get('service').text;
      const decision = need.get('decision');
      const isSettled = decision.written && decision.get('result').text !== 'promised';
      return !isSettled && (service === undefined || services.includes(service));
    });
}

/** The other SLAs in force that answer the same needs: one of them may hold what is wanted. */
function othersFor(slr: Thing, sla: Thing, pack: Reader): readonly Thing[] {
  const answering = pack.references(slr).flatMap((r) => (r.kind === sla.sort ? (pack.root(r) ?? []) : []));
  return [...new Set(answering)].filter((other) => other !== sla && holds(other, pack));
}

const isMetBy = (slas: readonly Thing[], wanted: TargetAt, pack: Reader): boolean =>
  slas.some((sla) =>
    targetsOf(sla, pack).some((offer) => {
      const result = compareTargets(...side(wanted, offer), wanted.better);
      return 'comparison' in result && result.comparison !== 'weaker';
    }),
  );

const inWords = ({ metric, priority }: TargetAt) => `${metric.replaceAll('-', ' ')}${priority === undefined ? '' : ` (${priority})`}`;
