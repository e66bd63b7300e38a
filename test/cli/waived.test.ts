// Waivers from end to end, on a pack: one that holds, one that is over, one that allows nothing, one that is only a draft.
// UPDATE=1 stores the output anew.
import assert from 'node:assert/strict';
import { golden, packs, runIn } from './running';

const TODAY = ['--today', '2026-11-24'];
const about = (out: string, demand: string) => JSON.parse(out).demands.find((d: { id: string }) => d.id === demand);

describe('waivers on the command line', () => {
  for (const [name, more] of [
    ['waived', []],
    ['waived-for-the-auditor', ['--no-waivers']],
  ] as const) {
    it(`check ${more.join()} tells what is not waived`, async () => {
      const { exit, out } = await runIn(packs, ['check', 'waived', ...TODAY, ...more]);
      assert.equal(out, golden(`${name}-check.txt`, out));
      assert.equal(exit, 1);
    });
  }

  it('JSON keeps what is waived, with the waiver', async () => {
    const { out } = await runIn(packs, ['check', 'waived/buchwerk-lending.contract.yaml', '--format', 'json', ...TODAY]);
    assert.equal(out, golden('waived-check.json', out));
    const { findings, counts } = JSON.parse(out);
    assert.equal(findings.length, counts.error + counts.waived);
    assert.equal(counts.waived, 1);
  });

  it('a demand that is waived is never evidenced, and names the waiver', async () => {
    const { out } = await runIn(packs, ['coverage', 'waived', '--format', 'json', ...TODAY]);
    const { state, of, waivers } = about(out, '7.2-contract-termination');
    assert.deepEqual([state, of.evidenced, waivers[0].file], ['waived', 0, 'waived/exceptions.waiver.yaml']);
    assert.equal(about(out, '7.2-contract-charging').state, 'missing');
  });

  it('coverage --no-waivers passes over it', async () => {
    const { out } = await runIn(packs, ['coverage', 'waived', '--format', 'json', '--no-waivers', ...TODAY]);
    assert.equal(about(out, '7.2-contract-termination').state, 'missing');
  });

  it('coverage of a day looks at the waivers of that day', async () => {
    const { out } = await runIn(packs, ['coverage', 'waived', '--format', 'json', '--on', '2026-10-01', ...TODAY]);
    assert.equal(about(out, '7.2-contract-charging').state, 'waived');
  });
});
