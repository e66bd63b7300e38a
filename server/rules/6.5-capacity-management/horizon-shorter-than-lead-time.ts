// A capacity plan doesn't look as far ahead as it takes until more is there.
import { compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { startOf } from '../../model/standing';
import { rule } from '../rule';

export default rule({
  demands: ['6.5-plan-resources'],
  each: 'capacity plan',
  severity: 'warning',
  says: 'The capacity plan "{plan}" looks {horizon} ahead, but it takes {lead} until there is more of "{what}". So it warns too late.',
  do: 'Look further ahead, at least as far as the longest lead time.',
  because: 'Here it takes {lead}; the plan looks {horizon} ahead.',
  about:
    'How far a capacity plan looks ahead is compared with the longest lead time of its resources and upgrades, both counted from the first day of the plan.',
  example: { plan: 'capacity-2026', horizon: '3 months', lead: '6 months', what: 'mail engineers' },
  check(plan, pack, report) {
    const at = pack.at(plan, 'horizon');
    const horizon = parseInterval(at.text ?? '');
    if (!horizon) return report.cantTell(`how far "${plan.id}" looks ahead is not written`);
    const start = startOf(plan, pack) ?? pack.today();
    const end = addInterval(start, horizon);
    const resources = ['human', 'technical', 'information'].flatMap((sort) => pack.at(plan, 'resources', sort).items);
    const leads = [...resources, ...pack.at(plan, 'upgrades').items].flatMap((item) => {
      const lead = parseInterval(item.get('leadTime').text ?? '');
      const what = item.get('what').text ?? item.get('id').text ?? '';
      return lead ? [{ at: item.get('leadTime'), what, words: lead.words, day: addInterval(start, lead) }] : [];
    });
    const [longest] = leads.sort((a, b) => compareDates(b.day, a.day));
    if (!longest || compareDates(longest.day, end) <= 0) return;
    report(at, { plan: plan.id, horizon: horizon.words, lead: longest.words, what: longest.what }, { because: [longest.at] });
  },
});
