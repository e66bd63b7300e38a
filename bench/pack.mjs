// A whole SMS of any number of documents that refer to each other: services, their SLAs, and the contracts beneath them.
// Must not know servers or clocks.
import { date, sentence, thing } from './words.mjs';

export const MANIFEST = `kind: sms
format: 1
provider: Nordlicht IT GmbH
edition: "2018"
scope: Everything that Nordlicht runs for its three business units.
operates: [service desk, directory]
zone: Europe/Berlin
currency: EUR
intervals: {supplierReview: 20 years, satisfactionSurvey: 20 years, contractReview: 20 years}
people:
  - {id: sk, name: S. Krause, roles: [service-level-manager, service-owner], mayApprove: [sla]}
  - {id: tl, name: T. Lind, roles: [supplier-manager], mayApprove: [contract]}
`;

export const CUSTOMERS = `kind: customer-register
id: customers
owner: sk
customers:
  - id: hr
    name: Human Resources
    valid: {from: 2025-01-01}
    users:
      - {group: clerks, number: 40}
    authorised:
      - {id: mb, name: M. Brandt, role: head, from: 2019-01-01}
    relationshipManager: sk
    communication:
      - {what: monthly talk, interval: 1 month, with: mb}
interestedParties:
  - {name: works council, interest: how staff data is handled}
`;

/** What all SLAs answer. */
export const NEEDS = `kind: slr
id: needs
version: "1.0"
status: agreed
owner: sk
customer: hr
requirements:
  - {id: N1, need: All services work on each working day., saidBy: mb, on: 2024-11-04}
history:
  - {version: "1.0", on: 2024-11-05}
`;

/** How many services are in a catalogue, and how many contracts there are with a supplier. */
const TOGETHER = 20;

const groupOf = (i) => Math.floor(i / TOGETHER);

/** What every service leans on, and nobody delivers. */
export const SHARED = 'data-centre';

const range = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);
const groups = (count) => range(0, Math.ceil(count / TOGETHER)).map((g) => range(g * TOGETHER, Math.min(count, (g + 1) * TOGETHER)));

const suppliers = (count) => `kind: supplier-register
id: suppliers
owner: tl
selectionCriteria: certified, with a second site
suppliers:
${groups(count).map(supplier).join('')}`;

const supplier = (parts, s) => `  - id: supplier-${s}
    name: Supplier ${s} GmbH
    sort: external
    valid: {from: 2025-01-01}
    manager: tl
    criticality: important
    provides: [${parts.map((i) => `part-${i}`).join(', ')}]
`;

const catalogue = (services, c) => `kind: service-catalogue
id: services-${c}
version: "1.0"
status: agreed
owner: sk
services:
${services.map(service).join('')}components:
${c === 0 ? `  - id: ${SHARED}\n    name: Data centre\n    site: Hamburg\n` : ''}${services.map(component).join('')}access: {reference: "https://services.example/catalogue-${c}"}
agreement:
  - {party: hr, by: mb, on: 2025-01-10}
history:
  - {version: "1.0", on: 2025-01-10}
`;

const service = (i) => `  - id: service-${i}
    name: Service for ${thing(i)}
    status: live
    usedBy: customers
    customers: [hr]
    owner: sk
    outcomes:
      - ${sentence(i)}
    serviceHours: around the clock
    dependsOn:
      - {component: part-${i}, loss: stops}
      - {component: ${SHARED}, loss: stops}
`;

const component = (i) => `  - id: part-${i}
    name: Hosting of ${thing(i)}
    deliveredBy: supplier-${groupOf(i)}
`;

const sla = (i) => `kind: sla
id: sla-${i}
version: "1.0"
status: agreed
valid: {from: 2025-01-01}
owner: sk
parties: {customer: hr}
services: [service-${i}]
requirements: [needs]
serviceHours: around the clock
supportHours: around the clock
targets:
  - {id: availability, metric: availability, target: 99.0 %, window: month, measuredAt: user, source: probes}
priorities:
  - {id: P1, means: nobody can work on ${thing(i)}, response: 30 min, restore: 8 h, clock: around the clock}
workload:
  - {what: users, limit: 100 users}
exceptions:
  - {what: planned maintenance, when: first Sunday of the month 06:00-08:00, notice: 5 working days}
customerDuties:
  - Tells the desk of new staff five working days ahead.
reporting:
  - {what: targets and results, frequency: 1 month, to: head of the unit}
serviceReview: {interval: 20 years}
agreement:
  - {party: hr, by: mb, on: 2024-12-20}
  - {party: provider, by: sk, on: 2024-12-20}
history:
  - {version: "1.0", on: ${date(i)}}
`;

const contract = (i) => `kind: contract
id: contract-${i}
version: "1.0"
status: agreed
owner: tl
parties: {supplier: supplier-${groupOf(i)}}
term: {from: 2025-01-01, initial: 3 years, renewal: 1 year, notice: 3 months}
delivers: [part-${i}]
scope: ${sentence(i)}
dependencies: The supplier needs our directory for log-in.
requirements: Backups each night in a second site.
serviceHours: around the clock
targets:
  - {id: availability, metric: availability, target: 99.5 %, window: month, measuredAt: user, source: supplier portal}
priorities:
  - {id: P1, means: no work on ${thing(i)}, response: 15 min, restore: 4 h, clock: around the clock}
interfaces:
  - {process: incident management, how: Tickets go over by the portal.}
integration: Their changes enter our change calendar five working days ahead.
workload:
  - {what: users, limit: 200 users}
exceptions:
  - {what: planned maintenance, when: first Sunday of the month 06:00-08:00, notice: 5 working days}
authorities: {provider: T. Lind orders and accepts, supplier: J. Olsen decides on staff}
reporting:
  - {what: targets and results, frequency: 1 month, to: supplier manager}
charging: A fixed price for each user and month.
termination:
  expected: All data stays readable for 30 days.
  early: Either side on a serious breach, with 30 days to mend it.
  transfer: All data is handed over in an open format.
alignment: Held against the SLAs above it in January; all targets fit.
alignmentRisks:
  - {target: P1, risk: The supplier may not notice a loss at once., treatment: our own probes, owner: tl}
agreement:
  - {party: supplier-${groupOf(i)}, by: J. Olsen, on: 2025-01-05}
  - {party: provider, by: tl, on: 2025-01-05}
history:
  - {version: "1.0", on: ${date(i)}}
`;

const calendar = (i) => `kind: calendar
id: hours-${i}
week:
  - {days: [monday, tuesday, wednesday, thursday, friday], hours: 08:00-18:00}
`;

/** File name to text, exactly as many documents (at least seven); what no service can make up are calendars. */
export function pack(documents) {
  const shared = 4;
  const size = (services) => shared + Math.ceil(services / TOGETHER) + 2 * services;
  let services = Math.ceil((documents - shared) / 2);
  while (size(services) > documents) services--;
  return new Map([
    ['sms.yaml', MANIFEST],
    ['customers.customer-register.yaml', CUSTOMERS],
    ['needs.slr.yaml', NEEDS],
    ['suppliers.supplier-register.yaml', suppliers(services)],
    ...groups(services).map((g, c) => [`services-${c}.service-catalogue.yaml`, catalogue(g, c)]),
    ...range(0, services).flatMap((i) => [
      [`sla-${i}.sla.yaml`, sla(i)],
      [`contract-${i}.contract.yaml`, contract(i)],
    ]),
    ...range(0, documents - size(services)).map((i) => [`hours-${i}.calendar.yaml`, calendar(i)]),
  ]);
}
