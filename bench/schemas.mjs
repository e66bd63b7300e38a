// The schemas as JSON files that any JSON Schema validator takes, references kept, and the product's own compiled ones.
// Must not know what is measured.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../scripts/project.mjs';

const require = createRequire(import.meta.url);

/** Writes all schemas below a folder. Gives each kind's schema as a file uri. */
export function writeSchemas(folder) {
  const { readGathered } = require(`${root}out/server/knowledge/gathered/data.js`);
  const { schemas, kinds } = readGathered();
  for (const [file, schema] of Object.entries(schemas)) {
    const at = path.join(folder, `${file}.json`);
    mkdirSync(path.dirname(at), { recursive: true });
    const json = JSON.stringify(schema, (key, value) => (key === '$ref' && !value.startsWith('#') ? `${value}.json` : value));
    writeFileSync(at, json.replace('{', '{"$schema":"https://json-schema.org/draft/2020-12/schema",'));
  }
  return new Map(Object.entries(kinds).map(([kind, file]) => [kind, pathToFileURL(path.join(folder, `${file}.json`)).href]));
}

/** What ajv compiled from the same schemas: kind to a function that leaves its errors in `errors`. */
export const validators = () => require(`${root}out/server/knowledge/gathered/validate.js`).validators;

/** The schemas as `sms-evidence schemas` publishes them, in a folder. Gives each one's uri with the file names it is for. */
export function writePublished(folder) {
  const run = spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'schemas', folder], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`sms-evidence schemas failed\n${run.stderr}`);
  const files = readdirSync(folder).filter((file) => file.endsWith('.schema.json'));
  return Object.fromEntries(
    files.map((file) => {
      const kind = file.slice(0, -'.schema.json'.length);
      return [pathToFileURL(path.join(folder, file)).href, kind === 'sms' ? ['sms.yaml'] : [`*.${kind}.yaml`]];
    }),
  );
}
