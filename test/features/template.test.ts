// Whole documents to start from.
import assert from 'node:assert/strict';
import { template, templates } from '../../server/features/template';
import { knowledge, smsOf } from './sms';

const REGISTERS = {
  'c.customer.yaml': 'kind: customer\nid: hr\nname: Human Resources\n',
  's.service-catalogue.yaml':
    'kind: service-catalogue\nid: services\nstatus: agreed\nservices:\n  - {id: mail, name: Mail, status: live, usedBy: customers}\n  - {id: pay, name: Payroll, status: live, usedBy: customers}\n',
  'sms.yaml': 'kind: sms\nformat: 1\npeople: [{id: sk, name: S. Krause}]\n',
  'o.calendar.yaml': 'kind: calendar\nid: office\n',
};

describe('templates', () => {
  it('are listed with what they are for, by process', () => {
    const all = templates(knowledge);
    assert.deepEqual(new Set(all.map((t) => t.kind)), new Set(knowledge.kinds.keys()));
    const sla = all.find((t) => t.kind === 'sla');
    assert.deepEqual(sla, {
      kind: 'sla',
      title: 'Service level agreement',
      says: 'what a customer is promised',
      also: [],
      process: '6.1 service level management',
      fileName: '<id>.sla.yaml',
    });
    const processes = all.map((t) => t.process);
    assert.deepEqual(
      processes.filter((p, i) => p !== processes[i - 1]),
      [...new Set(processes)],
    );
  });

  it('come in an order that one can follow: first what all others name, a plan before the record of its test', () => {
    const all = templates(knowledge);
    assert.equal(all[0]?.fileName, 'sms.yaml');
    assert.deepEqual(
      all.filter((t) => t.process === 'to begin with').map((t) => t.kind),
      ['sms', 'customer-register', 'supplier-register', 'service-catalogue'],
    );
    const place = (kind: string) => all.findIndex((t) => t.kind === kind);
    const pairs = [
      ['sla', 'target-monitoring'],
      ['sla', 'service'],
      ['report-description', 'service-report'],
      ['continuity-requirements', 'continuity-plan'],
      ['continuity-plan', 'plan-test'],
      ['contract', 'supplier-review'],
      ['dispute', 'waiver'],
    ] as const;
    for (const [before, after] of pairs) assert.ok(place(before) < place(after), `${before} before ${after}`);
  });

  it('begin with kind and id, and bear the id they are asked for', () => {
    const { text, snippet, fileName } = template('contract', 'telco-lines', knowledge);
    assert.match(text, /^kind: contract\nid: telco-lines\nversion: <[^>]+\?>\n/);
    assert.match(snippet, /^kind: contract\nid: telco-lines\nversion: \$\{1:<[^>]+\?>\}\n/);
    assert.equal(fileName, 'telco-lines.contract.yaml');
  });

  it('ask for the id where none is given', () => {
    const { text, fileName } = template('contract', undefined, knowledge);
    assert.match(text, /^kind: contract\nid: <[^>]+\?>\n/);
    assert.equal(fileName, '<id>.contract.yaml');
  });

  it('fill in whom they are about, where only one can be meant', () => {
    const { text } = template('sla', 'x', knowledge, smsOf(REGISTERS).reader());
    assert.match(text, /\nparties:\n {2}customer: hr\n/);
    assert.match(text, /\nservices:\n {2}- <[^>]+\?>\n/, 'there are two services');
  });

  it('never fill in promises, approvals and people', () => {
    const reader = smsOf(REGISTERS).reader();
    const { text } = template('sla', 'x', knowledge, reader);
    for (const field of ['owner', 'serviceHours', 'supportHours', 'clock', '- party', 'by', 'on', 'target']) {
      assert.match(text, new RegExp(`^ *${field}: <[^>]+\\?>`, 'm'), field);
    }
    for (const { kind } of templates(knowledge)) assert.doesNotMatch(template(kind, 'x', knowledge, reader).text, /: sk$/m, kind);
  });

  it('leave out what only a later version needs, and what only the other edition asks for', () => {
    const sms = (edition: string) =>
      smsOf({ 'sms.yaml': `kind: sms\nformat: 1\nedition: ${edition}\n`, 'o.sla.yaml': 'kind: sla\nid: old\n' });
    const first = template('sla', 'x', knowledge, sms('2011').reader()).text;
    assert.match(first, /\nversion: 1\.0\n[\s\S]*\n {2}- version: 1\.0\n {4}on: <[^>]+\?>\n$/);
    const later = template('sla', 'old', knowledge, sms('2011').reader()).text;
    assert.match(later, /\nversion: <[^>]+\?>[\s\S]*\n {4}change: <[^>]+\?>/);
    const catalogue = (edition: string) => template('service-catalogue', 'x', knowledge, sms(edition).reader()).text;
    assert.match(catalogue('2011'), /\ncomponents:[\s\S]+\nagreement: [^\n]+\n {2}- party: .+\n.+\n.+\nhistory:/);
    assert.match(catalogue('2018'), /\n {4}outcomes: [\s\S]+\naccess: .+\nhistory:/);
    assert.doesNotMatch(catalogue('2011'), /\n {4}outcomes: |\naccess: /);
  });

  it('end the tour behind the last question, so that what stands behind it stays', () => {
    const { snippet } = template('contract', 'x', knowledge);
    assert.match(snippet, /\$\{\d+:<[^>]+\?>\}\$0 # [^\n]+\n$/);
  });

  it('of an unknown kind are an error', () => {
    assert.throws(() => template('zzz', 'x', knowledge), /no kind "zzz"/);
  });
});
