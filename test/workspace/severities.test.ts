// That the manifest decides how serious single findings are, and that the rest of the folder is shown anew when it does.
import assert from 'node:assert/strict';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { Sms } from '../../server/workspace/sms';

const manifest = (severities: string) => `kind: sms\nformat: 1\nprovider: Nordlicht\nedition: 2011\n${severities}`;
const CALENDAR = 'kind: calendar\nid: office\nwekk: []\n';

describe('severities', () => {
  const sms = new Sms('file:///s', loadKnowledge(), [], '2026-06-01', ({ error }) => assert.fail(error));
  const set = (severities: string) => {
    sms.setTexts([{ uri: 'file:///s/sms.yaml', text: manifest(severities) }]);
    sms.engine.settle();
  };
  const told = () =>
    sms
      .findings('file:///s/office.calendar.yaml')
      .filter((f) => f.code === 'unknown-field')
      .map((f) => f.severity);

  before(() => sms.setTexts([{ uri: 'file:///s/office.calendar.yaml', text: CALENDAR }]));

  it('are those of the findings where the manifest chooses none', () => {
    set('');
    assert.deepEqual(told(), ['error']);
  });

  it('are chosen for each finding by its code', () => {
    set('severities: [{rule: unknown-field, severity: hint}]\n');
    assert.deepEqual(told(), ['hint']);
    set('severities: [{rule: unknown-field, severity: "off"}]\n');
    assert.deepEqual(told(), []);
  });

  it('show every file anew when they change, and only then', () => {
    sms.takeChanged();
    set('severities: [{rule: unknown-field, severity: warning}]\n');
    assert.ok(sms.takeChanged().has('file:///s/office.calendar.yaml'));
    set('severities: [{rule: unknown-field, severity: warning}]\nscope: Mail\n');
    assert.ok(!sms.takeChanged().has('file:///s/office.calendar.yaml'));
  });

  it('that nobody can read choose nothing', () => {
    set('severities: [{rule: unknown-field, severity: loud}, 5]\n');
    assert.deepEqual(told(), ['error']);
  });
});
