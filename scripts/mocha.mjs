#!/usr/bin/env node
// Runs the compiled tests that need no VS Code: `node scripts/mocha.mjs [FILTER]…` (FILTER: part of a file's path below out/test).
// Writes how many passed and failed to the file that $TEST_RESULT names. Must not know what the tests are about.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { root } from './project.mjs';

const folder = path.join(root, 'out', 'test');
const filters = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith('.test.js') && !file.startsWith(`vscode${path.sep}`))
  .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
  .sort();

const mocha = new Mocha({ timeout: 60_000, forbidOnly: Boolean(process.env.CI), reporter: filters.length > 0 ? 'spec' : 'dot' });
for (const file of files) mocha.addFile(path.join(folder, file));
await mocha.loadFilesAsync();
const failed = await new Promise((resolve) => {
  const runner = mocha.run((failures) => {
    const { passes, pending } = runner.stats;
    if (process.env.TEST_RESULT) writeFileSync(process.env.TEST_RESULT, JSON.stringify({ passed: passes, failed: failures, pending }));
    resolve(failures);
  });
});
// A test that leaves a timer or a process behind must not keep the run from ending.
process.exit(failed > 0 ? 1 : 0);
