#!/usr/bin/env node
// `npm run messages`: every sentence with which a finding may be told, filled with an example, the titles of the fixes that the tests have
// seen, and what client, server and command line say besides. To be read aloud. Must not know what they say.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { gather } from './gather.mjs';
import { root } from './project.mjs';
import { manifestTexts, textsOf } from './texts.mjs';

gather();
const outfile = path.join(root, 'out', 'messages.cjs');
await build({
  absWorkingDir: root,
  entryPoints: ['server/reports/list-messages.ts'],
  bundle: true,
  platform: 'node',
  outfile,
  logLevel: 'warning',
});
const { listMessages } = createRequire(import.meta.url)(outfile);
const mends = path.join(root, 'test', 'features', 'mends');
const titles = readdirSync(mends).flatMap((name) =>
  readFileSync(path.join(mends, name, 'offered.txt'), 'utf8')
    .split('\n')
    .filter(Boolean),
);
const list = (texts) => texts.map((text) => `    ${text.replaceAll('\n', ' ')}`).join('\n');
const elsewhere = ['client', 'server/lsp', 'server/cli', 'server/features'].flatMap((folder) => textsOf(root, folder));
console.log(`${listMessages()}

Titles of fixes
${list([...new Set(titles)].sort())}

package.json
${list(manifestTexts(root))}
${elsewhere.map(({ file, texts }) => `\n${file}\n${list(texts)}`).join('\n')}`);
