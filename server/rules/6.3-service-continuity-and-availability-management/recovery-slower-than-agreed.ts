// A plan gives a service more time to come back, or lets more work be lost, than was agreed.
import { sumAgainst } from '../../arithmetic/sums';
import { AIM_WORDS, type Aim, agreedFor } from '../../model/recovery';
import { rule } from '../rule';

const AIMS: readonly Aim[] = ['recoveryTime', 'recoveryPoint'];

export default rule({
  demands: ['6.3-plan-recovery'],
  each: 'continuity plan',
  severity: 'error',
  says: 'The plan "{plan}" aims at a {aim} of {planned} for "{service}", but {agreed} was agreed in "{document}".',
  do: 'Plan for what was agreed, or agree on a longer time with the customers.',
  works: 'A {aim} of {agreed} was agreed for "{service}" in "{document}"; the plan "{plan}" aims at {planned}.',
  because: 'A {aim} of {agreed} was agreed here; the plan "{plan}" aims at {planned}.',
  about:
    'The recovery times and recovery points of a continuity plan are compared with the continuity requirements that are agreed and in force, and with targets of SLAs that count them around the clock. Times that depend on a calendar, such as working days, cannot be compared with hours.',
  example: { plan: 'mail-lost', aim: 'recovery time', planned: '8 h', service: 'mail', agreed: '4 h', document: 'needs' },
  check(plan, pack, report) {
    for (const item of pack.at(plan, 'recovery').items) {
      const id = item.get('service').text;
      for (const service of id === undefined ? [] : pack.find('service', id)) {
        for (const aim of AIMS) {
          const planned = item.get(aim);
          if (planned.text === undefined) continue;
          for (const { at, text, by } of agreedFor(service, aim, pack.today(), pack)) {
            const compared = sumAgainst([planned.text], text);
            const values = {
              plan: plan.id,
              aim: AIM_WORDS[aim],
              planned: planned.text,
              service: service.id,
              agreed: text,
              document: by.id,
            };
            if ('cannotTell' in compared) report.cantTell(compared.cannotTell);
            else report.works([at, planned], values);
            if ('isMore' in compared && compared.isMore) report(planned, values, { because: [at] });
          }
        }
      }
    }
  },
});
