#!/usr/bin/env node
// `npm test`: installs, builds, lints, runs every test, also those in a real VS Code, and ends with the line `N passed, N failed`.
// `--fast` leaves VS Code out. Must use Node's own modules only until everything is installed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { install, runNode, untilStopped } from './project.mjs';

const fast = process.argv.includes('--fast');
const temp = mkdtempSync(path.join(tmpdir(), 'sms-evidence-test-'));
const { signal, stoppedBy } = untilStopped();
const total = { passed: 0, failed: 0 };
const broken = [];

/** Does `work`, which gives an exit code. Whether that was 0. */
async function done(name, work) {
  console.log(`\n> ${name}`);
  try {
    return (await work()) === 0;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

/** A step that only works or doesn't: when it doesn't, that is one failure. */
async function step(name, work) {
  const ok = await done(name, work);
  if (!ok) fail(name, 1);
  return ok;
}

/** A step that writes its counts to a file. To have passed nothing, or to end badly after the last test passed, is a failure, too. */
async function tests(name, work) {
  const file = path.join(temp, `${name}.json`);
  const ok = await done(name, () => work(file));
  const { passed, failed } = counts(file);
  total.passed += passed;
  if (failed > 0) fail(name, failed);
  else if (!ok || passed === 0) fail(name, 1);
}

function fail(name, count) {
  total.failed += count;
  broken.push(name);
}

function counts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

async function all() {
  const built = await step('install and build', async () => {
    await install();
    return runNode('scripts/build.mjs', [], { signal });
  });
  if (!built) return;
  await step('lint', () => runNode('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'], { signal }));
  await tests('tests', (file) => runNode('scripts/mocha.mjs', [], { signal, env: { ...process.env, TEST_RESULT: file } }));
  if (fast || signal.aborted) return;
  const { runVscodeTests } = await import('./vscode-tests.mjs');
  await tests('tests in VS Code', (file) => runVscodeTests(file, signal));
  if (process.platform !== 'linux' || signal.aborted) return;
  const { runWebTest } = await import('./web-test.mjs');
  await tests('test in a VS Code without Node', (file) => runWebTest(file, signal));
}

await all();
rmSync(temp, { recursive: true, force: true });
if (broken.length > 0) console.log(`\nfailed: ${broken.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(stoppedBy() ?? (total.failed > 0 || total.passed === 0 ? 1 : 0));
