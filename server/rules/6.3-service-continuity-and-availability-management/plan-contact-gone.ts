// Somebody in a plan's list of contacts has left, and nobody stands in for them.
import { compareDates } from '../../arithmetic/dates';
import { formats } from '../../knowledge/formats';
import type { At } from '../../model/at';
import type { Reader } from '../../model/reader';
import { isNone } from '../../model/written';
import { rule } from '../rule';

export default rule({
  demands: ['6.3-plan-accessible'],
  each: 'continuity plan',
  severity: 'warning',
  says: 'The plan "{plan}" says to call {who}, who left on {until}, and names nobody in their place.',
  do: 'Name somebody else, or a deputy who is still there.',
  because: 'Here stands that {who} left on {until}.',
  about:
    'The people in the list of contacts of a continuity plan are compared with the days until which the manifest, or the register of a customer or supplier, says they are there. A deputy who is still there, or is given by name only, will do; a reason why there is none will not.',
  example: { plan: 'mail-lost', who: 'T. Lind', until: '2026-05-31' },
  check(plan, pack, report) {
    for (const contact of pack.at(plan, 'contacts').items) {
      const [who, deputy] = [contact.get('who'), contact.get('deputy')];
      const until = leftOn(who, pack);
      if (!until || (deputy.written && !isNone(deputy.value) && !leftOn(deputy, pack))) continue;
      const [person] = pack.target({ refers: SORTS, id: who.text ?? '' });
      const name = (person && pack.at(person, 'name').text) ?? who.text ?? '';
      report(who, { plan: plan.id, who: name, until: until.text ?? '' }, { because: [until] });
    }
  },
});

const SORTS = ['person', 'representative'];

/** Where the last day of somebody stands who is no longer there. */
function leftOn(who: At, pack: Reader): At | undefined {
  const found = who.text === undefined ? [] : pack.target({ refers: SORTS, id: who.text });
  const ends = found.map((person) => pack.at(person, 'until'));
  const gone = ends.filter(({ text }) => text !== undefined && formats.date(text) && compareDates(text, pack.today()) < 0);
  return gone.length === ends.length ? gone[0] : undefined;
}
