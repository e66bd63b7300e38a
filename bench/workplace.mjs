// A temporary folder with an SMS in it, and the two servers started on it alike. Must not know what is measured.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../scripts/project.mjs';
import { startServer } from './client.mjs';
import { redHat } from './peers.mjs';
import { writeSchemas } from './schemas.mjs';

/** Writes files (name to text) into a new folder. `startOurs` and `startRedHat` start a server on it; `remove` takes the folder away. */
export function workplace(files, { ownNode = false } = {}) {
  const base = realpathSync(mkdtempSync(path.join(tmpdir(), 'sms-evidence-bench-')));
  const folder = path.join(base, 'sms');
  mkdirSync(folder);
  for (const [name, text] of files) writeFileSync(path.join(folder, name), text);
  const peer = redHat({ ownNode });
  const kinds = writeSchemas(path.join(base, 'schemas'));
  const schemas = Object.fromEntries([...kinds].map(([kind, uri]) => [uri, kind === 'sms' ? ['sms.yaml'] : [`*.${kind}.yaml`]]));
  return {
    peer,
    uriOf: (name) => pathToFileURL(path.join(folder, name)).href,
    startOurs: () => startServer({ command: process.execPath, args: [path.join(root, 'dist', 'server.js'), '--stdio'], folder }),
    // Nothing is fetched: the schemas are those in the folder, bound by file name.
    startRedHat: () =>
      startServer({
        ...peer,
        folder,
        settings: { yaml: { validate: true, schemas, schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } } },
      }),
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}
