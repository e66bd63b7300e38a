// Serves the installed VS Code on 127.0.0.1 behind a token, with extensions loaded and a folder open, and opens pages of it in a headless Chromium.
// Must not know this project.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium as chromiumPath, defaultDir, installed, nodeBin, vscodeDir } from './install.mjs';
import { processes } from './processes.mjs';
import { webPage } from './web.mjs';

// Quiet defaults: nothing that phones out, greets, or asks.
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'files.autoSave': 'off', // the desktop's default; a browser's is afterDelay
};

export const THEMES = { light: 'Light 2026', dark: 'Dark 2026', 'high-contrast': 'Default High Contrast' };

/**
 * Starts it. `options`: extension (folder), beside (folders of other extensions), workspace (folder), tests (a compiled module that exports `run`), theme (light, dark), web (load the
 * browser entry in the worker host), settings, env, onLog(text).
 * With `tests` or `web` the extension is loaded as one under development, which needs VS Code's own test driver, and that hides toasts and answers
 * dialogs itself. Otherwise its folder is linked into the extensions folder: what a user gets.
 * Gives { url, page(options), close(), log() }. `close` ends every process and removes every file it made.
 */
export async function serve(options) {
  const dir = defaultDir();
  if (!installed(dir)) throw new Error(`No VS Code in ${dir}: run scripts/vscode-host/install.mjs first.`);
  const data = mkdtempSync(path.join(tmpdir(), 'vscode-host-'));
  const children = processes();
  const browsers = new Set();
  const closers = [];
  let closing;
  const close = () => {
    closing ??= (async () => {
      for (const browser of browsers)
        await Promise.race([browser.close().catch(() => {}), new Promise((r) => setTimeout(r, 5000).unref())]);
      await children.end();
      for (const undo of closers) undo();
      rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    })();
    return closing;
  };
  try {
    const token = randomBytes(16).toString('hex');
    const { args, env } = prepare(options, data, token);
    const server = children.launch(nodeBin(dir), [path.join(vscodeDir(dir), 'out', 'server-main.js'), ...args], env);
    const log = [];
    const port = await listening(server, log, options.onLog);
    const authority = `127.0.0.1:${port}`;
    const query = new URLSearchParams({ folder: path.resolve(options.workspace), payload: JSON.stringify(payloadOf(options, authority)) });
    const web = options.web ? webPage({ dir, authority, token, extension: options.extension, closers }) : undefined;
    const url = `http://${authority}/?tkn=${token}&${query}`;
    const page = async ({ width = 1280, height = 800, scale = 1, before } = {}) => {
      const browser = await openBrowser(dir);
      browsers.add(browser);
      const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, reducedMotion: 'reduce' });
      await context.grantPermissions(['clipboard-read', 'clipboard-write', 'local-network-access']);
      const opened = await context.newPage();
      await web?.(context, opened);
      await before?.(opened);
      await opened.goto(web ? `http://${authority}/?${query}` : url);
      return opened;
    };
    return { url, page, close, log: () => log.join('') };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Waits until the workbench is drawn. What an extension draws comes later: wait for that by its own selector. */
export async function ready(page) {
  for (const part of ['statusbar', 'editor', 'sidebar']) {
    await page.locator(`.monaco-workbench .part.${part}`).waitFor({ timeout: 60_000, state: 'attached' });
  }
}

function prepare(options, data, token) {
  const { publisher, name } = manifestOf(options.extension);
  const id = `${publisher}.${name}`;
  const settings = {
    ...SETTINGS,
    ...(options.web && { 'remote.extensionKind': { [id]: ['web'] } }),
    ...(options.theme && { 'workbench.colorTheme': THEMES[options.theme] }),
    ...options.settings,
  };
  const [user, temp, extensions] = [path.join(data, 'data', 'User'), path.join(data, 'tmp'), path.join(data, 'extensions')];
  for (const folder of [user, temp, extensions]) mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify(settings, null, 2));
  const tokenFile = path.join(data, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const develop = options.tests || options.web;
  const link = (folder) => symlinkSync(path.resolve(folder), path.join(extensions, nameOf(manifestOf(folder))));
  if (!develop) link(options.extension);
  for (const folder of options.beside ?? []) link(folder);
  const env = { ...process.env };
  for (const key of Object.keys(env)) if (/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(key)) delete env[key]; // from a VS Code terminal
  // No gallery, so that nothing is asked for outside this machine; and what is left in the temp folder goes with ours.
  Object.assign(env, { EXTENSIONS_GALLERY: '{}', TMPDIR: temp, XDG_RUNTIME_DIR: temp }, options.env);
  const args = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--connection-token-file',
    tokenFile,
    '--server-data-dir',
    data,
    '--extensions-dir',
    extensions,
  ];
  args.push('--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust', '--disable-update-check');
  if (develop) args.push('--enable-smoke-test-driver'); // without it the payload is ignored
  return { args, env };
}

const manifestOf = (folder) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
const nameOf = ({ publisher, name, version }) => `${publisher}.${name}-${version}`.toLowerCase();

function listening(server, log, onLog) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`VS Code ${why}:\n${log.join('')}`));
    const timer = setTimeout(() => fail('did not come up in 30 s'), 30_000);
    const take = (bytes) => {
      onLog?.(bytes.toString());
      log.push(bytes.toString());
      if (log.length > 500) log.shift();
      const port = /Extension host agent listening on (\d+)/.exec(log.join(''))?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    server.stdout.on('data', take);
    server.stderr.on('data', take);
    server.gone.then(({ code, signal }) => {
      clearTimeout(timer);
      fail(`ended (${signal || code})`);
    });
  });
}

function payloadOf(options, authority) {
  const remote = (file) => `vscode-remote://${authority}${encodeURI(path.resolve(file))}`;
  const payload = [['skipWelcome', 'true']];
  if (options.tests) payload.push(['extensionDevelopmentPath', remote(options.extension)], ['extensionTestsPath', remote(options.tests)]);
  return payload;
}

async function openBrowser(dir) {
  const { chromium } = createRequire(path.join(dir, 'package.json'))('playwright-core');
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no Chromium found: run scripts/vscode-host/install.mjs, or set CHROMIUM to one');
  const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  args.push('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
  if (process.getuid() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath, args, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
}
