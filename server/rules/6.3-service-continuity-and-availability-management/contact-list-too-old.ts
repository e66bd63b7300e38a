// Nobody has tried for too long whether the contacts of a plan can still be reached.
import { compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { formats } from '../../knowledge/formats';
import { graceOf } from '../../model/manifest';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.3-plan-accessible'],
  each: 'continuity plan',
  severity: 'warning',
  says: 'The contacts of the plan "{plan}" are to be tried every {interval}, but {who}; {grace} of grace are over.',
  do: 'Call them, and write down the day.',
  because: 'Tried here for the last time.',
  about:
    'The day on which each contact of a continuity plan was last tried is compared with the interval that the plan names for it, with the grace of the manifest. A plan without such an interval, or a contact without a day, cannot be judged.',
  example: { plan: 'mail-lost', interval: '3 months', who: '"sk" was last tried on 2026-03-02', grace: '14 days' },
  check(plan, pack, report) {
    const every = pack.at(plan, 'contactsInterval');
    const [interval, grace] = [parseInterval(every.text ?? ''), parseInterval(graceOf(pack))];
    if (!interval || !grace) return report.cantTell(`how often the contacts of "${plan.id}" are tried is not written`);
    const old = pack.at(plan, 'contacts').items.flatMap((contact) => {
      const on = contact.get('checked');
      if (on.text === undefined || !formats.date(on.text)) {
        report.cantTell(`when "${contact.get('who').text ?? ''}" was last tried is not written`);
        return [];
      }
      const isOver = compareDates(addInterval(addInterval(on.text, interval), grace), pack.today()) < 0;
      return isOver ? [{ on, words: `"${contact.get('who').text ?? ''}" was last tried on ${on.text}` }] : [];
    });
    if (old.length === 0) return;
    const values = { plan: plan.id, interval: interval.words, who: listed(old.map(({ words }) => words)), grace: graceOf(pack) };
    report(every, values, { because: old.map(({ on }) => on) });
  },
});
