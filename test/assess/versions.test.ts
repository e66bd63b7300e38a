// A reference by id means the version that was in force on the day, or in the period, of the record it stands in.
import assert from 'node:assert/strict';
import { judgedOn } from '../features/sms';

const MANIFEST = 'kind: sms\nformat: 1\nedition: 2011\nauditPeriod: {from: 2026-01-01, to: 2026-12-31}\n';
const plan = (version: string, valid: string) =>
  `kind: capacity-plan\nid: capacity\nversion: ${version}\nstatus: agreed\nvalid: {${valid}}\n`;
const used = (id: string, from: string, to: string, day: string) =>
  `kind: capacity-record\nid: use-${id}\nperiod: {from: ${from}, to: ${to}}\nplan: capacity\n---\nkind: change-record\nid: CHG-${id}\nrequested: ${day}\nreason: capacity\n`;

/** What the demand comes to for each version that counts on a day, by the files that hold them. */
function stateOn(today: string, records: Readonly<Record<string, string>>, versions = TWO): Readonly<Record<string, string>> {
  const coverage = judgedOn({ 'sms.yaml': MANIFEST, ...versions, ...records }, today).coverage();
  const instances = coverage.demands.find(({ demand }) => demand.id === '6.5-plan-used')?.instances ?? [];
  return Object.fromEntries(instances.map((i) => [/([^/]+)#/.exec(i.at?.doc ?? '')?.[1] ?? '', i.state]));
}

const OLD = 'capacity.v1-0.capacity-plan.yaml';
const NEW = 'capacity.capacity-plan.yaml';
const TWO = { [OLD]: plan('1.0', 'from: 2026-01-01, to: 2026-06-30'), [NEW]: plan('2.0', 'from: 2026-07-01') };
const SPRING = { 'spring.yaml': used('1', '2026-04-01', '2026-06-30', '2026-05-20') };
const SUMMER = { 'summer.yaml': used('2', '2026-07-01', '2026-09-30', '2026-08-20') };
const ACROSS = { 'across.yaml': used('3', '2026-06-01', '2026-07-31', '2026-07-01') };

describe('a record', () => {
  it('is about the version in force in its period', () => {
    assert.deepEqual(stateOn('2026-06-30', SPRING), { [OLD]: 'evidenced' });
    assert.deepEqual(stateOn('2026-11-24', SPRING), { [NEW]: 'missing' });
    assert.deepEqual(stateOn('2026-11-24', SUMMER), { [NEW]: 'evidenced' });
  });

  it('is about both where one follows the other within its period', () => {
    assert.deepEqual(stateOn('2026-11-24', ACROSS), { [NEW]: 'evidenced' });
  });

  it('is about the only version that is written', () => {
    assert.deepEqual(stateOn('2026-11-24', SPRING, { [NEW]: plan('2.0', 'from: 2026-07-01'), [OLD]: '' }), { [NEW]: 'evidenced' });
  });

  it('is about all of them where none was in force in its period', () => {
    const later = { [OLD]: plan('1.0', 'from: 2025-01-01, to: 2025-12-31'), [NEW]: plan('2.0', 'from: 2026-07-01') };
    assert.deepEqual(stateOn('2026-11-24', SPRING, later), { [NEW]: 'evidenced' });
  });
});

describe('what recurs', () => {
  const sla = (version: string, valid: string) =>
    `kind: sla\nid: mail-hr\nversion: ${version}\nstatus: agreed\nvalid: {${valid}}\nservices: [mail]\nserviceReview: {interval: 1 year}\n`;
  const slas = { 'old.yaml': sla('1.0', 'from: 2025-01-01, to: 2026-06-30'), 'new.yaml': sla('2.0', 'from: 2026-07-01') };
  const review = (day: string) => ({
    'review.yaml': `kind: service-review\nid: r1\ndate: ${day}\nslas: [mail-hr]\nattendees: [og]\n`,
  });
  const reviewed = (today: string, day: string) => {
    const { demands } = judgedOn({ 'sms.yaml': MANIFEST, ...slas, ...review(day) }, today).coverage();
    const instance = demands.find(({ demand }) => demand.id === '6.1-review-with-customer')?.instances[0];
    return [instance?.state, instance?.reason];
  };

  it('goes on from one version to the next, without proving anything of the next', () => {
    assert.deepEqual(reviewed('2026-11-24', '2025-12-09'), ['not due yet', 'due on 2026-12-09, last done under another version']);
    assert.deepEqual(reviewed('2026-12-24', '2025-12-09'), ['overdue', 'last done on 2025-12-09, due on 2026-12-09']);
    assert.equal(reviewed('2026-11-24', '2026-07-09')[0], 'evidenced');
    assert.equal(reviewed('2026-06-30', '2025-12-09')[0], 'evidenced');
  });
});
