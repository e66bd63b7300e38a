// Who is judged again after an edit: only those who read what changed, however many lean on the thing it is about.
import assert from 'node:assert/strict';
import { smsOf, uriOf } from '../features/sms';

const CATALOGUE = 'services.service-catalogue.yaml';

/** So many services that all stop without one component. */
const catalogue = (services: number): string => `kind: service-catalogue
id: services
version: 1.0
status: agreed
services:
${Array.from({ length: services }, (_, i) => `  - {id: s-${i}, name: Service ${i}, status: live, usedBy: customers, dependsOn: [{component: power, loss: stops}]}\n`).join('')}components:
  - {id: power, name: Power, site: Kiel}
history:
  - {version: 1.0, on: 2026-01-05}
`;

/** How many things and documents wait to be judged after an edit. */
function woken(services: number, from: string, to: string): number {
  const sms = smsOf({ 'sms.yaml': 'kind: sms\nformat: 1\nedition: 2018\n', [CATALOGUE]: catalogue(services) });
  assert.equal(sms.engine.waiting, 0);
  const edited = catalogue(services).replace(from, to);
  assert.notEqual(edited, catalogue(services));
  sms.setTexts([{ uri: uriOf(CATALOGUE), text: edited }]);
  return sms.engine.waiting;
}

describe('an edit of what all services lean on', () => {
  it('wakes no more of them than of few where none of them reads it', () => {
    assert.equal(woken(40, 'name: Power', 'name: Electricity'), woken(4, 'name: Power', 'name: Electricity'));
  });

  it('wakes each of them where all read it', () => {
    const edit = ['site: Kiel}', 'site: Kiel, status: retired}'] as const;
    assert.ok(woken(40, ...edit) >= woken(4, ...edit) + 36);
  });

  it('wakes no other where it is about one of them', () => {
    assert.equal(woken(40, 'name: Service 3,', 'name: Third service,'), woken(4, 'name: Service 3,', 'name: Third service,'));
  });
});
