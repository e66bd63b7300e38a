// An upgrade comes under a contract that is over by then.
import { compareDates, LAST_DAY } from '../../arithmetic/dates';
import { fixedEnd } from '../../arithmetic/term';
import { termOf } from '../../model/standing';
import { dayAt, upgradeName } from '../../model/upgrades';
import { rule } from '../rule';

export default rule({
  demands: ['6.5-sufficient'],
  each: 'capacity plan',
  severity: 'warning',
  says: 'The upgrade "{upgrade}" is to be ready on {when} under the contract "{contract}", which ends on {end}.',
  do: 'Have the contract go on beyond that day, or plan the upgrade under another one.',
  because: 'The contract "{contract}" ends on {end}; the upgrade is ready on {when}.',
  about:
    'The day on which an upgrade is ready is compared with the last day of the contract that it comes under. A contract that renews by itself has no such day, and a newer version of it that runs longer settles it.',
  example: { upgrade: 'cloud-2026', when: '2026-09-01', contract: 'acme-cloud', end: '2026-06-30' },
  check(plan, pack, report) {
    for (const upgrade of pack.at(plan, 'upgrades').items) {
      const [id, when] = [upgrade.get('contract').text, dayAt(upgrade.get('when'))];
      if (id === undefined || when === undefined) continue;
      const contracts = pack.find('contract', id).filter((c) => c.frame.says.status === 'agreed');
      const ends = contracts.map((contract) => ({ contract, end: fixedEnd(termOf(contract.frame.says.term)) }));
      const [last] = ends.sort((a, b) => compareDates(b.end ?? LAST_DAY, a.end ?? LAST_DAY));
      if (!last) report.cantTell(`there is no agreed contract "${id}"`);
      else if (last.end !== undefined && compareDates(last.end, when) < 0) {
        const values = { upgrade: upgradeName(upgrade), when, contract: id, end: last.end };
        report(upgrade.get('when'), values, { because: [pack.at(last.contract, 'term')] });
      }
    }
  },
});
