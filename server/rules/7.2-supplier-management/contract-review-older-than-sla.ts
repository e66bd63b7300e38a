// An SLA changed, and nobody has held the contract beneath it against what the services need since.
import { compareDates } from '../../arithmetic/dates';
import { dueDate } from '../../arithmetic/interval';
import { dayAt } from '../../model/approval';
import type { At } from '../../model/at';
import { changesOf, latest } from '../../model/history';
import { graceOf } from '../../model/manifest';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { standing, startOf } from '../../model/standing';
import { slasOver } from '../../model/supply';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['8.3.4.1-contract-review'],
  each: 'contract',
  severity: 'error',
  says: 'The contract "{contract}" was last held against what the services need on {last}, but after that {slas} changed, and {grace} of grace are over.',
  do: 'Compare the contract with what the SLA says now, and record that in a supplier review.',
  because: 'This SLA changed after the contract "{contract}" was last looked at, on {last}.',
  about:
    'The latest review of a contract that a supplier review records is held against the latest new version of each SLA that rests on it; where there is none yet, against the first day of the contract. A new version of the contract, or a line of its history by which it was looked through, counts as well. The first version of an SLA is no change, and the grace of the manifest is added to the day from which the new one holds.',
  example: { contract: 'acme-mailboxes', last: '2026-02-10', slas: 'the SLA "mail-pilots" (2026-06-01)', grace: '14 days' },
  check(contract, pack, report) {
    const slas = slasOver(contract, pack);
    if (slas.length === 0) return report.cantTell(`no SLA in force rests on "${contract.id}"`);
    const last = lastLook(contract, pack);
    if (last === undefined) return report.cantTell(`when "${contract.id}" began, or was last looked at, is not written`);
    const newer = slas.flatMap((sla) => {
      const at = latest(changesOf(sla, pack));
      return at?.text !== undefined && compareDates(at.text, last.day) > 0 && isOver(begun(sla, at.text, pack), pack) ? [{ sla, at }] : [];
    });
    if (newer.length === 0) return;
    const words = newer.map(({ sla, at }) => `"${sla.id}" (${at.text})`);
    const values = {
      contract: contract.id,
      last: last.day,
      slas: `the SLA${words.length > 1 ? 's' : ''} ${listed(words)}`,
      grace: graceOf(pack),
    };
    report(pack.at(contract, 'id'), values, { because: [...newer.map(({ at }) => at), ...(last.at ? [last.at] : [])] });
  },
});

/** The day from which the new version counts: it may be made before its first day. */
function begun(sla: Thing, made: string, pack: Reader): string {
  const from = startOf(sla, pack);
  return from !== undefined && compareDates(from, made) > 0 ? from : made;
}

function isOver(day: string, pack: Reader): boolean {
  const due = dueDate({ last: day, interval: graceOf(pack) })?.due ?? day;
  return compareDates(due, pack.today()) < 0;
}

/** The latest day on which somebody held it against something, with where it says so. */
function lastLook(contract: Thing, pack: Reader): { readonly day: string; readonly at?: At } | undefined {
  const reviews = pack
    .references(contract)
    .flatMap((r) => (r.kind === 'supplier-review' && r.path[0] === 'contract' ? (pack.root(r) ?? []) : []));
  const reviewed = [...new Set(reviews)].flatMap((review) => {
    const at = pack.at(review, 'contractReview');
    const day = dayAt(at.get('on')) ?? review.day;
    return at.written && day !== undefined && standing(review, pack, true) === 'counts' ? [{ day, at }] : [];
  });
  const line = latest(pack.at(contract, 'history').items);
  const looked = line?.text === undefined ? [] : [{ day: line.text, at: line }];
  const start = startOf(contract, pack);
  const all = [...(start === undefined ? [] : [{ day: start }]), ...looked, ...reviewed];
  return all.sort((a, b) => compareDates(a.day, b.day)).at(-1);
}
