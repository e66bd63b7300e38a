// The table of what the best editing tools do, docs/editing.md: which test proves that we do it too. That each test is there, the list whole,
// and the table current. UPDATE=1 writes the table anew; read the difference before you keep it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../guards/source';

type Titles = string | readonly string[];

interface Row {
  readonly what: string;
  readonly want: 'match' | 'win';
  readonly proof?: Readonly<Record<string, Titles>>;
  readonly 'not-yet'?: string;
}

const text = readFileSync(path.join(root, 'test', 'editing', 'rows.yaml'), 'utf8');
const groups = Object.entries(parse(text) as Readonly<Record<string, readonly Row[]>>);
const rows = groups.flatMap(([, all]) => all);
const fileOf = (name: string) => path.join(root, 'test', `${name}.test.ts`);
const proofs = ({ proof = {} }: Row) =>
  Object.entries(proof).flatMap(([file, titles]) => [titles].flat().map((title) => ({ file, title })));

/** What is called so by a test or a group of tests of a file; of a title made from a name, its fixed part. */
function isTold(title: string, source: string): boolean {
  const told = [...source.matchAll(/\b(?:it|describe)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g)];
  return told.some(([, a, b, made]) => a === title || b === title || made === title || made?.endsWith(`: ${title}`));
}

const table = (): string => `# What the best editing tools do
Gathered from the tools that people write YAML and configuration with, row by row: what we want to do as well (match) or better (win), and the test that proves it. Written by \`UPDATE=1 node scripts/mocha.mjs editing/\`; a test says when it is no longer current, and that each test named is there. What another YAML server makes of the same half-typed places stands in [completion.md](completion.md).
${groups
  .map(
    ([name, all]) => `
## ${name[0]?.toUpperCase()}${name.slice(1)}
| what | want | proved by | not yet |
| --- | --- | --- | --- |
${all.map((row) => `| ${row.what} | ${row.want} | ${proofs(row).map(cell).join('<br>')} | ${row['not-yet'] ?? ''} |`).join('\n')}
`,
  )
  .join('')}`;

const cell = ({ file, title }: { readonly file: string; readonly title: string }) => `[${file}](../test/${file}.test.ts): ${title}`;

describe('the rows of editing', () => {
  it('are proved by tests that are there', () => {
    for (const row of rows) {
      assert.ok(proofs(row).length > 0 || row['not-yet'], `${row.what}: neither proved nor said to be missing`);
      for (const { file, title } of proofs(row)) {
        assert.ok(existsSync(fileOf(file)), `${file}.test.ts`);
        assert.ok(isTold(title, readFileSync(fileOf(file), 'utf8')), `${file}: ${title}`);
      }
    }
  });

  it('notice a test that is not there', () => {
    const source = `describe('a', () => {\n  it(\`\${name}: b\`, () => {});\n  it(\n    'c d', () => {});\n});`;
    assert.deepEqual(
      ['a', 'b', 'c d', 'c', 'x'].map((title) => isTold(title, source)),
      [true, true, true, false, false],
    );
  });

  it('are all that were gathered', function () {
    const file = path.resolve(root, '..', 'shared', 'anchors', 'editing.md');
    if (!existsSync(file)) this.skip();
    const gathered = readFileSync(file, 'utf8');
    const wanted = ['1a', '1b', '1c'].map((part) => {
      const [, section = ''] = gathered.split(`### ${part}.`);
      const [own = ''] = section.split(/^### /m);
      return [...own.matchAll(/^\|.*\| ([MW])(?:[:, ][^|]*)?\|$/gm)].map(([, want]) => (want === 'M' ? 'match' : 'win'));
    });
    assert.deepEqual(
      groups.map(([, all]) => all.map((row) => row.want)),
      wanted,
    );
  });

  it('stand as a table in docs/editing.md', () => {
    const file = path.join(root, 'docs', 'editing.md');
    if (process.env.UPDATE) writeFileSync(file, table());
    assert.equal(readFileSync(file, 'utf8'), table());
  });
});
