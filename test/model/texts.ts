// Evidence as people write it, for the tests of the text layer: several documents, styles and habits.

export const SLA = `# What we promised HR
kind: sla
id: mail-hr
version: 2.1
status: agreed
valid: {from: 2026-02-01, to: 2026-12-31}
parties: {customer: hr}            # provider: the manifest's
services: [mail]
serviceHours: around the clock

targets:
  - {id: availability, metric: availability, target: 99.5 %, window: month, measuredAt: user, source: probes at both offices}
  - id: satisfaction
    metric: satisfaction
    target: "4 of 5"
    inWords: >
      Asked once a year;
      key: like this, and --- like that

      - or like this
priorities:
- {id: P1, means: nobody can work, response: 30 min, restore: 4 h, clock: supportHours}
- id: P2
  means: 'some can''t work'
  response: 2 h
exceptions: none, because maintenance is done without loss of service
notes: |+
  Kept as it is.

# a comment below kept lines

agreement:
    - {party: hr, by: mb, on: 2026-01-20, signed: {reference: signed/mail-2.1.pdf, sha256: 9f2c}}
history:
  - {version: 2.0, on: 2025-02-01, change: CHG-12}
  - {version: 2.1, on: 2026-01-15, change: CHG-71,
     why: restore time cut to 4 h}
`;

export const SEVERAL = `kind: sms
format: 1
provider: Nordlicht IT GmbH 🌊
scope: Mail, payroll and the service desk
  for three business units.
people:
  - {id: sk, name: S. Krause, roles: [service-level-manager, service-owner], mayApprove: [sla, ola]}
---
# the catalogue
kind: service-catalogue
id: services
services:
  - id: mail
    name: Mail & calendar
    dependsOn:
      - {component: mail-hosting, loss: stops}
      - {need: 1, of: [
          line-north, line-south
        ], loss: stops}
components: [
  {id: mail-hosting, name: "Hosted mailboxes: two sites", deliveredBy: acme}
]
...
# between two documents
---
kind: contract
"id": acme-hosting
term:

  from: 2024-07-01
  initial: 3 years   # then a year each
scope: {place: "§ 2"}
`;

export const BASES = `kind: sla
id: with-names
common: &hours {from: 08:00, to: 18:00}
serviceHours: *hours
supportHours:
  days: &days [mon, tue]
  on: *days
`;

/** A register with one long list, cut at its items. */
export const LONG = `kind: supplier-register
id: suppliers
suppliers:
  # the big ones first
${Array.from({ length: 40 }, (_, i) => item(i)).join('')}history:
  - {version: 1.0, on: 2025-02-01, change: CHG-1}
`;

function item(i: number): string {
  const head = `  - id: supplier-${i}\n    name: "Supplier ${i}: goods"\n    contact: {by: mail, to: desk@supplier-${i}.example}\n`;
  if (i % 4 === 1) return `${head}    notes: |\n      - looks like an item\n      key: and like a key\n\n`;
  if (i % 4 === 2) return `${head}    delivers: [\n      part-${i},\n    ]\n  # about the next\n`;
  return i % 4 === 3 ? `  - {id: supplier-${i}, name: Supplier ${i}, contact: {by: phone, to: "+49 ${i}"}}\n` : head;
}

/** The same with dashes below the key's first letter. */
export const LONG_AT_KEY = LONG.replace(/^ {2}/gm, '');
export const ALL = { SLA, SEVERAL, BASES, LONG, LONG_AT_KEY };
