// What rules worked out from a figure, where one points at it: on both sides, be it a finding or not, with a link to the other side.
import assert from 'node:assert/strict';
import { locateSpot } from '../../server/assess/located';
import { hover } from '../../server/features/hover';
import { rules } from '../../server/rules/gathered';
import { readCases } from '../rules/fixture';
import { FOLDER, judgedOn, knowledge, uriOf } from './sms';

const SMS = 'kind: sms\nformat: 1\nprovider: P\nedition: 2011\nzone: Europe/Berlin\n';
const SERVICES = `kind: service-catalogue
id: services
version: 1.0
status: agreed
services:
  - {id: mail, name: Mail, status: live, usedBy: customers, dependsOn: [{component: mailboxes, loss: stops}]}
components:
  - {id: mailboxes, name: Mailboxes, deliveredBy: acme}
`;
const REGISTER = 'kind: supplier-register\nid: suppliers\nsuppliers:\n  - {id: acme, name: Acme, sort: external}\n';
const SLA = `kind: sla
id: mail-hr
version: 1.0
status: agreed
valid: {from: 2026-01-01}
services: [mail]
serviceHours: around the clock
targets:
  - {id: availability, metric: availability, target: 99.5 %, window: month}
priorities:
  - {id: P1, response: 30 min, restore: 8 h, clock: around the clock}
review: {interval: 1 year}
history:
  - {version: 1.0, on: 2026-01-01}
`;
const CONTRACT = `kind: contract
id: acme-mail
version: 1.0
status: agreed
parties: {supplier: acme}
term: {from: 2026-01-01, initial: 1 year, renewal: 1 year, notice: 3 months}
delivers: [mailboxes]
targets:
  - {id: availability, metric: availability, target: 99.7 %, window: month}
priorities:
  - {id: P1, restore: 4 h, clock: office}
`;
const OFFICE =
  'kind: calendar\nid: office\nzone: Europe/Berlin\nweek:\n  - {days: [monday, tuesday, wednesday, thursday, friday], hours: 08:00-18:00}\n';
const FILES = {
  'sms.yaml': SMS,
  's.service-catalogue.yaml': SERVICES,
  'r.supplier-register.yaml': REGISTER,
  'mail-hr.sla.yaml': SLA,
  'acme-mail.contract.yaml': CONTRACT,
  'office.calendar.yaml': OFFICE,
};

/** What is shown on a stretch of the file, `from` behind its `n`th mention of something. */
function on(name: keyof typeof FILES, words: string, files: Readonly<Record<string, string>> = FILES, today = '2026-06-01'): string {
  const sms = judgedOn(files, today);
  const file = sms.files.get(uriOf(name));
  assert.ok(file);
  const offset = file.read.text.indexOf(words);
  assert.ok(offset >= 0, `${words} is not in ${name}`);
  return hover({ file, offset: offset + 1, knowledge, reader: sms.reader(), judged: sms })?.contents ?? '';
}

const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length;

describe('hover on a figure', () => {
  const REST = 'Acme guarantees 99.7 % a month for availability; the SLA "mail-hr" that rests on it promises 99.5 % a month.';

  it('shows what it was held against though nothing is wrong, and leads there', () => {
    const text = on('mail-hr.sla.yaml', '99.5 %');
    assert.ok(text.startsWith(REST), text);
    const line = lineOf(CONTRACT, '99.7 %');
    const step = `- contract "acme-mail", service target availability: promised value, 99.7 % ([acme-mail.contract.yaml:${line}](${FOLDER}/acme-mail.contract.yaml#L${line}))`;
    assert.ok(text.includes(step), text);
    assert.ok(!text.includes('mail-hr.sla.yaml'), text);
    assert.match(text, /\n\n\*promised value:\* /);
  });

  it('shows the same on the other side, and leads back', () => {
    const text = on('acme-mail.contract.yaml', '99.7 %');
    assert.ok(text.startsWith(REST), text);
    assert.match(text, /\(\[mail-hr\.sla\.yaml:9\]\(file:\/\/\/sms\/mail-hr\.sla\.yaml#L9\)\)/);
  });

  it('shows it where it is a finding as well', () => {
    const files = { ...FILES, 'acme-mail.contract.yaml': CONTRACT.replace('99.7 %', '99.0 %') };
    assert.match(on('mail-hr.sla.yaml', '99.5 %', files), /^Acme guarantees 99\.0 % a month/);
  });

  it('shows the worst case of a restore time along its chain', () => {
    const text = on('mail-hr.sla.yaml', '8 h');
    const story =
      /For P1 of the SLA "mail-hr" Acme has 4 h in the hours "office": at worst it takes (\d+) h around the clock \(reported Friday \d\d:\d\d, due Monday \d\d:\d\d\), promised 8 h\./;
    const [, hours] = story.exec(text) ?? [];
    assert.ok(Number(hours) > 60, text);
    assert.match(text, /- contract "acme-mail", priority P1: restore time, 4 h \(\[/);
    const anyHour = { ...FILES, 'acme-mail.contract.yaml': CONTRACT.replace('clock: office', 'clock: around the clock') };
    assert.match(on('mail-hr.sla.yaml', '8 h', anyHour), /at worst it takes 4 h around the clock \(at any hour\), promised 8 h\./);
  });

  it('shows the last day for notice long before it is near', () => {
    assert.match(
      on('acme-mail.contract.yaml', '3 months', FILES, '2026-02-01'),
      /^The last day for notice is 2026-\d\d-\d\d; without it, the contract goes on from 2026-12-31 until 2027-12-31\./,
    );
  });

  it('shows when it is to be looked through again', () => {
    assert.match(
      on('mail-hr.sla.yaml', '1 year'),
      /^"mail-hr" was last reviewed on 2026-01-01; with 1 year between two reviews the next one is due on 2027-01-01\.|2027-01-01/,
    );
  });

  it('stays short, and says the field alone where nothing was worked out', () => {
    for (const [name, words] of [
      ['mail-hr.sla.yaml', '99.5 %'],
      ['mail-hr.sla.yaml', '8 h'],
      ['acme-mail.contract.yaml', '4 h'],
    ] as const) {
      assert.ok(on(name, words).split('\n').length < 15, words);
    }
    assert.match(on('mail-hr.sla.yaml', 'around the clock'), /^\*\*/);
    const draft = { ...FILES, 'acme-mail.contract.yaml': CONTRACT.replace('agreed', 'draft') };
    assert.doesNotMatch(on('acme-mail.contract.yaml', '99.7 %', draft), /guarantees/);
  });

  it('takes an author’s words for words', () => {
    const files = { ...FILES, 'r.supplier-register.yaml': REGISTER.replace('name: Acme', 'name: "[A*cme](http://x)"') };
    assert.ok(on('mail-hr.sla.yaml', '99.5 %', files).startsWith('\\[A\\*cme\\](http://x) guarantees'));
  });
});

describe('workings of rules', () => {
  const telling = rules.filter((r) => r.works !== undefined);

  it('are shown on their figures by each rule whose message has one', () => {
    assert.ok(telling.length > 10);
    assert.deepEqual(
      rules.filter((r) => r.says.includes('{working}') && r.works === undefined).map((r) => r.id),
      [],
    );
  });

  for (const { id } of telling) {
    it(`${id}: in whole sentences, of figures that are written, in the fixtures`, () => {
      const told = readCases()
        .filter((c) => c.rule === id)
        .flatMap(({ pack }) => {
          const sms = judgedOn(Object.fromEntries([...pack.files].map(([name, { text }]) => [name, text])), pack.today);
          const all = [...sms.engine.results()].flatMap((r) => r.workings.filter((w) => w.rule === id));
          return all.map((w) => ({ ...w, places: w.figures.map((spot) => locateSpot(spot, sms.files)) }));
        });
      assert.ok(told.length > 0);
      for (const { words, places } of told) {
        assert.doesNotMatch(words, /\{[a-zA-Z]+\}|undefined|\[object/);
        assert.ok(places.length > 0 && places.every((place) => place && place.end > place.start), words);
      }
    });
  }
});
