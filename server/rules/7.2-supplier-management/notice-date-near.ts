// The last day on which a contract can be ended comes near, and nobody has decided whether it goes on.
import { compareDates } from '../../arithmetic/dates';
import { horizonOf } from '../../model/manifest';
import { openRenewal } from '../../model/renewal';
import { rule } from '../rule';

export default rule({
  demands: ['7.2-contract-termination'],
  each: 'contract',
  severity: 'warning',
  says: 'Notice for the contract "{contract}" has to be there by {noticeBy}; without it, the contract goes on from {end} until {goesOnTo}.',
  do: 'Decide whether it goes on: write that under renewalDecision, or give notice and write the last day under to.',
  works: 'The last day for notice is {noticeBy}; without it, the contract goes on from {end} until {goesOnTo}.',
  because: 'It goes on for this long each time, unless notice arrives in time.',
  fix: 'Write down who decided to let it go on, and why',
  about:
    'The renewals of a contract are followed to the end of the term that runs today, and the period of notice is counted back from there. It is said from the horizon of the manifest on (three months, unless it says otherwise). A contract that does not renew by itself, has a fixed last day or no period of notice, or whose going on was decided in the running term, says nothing.',
  example: { contract: 'acme-mailboxes', noticeBy: '2026-12-15', end: '2027-03-14', goesOnTo: '2028-03-14' },
  check(contract, pack, report) {
    const renewal = openRenewal(contract, pack);
    if (!renewal) return;
    const term = pack.at(contract, 'term');
    const values = { contract: contract.id, ...renewal };
    report.works(
      ['from', 'initial', 'renewal', 'notice'].map((field) => term.get(field)).filter((at) => at.written),
      values,
    );
    if (compareDates(renewal.noticeBy, pack.today()) < 0 || compareDates(renewal.noticeBy, horizonOf(pack)) > 0) return;
    report(term.get('notice'), values, { because: [term.get('renewal')], fix: { add: term.get('renewalDecision') } });
  },
});
