// A service is to be back before another that it can't do without.
import { sumAgainst } from '../../arithmetic/sums';
import type { At } from '../../model/at';
import type { Reader } from '../../model/reader';
import { recoveryOf } from '../../model/recovery';
import { rule } from '../rule';

export default rule({
  demands: ['6.3-plan-recovery'],
  each: 'continuity plan',
  severity: 'warning',
  says: '"{service}" is to be back within {time}, but "{needed}", which it needs, only within {later}.',
  do: 'Bring "{needed}" back earlier, or say under needs what "{service}" can do without in reduced working.',
  works: '"{needed}", which "{service}" needs, is to be back within {later}, "{service}" within {time}.',
  because: '"{service}" needs this one within {time}; planned are {later}.',
  about:
    'The recovery time of each service in a continuity plan is compared with that of the services it needs: those under needs, or where the plan names none, those whose loss stops it by the catalogue. A service that the plan does not bring back, and times that depend on a calendar, cannot be judged.',
  example: { service: 'portal', time: '4 h', needed: 'directory', later: '24 h' },
  check(plan, pack, report) {
    for (const item of pack.at(plan, 'recovery').items) {
      const [id, time] = [item.get('service').text, item.get('recoveryTime').text];
      if (id === undefined || time === undefined) continue;
      for (const { id: needed, at } of neededBy(item, id, pack)) {
        const later = recoveryOf(plan, needed, pack)?.get('recoveryTime');
        if (later?.text === undefined) continue;
        const compared = sumAgainst([later.text], time);
        if ('cannotTell' in compared) report.cantTell(compared.cannotTell);
        else {
          const values = { service: id, time, needed, later: later.text };
          report.works([later, item.get('recoveryTime')], values);
          if (compared.isMore) report(item.get('recoveryTime'), values, { because: [later, ...at] });
        }
      }
    }
  },
});

interface Needed {
  readonly id: string;
  /** Where the catalogue says so. */
  readonly at: readonly At[];
}

function neededBy(item: At, id: string, pack: Reader): readonly Needed[] {
  const said = item.get('needs');
  if (said.value !== undefined) return said.items.flatMap((at) => (at.text === undefined ? [] : [{ id: at.text, at: [] }]));
  return pack.find('service', id).flatMap((service) =>
    pack.at(service, 'dependsOn').items.flatMap((needs) => {
      const at = needs.get('service');
      return at.text !== undefined && needs.get('loss').text === 'stops' ? [{ id: at.text, at: [at] }] : [];
    }),
  );
}
