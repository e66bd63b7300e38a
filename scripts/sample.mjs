// A copy of the incomplete sample SMS, to open and to write in: the repository's own files stay as they are.
// Must not know what is in the sample.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './project.mjs';

/** Copies the sample into a new temporary folder. Gives { folder, remove }: `folder` is the SMS, `remove` takes the copy away. */
export function copyOfSample() {
  const parent = mkdtempSync(path.join(tmpdir(), 'sms-evidence-'));
  const folder = path.join(parent, 'sample-sms');
  cpSync(path.join(root, 'test', 'packs', 'incomplete'), folder, { recursive: true });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}
