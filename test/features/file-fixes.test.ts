// Fixes that make, rename or change other files: what is offered, what becomes of the folder, and that the finding is gone then.
import assert from 'node:assert/strict';
import type { FileChange, Fix } from '../../server/features/fix';
import { fixes } from '../../server/features/fixes';
import { applied, knowledge, locatedIn, smsOf, uriOf } from './sms';

type Folder = Readonly<Record<string, string>>;

const nameOf = (uri: string) => decodeURIComponent(uri.slice(uriOf('').length));

function smsIn(folder: Folder) {
  const sms = smsOf(folder);
  sms.engine.setFiles(new Set(Object.keys(folder).map(uriOf)));
  sms.engine.settle();
  return sms;
}

/** What is offered for the findings of that code in a file. */
function offered(folder: Folder, name: string, code: string): readonly Fix[] {
  const sms = smsIn(folder);
  const file = sms.files.get(uriOf(name));
  assert.ok(file);
  const own = locatedIn(sms, name).filter((l) => l.finding.code === code);
  assert.ok(own.length > 0, `there is no ${code}: ${locatedIn(sms, name).map((l) => l.finding.code)}`);
  return fixes(file, own, knowledge, sms.reader(), sms.files);
}

function changed(folder: Folder, change: FileChange): Folder {
  const name = nameOf(change.uri);
  if (change.is === 'edit') return { ...folder, [name]: applied(folder[name] ?? assert.fail(`no ${name}`), change.edits) };
  if (change.is === 'create') {
    assert.ok(!(name in folder), `${name} would be written over`);
    return { ...folder, [name]: change.text };
  }
  const { [name]: text = '', ...rest } = folder;
  assert.ok(!(nameOf(change.to) in folder));
  return { ...rest, [nameOf(change.to)]: text };
}

/** The folder after the fix of that title, whose finding is gone, and which brings nothing but questions. */
function settled(folder: Folder, name: string, code: string, title: string): Folder {
  const all = offered(folder, name, code);
  const fix = all.find((f) => f.title === title) ?? assert.fail(`only ${all.map((f) => f.title).join(', ')}`);
  const edited = fix.edits.length === 0 ? folder : { ...folder, [name]: applied(folder[name] ?? '', fix.edits) };
  const now = (fix.files ?? []).reduce(changed, edited);
  const codes = (f: Folder) =>
    Object.keys(f).flatMap((n) => (n.endsWith('.yaml') ? locatedIn(smsIn(f), n).map((l) => l.finding.code) : []));
  const count = (f: Folder) => codes(f).filter((c) => c === code).length;
  assert.ok(count(now) < count(folder), `${code} is still there`);
  const fresh = codes(now).filter((c) => !codes(folder).includes(c) && c !== 'unanswered');
  assert.deepEqual(fresh, []);
  return now;
}

const SMS = 'kind: sms\nformat: 1\nedition: 2011\n';
const CATALOGUE = `kind: service-catalogue
id: services
status: draft
services:
  # the one that all use
  - {id: mail, name: Mail, status: live, usedBy: customers}
`;
const SLA = 'kind: sla\nid: mail-hr\nstatus: draft\nservices: [mail]\n';

describe('fixes in other files', () => {
  it('create the manifest', () => {
    const folder = { 'mail-hr.sla.yaml': SLA, 'services.service-catalogue.yaml': CATALOGUE };
    const now = settled(folder, 'mail-hr.sla.yaml', 'no-manifest', 'Create "sms.yaml" from its template');
    assert.match(now['sms.yaml'] ?? '', /^kind: sms\nformat: 1\n/);
  });

  it('rename a file that is named like another kind, or change the kind', () => {
    const folder = { 'sms.yaml': SMS, 'services.service-catalogue.yaml': CATALOGUE, 'mail-hr.contract.yaml': SLA };
    const renamed = settled(folder, 'mail-hr.contract.yaml', 'kind-differs-from-name', 'Rename the file to "mail-hr.sla.yaml"');
    assert.equal(renamed['mail-hr.sla.yaml'], SLA);
    assert.deepEqual(
      offered(folder, 'mail-hr.contract.yaml', 'kind-differs-from-name').map((f) => [f.title, f.preferred]),
      [
        ['Rename the file to "mail-hr.sla.yaml"', false],
        ['Change "sla" to "contract", as the name says', false],
      ],
    );
    const taken = { ...folder, 'mail-hr.sla.yaml': SLA.replace('mail-hr', 'mail-it') };
    assert.equal(offered(taken, 'mail-hr.contract.yaml', 'kind-differs-from-name').length, 1);
  });

  it('write a line in the register where the like of it stand, if there is one', () => {
    const sla = SLA.replace('[mail]', '[mail, wiki]');
    const folder = { 'sms.yaml': SMS, 'services.service-catalogue.yaml': CATALOGUE, 'mail-hr.sla.yaml': sla };
    const title = 'Add "wiki" to the service catalogue "services"';
    const [fix, ...others] = offered(folder, 'mail-hr.sla.yaml', 'sla-names-unknown-service');
    assert.deepEqual([fix?.title, fix?.preferred, others.length], [title, false, 0]);
    const now = settled(folder, 'mail-hr.sla.yaml', 'sla-names-unknown-service', title);
    assert.equal(now['mail-hr.sla.yaml'], sla);
    assert.ok(now['services.service-catalogue.yaml']?.startsWith(`${CATALOGUE}  - {id: wiki, `), now['services.service-catalogue.yaml']);
  });

  it('start a file of its own where there is no register', () => {
    const folder = { 'sms.yaml': SMS, 'mail-hr.sla.yaml': SLA };
    const now = settled(folder, 'mail-hr.sla.yaml', 'sla-names-unknown-service', 'Start the service "mail" in "mail.service.yaml"');
    assert.match(now['mail.service.yaml'] ?? '', /^kind: service\nid: mail\n/);
  });

  it('start the record of what is named', () => {
    const sla = `${SLA.replace('services: [mail]\n', '')}history: [{version: 1.0, on: 2026-01-15, change: CHG-71}]\n`;
    const folder = { 'sms.yaml': SMS, 'mail-hr.sla.yaml': sla };
    const now = settled(folder, 'mail-hr.sla.yaml', 'unknown-record', 'Start the change record "CHG-71" in "CHG-71.change-record.yaml"');
    assert.match(now['CHG-71.change-record.yaml'] ?? '', /^kind: change-record\nid: CHG-71\n/);
  });

  it('start the document that a thing lacks, about that thing', () => {
    const folder = { 'sms.yaml': SMS, 'services.service-catalogue.yaml': CATALOGUE.replace('draft', 'agreed') };
    const [fix] = offered(folder, 'services.service-catalogue.yaml', 'live-service-without-sla');
    assert.equal(fix?.title, 'Start a service level agreement for "mail" in "mail.sla.yaml"');
    const [create] = fix.files ?? [];
    assert.ok(create?.is === 'create');
    assert.match(create.text, /^kind: sla\nid: mail\n/);
    assert.match(create.text, /^services:\n {2}- mail$/m);
    const taken = { ...folder, 'mail.sla.yaml': 'kind: sla\nid: mail\nstatus: draft\n' };
    assert.deepEqual(
      offered(taken, 'services.service-catalogue.yaml', 'live-service-without-sla').map((f) => f.title),
      [
        'Start a service level agreement for "mail" in "mail-2.sla.yaml"',
        'Waive live-service-without-sla at service/mail, in "mail-live-service-without-sla.waiver.yaml"',
      ],
    );
  });

  it('write hours that stand in words as a calendar, and name it; or the one that has them', () => {
    const sla = `${SLA}serviceHours: Mon-Fri 8-18\n`;
    const folder = { 'sms.yaml': SMS, 'services.service-catalogue.yaml': CATALOGUE, 'mail-hr.sla.yaml': sla };
    const title = 'Write them as the calendar "mon-fri-8-18" in "mon-fri-8-18.calendar.yaml", and name it here';
    const now = settled(folder, 'mail-hr.sla.yaml', 'hours-in-words', title);
    assert.equal(now['mail-hr.sla.yaml'], sla.replace('Mon-Fri 8-18', 'mon-fri-8-18'));
    const calendar = now['mon-fri-8-18.calendar.yaml'] ?? '';
    assert.match(calendar, /\n {2}- days: \[monday, tuesday, wednesday, thursday, friday\]\n {4}hours: 08:00-18:00\nholidays:/);
    const office = 'kind: calendar\nid: office\nweek: [{days: [monday, tuesday, wednesday, thursday, friday], hours: 8:00-18:00}]\n';
    const titles = offered({ ...folder, 'office.calendar.yaml': office }, 'mail-hr.sla.yaml', 'hours-in-words').map((f) => f.title);
    assert.deepEqual(titles, ['Change "Mon-Fri 8-18" to "office"', title]);
  });
});
