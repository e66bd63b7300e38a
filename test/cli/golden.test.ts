// The whole output of both commands over whole folders, as stored. UPDATE=1 stores it anew.
import { strict as assert } from 'node:assert';
import { golden, packs, runIn } from './running';

const runs: readonly (readonly [pack: string, today: string])[] = [
  ['tiny', '2026-03-31'],
  ['incomplete', '2026-11-24'],
];

describe('output of', () => {
  for (const [pack, today] of runs) {
    for (const command of ['check', 'coverage']) {
      it(`${command} over ${pack}, as text`, async () => {
        const { exit, out, err } = await runIn(packs, [command, pack, '--today', today]);
        assert.equal(out, golden(`${pack}-${command}.txt`, out));
        assert.deepEqual([exit, err], [command === 'check' ? 1 : 0, '']);
      });
    }
  }

  for (const command of ['check', 'coverage']) {
    it(`${command} over tiny, as JSON`, async () => {
      const { out, err } = await runIn(packs, [command, 'tiny', '--format', 'json', '--today', '2026-03-31']);
      assert.equal(out, golden(`tiny-${command}.json`, out));
      assert.equal(err, '');
    });
  }

  it('check over incomplete, as JSON, each missing content apart', async () => {
    const { out } = await runIn(packs, ['check', 'incomplete', '--format', 'json', '--today', '2026-11-24']);
    assert.equal(out, golden('incomplete-check.json', out));
  });
});
