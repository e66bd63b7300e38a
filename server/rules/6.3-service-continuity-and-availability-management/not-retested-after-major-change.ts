// A service changed in a major way, and its plan was not tested again.
import { compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { formats } from '../../knowledge/formats';
import type { At } from '../../model/at';
import { graceOf } from '../../model/manifest';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { startOf } from '../../model/standing';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.3-retested', '6.3-availability-retested'],
  each: ['continuity plan', 'availability plan'],
  severity: 'error',
  says: '{changes} touched {services}, but the plan "{plan}" {tested}, and {grace} of grace are over.',
  do: 'Test it again, and record what came out.',
  because: 'After this change the plan "{plan}" had to be tested again.',
  about:
    'Changes marked as major that were carried out since the plan began are compared with the tests of the plan in which the service they touched had a part. Whether a test that does not say so was compared with that half of a combined plan, nobody can tell. A plan that was never tested at all is left to the check on its tests.',
  example: {
    changes: 'The major change "CHG-71" (2026-03-07)',
    services: '"mail"',
    plan: 'mail-lost',
    tested: 'was last tested on 2026-01-20',
    grace: '14 days',
  },
  check(plan, pack, report) {
    const services = saidIn(plan, 'services', pack);
    if (!services.written) return report.cantTell(`"${plan.id}" does not say which services it covers`);
    const grace = graceOf(pack);
    const tests = testsOf(plan, pack);
    const half = plan.sort === 'availability-plan' ? 'availability' : 'continuity';
    const open = changesSince(begun(plan, pack), services, pack).flatMap(({ change, implemented, day }) => {
      const touched = services.items.filter((at) => textsIn(pack.at(change, 'services')).includes(at.text ?? ''));
      const untested = touched.filter((at) => {
        const since = tests.filter((test) => covers(test, at, pack) && compareDates(test.day ?? '', day) >= 0);
        const silent = since.every((test) => !pack.at(test, 'requirementsTested', half).written) ? since[0] : undefined;
        if (silent) report.cantTell(`"${silent.id}" does not say what of ${half} it was held against`);
        return since.length === 0;
      });
      return untested.length > 0 && isOver(day, grace, pack) ? [{ change, implemented, day, untested }] : [];
    });
    const [first] = open;
    const at = first?.untested[0];
    if (!first || !at) return;
    if (tests.length === 0) return report.cantTell(`"${first.change.id}" is a major change, and no test of "${plan.id}" is recorded yet`);
    const names = new Set(open.flatMap(({ untested }) => untested.map((a) => `"${a.text}"`)));
    const last = tests
      .filter((test) => covers(test, at, pack))
      .map((test) => test.day ?? '')
      .sort(compareDates)
      .at(-1);
    const values = {
      plan: plan.id,
      changes: `The major change${open.length > 1 ? 's' : ''} ${listed(open.map(({ change, day }) => `"${change.id}" (${day})`))}`,
      services: listed([...names]),
      tested: last === undefined ? `was never tested with "${at.text}"` : `was last tested on ${last}`,
      grace,
    };
    report(at, values, { because: open.map(({ implemented }) => implemented) });
  },
});

/** Where a part that stands for a plan says it itself, else where its document does. */
function saidIn(plan: Thing, field: string, pack: Reader): At {
  const root = pack.root(plan) ?? plan;
  const own = pack.at(root, ...plan.path, field);
  return own.written ? own : pack.at(root, field);
}

/** The first day of its first version; undefined where nobody says, so long ago. */
function begun(plan: Thing, pack: Reader): string | undefined {
  const versions = pack.find(plan.sort, plan.id);
  const days = versions.flatMap((v) => [startOf(v, pack), saidIn(v, 'history', pack).get(0, 'on').text]);
  return days.filter((day) => day !== undefined && formats.date(day)).sort()[0];
}

const textsIn = (list: At): readonly string[] => list.items.flatMap((at) => at.text ?? []);

/** Its tests up to today; one without a day can't be placed. */
function testsOf(plan: Thing, pack: Reader): readonly Thing[] {
  const tests = pack.references(plan).flatMap((r) => (r.kind === 'plan-test' && r.schema['x-about'] === true ? (pack.root(r) ?? []) : []));
  return [...new Set(tests)].filter(({ day }) => day !== undefined && compareDates(day, pack.today()) <= 0);
}

/** The service had a part in the test; all have where it names none. */
function covers(test: Thing, service: At, pack: Reader): boolean {
  const named = pack.at(test, 'services');
  return !named.written || textsIn(named).includes(service.text ?? '');
}

interface Carried {
  readonly change: Thing;
  readonly implemented: At;
  readonly day: string;
}

/** Major changes to one of the services that were carried out after that day, the earliest first. */
function changesSince(start: string | undefined, services: At, pack: Reader): readonly Carried[] {
  const things = textsIn(services).flatMap((id) => pack.find('service', id));
  const references = things.flatMap((service) => pack.references(service)).filter((r) => r.schema['x-about'] === true);
  const changes = new Set(references.flatMap((r) => pack.owner(r) ?? []).filter((t) => t.sort === 'change-record'));
  const carried = [...changes].flatMap((change) => {
    const implemented = pack.at(change, 'implemented');
    const day = implemented.text;
    const isMajor = pack.at(change, 'major').isTrue && day !== undefined && formats.date(day);
    return isMajor && (start === undefined || compareDates(day, start) > 0) ? [{ change, implemented, day }] : [];
  });
  return carried.sort((a, b) => compareDates(a.day, b.day));
}

function isOver(day: string, grace: string, pack: Reader): boolean {
  const interval = parseInterval(grace);
  return interval !== undefined && compareDates(addInterval(day, interval), pack.today()) < 0;
}
