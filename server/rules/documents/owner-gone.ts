// A document in force, or a service, belongs to somebody who has left.
import { dayAt } from '../../model/approval';
import { standing } from '../../model/standing';
import { rule } from '../rule';

export default rule({
  demands: [],
  each: 'person',
  severity: 'error',
  says: 'Nobody answers for {what} any more: {who}, its owner, left on {until}.',
  do: 'Name somebody else as its owner.',
  because: '{who} left on {until}.',
  about:
    'The owners of documents that are in force, and of services that are not retired, are compared with the people of the manifest. Whoever is past the last day that stands there can no longer own anything. Owners who are only named, without being among those people, are left alone, and so are drafts and what is withdrawn or has run out.',
  example: { who: 'K. Meer', until: '2026-04-30', what: 'the document "security"' },
  check(person, pack, report) {
    const at = pack.at(person, 'until');
    const until = dayAt(at);
    if (until === undefined || until >= pack.today()) return;
    const who = pack.called(person);
    for (const reference of pack.references(person)) {
      const owned = pack.owner(reference);
      const root = pack.root(reference);
      if (reference.path.at(-1) !== 'owner' || !owned || !root || owned.frame.form === 'record') continue;
      const isDocument = owned === root && ['controlled', 'register'].includes(root.frame.form);
      const isService = owned.sort === 'service' && pack.at(owned, 'status').text !== 'retired';
      if ((!isDocument && !isService) || standing(root, pack) !== 'counts') continue;
      const what = isService ? `the service "${owned.id}"` : `the document "${owned.id}"`;
      report(pack.at(root, ...reference.path), { who, until, what }, { because: [at] });
    }
  },
});
