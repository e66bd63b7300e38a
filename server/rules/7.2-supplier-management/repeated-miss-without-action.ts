// A supplier misses the same target again and again, and nothing is done about it.
import { compareDates } from '../../arithmetic/dates';
import { inARow } from '../../arithmetic/series';
import { periodsOf } from '../../model/manifest';
import type { Thing } from '../../model/pack';
import { nameOf } from '../../model/parties';
import type { Reader } from '../../model/reader';
import { standing } from '../../model/standing';
import { addTo, rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['7.2-remediation'],
  each: 'missed supplier target',
  severity: 'warning',
  says: '{supplier} missed "{target}" {times} times running ({values}; promised {promised}), and neither an action nor a dispute about it is recorded.',
  do: 'Raise it with the supplier, and write down what was agreed, by whom and until when; or record the dispute.',
  because: 'Here it was missed as well.',
  fix: 'Add an action on "{target}"',
  about:
    'The results of one target are put in a row, review by review and line by line. When as many at its end are missed as the manifest names under tolerances (three, unless it says otherwise), one of them has to have an action or a dispute; an action of the review that names the target counts as well, and so does a dispute about the contract since then. Where a review has actions that name no target, nobody can tell.',
  example: {
    supplier: 'Acme Hosting GmbH',
    target: 'acme-mailboxes/availability',
    times: '3',
    values: '99.7 %, 99.8 % and 99.6 %',
    promised: '99.9 %',
  },
  check(result, pack, report) {
    const target = pack.at(result, 'target').text;
    const rows = rowOf(result, pack);
    if (!rows || target === undefined) return report.cantTell('the target is named in words only, so its other results are not known');
    if (rows.at(-1) !== result || pack.at(result, 'result').text !== 'missed') return;
    const times = inARow(rows, (r) => pack.at(r, 'result').text === 'missed');
    if (times < periodsOf(pack)) return;
    const missed = rows.slice(-times);
    if (missed.some((r) => isActedOn(r, target, pack)) || isDisputed(missed, target, pack)) return;
    const vague = missed.find((r) => actionsBeside(r, pack).some((a) => !a.get('about').written));
    if (vague) return report.cantTell(`actions in "${vague.frame.id}" do not say which target they are about`);
    const values = missed.flatMap((r) => pack.at(r, 'value').text ?? []);
    report(
      pack.at(result, 'result'),
      {
        supplier: supplierOf(result, pack),
        target,
        times: String(times),
        values: values.length < missed.length ? 'see the reviews' : listed(values),
        promised: pack.at(result, 'promised').text ?? 'as in the contract',
      },
      { because: missed.slice(0, -1).map((r) => pack.at(r, 'result')), fix: { add: addTo(pack.at(result, 'actions')) } },
    );
  },
});

/** All results of the same target and time, oldest first; undefined where no agreement defines that target. */
function rowOf(result: Thing, pack: Reader): readonly Thing[] | undefined {
  const id = pack.at(result, 'target').text;
  const [target] = id === undefined ? [] : pack.target({ refers: ['target', 'priority'], id });
  if (!target) return undefined;
  const owners = pack.references(target).flatMap((r) => (r.path.at(-1) === 'target' ? (pack.owner(r) ?? []) : []));
  const time = pack.at(result, 'time').text;
  const alike = owners.filter((o) => o.sort === result.sort && pack.at(o, 'time').text === time && standing(o, pack, true) === 'counts');
  return alike.sort((a, b) => compareDates(a.day ?? '', b.day ?? ''));
}

function supplierOf(result: Thing, pack: Reader): string {
  const review = pack.root(result);
  return nameOf('supplier', review && pack.at(review, 'supplier').text, pack) || 'The supplier';
}

const actionsBeside = (result: Thing, pack: Reader) => {
  const review = pack.root(result);
  return review ? [...pack.at(review, 'actions').items, ...pack.at(review, 'improvements').items] : [];
};

const isActedOn = (result: Thing, target: string, pack: Reader): boolean =>
  pack.at(result, 'actions').written ||
  pack.at(result, 'dispute').written ||
  actionsBeside(result, pack).some((a) => a.get('about').text === target);

/** A dispute about the contract since the first of these reviews: it may be about just this. */
function isDisputed(missed: readonly Thing[], target: string, pack: Reader): boolean {
  const since = missed[0]?.day ?? '';
  const contracts = pack.find('contract', target.split('/')[0] ?? '');
  const disputes = contracts.flatMap((c) => pack.references(c).flatMap((r) => (r.kind === 'dispute' ? (pack.owner(r) ?? []) : [])));
  return disputes.some((d) => compareDates(d.day ?? since, since) >= 0);
}
