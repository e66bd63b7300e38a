// That a word that is nearly right is put right, and nothing else with it.
import assert from 'node:assert/strict';
import { fixes } from '../../server/features/fixes';
import { applied, knowledge, locatedIn, smsOf, uriOf } from './sms';

const HEAD = 'kind: sla\nid: mail-hr\nstatus: draft\n';
const OTHERS = { 'mail.service.yaml': 'kind: service\nid: mail\nstatus: live\nusedBy: customers\n' };

/** The titles of the changes that are offered, each with what becomes of the text behind the head. */
function changes(body: string): Record<string, string> {
  const sms = smsOf({ ...OTHERS, 'a.yaml': HEAD + body });
  const file = sms.files.get(uriOf('a.yaml'));
  assert.ok(file);
  const offered = fixes(file, locatedIn(sms, 'a.yaml'), knowledge, sms.reader()).filter((f) => f.title.startsWith('Change'));
  return Object.fromEntries(offered.map((f) => [f.title + (f.preferred ? ' *' : ''), applied(HEAD + body, f.edits).slice(HEAD.length)]));
}

describe('fixes for a word that is nearly right', () => {
  it('changes a key and keeps its value', () => {
    assert.deepEqual(changes('servcieHours:   office # when\n'), {
      'Change "servcieHours" to "serviceHours" *': 'serviceHours:   office # when\n',
    });
  });

  it('keeps the quotes of a key', () => {
    assert.deepEqual(changes('"ownr": sk\n'), { 'Change "ownr" to "owner" *': '"owner": sk\n' });
  });

  it('changes a value and keeps its quotes', () => {
    assert.deepEqual(changes("targets:\n  - {metric: 'avalability'}\n"), {
      'Change "avalability" to "availability" *': "targets:\n  - {metric: 'availability'}\n",
    });
  });

  it('changes the id of what is referred to', () => {
    assert.deepEqual(changes('services: [maik]\n'), { 'Change "maik" to "mail"': 'services: [mail]\n' });
  });

  it('changes the code of a finding that the manifest chooses a severity for', () => {
    const text = 'kind: sms\nformat: 1\nseverities:\n  - {rule: notice-date-nera, severity: hint}\n';
    const sms = smsOf({ 'sms.yaml': text });
    const file = sms.files.get(uriOf('sms.yaml'));
    assert.ok(file);
    const fix = fixes(file, locatedIn(sms, 'sms.yaml'), knowledge, sms.reader()).find((f) => f.finding.finding.code === 'unknown-finding');
    assert.equal(fix?.title, 'Change "notice-date-nera" to "notice-date-near"');
    assert.equal(applied(text, fix.edits), text.replace('nera', 'near'));
  });

  it('puts the document before what is known within it', () => {
    const kept = 'targets: [{id: availability, metric: availability}]\n';
    const review = (target: string) => `${kept}---\nkind: service-review\nid: r\nperformance: [{target: ${target}}]\n`;
    const [title, after] = Object.entries(changes(review('availability'))).find(([t]) => t.includes('/')) ?? [];
    assert.deepEqual([title, after], ['Change "availability" to "mail-hr/availability" *', review('mail-hr/availability')]);
  });

  it('puts a point where a comma was typed', () => {
    assert.deepEqual(changes('targets:\n  - metric: availability\n    target: 99,5 %  # agreed\n'), {
      'Change "99,5 %" to "99.5 %" *': 'targets:\n  - metric: availability\n    target: 99.5 %  # agreed\n',
    });
  });

  it('prefers none where several may be meant', () => {
    const offered = Object.keys(changes('targets:\n  - {metric: time-to-restond}\n'));
    assert.ok(offered.length > 1);
    assert.deepEqual(
      offered.filter((title) => title.endsWith('*')),
      [],
    );
  });

  it('changes the kind', () => {
    const sms = smsOf({ 'a.yaml': 'kind: slaa\nid: x\n' });
    const file = sms.files.get(uriOf('a.yaml'));
    assert.ok(file);
    const [fix] = fixes(file, locatedIn(sms, 'a.yaml'), knowledge, sms.reader());
    assert.equal(fix?.title, 'Change "slaa" to "sla"');
    assert.equal(applied('kind: slaa\nid: x\n', fix?.edits ?? []), 'kind: sla\nid: x\n');
  });

  it('offers nothing for a word that is like none', () => {
    assert.deepEqual(changes('zzz: 1\n'), {});
  });
});
