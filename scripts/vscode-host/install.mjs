#!/usr/bin/env node
// A real VS Code where no desktop is: a pinned VS Code server, the Node it wants, and playwright-core, in a cache folder outside the project.
// Must not know this project; `node install.mjs [DIR]` works by itself. What is already there is kept.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const VSCODE = '1.139.1';
const PINS = {
  'code-server': '4.139.1', // carries VS Code 1.139.1
  [`node-linux-${process.arch}`]: '24.21.0', // what code-server wants; ships its headers too
  [`@parcel/watcher-linux-${process.arch}-glibc`]: '2.5.6', // the file watcher's binary, for --omit=optional below
  'playwright-core': '1.65.1',
};
// The only native parts the server loads here; the rest stays unbuilt, so no -dev packages are needed.
const NATIVE = ['@vscode/spdlog', '@vscode/native-watchdog', 'node-pty'];
const want = JSON.stringify({ PINS, NATIVE });

/** The folder it is installed in: $VSCODE_HOST_DIR, else one in the user's cache. */
export const defaultDir = () =>
  process.env.VSCODE_HOST_DIR || path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'vscode-host', VSCODE);

export const nodeBin = (dir) => path.join(dir, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
export const vscodeDir = (dir) => path.join(dir, 'node_modules', 'code-server', 'lib', 'vscode');

/** The full path of a program on the PATH, or undefined. */
export const which = (name) =>
  (process.env.PATH || '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));

/** The path of a Chromium ($CHROMIUM, else on the PATH), or undefined. */
export const chromium = () => process.env.CHROMIUM || ['chromium', 'chromium-browser', 'google-chrome'].map(which).find(Boolean);

const stampFile = (dir) => path.join(dir, 'installed.json');

/** Whether exactly what is pinned above lies in `dir`. */
export function installed(dir) {
  try {
    const stamp = JSON.parse(readFileSync(stampFile(dir), 'utf8'));
    return stamp.want === want && existsSync(nodeBin(dir)) && existsSync(path.join(vscodeDir(dir), 'out', 'server-main.js'));
  } catch {
    return false;
  }
}

function sh(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  if (done.status === 0) return;
  const why = done.status ?? done.error?.code ?? done.signal;
  throw new Error(`${command} ${args.join(' ')} failed (${why})\n${`${done.stdout || ''}${done.stderr || ''}`.slice(-4000)}`);
}

function debianPackages(say) {
  const need = ['g++', 'make', 'python3'].filter((name) => !which(name));
  if (!chromium()) need.unshift('chromium');
  if (need.length === 0) return;
  if (!which('apt-get') || process.getuid() !== 0) {
    throw new Error(
      `missing: ${need.join(' ')}. Install them as root (apt-get install ${need.join(' ')}), then run this again; CHROMIUM=<path> names another Chromium.`,
    );
  }
  say(`apt-get install ${need.join(' ')} (Chromium: about 20 s, 440 MB)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  sh('apt-get', ['update', '-qq'], { env });
  sh('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...need], { env });
}

function npmEnv(dir) {
  const env = {
    ...process.env,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    npm_config_engine_strict: 'false',
  };
  // `npm run` hands these down; they would point npm back at the caller's project.
  const handedDown =
    /^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix|global_prefix|workspace|workspaces|omit|include|user_agent)$/;
  for (const key of Object.keys(env)) if (handedDown.test(key)) delete env[key];
  delete env.NODE_OPTIONS;
  env.npm_config_nodedir = path.dirname(path.dirname(nodeBin(dir))); // a user's .npmrc may name another Node's headers
  env.PATH = `${path.dirname(nodeBin(dir))}${path.delimiter}${env.PATH}`;
  return env;
}

/** Installs it all into `dir`, on Linux only; about a minute and 680 MB the first time. Throws with the reason where it can't. */
export function install(dir = defaultDir()) {
  if (process.platform !== 'linux') throw new Error('VS Code without a desktop is for Linux; elsewhere use an ordinary VS Code.');
  const t0 = Date.now();
  const say = (text) => console.log(`[${((Date.now() - t0) / 1000).toFixed(1).padStart(5)} s] ${text}`);
  debianPackages(say);
  if (installed(dir)) return;
  const npm = which('npm');
  if (!npm) throw new Error('npm is not on PATH');
  const npmCli = realpathSync(npm);
  mkdirSync(dir, { recursive: true });
  rmSync(stampFile(dir), { force: true });
  say(`VS Code ${VSCODE} (npm code-server@${PINS['code-server']}) into ${dir}`);
  writeFileSync(path.join(dir, '.gitignore'), '*\n');
  writeFileSync(path.join(dir, 'package.json'), `${JSON.stringify({ private: true, dependencies: PINS }, null, 2)}\n`);
  const env = npmEnv(dir);
  // npm 11 runs no install script that isn't allowed, and it can't be allowed on the command line: so none runs, and the native parts are built apart.
  sh(process.execPath, [npmCli, 'install', '--ignore-scripts', '--no-save'], { cwd: dir, env });
  const cwd = vscodeDir(dir);
  say("VS Code's own packages");
  sh(nodeBin(dir), [npmCli, 'install', '--omit=dev', '--omit=optional', '--ignore-scripts', '--no-save'], { cwd, env });
  say(`native parts: ${NATIVE.join(', ')} (a compiler runs for about 30 s)`);
  sh(nodeBin(dir), [npmCli, 'rebuild', ...NATIVE], { cwd, env });
  sh(nodeBin(dir), ['-e', [...NATIVE, '@parcel/watcher'].map((name) => `require(${JSON.stringify(name)})`).join(';')], { cwd, env });
  writeFileSync(stampFile(dir), JSON.stringify({ want, at: new Date().toISOString() }));
  say('done');
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    install(path.resolve(process.argv[2] || defaultDir()));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
