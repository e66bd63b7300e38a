// Gathers what lies in schemas/, snippets/ and server/rules/ into modules that the server is compiled with: nothing is registered by hand.
// Knows the folders' layout and the dialect's annotations; knows nothing of the standard.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _ } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const BASE = 'sms-evidence:/';
const HEAD = '// Made by scripts/gather.mjs: change what it gathers, not this.\n';
const ANNOTATIONS = /^(title|description|examples|x-.*)$/;

/** Writes the gathered modules below server/, each only where it changed. */
export function gather() {
  const knowledge = {
    ...readSchemas(),
    snippets: Object.fromEntries(files('snippets', '.yaml').map((f) => [path.basename(f, '.yaml'), read(f)])),
  };
  const json = JSON.stringify(JSON.stringify(knowledge));
  write(
    'server/knowledge/gathered/data.ts',
    `import type { Gathered } from '../types';\n\n/** Read anew at each call, so that nobody shares it by accident. */\nexport const readGathered = (): Gathered => JSON.parse(${json});\n`,
  );
  write('server/knowledge/gathered/placeholders.ts', words('placeholders'));
  write('server/knowledge/gathered/totals.ts', words('totals'));
  write('server/knowledge/gathered/validate.ts', validators(knowledge));
  write('server/rules/gathered.ts', rules());
}

const WORDS = ['common/placeholders.yaml', 'common/totals.yaml'];

/** A module of its own, since what counts as written is asked far below where all knowledge is at hand. */
const words = (name) =>
  `export const ${name}: ReadonlySet<string> = new Set(${JSON.stringify(parse(read(`schemas/common/${name}.yaml`)))});\n`;

const read = (file) => readFileSync(path.join(root, file), 'utf8');

function write(file, text) {
  const at = path.join(root, file);
  mkdirSync(path.dirname(at), { recursive: true });
  const whole = HEAD + text;
  try {
    if (readFileSync(at, 'utf8') === whole) return;
  } catch {
    // not there yet
  }
  writeFileSync(at, whole);
}

function files(folder, ending) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .map((f) => path.posix.join(folder, String(f).split(path.sep).join('/')))
    .filter((f) => f.endsWith(ending))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** schemas: path below schemas/ to schema; kinds: kind to that path; clauses in the order of their numbers. */
function readSchemas() {
  const gathered = { schemas: {}, kinds: {}, clauses: [], glossary: { terms: [], roles: [] }, findings: {} };
  for (const file of files('schemas', '.yaml')) {
    const inside = file.slice('schemas/'.length);
    const data = parse(read(file));
    const kind = /([^/]+)\.schema\.yaml$/.exec(inside)?.[1];
    if (inside.endsWith('clause.yaml')) gathered.clauses.push(data);
    else if (inside === 'common/glossary.yaml') gathered.glossary = data;
    else if (WORDS.includes(inside)) continue;
    else if (inside === 'common/findings.yaml') gathered.findings = data;
    else gathered.schemas[inside] = data;
    if (kind) gathered.kinds[kind] = inside;
  }
  return gathered;
}

/** A module that exports `validators`, a validating function for each kind; formats are the product's own. */
function validators({ schemas, kinds }) {
  const formats = _`require("../formats").formats`;
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    discriminator: true,
    inlineRefs: false,
    code: { source: true, formats },
  });
  for (const name of formatNames()) ajv.addFormat(name, () => true);
  for (const [file, schema] of Object.entries(schemas)) ajv.addSchema(stripped(schema), BASE + file);
  const code = standaloneCode(ajv, Object.fromEntries(Object.entries(kinds).map(([kind, file]) => [kind, BASE + file])));
  return `// @ts-nocheck\nexport const validators: Record<string, import('../types').Validator> = {};\n((exports) => {\n${code}\n})(validators);\n`;
}

/** The names in server/knowledge/formats.ts, read from its source because gathering comes before compiling. */
function formatNames() {
  const body = /FormatName\s*=\s*([^;]+);/.exec(read('server/knowledge/formats.ts'))?.[1] ?? '';
  return [...body.matchAll(/'([a-z0-9-]+)'/g)].map((m) => m[1]);
}

/** A schema without what only explains it. Names of properties are kept whatever they are. */
function stripped(schema, names = false) {
  if (Array.isArray(schema)) return schema.map((s) => stripped(s));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => names || !ANNOTATIONS.test(key))
      .map(([key, value]) => [
        key,
        key === 'enum' || key === 'const' ? value : stripped(value, !names && (key === 'properties' || key === '$defs')),
      ]),
  );
}

/** A module with every rule: server/rules/<process>/<rule>.ts, the file name being its id and the folder its process. */
function rules() {
  const found = files('server/rules', '.ts').filter((f) => f.split('/').length === 4);
  const imports = found.map((f, i) => `import rule${i} from './${f.slice('server/rules/'.length, -3)}';`);
  const list = found.map((f, i) => `  named('${path.basename(f, '.ts')}', '${f.split('/')[2]}', rule${i}),`);
  return `${imports.join('\n')}\nimport { named, type NamedRule } from './rule';\n\nexport const rules: readonly NamedRule[] = [\n${list.join('\n')}\n];\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) gather();
