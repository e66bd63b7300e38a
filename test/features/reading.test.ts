// What is shown of a document without being asked: its outline, links, annotations and lenses; and what a search finds.
import assert from 'node:assert/strict';
import type { EvidenceFile } from '../../server/assess/file';
import { annotations } from '../../server/features/annotations';
import { fileLinks } from '../../server/features/file-links';
import { lenses } from '../../server/features/lenses';
import { type Outlined, outline, search } from '../../server/features/outline';
import { knowledge, smsOf, uriOf } from './sms';

const FILES = {
  'sms.yaml': 'kind: sms\nformat: 1\nprovider: Nordlicht IT\nedition: "2018"\nzone: Europe/Berlin\n',
  'services.service-catalogue.yaml': `kind: service-catalogue
id: services
version: 1.0
status: agreed
services:
  - {id: mail, name: Mail and calendar, status: live, usedBy: customers, dependsOn: [{component: mailboxes, loss: stops}]}
components:
  - {id: mailboxes, name: Hosted mailboxes, deliveredBy: acme}
`,
  'mail.sla.yaml': `kind: sla
id: mail-hr
version: 1.0
status: agreed
valid: {from: 2026-01-01}
services: [mail]
serviceHours: around the clock
targets:
  - {id: availability, metric: availability, target: 99.5 %, window: month, source: probes}
  - {id: speed, metric: response-time, target: 2 s, window: month, source: probes}
`,
  'acme.contract.yaml': `kind: contract
id: acme-hosting
version: 1.0
status: agreed
parties: {supplier: acme}
source: {reference: signed/acme.pdf, place: "§ 2"}
terms: {standard: true, reference: "https://acme.example/terms#2", covers: [scope]}
scope: {reference: "in the safe, room 12"}
term: {from: 2024-07-01, initial: 3 years, renewal: 1 year, notice: 3 months}
delivers: [mailboxes]
serviceHours: around the clock
targets:
  - {id: availability, metric: availability, target: 99.9 %, window: month, source: portal}
`,
};

const sms = smsOf(FILES);
const fileOf = (name: keyof typeof FILES): EvidenceFile => sms.files.get(uriOf(name)) ?? assert.fail();
const textOf = (name: keyof typeof FILES) => FILES[name];

describe('the outline', () => {
  it('has each document and the things in it by what they are', () => {
    const shown = (all: readonly Outlined[]): unknown[] => all.map((o) => [o.name, o.detail, ...shown(o.inside)]);
    assert.deepEqual(shown(outline(fileOf('services.service-catalogue.yaml'), knowledge, sms.reader())), [
      ['services', 'service catalogue 1.0', ['Mail and calendar', 'service'], ['Hosted mailboxes', 'component']],
    ]);
    const [document] = outline(fileOf('mail.sla.yaml'), knowledge, sms.reader());
    assert.deepEqual(
      document?.inside.map((o) => o.name),
      ['availability', 'speed'],
    );
    const text = textOf('mail.sla.yaml');
    for (const o of document?.inside ?? []) assert.equal(text.slice(o.at.start, o.at.end), o.name);
  });

  it('is found by name, id or what it is', () => {
    const found = (query: string) => search(query, sms.files, knowledge, sms.reader()).map((f) => `${f.name}, ${f.detail}`);
    assert.deepEqual(found('calendar service'), ['Mail and calendar, service']);
    assert.deepEqual(found('acme-hosting contract'), ['acme-hosting, contract']);
    assert.deepEqual(found('hosting availability'), ['acme-hosting/availability, target']);
    assert.deepEqual(found('nothing like it'), []);
  });
});

describe('links', () => {
  it('lead to files beside the document and to addresses, and not into the safe', () => {
    const text = textOf('acme.contract.yaml');
    assert.deepEqual(
      fileLinks(fileOf('acme.contract.yaml')).map((l) => [text.slice(l.start, l.end).replaceAll('"', ''), l.target]),
      [
        ['signed/acme.pdf', 'file:///sms/signed/acme.pdf'],
        ['https://acme.example/terms#2', 'https://acme.example/terms#2'],
      ],
    );
  });
});

describe('annotations', () => {
  const said = (name: keyof typeof FILES) => {
    const text = textOf(name);
    return annotations(fileOf(name), 0, text.length, sms.reader()).map(
      (a) => `${text.slice(text.lastIndexOf(' ', a.at - 3) + 1, a.at)} | ${a.text}`,
    );
  };

  it('tell the downtime that a percentage leaves, and no other figure', () => {
    assert.deepEqual(said('mail.sla.yaml'), ['99.5 % | down at most 3.6 h a month of 24 x 7']);
  });

  it('tell where a term ends, and what is promised above', () => {
    assert.deepEqual(said('acme.contract.yaml'), [
      'year | runs until 2027-06-30, then goes on, notice by 2027-04-01',
      '99.9 % | down at most 43.2 min a month of 24 x 7',
      '99.9 % | promised: 99.5 % in mail-hr',
    ]);
  });

  it('are only those of the lines that are shown', () => {
    assert.deepEqual(annotations(fileOf('acme.contract.yaml'), 0, 30, sms.reader()), []);
  });
});

describe('lenses', () => {
  const shown = (name: keyof typeof FILES) => lenses(fileOf(name), knowledge, sms.reader()).map((l) => l.title);

  it('tell how much of what is asked is written, and who refers to it', () => {
    const [sla] = shown('mail.sla.yaml');
    assert.match(sla ?? '', /^\d+ of \d+ demands on it written$/);
    const [, there, all] = /^(\d+) of (\d+)/.exec(sla ?? '') ?? [];
    assert.ok(Number(there) > 0 && Number(there) < Number(all));
    const file = smsOf({
      ...FILES,
      'r.yaml': 'kind: service-report\nid: june\nperformance:\n  - {target: mail-hr/availability, value: 99.9 %}\n',
    });
    const uses = lenses(file.files.get(uriOf('mail.sla.yaml')) ?? assert.fail(), knowledge, file.reader());
    assert.equal(uses[1]?.title, '1 service report refers to it');
  });
});
