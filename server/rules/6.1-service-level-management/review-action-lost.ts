// An action was open after a review, and the next ones say nothing of it.
import { compareDates, daysBetween } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { isNone } from '../../model/written';
import { addTo, rule } from '../rule';

export default rule({
  demands: ['6.1-review-minutes'],
  each: 'service review',
  severity: 'warning',
  says: 'The review of {before} left the action "{action}" open ({what}), but the review of {day} says nothing of it.',
  do: 'Write how it stands: still open, done with what it brought, or dropped with the reason.',
  because: 'Here it was open.',
  fix: 'Add the action to this review',
  about:
    'Each action that a review with a customer left open is looked for, by its id, in the next review with that customer. One that was done or dropped since, in a later review, is not lost. Where more than one and a half of the agreed intervals lie between the two, a record is missing, and nobody can tell. The next review has to say which actions there are, or that there are none.',
  example: { before: '2026-01-21', action: 'A-12', what: 'bring the list of addresses up to date', day: '2026-04-22' },
  check(review, pack, report) {
    const next = pack.at(review, 'actions');
    const day = review.day;
    if (day === undefined || (next.items.length === 0 && !isNone(next.value)))
      return report.cantTell('which actions there are is not written');
    for (const before of lastBefore(review, day, pack)) {
      if (isOneBetweenMissing(before, review, pack)) {
        report.cantTell(`the review between ${before.day} and ${day} is not recorded`);
        continue;
      }
      for (const action of pack.at(before, 'actions').items) {
        const id = action.get('id').text;
        if (id === undefined || action.get('state').text !== 'open') continue;
        if (
          reviewsWith(customersOf(before, pack), pack).some((r) => r.day !== undefined && r.day > (before.day ?? '') && names(r, id, pack))
        )
          continue;
        const values = { before: before.day ?? before.id, action: id, what: action.get('what').text ?? 'no more is said of it', day };
        const fix = next.items.length > 0 ? { fix: { add: addTo(next) } } : {};
        report(next.items.length > 0 ? pack.at(review, 'date') : next, values, { because: [action], ...fix });
      }
    }
  },
});

/** More than one and a half of the agreed intervals lie between them: what became of the action may stand in the record that is missing. */
function isOneBetweenMissing(before: Thing, review: Thing, pack: Reader): boolean {
  const slas = pack.at(review, 'slas').items.flatMap((at) => (at.text === undefined ? [] : pack.find('sla', at.text)));
  const agreed = slas.flatMap((sla) => parseInterval(pack.at(sla, 'serviceReview', 'interval').text ?? '') ?? []);
  const [from, to] = [before.day, review.day];
  if (from === undefined || to === undefined || agreed.length === 0) return false;
  const longest = Math.max(...agreed.map((interval) => daysBetween(from, addInterval(from, interval))));
  return daysBetween(from, to) > 1.5 * longest;
}

const names = (review: Thing, id: string, pack: Reader): boolean =>
  pack.at(review, 'actions').items.some((action: At) => action.get('id').text === id);

const customersOf = (review: Thing, pack: Reader): readonly string[] => pack.at(review, 'customers').items.flatMap((at) => at.text ?? []);

/** All reviews with one of these customers. */
function reviewsWith(customers: readonly string[], pack: Reader): readonly Thing[] {
  const references = customers.flatMap((id) => pack.find('customer', id)).flatMap((c) => pack.references(c));
  return [...new Set(references.flatMap((r) => (r.kind === 'service-review' && r.path[0] === 'customers' ? (pack.root(r) ?? []) : [])))];
}

/** Of each customer the review before this one, once where they met together. */
function lastBefore(review: Thing, day: string, pack: Reader): readonly Thing[] {
  const each = customersOf(review, pack).flatMap((customer) => {
    const earlier = reviewsWith([customer], pack).filter((r) => r.day !== undefined && r.day < day);
    return earlier.sort((a, b) => compareDates(a.day ?? '', b.day ?? '')).at(-1) ?? [];
  });
  return [...new Set(each)];
}
