// That a fingerprint stands for what a document says, and for nothing else.
import assert from 'node:assert/strict';
import { readFile } from '../../server/assess/file';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { contentHash } from '../../server/model/content';
import { Converter } from '../../server/model/document';
import { NOTHING_AROUND } from '../../server/model/export';

const knowledge = loadKnowledge();

function hashOf(text: string): string {
  const evidence = readFile('file:///sms/a.yaml', text, { knowledge, converter: new Converter(), around: NOTHING_AROUND }).documents[0]
    ?.evidence;
  assert.ok(evidence);
  return contentHash(evidence.data, evidence.kind.schema);
}

const SLA = `kind: sla
id: mail-hr
version: 1.10
status: agreed
services: [mail]
targets:
  - {id: availability, metric: availability, target: 99.5 %, window: month}
exceptions: none, because work is done at night
agreement: [{party: hr, by: mb, on: 2026-01-20}]
`;

const changed = (from: string, to: string) => {
  assert.ok(SLA.includes(from), from);
  return hashOf(SLA.replace(from, to));
};

describe('the fingerprint of a content', () => {
  it('is 64 small hexadecimal digits, and stays what it was in earlier releases', () => {
    assert.equal(hashOf(SLA), 'e654d23db8b0bf9bc68dd9b1dad0fa3241200617d93d742ea95aaf08ae4685fd');
  });

  for (const [what, from, to] of [
    ['quotes', 'target: 99.5 %', 'target: "99.5 %"'],
    ['comments', 'services: [mail]', '# what it is about\nservices: [mail]   # one'],
    ['lists line by line', 'services: [mail]', 'services:\n  - mail'],
    ['the order of fields', 'metric: availability, target: 99.5 %', 'target: 99.5 %, metric: availability'],
    ['line breaks in a text', 'none, because work is done at night', '>-\n  none, because work\n  is done at night'],
    ['fields with nothing in them', 'services: [mail]', 'services: [mail]\nworkload:\ncustomerDuties: []'],
    ['status', 'status: agreed', 'status: draft'],
    ['version', 'version: 1.10', 'version: 1.11'],
    ['notes', 'services: [mail]', 'services: [mail]\nnotes: Moved here in March.'],
    ['history', 'services: [mail]', 'services: [mail]\nhistory: [{version: 1.10, on: 2026-11-02, unchanged: true}]'],
    ['who agreed', 'by: mb', 'by: sk'],
  ] as const) {
    it(`does not look at ${what}`, () => assert.equal(changed(from, to), hashOf(SLA)));
  }

  for (const [what, from, to] of [
    ['a figure', '99.5 %', '99.4 %'],
    ['a zero at its end', '99.5 %', '99.50 %'],
    ['a word', 'at night', 'by day'],
    ['one item more', 'services: [mail]', 'services: [mail, payroll]'],
    ['a field more', 'window: month', 'window: month, measuredAt: user'],
    ['a field less', ', window: month', ''],
  ] as const) {
    it(`looks at ${what}`, () => assert.notEqual(changed(from, to), hashOf(SLA)));
  }

  it('looks at the order of a list', () => {
    assert.notEqual(changed('services: [mail]', 'services: [mail, payroll]'), changed('services: [mail]', 'services: [payroll, mail]'));
  });
});
