#!/usr/bin/env node
// `npm run bench`: how long findings take beside Red Hat's yaml-language-server and beside the libraries alone. Markdown on stdout;
// --json FILE: all figures; --edits N: edits of each document; --peer-node: the peer under the Node that its package asks for; --quick: a few of all.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { install, runNode } from '../scripts/project.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    edits: { type: 'string', default: '40' },
    'peer-node': { type: 'boolean' },
    quick: { type: 'boolean' },
  },
});

await install();
if ((await runNode('scripts/build.mjs')) !== 0) throw new Error('The build failed.');
// Only now is there something to measure, and what measures it imports what was installed.
const { measure } = await import('./measure.mjs');
const { report } = await import('./report.mjs');

const machine = {
  node: process.versions.node,
  platform: `${process.platform} ${process.arch}`,
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  load: loadavg()[0],
};
const figures = await measure({
  edits: values.quick ? 8 : Number(values.edits),
  warmUp: values.quick ? 4 : 40,
  runs: values.quick ? 2 : 7,
  folders: values.quick ? [100] : [100, 1_000],
  packs: values.quick ? [100] : [100, 1_000, 10_000],
  ownNode: values['peer-node'] === true,
});
const all = { machine: { ...machine, loadAfter: loadavg()[0] }, ...figures };
console.log(report(all));
if (values.json) writeFileSync(values.json, `${JSON.stringify(all, null, 2)}\n`);
