// A plan is tested again and again, and one of its services never has a part in it.
import { periodsOf } from '../../model/manifest';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { startOf } from '../../model/standing';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.3-tested'],
  each: 'continuity plan',
  severity: 'error',
  says: '{services} had no part in the last {tests} of the plan "{plan}", on {days}.',
  do: 'Take it into the next test, or out of the plan.',
  because: 'This test of "{plan}" was held without {services}.',
  about:
    'A round is as many tests of a continuity plan as the manifest counts periods in a row. Where a whole round was held since a service came into the plan, and none of these tests names it, it is found. A test that names no services counts for all of them.',
  example: { plan: 'mail-lost', tests: '2 tests', days: '2025-03-08 and 2026-03-14', services: '"payroll"' },
  check(plan, pack, report) {
    const round = periodsOf(pack);
    const left = pack.at(plan, 'services').items.flatMap((at) => {
      const since = joined(plan, at.text ?? '', pack);
      const tests = testsOf(plan, pack).filter(({ day }) => since === undefined || (day ?? '') >= since);
      const last = tests.slice(-round);
      return last.length === round && last.every((test) => leavesOut(test, at.text ?? '', pack)) ? [{ at, last }] : [];
    });
    const [first] = left;
    if (!first) return;
    const services = listed(left.map(({ at }) => `"${at.text ?? ''}"`));
    const values = {
      plan: plan.id,
      tests: round === 1 ? 'test' : `${round} tests`,
      days: listed(first.last.map(({ day }) => day ?? '')),
      services,
    };
    report(first.at, values, { because: first.last.map((test) => pack.at(test, 'services')) });
  },
});

/** The first day of the earliest version that names the service; undefined where nobody says. */
function joined(plan: Thing, service: string, pack: Reader): string | undefined {
  const naming = pack.find(plan.sort, plan.id).filter((version) => pack.at(version, 'services').items.some((at) => at.text === service));
  const starts = naming.map((version) => startOf(version, pack));
  return starts.includes(undefined) ? undefined : starts.sort()[0];
}

function testsOf(plan: Thing, pack: Reader): readonly Thing[] {
  const tests = pack.references(plan).flatMap((r) => (r.kind === 'plan-test' && r.path[0] === 'plan' ? (pack.root(r) ?? []) : []));
  const held = [...new Set(tests)].filter(({ day }) => day !== undefined && day <= pack.today());
  return held.sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
}

function leavesOut(test: Thing, service: string, pack: Reader): boolean {
  const named = pack.at(test, 'services');
  return named.written && !named.items.some((at) => at.text === service);
}
