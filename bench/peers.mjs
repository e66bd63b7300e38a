// Red Hat's yaml-language-server, installed on demand into a cache folder outside the project, and how long it waits by its own account.
// Must not know what is measured.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const VERSION = '2.0.0';
const NODE = { package: `node-${process.platform}-${process.arch}`, version: '24.21.0' };

const folder = () =>
  path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'sms-evidence-bench', `yaml-language-server-${VERSION}`);

/** `npm run` hands variables down that would point npm back at this project. */
const environment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !/^npm_(package|lifecycle|config_(local_prefix|prefix|omit|include))/.test(key) && key !== 'NODE_OPTIONS',
    ),
  );

function npmInstall(dir, dependencies) {
  const missing = Object.keys(dependencies).filter((name) => !existsSync(path.join(dir, 'node_modules', name, 'package.json')));
  if (missing.length === 0) return;
  console.error(`npm install ${missing.join(' ')} (into the cache folder of the benchmark)`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'package.json'), `${JSON.stringify({ private: true, dependencies }, null, 2)}\n`);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  const done = spawnSync('npm', args, { cwd: dir, env: environment(), encoding: 'utf8', shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error(`npm install of ${missing.join(', ')} failed\n${done.stderr}`);
}

/**
 * Installs it where it isn't yet. Gives { name, command, args, debounce }: `debounce` in ms is how long it waits after a change, read from its own
 * source. `ownNode`: under the Node that its package asks for, instead of this one. Throws where npm fails.
 */
export function redHat({ ownNode = false } = {}) {
  const dir = folder();
  npmInstall(dir, { 'yaml-language-server': VERSION, ...(ownNode && { [NODE.package]: NODE.version }) });
  const at = path.join(dir, 'node_modules', 'yaml-language-server');
  const settings = readFileSync(path.join(at, 'out', 'src', 'yamlSettings.js'), 'utf8');
  const debounce = Number(/validationDelayMs = (\d+)/.exec(settings)?.[1]);
  if (Number.isNaN(debounce)) throw new Error('yaml-language-server no longer says how long it waits: look at its source');
  const command = ownNode ? path.join(dir, 'node_modules', NODE.package, 'bin', 'node') : process.execPath;
  const node = ownNode ? NODE.version : process.versions.node;
  return {
    name: `yaml-language-server ${VERSION}`,
    node,
    command,
    args: [path.join(at, 'bin', 'yaml-language-server'), '--stdio'],
    debounce,
  };
}
