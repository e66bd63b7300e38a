// Runs test/vscode in a real VS Code over a copy of the sample: on Linux the one without a desktop, elsewhere an ordinary one that is downloaded.
// Must not know what the tests are about.
import path from 'node:path';
import { root } from './project.mjs';
import { copyOfSample } from './sample.mjs';
import { install } from './vscode-host/install.mjs';
import { runTests } from './vscode-host/run-tests.mjs';

/** `result`: the file the tests write their counts to. Gives the exit code, 0 when all went well. `signal` stops it early. */
export async function runVscodeTests(result, signal) {
  const sample = copyOfSample();
  const tests = path.join(root, 'out', 'test', 'vscode', 'index');
  const env = { TEST_RESULT: result };
  try {
    if (process.platform === 'linux') {
      install();
      const beside = [path.join(root, 'test', 'vscode', 'stand-in')];
      return await runTests({ extension: root, beside, tests, workspace: sample.folder, env, timeout: 300, signal });
    }
    const { runTests: runInDesktop } = await import('@vscode/test-electron');
    const launchArgs = [sample.folder, '--disable-extensions', '--disable-workspace-trust'];
    return await runInDesktop({ extensionDevelopmentPath: root, extensionTestsPath: tests, launchArgs, extensionTestsEnv: env });
  } finally {
    sample.remove();
  }
}
