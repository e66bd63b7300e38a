// Days in the wrong order, and records of other days than their own, as they are written in YAML: of each sort of thing that has them.
import assert from 'node:assert/strict';
import { type Folder, foundIn, readFolder, smsOf } from '../packs/mending';

const TODAY = '2026-11-24';

/** "code: words" of what is found in the small pack with one more file. */
async function found(name: string, text: string): Promise<string[]> {
  const folder: Folder = new Map([...readFolder('small'), [name, text]]);
  const codes = ['ends-before-it-begins', 'outside-period'];
  return foundIn(await smsOf(folder, TODAY)).flatMap(({ found: all }) =>
    all.flatMap(({ finding: { code, message } }) => (codes.includes(code) ? [`${code}: ${message}`] : [])),
  );
}

const incidents = (...lines: string[]) =>
  `kind: availability-record\nid: q2\nperiod: {from: 2026-04-01, to: 2026-06-30}\noutages:\n${lines.map((l) => `  - {${l}}\n`).join('')}`;

describe('days in the wrong order', () => {
  const cases: readonly (readonly [name: string, text: string, finding?: RegExp])[] = [
    [
      'a.complaint.yaml',
      'kind: complaint\nid: a\nreceived: 2026-05-04\nclosed: 2026-05-03\n',
      /"closed" is 2026-05-03, which is before "received"/,
    ],
    ['a.complaint.yaml', 'kind: complaint\nid: a\nreceived: 2026-05-04\nclosed: 2026-05-04\n'],
    [
      'a.dispute.yaml',
      'kind: dispute\nid: a\nraised: 2026-05-04\nclosed: 2026-04-03\n',
      /"closed" is 2026-04-03, which is before "raised"/,
    ],
    [
      'a.sla.yaml',
      'kind: sla\nid: a\nstatus: draft\nvalid: {from: 2026-12-31, to: 2026-01-01}\n',
      /"to" is 2026-01-01, which is before "from"/,
    ],
    ['a.problem-record.yaml', 'kind: problem-record\nid: a\nrecorded: 2026-05-04\nclosed: 2026-05-03\n', /before "recorded", 2026-05-04/],
    [
      'a.security-incident.yaml',
      'kind: security-incident\nid: a\nhappened: 2026-05-04\nrecorded: 2026-05-05\nresolved: 2026-05-06\nclosed: 2026-05-02\n',
      /"closed" is 2026-05-02, which is before "recorded", 2026-05-05/,
    ],
    [
      'q2.availability-record.yaml',
      incidents('id: O, service: booking, start: 2026-05-04 10:00, end: 2026-05-04 09:00'),
      /2026-05-04 09:00, which/,
    ],
    // The clocks are put back between the two.
    [
      'q4.availability-record.yaml',
      'kind: availability-record\nid: q4\noutages:\n  - {id: O, service: booking, start: 2026-10-25 02:50, end: 2026-10-25 02:10}\n',
    ],
    ['q2.availability-record.yaml', incidents('id: O, service: booking, start: 2026-05-04 10:00, end: 2026-05-04')],
    [
      'q2.availability-record.yaml',
      incidents('id: O, service: booking, start: 2026-07-04 10:00, end: 2026-07-04 11:00'),
      /^outside-period: "O" is/,
    ],
    [
      'q2.availability-record.yaml',
      incidents('id: O, service: booking, start: 2026-03-04 10:00, end: 2026-03-04 11:00'),
      /^outside-period: "O" is/,
    ],
    ['q2.availability-record.yaml', incidents('id: O, service: booking, start: 2026-03-31 10:00, end: 2026-04-01 11:00')],
    ['q2.availability-record.yaml', incidents('id: O, service: booking, start: 2026-03-31 10:00')],
  ];
  for (const [name, text, finding] of cases) {
    it(`${finding ? 'are told' : 'are none'}: ${text.replaceAll('\n', ' ')}`, async () => {
      const all = await found(name, text);
      assert.equal(all.length, finding ? 1 : 0, all.join('\n'));
      if (finding) assert.match(all[0] ?? '', finding);
    });
  }
});

describe('a folder whose sms.yaml can’t be read', () => {
  it('is not said to have none', async () => {
    const folder = new Map(readFolder('small'));
    folder.set('sms.yaml', 'kind: [');
    const codes = foundIn(await smsOf(folder, TODAY)).flatMap(({ found: all }) => all.map((f) => f.finding.code));
    assert.ok(!codes.includes('no-manifest'), codes.join(' '));
    folder.delete('sms.yaml');
    const without = foundIn(await smsOf(folder, TODAY)).flatMap(({ found: all }) => all.map((f) => f.finding.code));
    assert.ok(without.includes('no-manifest'));
  });
});
