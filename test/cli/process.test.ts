// The command line as a real process: exit code, output to a pipe, a reader who stops.
import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { version } from '../../package.json';
import { packs, root } from './running';

const cli = path.join(root, 'out', 'server', 'cli.js');

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** `stopAfter`: close the pipe after so many characters. */
const runProcess = (argv: readonly string[], stopAfter = Number.POSITIVE_INFINITY): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...argv], { cwd: packs, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.length > stopAfter) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, out, err }));
  });

describe('the process', () => {
  it('prints all of it into a pipe, uncoloured, and ends with the exit code', async () => {
    const { exit, out, err } = await runProcess(['check', 'incomplete', '--format', 'json', '--today', '2026-11-24']);
    assert.deepEqual([exit, err], [1, '']);
    assert.ok(out.length > 10_000 && JSON.parse(out).tool === version);
    const text = await runProcess(['check', 'tiny', '--today', '2026-03-31']);
    assert.match(text.out, /^tiny\/kiosk\.customer\.yaml:3:5 error /);
    assert.ok(!text.out.includes('\u001b'));
  });

  it('knows the day by itself', async () => {
    const today = new Date().getFullYear();
    assert.match(
      JSON.parse((await runProcess(['coverage', 'tiny', '--format', 'json'])).out).today,
      new RegExp(`^(${today - 1}|${today}|${today + 1})-\\d\\d-\\d\\d$`),
    );
  });

  it('refuses with a sentence', async () => {
    assert.deepEqual(await runProcess(['check', 'nowhere']), { exit: 2, out: '', err: 'There is no file or folder "nowhere".\n' });
  });

  it('ends quietly when its reader has read enough, with what was found', async () => {
    const { exit, err } = await runProcess(['check', 'incomplete', '--format', 'json', '--today', '2026-11-24'], 100);
    assert.deepEqual([exit, err], [1, '']);
  });
});
