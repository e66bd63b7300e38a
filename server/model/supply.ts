// Who stands on whom: from a component up to the services that stop without it, and to the SLAs that promise them.
// Must not know what is compared along the way.
import type { Thing } from './pack';
import type { Reader } from './reader';
import { inForce } from './standing';

/** The services and components that say they stop without it; those for which something stands in are left out. */
export function stoppedBy(needed: Thing, pack: Reader): readonly Thing[] {
  return pack.references(needed).flatMap((r) => {
    const [list, index] = r.path.slice(-3);
    const owner = list === 'dependsOn' && typeof index === 'number' ? pack.owner(r) : undefined;
    return owner && pack.at(owner, 'dependsOn', index ?? '', 'loss').text !== 'degrades' ? [owner] : [];
  });
}

/** All services that stop without the component, directly or through other parts; circles are walked once, retired services not at all. */
export function servicesOn(component: Thing, pack: Reader): readonly Thing[] {
  const found = new Set<Thing>();
  const walk = (needed: Thing) => {
    for (const owner of stoppedBy(needed, pack)) {
      if (found.has(owner) || isRetired(owner, pack)) continue;
      found.add(owner);
      walk(owner);
    }
  };
  walk(component);
  return [...found].filter((t) => t.sort === 'service');
}

export const isRetired = (part: Thing, pack: Reader): boolean => pack.at(part, 'status').text === 'retired';

/** SLAs that are agreed and in force today and promise one of the services. */
export function slasFor(services: readonly Thing[], pack: Reader): readonly Thing[] {
  const slas = services.flatMap((s) =>
    pack.references(s).flatMap((r) => (r.kind === 'sla' && r.schema['x-about'] === true ? (pack.root(r) ?? []) : [])),
  );
  return [...new Set(slas)].filter((sla) => holds(sla, pack));
}

/** Agreed, and in force today. */
export const holds = (agreement: Thing, pack: Reader): boolean =>
  agreement.frame.says.status === 'agreed' && inForce(agreement, pack.today());

/** The contracts and OLAs that are agreed and in force today and deliver a component. */
export function agreementsOn(component: Thing, pack: Reader): readonly Thing[] {
  const delivering = pack.references(component).filter((r) => r.path[0] === 'delivers' && r.schema['x-about'] === true);
  return [...new Set(delivering.flatMap((r) => pack.root(r) ?? []))].filter((agreement) => holds(agreement, pack));
}

/** The OLAs among them. */
export const olasOn = (component: Thing, pack: Reader): readonly Thing[] => agreementsOn(component, pack).filter((a) => a.sort === 'ola');

/** The SLAs that rest on a contract or OLA: by what it delivers, and those it names. */
export function slasOver(agreement: Thing, pack: Reader): readonly Thing[] {
  const components = pack.at(agreement, 'delivers').items.flatMap((at) => (at.text === undefined ? [] : pack.find('component', at.text)));
  const walked = slasFor(
    components.flatMap((c) => servicesOn(c, pack)),
    pack,
  );
  const named = pack.at(agreement, 'supports').items.flatMap((at) => (at.text === undefined ? [] : pack.find('sla', at.text)));
  return [...new Set([...walked, ...named.filter((sla) => holds(sla, pack))])];
}

/** Who an agreement was made with: the name, else the id. */
export function partyName(agreement: Thing, pack: Reader): string {
  const id = pack.at(agreement, 'parties', 'supplier').text;
  const supplier = id === undefined ? undefined : pack.find('supplier', id)[0];
  return (supplier && pack.at(supplier, 'name').text) ?? id ?? 'The supplier';
}

/** The contracts and OLAs with a supplier that are agreed and in force today. */
export function agreementsWith(supplier: Thing, pack: Reader): readonly Thing[] {
  const naming = pack.references(supplier).filter((r) => r.path[0] === 'parties' && r.schema['x-about'] === true);
  return [...new Set(naming.flatMap((r) => pack.root(r) ?? []))].filter((agreement) => holds(agreement, pack));
}

/** SLAs in force that name a supplier among the groups that a case passes through. */
export function slasPassing(supplier: Thing, pack: Reader): readonly Thing[] {
  const slas = pack.references(supplier).flatMap((r) => (r.path[0] === 'priorities' ? (pack.root(r) ?? []) : []));
  return [...new Set(slas)].filter((sla) => sla.sort === 'sla' && holds(sla, pack));
}

/** The contracts and OLAs in force that an SLA rests on: on whose parts its services stop, and those that name it. */
export function agreementsUnder(sla: Thing, pack: Reader): readonly Thing[] {
  const parts = new Set<Thing>();
  const walk = (thing: Thing) => {
    if (parts.has(thing) || isRetired(thing, pack)) return;
    parts.add(thing);
    for (const item of pack.at(thing, 'dependsOn').items) {
      if (item.get('loss').text === 'degrades') continue;
      for (const sort of ['service', 'component']) {
        const id = item.get(sort).text;
        if (id !== undefined) for (const below of pack.find(sort, id)) walk(below);
      }
    }
  };
  for (const at of pack.at(sla, 'services').items)
    if (at.text !== undefined) for (const service of pack.find('service', at.text)) walk(service);
  const named = pack.references(sla).filter((r) => r.path[0] === 'supports');
  const naming = named.flatMap((r) => pack.root(r) ?? []).filter((agreement) => holds(agreement, pack));
  const delivering = [...parts].filter((t) => t.sort === 'component').flatMap((component) => agreementsOn(component, pack));
  return [...new Set([...delivering, ...naming])];
}
