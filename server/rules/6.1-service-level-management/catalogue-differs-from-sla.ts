// The catalogue names other customers of a service than the SLAs that promise it.
import type { At } from '../../model/at';
import { lapsedFor } from '../../model/lapsed';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { holdsOn } from '../../model/standing';
import { slasFor } from '../../model/supply';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.1-catalogue-aligned'],
  each: 'service',
  severity: 'warning',
  says: 'The catalogue says that "{service}" is for {customers}, but {other}.',
  do: 'Bring the two in line.',
  because: 'This SLA promises "{service}" to a customer that the catalogue does not name.',
  about:
    'The customers that the catalogue names for a service are compared with those of the SLAs in force that promise it, in both directions. Without an SLA, or where the catalogue names no customers, there is nothing to compare; an SLA with a customer that has run out is reported separately. Owners are not compared: whoever keeps an SLA need not run its service.',
  example: { service: 'mail', customers: '"pilots"', other: 'the SLA "mail-berths" promises it to "berths"' },
  check(service, pack, report) {
    const named = pack.at(service, 'customers');
    const slas = slasFor([service], pack).map((sla) => ({ sla, customer: pack.at(sla, 'parties', 'customer') }));
    if (slas.length === 0) return report.cantTell(`no SLA in force promises "${service.id}"`);
    if (!named.written) return report.cantTell(`the catalogue does not say for which customers "${service.id}" is`);
    const inCatalogue = named.items.flatMap((at) => at.text ?? []);
    const values = { service: service.id, customers: listed(inCatalogue.map((id) => `"${id}"`)) };
    for (const { sla, customer } of slas) {
      if (customer.text === undefined) report.cantTell(`the SLA "${sla.id}" names no customer`);
      else if (isKnown(customer, pack) && !inCatalogue.includes(customer.text))
        report(named, { ...values, other: `the SLA "${sla.id}" promises it to "${customer.text}"` }, { because: [customer] });
    }
    if (slas.some(({ customer }) => customer.text === undefined)) return;
    const lapsed = lapsedFor(service, pack);
    for (const at of named.items) {
      const isPromised = slas.some(({ customer }) => customer.text === at.text);
      if (lapsed.some(({ customer }) => customer === at.text)) continue;
      if (!isPromised && isCustomerToday(at, pack)) report(at, { ...values, other: `no SLA in force promises it to "${at.text}"` });
    }
  },
});

const customersOf = (at: At, pack: Reader): readonly Thing[] => (at.text === undefined ? [] : pack.find('customer', at.text));

const isKnown = (at: At, pack: Reader): boolean => customersOf(at, pack).length > 0;

const isCustomerToday = (at: At, pack: Reader): boolean =>
  customersOf(at, pack).some((c) => holdsOn(pack.at(c, 'valid').value, pack.today()));
