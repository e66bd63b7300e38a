// Which fixes are offered for what is missing, and what they say.
import assert from 'node:assert/strict';
import { type Fix, fixes } from '../../server/features/fixes';
import { applied, knowledge, locatedIn, smsOf, uriOf } from './sms';

const manifest = (edition: string) => ({ 'sms.yaml': `kind: sms\nformat: 1\nedition: ${edition}\n` });

function offered(text: string, edition = '2011'): readonly Fix[] {
  const sms = smsOf({ ...manifest(edition), 'a.yaml': text });
  const file = sms.files.get(uriOf('a.yaml'));
  assert.ok(file);
  return fixes(file, locatedIn(sms, 'a.yaml'), knowledge, sms.reader()).filter((f) => f.files === undefined);
}

const titles = (text: string, edition?: string) => offered(text, edition).map((f) => f.title + (f.preferred ? ' *' : ''));

const COMPLETE = `kind: sla
id: mail-hr
status: agreed
parties: {customer: sales}
services: [post]
requirements: [needs]
workload: none
exceptions: none
serviceReview: {interval: 3 months}
agreement: [{party: provider}]
targets:
  - {id: a, metric: availability, target: 99 %, window: month, source: probes}
`;

describe('fixes for what is missing: what is offered', () => {
  it('says the field and the clause in the edition in force', () => {
    const text = COMPLETE.replace(/^workload.*\n/m, '');
    assert.deepEqual(titles(text), ['Add workload (6.1) *']);
    assert.deepEqual(titles(text, '2018'), ['Add workload (8.3.3) *']);
  });

  it('says which item lacks it', () => {
    assert.deepEqual(titles(COMPLETE.replace(', window: month, source: probes', '')), [
      'Add window and source to service target "a" (6.1) *',
    ]);
  });

  it('adds what the schema asks for, too', () => {
    assert.deepEqual(titles(COMPLETE.replace(/^status.*\n/m, '')), ['Add status *']);
  });

  it('adds all of one place at once, and each by itself', () => {
    const text = 'kind: sla\nid: mail-hr\nstatus: agreed\n';
    const [all, ...each] = titles(text);
    assert.equal(all, `Add all ${each.length} missing contents *`);
    assert.ok(each.length > 3);
    assert.ok(each.every((title) => /^Add [a-zA-Z]+ \(6\.1\)$/.test(title)));
  });

  it('adds all that a document lacks in several places', () => {
    const text = COMPLETE.replace(', window: month, source: probes', '').replace(/^workload.*\n/m, '');
    assert.deepEqual(titles(text), [
      'Add workload (6.1) *',
      'Add window and source to service target "a" (6.1) *',
      'Add all 2 missing contents of this document',
    ]);
    const all = offered(text).find((f) => f.title.includes('all'));
    const after = applied(text, all?.edits ?? []);
    assert.match(after, /\nworkload: # [^\n]+\n {2}- what: </);
    assert.match(after, /target: 99 %, window: "<[^>]+>", source: <[^>]+>\}/);
  });

  it('counts what is asked already as written', () => {
    const text = COMPLETE.replace(', window: month, source: probes', '').replace(/^(workload|exceptions).*$/gm, '$1: <How much?>');
    assert.deepEqual(titles(`${text.replace(/^agreement.*\n/m, '')}`).at(-1), 'Add all 2 missing contents of this document');
  });

  it('asks no question twice', () => {
    assert.deepEqual(titles(COMPLETE.replace(/^workload.*$/m, 'workload: <How much?>')), []);
  });

  it('writes nothing behind what could not be read', () => {
    const text = COMPLETE.replace(/^targets:[\s\S]*/m, '').replace('requirements: [needs]', 'requirements: [needs]\nserviceHours: [');
    const [fix] = offered(text);
    assert.equal(fix?.title, 'Add targets (6.1)');
    assert.match(applied(text, fix.edits), /\nrequirements: \[needs\]\ntargets: # [\s\S]*>\nserviceHours: \[\nworkload: none\n/);
  });

  it('leaves alone what is written elsewhere', () => {
    const text = COMPLETE.replace(/^parties.*$/m, 'parties: &p {metric: availability}').replace(/^targets:[\s\S]*/m, 'targets: [*p]\n');
    assert.ok(titles(text).every((title) => !title.includes('window')));
  });

  it('gives a choice where the template asks for one of several words, and the question first', () => {
    const [fix] = offered(COMPLETE.replace(', window: month', ''));
    assert.match(fix?.edits[0]?.snippet ?? '', /^, window: \$\{1\|"<[^|]+\?>",case,day,week,month,[^|]+\|\}\$0$/);
  });

  it('shows dollar signs and braces of the author as they are', () => {
    const rest = COMPLETE.replace(/^(workload|services|targets|exceptions).*\n/gm, '').replace(/^ {2}- .*\n/m, '');
    const text = `${rest}targets: ["a$1}\\\\b"]`;
    const edit = offered(text).find((f) => f.title.startsWith('Add workload'))?.edits[0];
    assert.ok(edit?.text.startsWith('targets: ["a$1}\\\\b"]\nworkload: # '), edit?.text);
    assert.ok(edit?.snippet?.startsWith('targets: ["a\\$1\\}\\\\\\\\b"]\nworkload: # '), edit?.snippet);
  });
});

describe('fixes for a file that does not say what it is', () => {
  function fixed(text: string): Record<string, string> {
    const sms = smsOf({ 'mail-hr.sla.yaml': text });
    const file = sms.files.get(uriOf('mail-hr.sla.yaml'));
    assert.ok(file);
    const all = fixes(file, locatedIn(sms, 'mail-hr.sla.yaml'), knowledge, sms.reader());
    return Object.fromEntries(all.map((f) => [f.title, applied(text, f.edits)]));
  }

  it('write the kind that its name claims', () => {
    assert.deepEqual(fixed('# ours\nid: mail-hr\r\n'), { 'Add kind: sla': '# ours\nkind: sla\r\nid: mail-hr\r\n' });
    assert.deepEqual(fixed('{id: mail-hr}\n'), {});
  });

  it('start from the template where nothing is written', () => {
    for (const [text, head] of [
      ['', ''],
      ['# ours', '# ours\n'],
      ['\n', '\n'],
    ] as const) {
      const after = fixed(text)['Start a service level agreement from its template'] ?? '';
      assert.ok(after.startsWith(`${head}kind: sla\nid: mail-hr\nversion: 1.0\n`), after);
    }
  });
});
