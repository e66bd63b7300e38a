// `init` and `new` in a real terminal: a pty, which util-linux' script opens. Elsewhere these tests are left out, and say so.
import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, withFiles } from './running';

const cli = path.join(root, 'out', 'server', 'cli.js');
const hasPty = process.platform === 'linux' && spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');

interface Shown {
  readonly exit: number | null;
  readonly screen: string;
}

/** Each answer is typed once the prompt stands there that many times. */
function typed(cwd: string, argv: readonly string[], answers: readonly string[]): Promise<Shown> {
  const command = [process.execPath, cli, ...argv].map((word) => `'${word}'`).join(' ');
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qec', command, '/dev/null'], { cwd, env: { ...process.env, TERM: 'dumb' } });
    const left = [...answers];
    let screen = '';
    let seen = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      screen += text;
      const prompts = screen.split('> ').length - 1;
      for (; seen < prompts; seen++) {
        const answer = left.shift();
        if (answer !== undefined) child.stdin.write(answer);
      }
    });
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, screen }));
  });
}

const START = ['Hafen & Söhne\r', '2\r', '\r', 'Europe/Berlin\r', 'EUR\r', '14 days\r'];

describe('a terminal', () => {
  before(function () {
    // Without util-linux' script there is no pty to be had here.
    if (!hasPty) this.skip();
  });

  it('asks for what a first SMS needs, then for what a new document needs', async () => {
    await withFiles({}, async (cwd) => {
      const first = await typed(cwd, ['init'], START);
      assert.equal(first.exit, 0, first.screen);
      const manifest = readFileSync(path.join(cwd, 'sms.yaml'), 'utf8');
      assert.match(manifest, /\nprovider: Hafen & Söhne\nedition: 2018\nscope: <[^>]+\?>\n/);
      const document = await typed(cwd, ['new', 'supplier', 'contract'], ['Kühn Hosting\r', '\r']);
      assert.equal(document.exit, 0, document.screen);
      assert.match(document.screen, /so it will be Kuehn-Hosting/);
      assert.match(readFileSync(path.join(cwd, 'Kuehn-Hosting.contract.yaml'), 'utf8'), /^kind: contract\nid: Kuehn-Hosting\n/);
    });
  });

  it('stops at Ctrl+C, and at the end of what is typed, with nothing written', async () => {
    for (const stop of ['\u0003', '\u0004']) {
      await withFiles({}, async (cwd) => {
        const { exit, screen } = await typed(cwd, ['init'], ['Hafen\r', stop]);
        assert.equal(exit, 2, screen);
        assert.match(screen, /Stopped\. Nothing was written\./);
        assert.deepEqual(readdirSync(cwd), []);
      });
    }
  });
});
