// The whole output of both commands over whole folders, as stored. UPDATE=1 stores it anew.
// Of coverage one process is compared: the others grow with each kind that is added.
import { strict as assert } from 'node:assert';
import { golden, packs, runIn } from './running';

const runs: readonly (readonly [pack: string, today: string])[] = [
  ['tiny', '2026-03-31'],
  ['bare-contract', '2026-11-24'],
];

const PROCESS = '7.2';

/** The heading of the text and the part of it that is about the process. */
function ofProcess(text: string): string {
  const parts = text.split(/\n\n/);
  const [head, ...rest] = [
    parts[0] ?? '',
    ...parts.slice(1).filter((part) => part.startsWith(`${PROCESS} `) || part.includes(`(2011: ${PROCESS})`)),
  ];
  assert.equal(rest.length, 1);
  return `${[head, ...rest].join('\n\n')}\n`;
}

describe('output of', () => {
  for (const [pack, today] of runs) {
    it(`check over ${pack}, as text`, async () => {
      const { exit, out, err } = await runIn(packs, ['check', pack, '--today', today]);
      assert.equal(out, golden(`${pack}-check.txt`, out));
      assert.deepEqual([exit, err], [1, '']);
    });

    it(`check over ${pack}, as JSON, each missing content apart`, async () => {
      const { out, err } = await runIn(packs, ['check', pack, '--format', 'json', '--today', today]);
      assert.equal(out, golden(`${pack}-check.json`, out));
      assert.equal(err, '');
    });

    it(`coverage over ${pack}, as text`, async () => {
      const { exit, out, err } = await runIn(packs, ['coverage', pack, '--today', today]);
      assert.equal(ofProcess(out), golden(`${pack}-coverage.txt`, ofProcess(out)));
      assert.deepEqual([exit, err], [0, '']);
    });
  }

  it('coverage over tiny, as JSON', async () => {
    const { out, err } = await runIn(packs, ['coverage', 'tiny', '--format', 'json', '--today', '2026-03-31']);
    const whole = JSON.parse(out);
    const demands = whole.demands.filter((d: { id: string }) => d.id.startsWith(PROCESS));
    const text = `${JSON.stringify({ ...whole, demands }, null, 2)}\n`;
    assert.equal(text, golden('tiny-coverage.json', text));
    assert.equal(err, '');
  });
});
