// Who stands on whom: from a component up to the services that stop without it, and to the SLAs that promise them.
// Must not know what is compared along the way.
import type { Reference, Thing } from './pack';
import type { Reader } from './reader';
import { inForce } from './standing';

/** What a service leans on so that its loss stops it, stand-ins left out, as references to it. */
export function stoppedBy(needed: Thing, pack: Reader): readonly Reference[] {
  return pack.references(needed).filter((r) => {
    const [list, index, field] = r.path.slice(-3);
    if (list !== 'dependsOn' || typeof index !== 'number' || field === 'of' || !r.owner) return false;
    return pack.at(r.owner, 'dependsOn', index, 'loss').text !== 'degrades';
  });
}

/** All services that stop without the component, directly or through other services; circles are walked once. */
export function servicesOn(component: Thing, pack: Reader): readonly Thing[] {
  const found = new Set<Thing>();
  const walk = (needed: Thing) => {
    for (const { owner } of stoppedBy(needed, pack)) {
      if (!owner || found.has(owner)) continue;
      found.add(owner);
      walk(owner);
    }
  };
  walk(component);
  return [...found];
}

/** SLAs that are agreed and in force today and promise one of the services. */
export function slasFor(services: readonly Thing[], pack: Reader): readonly Thing[] {
  const slas = services.flatMap((s) =>
    pack.references(s).flatMap((r) => (r.kind === 'sla' && r.schema['x-about'] === true ? (pack.root(r) ?? []) : [])),
  );
  return [...new Set(slas)].filter((sla) => sla.frame.says.status === 'agreed' && inForce(sla, pack.today()));
}

/** The SLAs that rest on a contract or OLA: by what it delivers, and those it names. */
export function slasOver(agreement: Thing, pack: Reader): readonly Thing[] {
  const components = pack.at(agreement, 'delivers').items.flatMap((at) => (at.text === undefined ? [] : pack.find('component', at.text)));
  const walked = slasFor(
    components.flatMap((c) => servicesOn(c, pack)),
    pack,
  );
  const named = pack.at(agreement, 'supports').items.flatMap((at) => (at.text === undefined ? [] : pack.find('sla', at.text)));
  return [...new Set([...walked, ...named.filter((sla) => sla.frame.says.status === 'agreed' && inForce(sla, pack.today()))])];
}
