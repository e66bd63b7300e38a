// A customer or supplier is looked after by somebody who has left.
import { compareDates } from '../../arithmetic/dates';
import { dayAt } from '../../model/approval';
import { rule } from '../rule';

export default rule({
  demands: ['7.2-manager', '7.1-manager'],
  each: ['customer', 'supplier', 'internal supplier'],
  severity: 'error',
  says: 'Nobody looks after "{party}": {who}, who is named here, left on {until}.',
  do: 'Name somebody else, and tell the other side who it is.',
  because: '{who} left on {until}.',
  about:
    'The business relationship managers of customers and the supplier managers are compared with the people of the manifest. Whoever is past the last day that stands there can no longer look after anybody. Those who are only named, without being among these people, are left alone, and so are former customers and suppliers.',
  example: { party: 'Acme Hosting GmbH', who: 'T. Lind', until: '2026-04-30' },
  check(party, pack, report) {
    for (const field of ['relationshipManager', 'manager']) {
      const at = pack.at(party, field);
      const [person] = at.text === undefined ? [] : pack.find('person', at.text);
      const last = person ? pack.at(person, 'until') : undefined;
      const until = last && dayAt(last);
      if (!person || !last || until === undefined || compareDates(until, pack.today()) >= 0) continue;
      const values = { party: pack.called(party), who: pack.called(person), until };
      report(at, values, { because: [last] });
    }
  },
});
