// The small SMS around a single document, so that what it refers to exists. Must not know servers or clocks.
import { CUSTOMERS, MANIFEST } from './pack.mjs';

/** What the contract and the changes of documents.mjs refer to, so that they are as quiet as an author's. */
export const surroundings = new Map([
  ['sms.yaml', MANIFEST],
  ['customers.customer-register.yaml', CUSTOMERS],
  [
    'suppliers.supplier-register.yaml',
    `kind: supplier-register
id: suppliers
owner: tl
selectionCriteria: certified, with a second site
suppliers:
  - {id: acme, name: Acme Hosting GmbH, sort: external, manager: tl, criticality: critical, provides: [mail-hosting]}
`,
  ],
  [
    'services.service-catalogue.yaml',
    `kind: service-catalogue
id: services
version: "1.0"
status: agreed
owner: sk
services:
  - {id: mail, name: Mail, status: live, usedBy: services, owner: sk, dependsOn: [{component: mail-hosting, loss: stops}]}
components:
  - {id: mail-hosting, name: Hosted mailboxes, deliveredBy: acme}
access: {reference: "https://services.example/catalogue"}
history:
  - {version: "1.0", on: 2025-01-10}
`,
  ],
  [
    'changes.change-record.yaml',
    `kind: change-record
id: CHG-1
title: New terms of Acme
requested: 2025-01-02
requestedBy: tl
services: [mail]
documents: [acme-hosting]
impact: {continuity: none, availability: none, cost: none, securityRisks: none, securityControls: none}
approval: {by: sk, role: change advisory board, on: 2025-01-03}
closed: 2025-01-10
`,
  ],
]);
