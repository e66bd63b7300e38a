// Copies are made so rarely that more work can be lost than may be.
import { sumAgainst } from '../../arithmetic/sums';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { type Agreed, agreedFor, recoveryOf } from '../../model/recovery';
import { rule } from '../rule';

export default rule({
  demands: ['6.3-plan-recovery'],
  each: 'continuity plan',
  severity: 'error',
  says: 'The copies of "{service}" let {working} be lost, but no more than {allowed} may be.',
  do: 'Make copies more often, or agree that more may be lost.',
  works: 'The copies of "{service}" let {working} be lost; no more than {allowed} may be.',
  because: 'No more than {allowed} of work may be lost here; the copies let {working} be lost.',
  about:
    'The interval of the backups of a service, and the time that one takes, are added up: what is written just after a copy begins is safe only when the next one is done. The sum is compared with the recovery point that was agreed, or else that of the plan itself. Of several backups of a service the most frequent counts. Where the interval of one is not written, nobody can tell.',
  example: { service: 'mail', working: '1 day + 2 h = 26 h', allowed: '4 h' },
  check(plan, pack, report) {
    const backups = pack.at(plan, 'backups').items;
    const services = new Set(backups.flatMap((backup) => backup.get('services').items.flatMap((at) => at.text ?? [])));
    for (const service of [...services].flatMap((id) => pack.find('service', id))) {
      const own = backups.filter((backup) => backup.get('services').items.some((at) => at.text === service.id));
      if (own.some((backup) => !backup.get('interval').written)) {
        report.cantTell(`how often copies of "${service.id}" are made is not written`);
        continue;
      }
      for (const { at, text } of allowedFor(service, plan, pack)) {
        const compared = own.map((backup) => ({ backup, sum: sumAgainst(timesOf(backup), text) }));
        for (const { backup, sum } of compared) {
          if ('working' in sum) report.works([at, backup.get('interval')], { service: service.id, working: sum.working, allowed: text });
        }
        const open = compared.map(({ sum }) => sum).find((sum) => 'cannotTell' in sum);
        if (open && 'cannotTell' in open) report.cantTell(open.cannotTell);
        else if (compared.every(({ sum }) => !('cannotTell' in sum) && sum.isMore)) {
          for (const { backup, sum } of compared.slice(0, 1)) {
            const working = 'working' in sum ? sum.working : '';
            report(backup.get('interval'), { service: service.id, working, allowed: text }, { because: [at] });
          }
        }
      }
    }
  },
});

const timesOf = (backup: At): readonly string[] => ['interval', 'takes'].flatMap((field) => backup.get(field).text ?? []);

function allowedFor(service: Thing, plan: Thing, pack: Reader): readonly Pick<Agreed, 'at' | 'text'>[] {
  const agreed = agreedFor(service, 'recoveryPoint', pack.today(), pack);
  const own = recoveryOf(plan, service.id, pack)?.get('recoveryPoint');
  return agreed.length > 0 || own?.text === undefined ? agreed : [{ at: own, text: own.text }];
}
