#!/usr/bin/env node
// `npm run docs`: writes the reference pages below docs/reference anew, from schemas/, snippets/ and the checks; pages of what is gone go.
// Must not know what pages say.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { gather } from './gather.mjs';
import { root } from './project.mjs';

const folder = path.join(root, 'docs', 'reference');

/** Bundled by itself, so that pages can be written while other sources don't compile. */
async function readPages() {
  const outfile = path.join(root, 'out', 'docs.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['server/reports/docs.ts'],
    bundle: true,
    platform: 'node',
    outfile,
    logLevel: 'warning',
  });
  const { referenceFiles } = createRequire(import.meta.url)(outfile);
  return referenceFiles();
}

gather();
const files = await readPages();
mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const file = path.join(old.parentPath, old.name);
  if (old.isFile() && !files.has(path.relative(folder, file).split(path.sep).join('/'))) rmSync(file);
}
for (const [name, text] of files) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}
console.log(`${files.size} pages in docs/reference`);
