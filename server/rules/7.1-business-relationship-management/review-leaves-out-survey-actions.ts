// Since the last survey nobody has told the customer what became of its actions.
import { compareDates } from '../../arithmetic/dates';
import type { Thing } from '../../model/pack';
import { reviewsWith } from '../../model/parties';
import type { Reader } from '../../model/reader';
import { standing } from '../../model/standing';
import { addTo, rule } from '../rule';

export default rule({
  demands: ['7.1-satisfaction-actions'],
  each: 'service review',
  severity: 'warning',
  says: 'The review "{review}" does not say what became of the actions of the survey "{survey}", nor did any other since it was made.',
  do: 'Say under satisfaction how each action stands; done is not yet an outcome.',
  because: 'These are the actions of the survey "{survey}".',
  fix: 'Add the survey to the review "{review}"',
  about:
    'The latest review with a customer is compared with the last survey before it that asked this customer and has actions. One review since the survey that names it will do.',
  example: { review: 'pilots-2026-04', survey: 'users-2025' },
  check(review, pack, report) {
    const day = review.day;
    if (day === undefined) return;
    const others = reviewsWith(review, pack);
    if (others.some((r) => r.day !== undefined && compareDates(r.day, day) > 0 && compareDates(r.day, pack.today()) <= 0)) return;
    const customers = pack.at(review, 'customers').items.flatMap((c) => c.text ?? []);
    for (const survey of new Set(customers.flatMap((id) => lastSurvey(id, day, pack) ?? []))) {
      const since = [review, ...others].filter((r) => compareDates(r.day ?? '', survey.day ?? '') >= 0);
      const isTold = (r: Thing) => pack.at(r, 'satisfaction').items.some((s) => s.get('survey').text === survey.id);
      if (since.some(isTold)) continue;
      const at = pack.at(review, 'satisfaction');
      report(
        at,
        { review: review.id, survey: pack.at(survey, 'title').text ?? survey.id },
        { because: [pack.at(survey, 'actions')], fix: { add: addTo(at) } },
      );
    }
  },
});

/** The last survey before a day that asked the customer, where it has actions. */
function lastSurvey(customer: string, day: string, pack: Reader): Thing | undefined {
  const asked = pack
    .find('customer', customer)
    .flatMap((c) =>
      pack.references(c).flatMap((r) => (r.kind === 'satisfaction-survey' && r.schema['x-about'] === true ? (pack.root(r) ?? []) : [])),
    );
  const before = [...new Set(asked)].filter(
    (s) => s.day !== undefined && compareDates(s.day, day) < 0 && standing(s, pack, true) === 'counts',
  );
  const last = before.sort((a, b) => compareDates(a.day ?? '', b.day ?? '')).at(-1);
  return last && pack.at(last, 'actions').items.length > 0 ? last : undefined;
}
