// What `explain FILE:LINE` prints, on packs: a figure with what was worked out from it and what it leads to, a gap that is waived, one
// that is in a baseline, a line with nothing to it. UPDATE=1 stores the output anew.
import { strict as assert } from 'node:assert';
import { golden, packs, runIn, withFiles } from './running';

const TODAY = ['--today', '2026-11-24'];

describe('explain of a line', () => {
  for (const [name, place] of [
    ['target', 'incomplete/mail-hr.sla.yaml:15'],
    ['restore', 'incomplete/acme-hosting.contract.yaml:18:78'],
    ['term', 'incomplete/acme-hosting.contract.yaml:8'],
    ['reported', 'small/report-2026-q3.service-report.yaml:19'],
    ['waived', 'waived/buchwerk-lending.contract.yaml:2'],
    ['old', 'old/buchwerk-lending.contract.yaml:11'],
    ['interval', 'small/sms.yaml:16'],
    ['plain', 'small/sms.yaml:8'],
  ] as const) {
    it(`${place} (${name})`, async () => {
      const { exit, out, err } = await runIn(packs, ['explain', place, ...TODAY]);
      assert.deepEqual([exit, err], [0, '']);
      assert.equal(out, golden(`explain-${name}.txt`, out));
    });
  }

  it('names each place as a file and a line', async () => {
    const { out } = await runIn(packs, ['explain', 'incomplete/mail-hr.sla.yaml:15', ...TODAY]);
    const [, worked = ''] = /\nWorked out\n([\s\S]*?)\nFound/.exec(out) ?? [];
    const steps = [...worked.matchAll(/^ {2}(\S+):(\d+):(\d+) /gm)];
    assert.ok(steps.length >= 4, worked);
    assert.ok(new Set(steps.map(([, file]) => file)).size > 1);
  });

  it('says what is wrong with what was asked', async () => {
    const refusals: readonly (readonly [string, RegExp])[] = [
      ['incomplete/nowhere.yaml:3', /^There is no file or folder "incomplete\/nowhere\.yaml"\.\n$/],
      ['incomplete/sms.yaml:4000', /^"incomplete\/sms\.yaml" has no line 4000: it has \d+\.\n$/],
      ['incomplete/sms.yaml:0', /has no line 0/],
    ];
    for (const [place, words] of refusals) {
      const { exit, out, err } = await runIn(packs, ['explain', place]);
      assert.deepEqual([exit, out], [2, '']);
      assert.match(err, words);
    }
    await withFiles({ 'note.yaml': 'apiVersion: v1\nkind: Service\n' }, async (folder) => {
      assert.match((await runIn(folder, ['explain', 'note.yaml:1'])).err, /^There is no evidence in line 1 of "note\.yaml"\.\n$/);
    });
    assert.match((await runIn(packs, ['explain', 'small/sms.yaml:1', '--format', 'json'])).err, /as text only/);
  });

  it('gets along with any line of broken files', async () => {
    const broken = 'kind: sla\nid: x\n  targets: [\n\n- {a: "\n\t\n';
    await withFiles({ 'x.sla.yaml': broken, 'empty.sla.yaml': '' }, async (folder) => {
      for (let line = 1; line <= broken.split('\n').length; line++) {
        const { exit } = await runIn(folder, ['explain', `x.sla.yaml:${line}`]);
        assert.ok(exit === 0 || exit === 2, `line ${line}`);
      }
      assert.equal((await runIn(folder, ['explain', 'empty.sla.yaml:1'])).exit, 2);
    });
  });
});
