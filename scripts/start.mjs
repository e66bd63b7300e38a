#!/usr/bin/env node
// `npm start`: installs, builds, prints the sample's coverage and opens a copy of the sample in VS Code with the extension loaded: the one on the
// PATH, else one served on this machine only. Must use Node's own modules only until everything is installed.
import { spawn } from 'node:child_process';
import { install, root, run, runNode, untilStopped } from './project.mjs';
import { copyOfSample } from './sample.mjs';
import { install as installVscode, which } from './vscode-host/install.mjs';
import { serve } from './vscode-host/serve.mjs';

const { signal, stoppedBy } = untilStopped();
const windows = process.platform === 'win32';

/** Opens it in the VS Code on the PATH and waits until its window is closed. False where there is none, or where it won't start. */
async function openInVscode(folder) {
  const code = which(windows ? 'code.cmd' : 'code');
  if (!code) return false;
  console.log(`\nOpening ${folder} in VS Code. It is a copy, which goes when you close the window.`);
  const args = [`--extensionDevelopmentPath=${root}`, '--disable-workspace-trust', '--new-window', '--wait', folder];
  return (await run(windows ? `"${code}"` : code, windows ? args.map((arg) => `"${arg}"`) : args, { shell: windows, signal })) === 0;
}

async function openServed(folder) {
  installVscode();
  const host = await serve({ extension: root, workspace: folder });
  console.log(
    `\nVS Code with the sample is at\n  ${host.url}\nIt answers on this machine only. Ctrl+C ends it and removes the copy of the sample.`,
  );
  showInBrowser(host.url);
  await new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', resolve)));
  await host.close();
}

function showInBrowser(url) {
  const desktop = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const opener = which(process.platform === 'darwin' ? 'open' : 'xdg-open');
  // Where none comes up, the address above will do.
  if (desktop && opener)
    spawn(opener, [url], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
}

async function start() {
  await install();
  if ((await runNode('scripts/build.mjs', [], { signal })) !== 0) throw new Error('The build failed.');
  const sample = copyOfSample();
  try {
    console.log('');
    await runNode('dist/cli.js', ['coverage', sample.folder], { signal });
    if (!signal.aborted && !(await openInVscode(sample.folder)) && !signal.aborted) await openServed(sample.folder);
  } finally {
    sample.remove();
  }
}

try {
  await start();
  process.exitCode = stoppedBy() === undefined ? 0 : 130;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
