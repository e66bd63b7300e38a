// That the browser entry works in a VS Code without Node, its server a worker: a finding shows, and the coverage view fills.
// Must not test more: all else is the same code as in the other host.
import { writeFileSync } from 'node:fs';
import { coverageLine, openCoverage, openFile, squiggle } from './pages.mjs';
import { root } from './project.mjs';
import { copyOfSample } from './sample.mjs';
import { ready, serve } from './vscode-host/serve.mjs';

/** Writes its counts to the file `result`. Gives the exit code, 0 when all went well. */
export async function runWebTest(result, signal) {
  const sample = copyOfSample();
  const host = await serve({ extension: root, workspace: sample.folder, web: true });
  signal?.addEventListener('abort', () => host.close());
  try {
    const page = await host.page();
    await ready(page);
    await openFile(page, 'acme-hosting.contract.yaml');
    await squiggle(page).waitFor();
    await openCoverage(page);
    await coverageLine(page, '7.2').waitFor();
    console.log('  ✔ shows findings and coverage');
    writeFileSync(result, JSON.stringify({ passed: 1, failed: 0 }));
    return 0;
  } catch (error) {
    console.error(`  the extension in a browser: ${error.message}`);
    writeFileSync(result, JSON.stringify({ passed: 0, failed: 1 }));
    return 1;
  } finally {
    await host.close();
    sample.remove();
  }
}
