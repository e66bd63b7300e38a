// Use reaches its threshold before more can be there.
import { type Addition, firstReaching } from '../../arithmetic/capacity';
import { compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import type { At } from '../../model/at';
import { chainOf } from '../../model/chain';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { holds } from '../../model/supply';
import { dayAt, type Upgrade, type UseAt, upgradeName, upgradesIn, upgradesOf, usesOf } from '../../model/upgrades';
import { isNone } from '../../model/written';
import { rule } from '../rule';

export default rule({
  demands: ['6.5-plan-upgrades', '6.5-sufficient'],
  each: 'service',
  severity: 'warning',
  says: '"{resource}" reaches its {level} by {day} ({use}), and {late}.',
  do: 'Have more there in time, or name the change by which it is under way.',
  because: 'By then "{resource}" reaches its {level}.',
  about:
    'The forecast of each resource that a service or one of its components uses is compared with its threshold, with what upgrades add until then. Without an upgrade ready by that day it is too late once the day before which it had to be ordered is past. An upgrade that a change has started may be ready later, as long as the capacity itself lasts until then. Where nothing is forecast, or how much an upgrade adds is not written, nobody can tell.',
  example: {
    resource: 'storage of the mailboxes',
    level: 'capacity',
    day: '2027-03-01',
    use: '10 TB of 10 TB',
    late: 'its upgrade "shelves" is ready only on 2027-03-15',
  },
  check(service, pack, report) {
    const resources = resourcesOf(service, pack);
    const watched = resources.filter((r) => pack.at(r, 'threshold').written);
    if (watched.length === 0) report.cantTell(`no capacity plan in force gives a threshold for what "${service.id}" uses`);
    for (const resource of watched) {
      const verdict = judge(resource, pack);
      if (verdict === 'enough') continue;
      const name = pack.at(resource, 'what').text ?? resource.id;
      if ('open' in verdict) report.cantTell(`${verdict.open} ("${name}")`);
      else {
        const { use, level, provided, late, at } = verdict;
        const words = provided === '' ? use.value : `${use.value} of ${provided}`;
        report(at, { resource: name, level, day: use.by, use: words, late }, { because: [use.at] });
      }
    }
  },
});

/** Those that name the service, or a component that it can't do without. */
function resourcesOf(service: Thing, pack: Reader): readonly Thing[] {
  const parts = [service, ...chainOf(service, pack, () => false).parts.values()];
  const owners = parts.flatMap((part) => pack.references(part).flatMap((r) => r.owner ?? []));
  return [...new Set(owners)].filter((t) => t.sort === 'resource' && holds(t, pack));
}

/** `open`: nobody can tell, and why. `late`: what comes too late, found at `at`. */
type Verdict = 'enough' | { readonly open: string } | (Reached & { readonly late: string; readonly at: At });

/** What is reached first of all, and with which use. */
interface Reached {
  readonly level: string;
  readonly use: UseAt;
  /** "10 TB + 5 TB": what is there on that day, as far as it is written. */
  readonly provided: string;
}

function judge(resource: Thing, pack: Reader): Verdict {
  const today = pack.today();
  const [threshold, capacity] = [pack.at(resource, 'threshold'), pack.at(resource, 'capacity').text];
  const uses = usesOf(resource, pack);
  const upgrades = upgradesOf(resource, pack);
  const there = upgrades.filter((u) => compareDates(u.when, today) <= 0);
  const ahead = upgrades.filter((u) => compareDates(u.when, today) > 0);
  // Until then an upgrade that is under way is waited for.
  let waited = '';
  for (let i = 0; i <= ahead.length; i++) {
    const ready = [...there, ...ahead.slice(0, i)];
    const later = uses.filter(({ by }) => compareDates(by, waited) >= 0);
    const reaching = (level: string) => firstReaching(later, level, capacity, additionsOf(ready));
    const use = reaching(threshold.text ?? '');
    if (use === 'unlike') return { open: "its capacity, threshold and use can't be compared" };
    if (!use) return endOf(uses, today);
    const silent = ready.find((u) => u.adds === undefined);
    if (silent) return { open: `how much the upgrade "${silent.name}" adds is not written` };
    const next = ahead[i];
    const provided = [capacity, ...ready.filter((u) => compareDates(u.when, use.by) <= 0).map((u) => u.adds)].filter(Boolean).join(' + ');
    const found = { level: `threshold of ${threshold.text}`, use, provided };
    if (!next) return withoutUpgrade(resource, found, pack);
    const when = next.at.get('when');
    const late = `its upgrade "${next.name}" is ready only on ${next.when}`;
    const isLate = compareDates(next.when, use.by) > 0;
    if (!next.isStarted && isLate) return { ...found, late, at: when };
    if (!next.isStarted && next.startBy !== undefined && compareDates(next.startBy, today) < 0)
      return { ...found, late: `its upgrade "${next.name}" had to be started by ${next.startBy}, but names no change`, at: when };
    if (!isLate) continue;
    const full = reaching('100 %');
    if (full === 'unlike') return { open: "when its capacity is used up can't be told" };
    if (full && compareDates(full.by, next.when) < 0) return { level: 'capacity', use: full, provided, late, at: when };
    waited = next.when;
  }
  return 'enough';
}

const additionsOf = (upgrades: readonly Upgrade[]): readonly Addition[] =>
  upgrades.flatMap(({ when, adds }) => (adds === undefined ? [] : [{ on: when, adds }]));

/** No upgrade is planned: too late once it can no longer be ordered. A reason for planning none settles it. */
function withoutUpgrade(resource: Thing, found: Reached, pack: Reader): Verdict {
  const list = upgradesIn(resource, pack);
  if (isNone(list.value) && /because/i.test(list.text ?? '')) return 'enough';
  const unplaced = list.items.find((u) => !u.get('resource').written || (u.get('resource').text === resource.id && !dayAt(u.get('when'))));
  if (unplaced) return { open: `for what or for when the upgrade "${upgradeName(unplaced)}" is meant is not written` };
  const lead = parseInterval(pack.at(resource, 'leadTime').text ?? '');
  const startBy = lead ? addInterval(found.use.by, lead, -1) : found.use.by;
  const inTime = compareDates(startBy, pack.today()) >= 0;
  if (inTime) return lead ? 'enough' : { open: 'how long an upgrade would take is not written' };
  const words = lead && `, though with a lead time of ${lead.words} one had to be started by ${startBy}`;
  return { ...found, late: `no upgrade is planned for then${words ?? ''}`, at: pack.at(resource, 'threshold') };
}

/** The threshold isn't reached as far as is forecast: enough, if that is far enough. */
function endOf(uses: readonly UseAt[], today: string): Verdict {
  const isAhead = uses.some(({ by }) => compareDates(by, today) > 0);
  return isAhead ? 'enough' : { open: 'nothing is forecast beyond today' };
}
