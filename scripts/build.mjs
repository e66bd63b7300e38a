#!/usr/bin/env node
// Builds everything: gathered knowledge, out/ (sources and tests, type-checked) and dist/ (the bundles that are shipped).
// Must not know what is in the sources beyond their entries.
import { existsSync } from 'node:fs';
import { chmod, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { gather } from './gather.mjs';
import { root, runNode } from './project.mjs';

const shared = { absWorkingDir: root, bundle: true, format: 'cjs', sourcemap: true, logLevel: 'warning', external: ['vscode'] };
const node = { ...shared, platform: 'node', target: 'node20', mainFields: ['module', 'main'], outdir: 'dist' };
const web = { ...shared, platform: 'browser', target: 'es2022', outdir: 'dist/web' };

const bundles = [
  { ...node, entryPoints: { extension: 'client/node.ts', server: 'server/main.ts' } },
  { ...node, entryPoints: { cli: 'server/cli.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...web, entryPoints: { extension: 'client/browser.ts' } },
  { ...web, entryPoints: { worker: 'server/worker.ts' }, format: 'iife' },
];

/** Removes what was compiled from a source that is gone: a test that was deleted must not run. */
async function removeStale() {
  if (!existsSync(path.join(root, 'out'))) return;
  for (const file of await readdir(path.join(root, 'out'), { recursive: true })) {
    const source = file.replace(/\.js(\.map)?$/, '.ts');
    if (source !== file && !existsSync(path.join(root, source))) await rm(path.join(root, 'out', file));
  }
}

await gather();
await removeStale();
if ((await runNode('node_modules/typescript/bin/tsc', ['-p', '.'])) !== 0) process.exit(1);
// What is wrong, esbuild has said itself.
await Promise.all(bundles.map((bundle) => build(bundle))).catch(() => process.exit(1));
await chmod(path.join(root, 'dist', 'cli.js'), 0o755);
