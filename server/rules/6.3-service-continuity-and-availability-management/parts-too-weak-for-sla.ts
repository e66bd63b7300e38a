// What a service leans on can't, taken together, reach the availability that its SLA promises.
import { reckon } from '../../arithmetic/availability';
import { compareMeasures, parseMeasure } from '../../arithmetic/measure';
import { compareTargets, describeTarget } from '../../arithmetic/target';
import type { At } from '../../model/at';
import { type Chain, chainOf } from '../../model/chain';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { agreementsOn, holds, slasFor } from '../../model/supply';
import { side, type TargetAt, targetsOf } from '../../model/targets';
import { weighedRisk } from '../../model/weighed';
import { rule } from '../rule';
import { weighing } from '../weighing';

const METRIC = 'availability';

export default rule({
  demands: ['6.3-design-achieves'],
  each: 'service',
  severity: 'warning',
  says: 'The parts of "{service}" together come to {working}, promised {promised} in the SLA "{sla}".',
  do: 'Agree on more for the parts, let some stand in for others, promise less, or write under alignmentRisks what you do about the gap.',
  works: 'The parts of "{service}" together come to {working}; the SLA "{sla}" promises {promised}.',
  because: '"{service}" depends on this; its parts together come to {working}.',
  fix: 'Write under alignmentRisks of "{agreement}" what you do about the gap',
  about:
    'The availability promised in an SLA is compared with what contracts, OLAs and availability plans promise for the parts whose loss stops the service, multiplied, with stand-ins counted as such and what they share counted once. Only figures over the same window and clock count. A part without a figure is taken as never failing, so what is found is the best case; where that would do, nobody can tell, unless an availability plan says what the parts come to. A contract or OLA that by itself promises less than the SLA is left to the checks on those.',
  example: {
    service: 'mail',
    working: '99.9 % × 99.5 % × 99.95 % = 99.35 %',
    promised: '99.5 % a month',
    sla: 'mail-pilots',
    agreement: 'acme-mailboxes',
  },
  check(service, pack, report) {
    if (!pack.at(service, 'dependsOn').written) return report.cantTell(`what "${service.id}" depends on is not written`);
    const promises = slasFor([service], pack).flatMap((sla) =>
      targetsOf(sla, pack).flatMap((promise) => (promise.metric === METRIC ? [{ sla, promise }] : [])),
    );
    if (promises.length === 0) report.cantTell(`no SLA in force promises an availability of "${service.id}"`);
    for (const { sla, promise } of promises) {
      const verdict = judge(service, sla, promise, pack);
      if ('open' in verdict) {
        report.cantTell(verdict.open);
        continue;
      }
      const { working, because, short, weigh } = verdict;
      const values = { service: service.id, sla: sla.id, working, promised: describeTarget(promise), agreement: weigh?.by.id ?? '' };
      if (because.length > 0) report.works([promise.at, ...because], values);
      if (short) report(promise.at, values, { because, ...(weigh && weighing(weigh.by, weigh.offer.id, pack)) });
    }
  },
});

/** `open`: nobody can tell, and why. */
type Verdict = { readonly open: string } | Told;

interface Told {
  readonly short: boolean;
  /** Worked out from what stands at `because`. */
  readonly working: string;
  readonly because: readonly At[];
  /** The target beside which it may be weighed. */
  readonly weigh?: Offer;
}

/** What is promised of a part, by whom, and how that stands against the SLA by itself. */
interface Figure {
  readonly offer: TargetAt;
  readonly by: Thing;
  readonly weaker: boolean;
}

interface Known extends Figure {
  readonly name: string;
  readonly part: Thing;
}

function judge(service: Thing, sla: Thing, promise: TargetAt, pack: Reader): Verdict {
  const figures = new Map<Thing, Figure | undefined>();
  const figure = (part: Thing) => {
    if (!figures.has(part)) figures.set(part, best(offersOn(part, pack), promise));
    return figures.get(part);
  };
  const chain = chainOf(service, pack, (part) => figure(part) !== undefined);
  const known = [...chain.parts].flatMap(([name, part]): Known[] => {
    const of = figure(part);
    return of ? [{ name, part, ...of }] : [];
  });
  const once = known.filter((k) => !isPromisedWith(k, known, chain));
  const [atWorst, atBest] = [known, once].map((of) =>
    reckon(chain.structure, new Map(of.map((k) => [k.name, k.offer.target])), promise.target),
  );
  if (!atWorst || !atBest) return { open: `the parts of "${service.id}" and "${promise.target}" in "${sla.id}" can't be reckoned up` };
  const open = openIn(chain, known);
  const placesOf = (of: readonly Known[]) => of.map(({ offer }) => offer.at);
  if (!atWorst.short && open.length === 0) return { short: false, working: atWorst.working, because: placesOf(known) };
  const doubt = known.length > once.length ? ['whether one promise for several parts holds for each of them is not said'] : [];
  if (!atBest.short) return byPlan(service, promise, [...open, ...doubt].join('; '), pack);
  const agreed = known.filter(({ by }) => by.sort === 'contract' || by.sort === 'ola');
  const working = open.length === 0 ? atBest.working : `${atBest.working} at best (${open.join('; ')})`;
  const isSettled = agreed.some(({ by, offer }) => weighedRisk(by, offer.id, sla, pack) === 'settled');
  if (isSettled) return { short: false, working, because: placesOf(once) };
  const alone = agreed.find(({ name, weaker }) => weaker && chain.needed.has(name));
  if (alone) return { open: `"${alone.part.id}" alone is promised ${describeTarget(alone.offer)}, less than "${sla.id}" promises` };
  const unweighed = agreed.filter(({ by, offer }) => weighedRisk(by, offer.id, sla, pack) !== 'named');
  const [weakest] = unweighed.sort((a, b) => compareTexts(a.offer.target, b.offer.target));
  return { short: true, working, because: placesOf(once), ...(weakest && { weigh: weakest }) };
}

/** The lower percentage first. */
function compareTexts(a: string, b: string): number {
  const [one, other] = [parseMeasure(a), parseMeasure(b)];
  return (one && other && compareMeasures(one, other)) ?? 0;
}

/** What nobody says, in clauses. */
function openIn({ parts, unclear }: Chain, known: readonly Known[]): readonly string[] {
  const silent = [...parts].filter(([name]) => !known.some((k) => k.name === name)).map(([, { id }]) => `"${id}"`);
  return [...(silent.length > 0 ? [`nothing comparable is promised for ${silent.join(', ')}`] : []), ...unclear];
}

/** One promise for several parts in a row may be meant for all of them together: it certainly holds once. */
function isPromisedWith({ name, offer }: Known, known: readonly Known[], { needed }: Chain): boolean {
  const first = known.find((k) => needed.has(k.name) && k.offer.at.doc === offer.at.doc && k.offer.at.path.join() === offer.at.path.join());
  return needed.has(name) && first?.name !== name;
}

/** Where that much is open, what an availability plan says the parts come to. */
function byPlan(service: Thing, promise: TargetAt, open: string, pack: Reader): Verdict {
  const claim = best(
    planned(service, pack).filter(({ offer }) => offer.at.path.at(-1) === 'workedOut'),
    promise,
  );
  if (!claim) return { open };
  return { short: claim.weaker, working: `${claim.offer.target} by the reckoning of the plan "${claim.by.id}"`, because: [claim.offer.at] };
}

interface Offer {
  readonly offer: TargetAt;
  readonly by: Thing;
}

/** The strongest of what can be held against the promise at all. */
function best(offers: readonly Offer[], promise: TargetAt): Figure | undefined {
  const alike = offers.flatMap((o) => {
    const result = compareTargets(...side(promise, o.offer), 'more');
    const measure = parseMeasure(o.offer.target);
    return 'unlike' in result || !measure ? [] : [{ ...o, weaker: result.comparison === 'weaker', measure }];
  });
  return alike.sort((a, b) => compareMeasures(b.measure, a.measure) ?? 0)[0];
}

/** Promises for a component by those who deliver it; for a supporting service what an availability plan says. */
function offersOn(part: Thing, pack: Reader): readonly Offer[] {
  if (part.sort === 'service') return planned(part, pack);
  return agreementsOn(part, pack).flatMap((by) => targetsOf(by, pack).flatMap((offer) => (offer.metric === METRIC ? [{ offer, by }] : [])));
}

/** What availability plans in force say a service comes to, by its parts or else as an aim. */
function planned(service: Thing, pack: Reader): readonly Offer[] {
  return pack.references(service).flatMap((r) => {
    const root = pack.root(r);
    const [list, , field] = r.path.slice(-3);
    const isPlan = r.kind === 'availability-plan' || r.path[0] === 'availability';
    if (!root || !isPlan || list !== 'targets' || field !== 'service' || !holds(root, pack)) return [];
    const item = pack.at(root, ...r.path.slice(0, -1));
    const at: At = item.get('workedOut').written ? item.get('workedOut') : item.get('target');
    if (at.text === undefined) return [];
    const offer = {
      id: service.id,
      at,
      item,
      metric: METRIC,
      better: 'more' as const,
      target: at.text,
      window: item.get('window').text,
      clock: item.get('clock').text,
    };
    return [{ offer, by: root }];
  });
}
