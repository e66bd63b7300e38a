// A test counts as passed, though a service was back too late, or too much was lost.
import { sumAgainst } from '../../arithmetic/sums';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { AIM_WORDS, type Aim, agreedFor, agreedOn, recoveryOf } from '../../model/recovery';
import { rule } from '../rule';

const AIMS: readonly Aim[] = ['recoveryTime', 'recoveryPoint'];

export default rule({
  demands: ['6.3-test-results'],
  each: 'test',
  severity: 'error',
  says: 'The test "{test}" counts as passed, but the {aim} of "{service}" was {reached}, and {allowed} was required.',
  do: 'Say that it was not passed, and what is done about it.',
  because: 'A {aim} of {allowed} was required here; the test "{test}" reached {reached}.',
  fix: 'Write that the test was not passed',
  about:
    'What a test that was passed reached is compared with the continuity requirements that were agreed and in force on its day; where there are none, with the version of the plan in force on that day. Of several the one that allows most counts. Where there was neither, nobody can tell.',
  example: { test: 'test-2026-04', aim: 'recovery time', service: 'mail', reached: '6 h 10 min', allowed: '4 h' },
  check(test, pack, report) {
    const passed = pack.at(test, 'passed');
    const day = test.day;
    if (!passed.isTrue || day === undefined) return;
    for (const line of pack.at(test, 'achieved').items) {
      const id = line.get('service').text;
      for (const service of id === undefined ? [] : pack.find('service', id)) {
        for (const aim of AIMS) {
          const reached = line.get(aim);
          if (reached.text === undefined) continue;
          const required = requiredOf(service, aim, test, day, pack);
          if (required.length === 0) report.cantTell(`what was required of "${service.id}" on ${day} is not on record`);
          const compared = required.map(({ at, text }) => ({ at, text, result: sumAgainst([reached.text ?? ''], text) }));
          const missed = compared.filter(({ result }) => 'isMore' in result && result.isMore);
          const [first] = missed;
          if (!first || missed.length < compared.length) continue;
          const values = { test: test.id, aim: AIM_WORDS[aim], service: service.id, reached: reached.text, allowed: first.text };
          report(reached, values, { because: missed.map(({ at }) => at), fix: { set: passed, to: 'false' } });
        }
      }
    }
  },
});

interface Required {
  readonly at: At;
  readonly text: string;
}

function requiredOf(service: Thing, aim: Aim, test: Thing, day: string, pack: Reader): readonly Required[] {
  const agreed = agreedFor(service, aim, day, pack);
  if (agreed.length > 0) return agreed;
  const plans = pack.find('continuity-plan', pack.at(test, 'plan').text ?? '').filter((plan) => agreedOn(plan, day));
  return plans.flatMap((plan) => {
    const at = recoveryOf(plan, service.id, pack)?.get(aim);
    return at?.text === undefined ? [] : [{ at, text: at.text }];
  });
}
