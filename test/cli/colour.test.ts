// Colours and widths follow the terminal, and NO_COLOR.
import { strict as assert } from 'node:assert';
import { stripVTControlCharacters } from 'node:util';
import { packs, runIn } from './running';

/** What is printed on a terminal that many columns wide. */
async function onTerminal(argv: readonly string[], columns: number, env: Record<string, string> = {}): Promise<string> {
  const printed: string[] = [];
  await runIn(packs, argv, { out: { isTTY: true, columns, write: (text) => printed.push(text) }, env });
  return printed.join('');
}

const argv = ['check', 'tiny', '--today', '2026-03-31'];

describe('on a terminal', () => {
  it('there are colours, but for who wants none', async () => {
    const { out: plain } = await runIn(packs, argv);
    const coloured = await onTerminal(argv, 100);
    assert.ok(coloured.includes('\u001b[31merror\u001b[39m'));
    assert.equal(stripVTControlCharacters(coloured), plain);
    assert.equal(await onTerminal(argv, 100, { NO_COLOR: '1' }), plain);
    assert.equal(await onTerminal(argv, 100, { NO_COLOR: '' }), coloured);
    assert.equal(await onTerminal([...argv, '--format', 'json'], 100), (await runIn(packs, [...argv, '--format', 'json'])).out);
  });

  it('lines are as long as it is wide', async () => {
    const printed = await onTerminal(['coverage', 'tiny'], 60, { NO_COLOR: '1' });
    const long = printed.split('\n').filter((line) => line.length > 60 && !/^(Evidence in|[\d.]+ | {2}\S)/.test(line));
    assert.deepEqual(long, []);
    assert.ok(printed.split('\n').length > (await runIn(packs, ['coverage', 'tiny'])).out.split('\n').length);
  });
});
