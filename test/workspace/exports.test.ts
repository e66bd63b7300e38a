// What is found in exports of other tools and in what points to them, what mends it, and that it follows the files.
import assert from 'node:assert/strict';
import { locateAll } from '../../server/assess/located';
import { DiskHost } from '../../server/host/disk';
import { EditorHost } from '../../server/host/editor';
import { LIMITS } from '../../server/model/limits';
import { rules } from '../../server/rules/gathered';
import type { Sms } from '../../server/workspace/sms';
import { Workspace } from '../../server/workspace/workspace';
import { withFiles } from '../cli/running';
import { applied } from '../features/sms';
import { COST_ROWS, exported, hashOf, OUTAGE_ROWS, OUTAGES, RECORD, REPORT, TODAY } from '../packs/exported';
import { codesIn, type Folder, fixesFor, foundIn, knowledge, smsOf } from '../packs/mending';

const found = async (folder: Folder) => codesIn(await smsOf(folder, TODAY));
const without = (folder: Folder, file: string): Folder => new Map([...folder].filter(([name]) => name !== file));
const [HEAD = '', ...OUTAGES_RIGHT] = OUTAGE_ROWS;

describe('exports of other tools', () => {
  it('are read so that nothing is found, and prove what they say', async () => {
    const sms = await smsOf(exported(), TODAY);
    assert.deepEqual(codesIn(sms), []);
    const outages = sms
      .reader()
      .all('outage')
      .map((outage) => sms.reader().at(outage).value);
    assert.deepEqual(outages[1], {
      id: 'O-2',
      service: 'booking',
      start: '2026-08-23 02:00',
      end: '2026-08-23 03:00',
      planned: true,
      cause: 'New version',
    });
    const demand = sms.coverage().demands.find((d) => d.demand.id === '6.3-unplanned-investigated');
    assert.deepEqual([demand?.state, demand?.of], ['evidenced', { evidenced: 1, total: 1 }]);
  });

  const cases: readonly (readonly [what: string, folder: Folder, codes: readonly string[]])[] = [
    ['a file that is not there', without(exported(), OUTAGES), [`${RECORD} reference-not-found`]],
    [
      'another file than the hash is of',
      exported({ record: (t) => t.replace(/sha256: .{64}/, `sha256: ${hashOf('x')}`) }),
      [`${RECORD} export-changed`],
    ],
    ['no hash', exported({ record: (t) => t.replace(/\n {2}sha256: .*/, '') }), [`${RECORD} export-without-hash`]],
    ['a file of another sort', exported({ record: (t) => t.replace('2026-q3.csv', '2026-q3.xlsx') }), [`${RECORD} export-other-sort`]],
    [
      'a page of the web',
      exported({ record: (t) => t.replace(OUTAGES, 'https://tickets.example/a.csv') }),
      [`${RECORD} export-other-sort`],
    ],
    ['a file outside of the folder', exported({ record: (t) => t.replace(OUTAGES, '../outages.csv') }), [`${RECORD} export-unreadable`]],
    ['no rows', exported({ outages: [HEAD] }), [`${RECORD} export-empty`]],
    ['nothing at all', exported({ outages: [] }), [`${RECORD} export-empty`]],
    [
      'a field that there is none of',
      exported({ record: (t) => t.replace('field: cause', 'field: causes') }),
      [`${RECORD} export-no-field`],
    ],
    [
      'a column that there is none of',
      exported({ record: (t) => t.replace('column: Untersuchung', 'column: Prüfung') }),
      [`${RECORD} export-no-column`],
    ],
    [
      'a word of the other tool',
      exported({ outages: [...OUTAGE_ROWS, 'O-3;11.08.2026 06:20;;vielleicht;;Looked into.;none'] }),
      [`${OUTAGES} export-word`],
    ],
    [
      'a service that nobody has',
      exported({ record: (t) => t.replace('value: booking', 'value: bookings') }),
      [`${RECORD} unknown-reference`],
    ],
    [
      'a value of every row that its field does not take',
      exported({ record: (t) => t.replace('field: end, column: Ende', 'field: end, value: perhaps') }),
      [`${RECORD} wrong-format`],
    ],
    [
      'a value that its field does not take',
      exported({ outages: [...OUTAGE_ROWS, 'O 3;11.08.2026 06:20;;ja;;;'] }),
      [`${OUTAGES} wrong-format`],
    ],
    ['a row twice', exported({ outages: [...OUTAGE_ROWS, OUTAGES_RIGHT[1] ?? ''] }), [`${OUTAGES} duplicate-id`]],
    [
      'a content that is missing in a row',
      exported({ outages: [...OUTAGE_ROWS, 'O-3;11.08.2026 06:20;;nein;;;none'] }),
      [`${OUTAGES} 6.3-unplanned-investigated`],
    ],
    [
      'too many rows',
      exported({ costs: [...COST_ROWS, ...Array.from({ length: LIMITS.rows }, () => 'work,people,"1,00","1,00",')] }),
      [`${REPORT} export-too-many-rows`],
    ],
  ];
  for (const [what, folder, codes] of cases) {
    it(`have one finding for ${what}`, async () => {
      assert.deepEqual(await found(folder), codes);
    });
  }

  it('point from a row to where it is said that it counts', async () => {
    const sms = await smsOf(exported({ outages: [...OUTAGE_ROWS, 'O-3;11.08.2026 06:20;;vielleicht;;Looked into.;none'] }), TODAY);
    const [row] = foundIn(sms).find((f) => f.file === OUTAGES)?.found ?? [];
    assert.ok(row);
    const text = sms.files.get(row.at.uri)?.read.text ?? '';
    assert.equal(text.slice(row.at.start, row.at.end), 'vielleicht');
    const [why] = row.because;
    assert.ok(why);
    assert.ok(why.uri.endsWith(`/${RECORD}`));
    assert.equal(why.message, 'Row 4 of the export counts as one of "outages" here. Its column "Geplant" is read as "planned".');
  });

  it('take over a hash, or get one', async () => {
    for (const [record, title] of [
      [(t: string) => t.replace(/sha256: .{64}/, `sha256: ${hashOf('x')}`), `Take over the new hash of "${OUTAGES}"`],
      [(t: string) => t.replace(/\n {2}sha256: .*/, ''), `Add the hash of "${OUTAGES}", so that a change is noticed`],
      [
        (t: string) =>
          t.replace(
            /^outages:\n(?: .*\n)+/m,
            (block) =>
              `outages: {export: ${OUTAGES}, separator: ";", dates: "DD.MM.YYYY HH:mm", columns: [${[...block.matchAll(/- (\{.*\})/g)].map((m) => m[1]).join(', ')}]}\n`,
          ),
        `Add the hash of "${OUTAGES}", so that a change is noticed`,
      ],
    ] as const) {
      const folder = new Map(exported({ record }));
      const [fix] = fixesFor(await smsOf(folder, TODAY), RECORD);
      assert.equal(fix?.title, title);
      folder.set(RECORD, applied(folder.get(RECORD) ?? '', fix.edits));
      assert.deepEqual(await found(folder), []);
    }
  });

  it('are mended where a name is nearly right', async () => {
    for (const [from, to] of [
      ['field: cause', 'field: causes'],
      ['column: Untersuchung', 'column: Untersuchng'],
      ['separator: ";"', 'separator: ","'],
    ] as const) {
      const folder = new Map(exported({ record: (t) => t.replace(from, to) }));
      const [fix] = fixesFor(await smsOf(folder, TODAY), RECORD);
      assert.ok(fix, to);
      folder.set(RECORD, applied(folder.get(RECORD) ?? '', fix.edits));
      assert.deepEqual(folder, exported());
    }
  });

  it('read JSON by its keys', async () => {
    const json = {
      result: {
        items: [
          {
            number: 'O-1',
            fields: { service: 'booking', opened: '2026-08-11T04:20:00Z' },
            planned: true,
            cause: 'New version',
            actions: null,
          },
          {
            number: 'O-2',
            fields: { service: 'booking', opened: '2026-08-12T04:20:00Z' },
            planned: false,
            cause: 'Disk',
            actions: 'none',
            investigation: 'Worn out.',
          },
        ],
      },
    };
    const text = JSON.stringify(json, undefined, '\t');
    const record = (rows: string) => (t: string) =>
      t.replace(
        /^outages:\n(?: .*\n)+/m,
        `outages:\n  export: exports/o.json\n  rows: ${rows}\n  columns:\n    - {field: id, column: number}\n    - {field: service, column: fields.service}\n    - {field: start, column: fields.opened}\n  sha256: ${hashOf(text)}\n`,
      );
    const folder = new Map(exported({ record: record('result.items') })).set('exports/o.json', text);
    const sms = await smsOf(folder, TODAY);
    assert.deepEqual(codesIn(sms), []);
    assert.deepEqual(
      sms
        .reader()
        .all('outage')
        .map((outage) => ['id', 'start', 'planned'].map((field) => sms.reader().at(outage, field).value)),
      [
        ['O-1', '2026-08-11 06:20', true],
        ['O-2', '2026-08-12 06:20', false],
      ],
    );
    assert.deepEqual(await found(new Map(exported({ record: record('result') })).set('exports/o.json', text)), [
      `${RECORD} export-no-list`,
    ]);
    const broken = text.slice(0, -20);
    const cut = new Map(exported({ record: (t) => record('result.items')(t).replace(hashOf(text), hashOf(broken)) })).set(
      'exports/o.json',
      broken,
    );
    assert.deepEqual(await found(cut), ['exports/o.json export-json']);
    const bare = text.replace('"items": [', '"items": [7, ');
    const withBare = new Map(exported({ record: (t) => record('result.items')(t).replace(hashOf(text), hashOf(bare)) })).set(
      'exports/o.json',
      bare,
    );
    assert.deepEqual(await found(withBare), ['exports/o.json export-row-no-group']);
  });

  it('show many rows with one fault in one column as one', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `O-${i + 10};11.08.2026 06:20;11/08/2026 07:20;ja;Window;;`);
    const sms = await smsOf(exported({ outages: [...OUTAGE_ROWS, ...rows] }), TODAY);
    const shown = foundIn(sms, true).flatMap(({ found: all }) => all.map((l) => l.finding.message));
    assert.equal(shown.length, 1);
    assert.match(
      shown[0] ?? '',
      /^"11\/08\/2026 07:20" in column "Ende" of row 4 is not a day .* The same is wrong in 4,999 more rows of this file\.$/,
    );
    assert.equal(codesIn(sms).length, 5_000);
  });
});

describe('exports on the disk', () => {
  const wide = [...OUTAGE_ROWS.slice(0, 1), 'O-2;23.08.2026 02:00;23.08.2026 03:00;ja;Größe;;'].map((r) => `${r}\n`).join('');
  const latin = Buffer.from(wide, 'latin1');
  const folder = (encoding: string) =>
    Object.fromEntries<string | Uint8Array>(
      exported({ record: (t) => t.replace(/sha256: .{64}/, `sha256: ${hashOf(latin)}`).replace('  separator', `${encoding}  separator`) }),
    );

  async function openIn(cwd: string): Promise<Sms> {
    const workspace = new Workspace(
      new DiskHost(),
      knowledge,
      rules,
      () => TODAY,
      ({ error }) => assert.fail(error),
    );
    await workspace.open([`file://${cwd}`]);
    workspace.settleAll();
    return workspace.smss[0] ?? assert.fail('there is no SMS');
  }
  const codes = (sms: Sms) =>
    [...sms.files].flatMap(([uri, file]) => locateAll(sms.findings(uri), file, sms.files, knowledge, false).map((l) => l.finding.code));

  it('are told where they are written in other characters, and read where those are said', async () => {
    await withFiles({ ...folder(''), [OUTAGES]: latin }, async (cwd) => assert.deepEqual(codes(await openIn(cwd)), ['export-not-text']));
    await withFiles({ ...folder('  encoding: windows-1252\n'), [OUTAGES]: latin }, async (cwd) => {
      const sms = await openIn(cwd);
      assert.deepEqual(
        codes(sms).filter((code) => code.startsWith('export-')),
        [],
      );
      assert.deepEqual(
        sms
          .reader()
          .all('outage')
          .map((t) => sms.reader().at(t, 'cause').value),
        ['Größe'],
      );
    });
  });

  it('are told where they are too large', async () => {
    const large = Buffer.alloc(LIMITS.size + 1, 'a');
    await withFiles({ ...folder(''), [OUTAGES]: large }, async (cwd) => assert.deepEqual(codes(await openIn(cwd)), ['export-too-large']));
  });

  it('come from an editor as they lie there', async () => {
    const files = new Map<string, { base64?: string; unreadable?: string }>([
      ['file:///a.csv', { base64: latin.toString('base64') }],
      ['file:///b.csv', { unreadable: 'it could not be opened' }],
    ]);
    const host = new EditorHost({
      list: () => Promise.resolve([]),
      read: () => Promise.resolve(undefined),
      readBytes: (uri) => Promise.resolve(files.get(uri) ?? {}),
    });
    assert.deepEqual(await host.readBytes('file:///a.csv'), { bytes: new Uint8Array(latin) });
    assert.deepEqual(await host.readBytes('file:///b.csv'), { unreadable: 'it could not be opened' });
    assert.equal(await host.readBytes('file:///c.csv'), undefined);
  });
});
