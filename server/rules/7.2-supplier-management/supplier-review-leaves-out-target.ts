// A supplier review passes over a target of the contract.
import { daysBetween } from '../../arithmetic/dates';
import type { Period } from '../../arithmetic/periods';
import { usualDays } from '../../arithmetic/windows';
import type { Thing } from '../../model/pack';
import { heldThrough, periodAt, sharesDays } from '../../model/parties';
import type { Reader } from '../../model/reader';
import { type TargetAt, targetsOf } from '../../model/targets';
import { addTo, rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['7.2-performance'],
  each: 'supplier review',
  severity: 'error',
  says: 'The review "{review}" has no result for {targets} of the contract "{contract}".',
  do: 'Add a line for each target, also where all was well; where there was no case, say so as its value.',
  because: 'The contract "{contract}" promises this; the review "{review}" says nothing of it.',
  fix: 'Add a result to "{review}"',
  about:
    'The results of a supplier review are compared with the targets of the contract it is about, in the version that was in force all through the time looked at. Reviews of the same contract that share days with it are taken together. Of a level of urgency there may have been no case, so response and restore times are not asked for. A target that is counted over a longer time than was looked at is left alone, and where results are given in words, nobody can tell.',
  example: { review: 'acme-2026-q1', contract: 'acme-mailboxes', targets: '"availability"' },
  check(review, pack, report) {
    const period = periodAt(pack.at(review, 'period'));
    const results = pack.at(review, 'performance');
    if (!period || !results.written) return;
    const contracts = contractsOf(review, pack);
    if (contracts.length === 0) return report.cantTell(`it is not written which contract "${review.id}" is about`);
    const { held, changed } = heldThrough(contracts, period, pack);
    if (changed) report.cantTell(`a contract changed in the time that "${review.id}" looks at`);
    for (const contract of held) {
      const lines = linesOn(contract, review, period, pack);
      const isSaid = (t: TargetAt) => lines.some((l) => isOf(l, t, contract));
      const left = targetsOf(contract, pack).filter((t) => t.priority === undefined && spans(period, t) && !isSaid(t));
      if (left.length === 0) continue;
      const inWords = lines.find(({ target }) => pack.target({ refers: ['target', 'priority'], id: target }).length === 0);
      if (inWords) return report.cantTell(`"${review.id}" names a target in words ("${inWords.target}")`);
      report(
        results,
        { review: review.id, contract: contract.id, targets: listed(left.map(({ id }) => `"${id}"`)) },
        { because: left.map(({ at }) => at), fix: { add: addTo(results) } },
      );
    }
  },
});

/** The one it names; without one those with its supplier. */
function contractsOf(review: Thing, pack: Reader): readonly Thing[] {
  const named = pack.at(review, 'contract').text;
  if (named !== undefined) return pack.find('contract', named);
  const id = pack.at(review, 'supplier').text;
  const suppliers = id === undefined ? [] : pack.find('supplier', id);
  const roots = suppliers.flatMap((s) =>
    pack.references(s).flatMap((r) => (r.kind === 'contract' && r.schema['x-about'] === true ? (pack.root(r) ?? []) : [])),
  );
  return [...new Set(roots)];
}

interface Line {
  readonly target: string;
}

/** The results in this review and in others on the contract that share days with it. */
function linesOn(contract: Thing, review: Thing, period: Period, pack: Reader): readonly Line[] {
  const others = pack.references(contract).flatMap((r) => (r.kind === review.sort ? (pack.root(r) ?? []) : []));
  const beside = others.filter((o) => {
    const time = periodAt(pack.at(o, 'period'));
    return time !== undefined && sharesDays(time, period);
  });
  return [...new Set([review, ...beside])].flatMap((r) =>
    pack.at(r, 'performance').items.flatMap((line) => {
      const target = line.get('target').text;
      return target === undefined ? [] : [{ target }];
    }),
  );
}

const isOf = ({ target }: Line, promised: TargetAt, contract: Thing): boolean => target === `${contract.id}/${promised.id}`;

/** The time looked at is as long as the target is counted over, give or take what months differ. */
const spans = ({ from, to }: Period, { window }: TargetAt): boolean => (usualDays(window ?? 'case') ?? 0) <= daysBetween(from, to) + 4;
