// What every script of this folder needs: where the project is, how to run a program, and that its packages are installed.
// Must use Node's own modules only: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program in the project's folder, its output shown. Resolves to its exit code (1 where it was killed or can't be started). */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a script or a package's program under this Node. */
export const runNode = (script, args = [], options = {}) => run(process.execPath, [path.join(root, script), ...args], options);

/** `npm ci`, unless what is installed is what the lockfile says. Throws where it fails. */
export async function install() {
  if (installed()) return;
  console.log('npm ci');
  // On Windows npm is a script that only a shell starts.
  const code = await run('npm', ['ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
  if (code !== 0) throw new Error(`npm ci failed (${code})`);
}

// By content, not by date: a checkout may touch the lockfile, and npm writes it after the packages.
function installed() {
  try {
    const wanted = Object.entries(packagesOf('package-lock.json'));
    const there = packagesOf(path.join('node_modules', '.package-lock.json'));
    return wanted.every(([place, { version, optional }]) => place === '' || (there[place] ? there[place].version === version : optional));
  } catch {
    return false;
  }
}

const packagesOf = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;

/** For a clean end at Ctrl+C: `signal` aborts then, `stoppedBy()` is the exit code that says so (undefined: nobody stopped us). */
export function untilStopped() {
  const stopping = new AbortController();
  let code;
  for (const [name, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
    process.on(name, () => {
      code ??= 128 + number;
      stopping.abort();
    });
  }
  return { signal: stopping.signal, stoppedBy: () => code };
}
