// SLAs that ran out while the customer still uses the service. Must not know what is said about it.
import { compareDates } from '../arithmetic/dates';
import { fixedEnd } from '../arithmetic/term';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { holdsOn, termOf } from './standing';
import { holds } from './supply';

/** An agreed SLA that is over, with its last day. */
export interface Lapsed {
  readonly sla: Thing;
  readonly customer: string;
  readonly end: string;
}

/**
 * Of each customer of a service the last SLA that is over, where none is in force with them today. Who is no longer a customer, or
 * isn't named for the service where the catalogue names any, has given it up. Where it names nobody, only a service that no SLA
 * promises to anybody is looked at: one customer of several may well have left it.
 */
export function lapsedFor(service: Thing, pack: Reader): readonly Lapsed[] {
  const about = pack.references(service).filter((r) => r.kind === 'sla' && r.schema['x-about'] === true);
  const slas = [...new Set(about.flatMap((r) => pack.root(r) ?? []))].filter((sla) => sla.frame.says.status === 'agreed');
  const customerOf = (sla: Thing) => pack.at(sla, 'parties', 'customer').text;
  const inForce = slas.filter((sla) => holds(sla, pack));
  const named = pack.at(service, 'customers').items.flatMap((at) => at.text ?? []);
  const last = new Map<string, Lapsed>();
  for (const sla of slas) {
    const [customer, end] = [customerOf(sla), fixedEnd(termOf(sla.frame.says.valid))];
    if (customer === undefined || end === undefined || compareDates(end, pack.today()) >= 0) continue;
    if (inForce.some((other) => customerOf(other) === customer)) continue;
    if (named.length > 0 ? !named.includes(customer) : inForce.length > 0) continue;
    if (!pack.find('customer', customer).some((c) => holdsOn(pack.at(c, 'valid').value, pack.today()))) continue;
    const before = last.get(customer);
    if (!before || compareDates(end, before.end) > 0) last.set(customer, { sla, customer, end });
  }
  return [...last.values()];
}
