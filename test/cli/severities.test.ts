// Severities of the manifest from end to end, on a pack: louder, quieter, off, a mistyped code, one that can't be chosen.
// UPDATE=1 stores the output anew.
import { strict as assert } from 'node:assert';
import { golden, packs, runIn } from './running';

const TODAY = ['--today', '2026-11-24'];

describe('chosen severities', () => {
  it('are those of check, and decide whether it fails', async () => {
    const { exit, out } = await runIn(packs, ['check', 'severities', ...TODAY]);
    assert.equal(out, golden('severities-check.txt', out));
    assert.equal(exit, 1);
    const contract = 'severities/buchwerk-lending.contract.yaml';
    const { findings } = JSON.parse((await runIn(packs, ['check', contract, '--format', 'json', ...TODAY])).out);
    const severityOf = (code: string) => findings.find((f: { code: string }) => f.code === code)?.severity;
    assert.deepEqual(['7.2-contract-charging', '7.2-contract-termination', 'unknown-field', 'reference-not-found'].map(severityOf), [
      'warning',
      'error',
      'hint',
      undefined,
    ]);
  });

  it('change nothing in coverage', async () => {
    const states = async (pack: string) => {
      const { demands } = JSON.parse((await runIn(packs, ['coverage', pack, '--format', 'json', ...TODAY])).out);
      return demands.filter((d: { id: string }) => d.id.startsWith('7.2-')).map((d: { id: string; state: string }) => `${d.id} ${d.state}`);
    };
    assert.deepEqual(await states('severities'), await states('bare-contract'));
  });
});
