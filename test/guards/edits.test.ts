// That a workspace that lived through any edits shows what a fresh one would: nothing that should be judged again is forgotten.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { NamedRule } from '../../server/rules/rule';
import { Desk, type Event, event } from './edits';
import { folderUri, readPack } from './pack';
import { root } from './source';

const runs = process.env.CI ? 600 : 240;
const EDITS = 10;

/** A small folder in which everything hangs together, with a contradiction across three files: a test's pack, a file for each document. */
function dense(): Map<string, string> {
  const text = readFileSync(path.join(root, 'test/assess/evidence/7.2-supplier-management/pack.yaml'), 'utf8');
  const documents = text.replace('99.7 %', '99.0 %').split(/^---\n/m);
  return new Map(documents.map((document, i) => [`${DENSE}/${i === 0 ? 'sms' : documents.length - i}.yaml`, document]));
}
const DENSE = 'file:///dense';

/** Evidence whose rows lie in exports: one as CSV, once more as JSON, read by two kinds of documents. */
function exported(): Map<string, string> {
  const at = (file: string) => `${EXPORTED}/${file}`;
  const mapping =
    'columns:\n    - {field: start, column: Beginn}\n    - {field: end, column: Ende}\n    - {field: planned, column: Geplant, words: [{theirs: nein, ours: "false"}]}\n    - {field: cause, column: Ursache}\n';
  return new Map([
    [at('sms.yaml'), 'kind: sms\nformat: 1\nprovider: Kontor\nedition: 2018\nscope: All.\nzone: Europe/Berlin\ncurrency: EUR\n'],
    [
      at('services.yaml'),
      'kind: service-catalogue\nid: services\nversion: 1.0\nstatus: agreed\nservices:\n  - {id: mail, name: Mail, usedBy: customers, status: live}\n',
    ],
    [
      at('2026-q2.yaml'),
      `kind: availability-record\nid: q2\nperiod: {from: 2026-04-01, to: 2026-06-30}\noutages:\n  export: exports/outages.csv\n  dates: DD.MM.YYYY HH:mm\n  zone: UTC\n  ${mapping}`,
    ],
    [
      at('2026-06.yaml'),
      `kind: availability-record\nid: june\nperiod: {from: 2026-06-01, to: 2026-06-30}\noutages:\n  export: exports/outages.json\n  dates: DD.MM.YYYY HH:mm\n  ${mapping}results:\n  - {service: mail, achieved: 99.9 %}\n`,
    ],
    [
      at('report.yaml'),
      'kind: service-report\nid: report\nperiod: {from: 2026-06-01, to: 2026-06-30}\nworkload:\n  volumes: {export: exports/volumes.csv, decimal: ","}\n  periodicChanges: none\n',
    ],
    [
      at('exports/outages.csv'),
      'id;service;Beginn;Ende;Geplant;Ursache\nINC-1;mail;03.04.2026 10:00;03.04.2026 11:00;nein;"Power; gone"\nINC-2;mail;03.04.2026 12:00;03.04.2026 13:00;nein;Disk\n',
    ],
    [at('exports/outages.json'), '[{"id": "INC-3", "service": "mail", "Beginn": "03.04.2026 10:00", "Geplant": "nein"}]\n'],
    [at('exports/volumes.csv'), 'service;what;actual;limit\nmail;mailboxes;"1.140,5";1.200\n'],
  ]);
}
const EXPORTED = 'file:///exported';

/** A check that breaks off on every SLA in force: it is told once, wherever that is at the time. */
const BROKEN: NamedRule = {
  ...{ id: 'made-to-break', process: 'documents', demands: [], each: 'sla', severity: 'warning' },
  ...{ says: 'Never said.', do: '', because: '', about: '' },
  check() {
    throw new Error('made to break');
  },
};

/** Folders, and how many of the sequences are theirs. */
const FOLDERS: readonly (readonly [name: string, folder: string, texts: Map<string, string>, share: number, broken?: NamedRule])[] = [
  ['a dense folder', DENSE, dense(), 0.75],
  ['incomplete', folderUri('incomplete'), readPack('incomplete'), 0.2],
  ['incomplete, with a check that breaks off', folderUri('incomplete'), readPack('incomplete'), 0.1, BROKEN],
  ['oddities', folderUri('oddities'), readPack('oddities'), 0.05],
  ['waived', folderUri('waived'), readPack('waived'), 0.2],
  ['old, with a baseline', folderUri('old'), readPack('old'), 0.2],
  ...['small', 'over-time', 'approval'].map((name) => [name, folderUri(name), readPack(name), 0.05] as const),
  ...['complete-2011', 'complete-2018', 'faults'].map((name) => [name, folderUri(name), readPack(name), 0.02] as const),
  ['a folder with exports', EXPORTED, exported(), 0.5],
];

describe('after any edits, findings and coverage are those of a fresh run', () => {
  for (const [name, folder, texts, share, broken] of FOLDERS) {
    it(`in ${name}`, async function () {
      this.timeout(300_000);
      const sequence = fc.array(event, { minLength: 1, maxLength: EDITS, size: 'max' });
      await fc.assert(
        fc.asyncProperty(sequence, async (events) => {
          const desk = await Desk.of(folder, texts, broken);
          for (const happened of events) await desk.take(happened);
          const { living, fresh } = await desk.pictures();
          assert.deepEqual(living, fresh);
        }),
        { seed: 20_000, numRuns: Math.ceil(runs * share) },
      );
    });
  }
});

describe('a check that breaks off', () => {
  it('is told once, where it breaks off now', async () => {
    const desk = await Desk.of(folderUri('incomplete'), readPack('incomplete'), BROKEN);
    const told = async () => {
      const { living, fresh } = await desk.pictures();
      assert.deepEqual(living, fresh);
      return Object.keys(living.files).filter((uri) => living.files[uri]?.join().includes('rule-failed'));
    };
    const [first = '', ...others] = await told();
    assert.ok(first.endsWith('/mail-hr.sla.yaml'));
    assert.deepEqual(others, []);
    await desk.take({ is: 'delete', file: [...desk.disk.keys()].sort().indexOf(first) });
    assert.deepEqual(await told(), [first.replace('mail-hr', 'payroll-hr')]);
  });
});

describe('the guard of edits', () => {
  const folder = folderUri('incomplete');

  it('sees what the edits do', async () => {
    const events: readonly (readonly [Event, RegExp])[] = [
      [{ is: 'replace', file: 0, at: 0, length: 1, text: '{', saved: false }, /yaml-syntax/],
      [{ is: 'drop line', file: 0, at: 3, saved: true }, /missing-field/],
      [{ is: 'double line', file: 0, at: 3, saved: true }, /duplicate-key/],
      [{ is: 'manifest', file: 0 }, /no-manifest/],
      [{ is: 'add', file: 0, to: 'new.sla.yaml' }, /duplicate-id/],
    ];
    for (const [happened, code] of events) {
      const desk = await Desk.of(folder, readPack('incomplete'));
      const before = Object.values((await desk.pictures()).living.files).flat();
      await desk.take(happened);
      const after = await desk.pictures();
      const come = Object.values(after.living.files)
        .flat()
        .filter((found) => !before.includes(found));
      assert.match(come.join(), code, happened.is);
      assert.deepEqual(after.living, after.fresh);
    }
  });

  it('sees a file that was forgotten', async () => {
    const desk = await Desk.of(folder, readPack('incomplete'));
    desk.disk.delete(`${folder}/mail-hr.sla.yaml`);
    const { living, fresh } = await desk.pictures();
    assert.notDeepEqual(living.files, fresh.files);
    assert.notDeepEqual(living.coverage, fresh.coverage);
  });
});
