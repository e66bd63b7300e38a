// An agreement beneath was made for less use than the SLAs above it promise together.
import { sumAgainst } from '../../arithmetic/sums';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import { olasOn, partyName, slasOver } from '../../model/supply';
import { weighedRisk } from '../../model/weighed';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['7.2-contract-workload', '7.2-alignment', '6.1-underpinned'],
  each: ['contract', 'component of another party'],
  severity: 'warning',
  says: '{party} carries {limit} {what}, but more is promised above it: {sum} in {slas}.',
  do: 'Agree on more with {party}, allow less above, or write a line without target under alignmentRisks with what you do about the gap.',
  works: '{party} carries {limit} {what}; above it stand {sum} in {slas}.',
  because: 'An SLA above promises this; {party} carries {limit} {what}.',
  about:
    'Each workload limit of a contract or OLA is compared with the sum of the limits that the SLAs resting on it have for the same thing, counted over the same time. Limits for things of another name, or counted over another time, are not added. A line without target under alignmentRisks with what is done about it and by whom settles it.',
  example: {
    party: 'Acme Hosting GmbH',
    limit: '900',
    what: 'tickets a month',
    slas: 'the SLAs "mail-pilots" and "mail-berths"',
    sum: '900 + 300 = 1200',
  },
  check(subject, pack, report) {
    const agreements: readonly Thing[] = subject.sort === 'component' ? olasOn(subject, pack) : [subject];
    for (const agreement of agreements) {
      const slas = slasOver(agreement, pack);
      for (const line of pack.at(agreement, 'workload').items) {
        const limit = line.get('limit');
        const above = slas.flatMap((sla) => {
          const same = pack
            .at(sla, 'workload')
            .items.filter((other) => nameOf(other) === nameOf(line) && other.get('limit').text !== undefined);
          return same.map((other) => ({ sla, at: other.get('limit') }));
        });
        if (limit.text === undefined || nameOf(line) === '' || above.length === 0) continue;
        const parts = above.map(({ at }) => at.text ?? '');
        const sum = sumAgainst(parts, limit.text);
        if ('cannotTell' in sum) report.cantTell(sum.cannotTell);
        else {
          const names = [...new Set(above.map(({ sla }) => `"${sla.id}"`))];
          const per = line.get('per').text;
          const what = `${line.get('what').text ?? ''}${per === undefined ? '' : ` a ${per}`}`;
          const values = {
            party: partyName(agreement, pack),
            limit: limit.text,
            what,
            slas: `the SLA${names.length > 1 ? 's' : ''} ${listed(names)}`,
            sum: sum.working,
          };
          const because = above.map(({ at }) => at);
          report.works([...because, limit], values);
          const isSettled = above.some(({ sla }) => weighedRisk(agreement, undefined, sla, pack) === 'settled');
          if (sum.isMore && !isSettled) report(limit, values, { because });
        }
      }
    }
  },
});

/** What is counted, and over which time. */
function nameOf(line: At): string {
  const what = line.get('what').text?.trim().toLowerCase();
  return what === undefined ? '' : [what, line.get('per').text].filter(Boolean).join(' per ');
}
