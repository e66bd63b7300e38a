// The last day on which a contract could be ended went by, and nobody decided that it should go on.
import { compareDates } from '../../arithmetic/dates';
import { openRenewal } from '../../model/renewal';
import { rule } from '../rule';

export default rule({
  demands: ['7.2-contract-termination'],
  each: 'contract',
  severity: 'warning',
  says: 'The last day for notice of the contract "{contract}" was {noticeBy}: it goes on from {end} until {goesOnTo}.',
  do: 'If that is wanted, write it under renewalDecision; if not, ask the supplier for an earlier end, and write that under to.',
  because: 'It goes on for this long each time, unless notice arrives in time.',
  fix: 'Write down who decided to let it go on, and why',
  about:
    'From the day after the last one for notice until the term that runs today has ended. It says nothing in the same cases as for a notice date that is near.',
  example: { contract: 'acme-mailboxes', noticeBy: '2026-12-15', end: '2027-03-14', goesOnTo: '2028-03-14' },
  check(contract, pack, report) {
    const renewal = openRenewal(contract, pack);
    if (!renewal || compareDates(renewal.noticeBy, pack.today()) >= 0) return;
    const term = pack.at(contract, 'term');
    report(
      term.get('notice'),
      { contract: contract.id, ...renewal },
      { because: [term.get('renewal')], fix: { add: term.get('renewalDecision') } },
    );
  },
});
