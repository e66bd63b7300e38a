// That the rooms of the house stay apart: who imports whom, and that pure code is pure.
import assert from 'node:assert/strict';
import { circles, impurities, wrongDirections, wrongPackages } from './architecture';
import { blanked, importsOf, readSources, type Sources, topLevel } from './source';

const sources: Sources = new Map([...readSources('server', '.ts'), ...readSources('client', '.ts')]);
const one = (file: string, text: string): Sources => new Map([[file, text]]);

describe('architecture', () => {
  it('is read from all there is', () => {
    for (const file of ['server/main.ts', 'server/model/read.ts', 'server/knowledge/gathered/data.ts', 'client/extension.ts']) {
      assert.ok(sources.has(file), file);
    }
    const inner = [...sources].flatMap(([file, text]) => importsOf(file, text)).filter((to) => to.endsWith('.ts'));
    assert.deepEqual(
      inner.filter((to) => !sources.has(to)),
      [],
    );
  });

  it('imports in one direction only', () => {
    assert.deepEqual(wrongDirections(sources), []);
  });

  it('notices an import in the wrong direction', () => {
    const wrong: readonly (readonly [from: string, to: string])[] = [
      ['server/knowledge/schema.ts', '../arithmetic/dates'],
      ['server/arithmetic/term.ts', '../model/node'],
      ['server/model/pack.ts', '../rules/rule'],
      ['server/rules/7.2-supplier-management/one.ts', '../../assess/finding'],
      ['server/assess/finding.ts', '../features/hover'],
      ['server/features/hover.ts', '../workspace/sms'],
      ['server/features/hover.ts', '../reports/json'],
      ['server/reports/json.ts', '../workspace/sms'],
      ['server/reports/json.ts', '../host/host'],
      ['server/workspace/sms.ts', '../lsp/protocol'],
      ['server/lsp/server.ts', '../cli/run'],
      ['server/cli/run.ts', '../lsp/diagnostics'],
      ['server/lsp/server.ts', '../main'],
      ['server/host/disk.ts', '../knowledge/schema'],
      ['server/model/pack.ts', '../elsewhere/thing'],
      ['client/extension.ts', '../server/lsp/server'],
      ['server/model/pack.ts', '../../client/tree-item'],
    ];
    for (const [from, to] of wrong) {
      assert.equal(wrongDirections(one(from, `import type { A } from '${to}';`)).length, 1, `${from} → ${to}`);
    }
  });

  it('lets through an import in the right direction', () => {
    const right: readonly (readonly [from: string, to: string])[] = [
      ['server/main.ts', './lsp/server'],
      ['server/main.ts', './host/disk'],
      ['server/cli/run.ts', '../host/disk'],
      ['server/workspace/workspace.ts', '../host/host'],
      ['server/rules/7.2-supplier-management/one.ts', '../rule'],
      ['client/coverage.ts', '../server/lsp/protocol'],
    ];
    for (const [from, to] of right) assert.deepEqual(wrongDirections(one(from, `import { a } from '${to}';`)), []);
  });

  it('has no circles', () => {
    assert.deepEqual(circles(sources), []);
  });

  it('notices a circle', () => {
    const round: Sources = new Map([
      ['server/model/a.ts', "import { b } from './b';"],
      ['server/model/b.ts', "export type { C } from './c';"],
      ['server/model/c.ts', "const a = () => import('./a');"],
      ['server/model/d.ts', "import './a';"],
    ]);
    assert.deepEqual(circles(round), ['server/model/a.ts → server/model/b.ts → server/model/c.ts']);
  });

  it('keeps each package in its place', () => {
    assert.deepEqual(wrongPackages(sources), []);
  });

  it('notices a package out of its place', () => {
    const wrong: readonly (readonly [from: string, to: string])[] = [
      ['server/assess/file.ts', 'node:fs'],
      ['server/workspace/clock.ts', 'node:path'],
      ['server/host/memory.ts', 'node:fs/promises'],
      ['server/features/fixes.ts', 'yaml'],
      ['server/arithmetic/term.ts', 'temporal-polyfill'],
      ['server/features/hover.ts', 'vscode-languageserver'],
      ['server/workspace/sms.ts', 'vscode-languageserver-textdocument'],
      ['server/reports/json.ts', 'vscode-languageserver-types'],
      ['server/lsp/server.ts', 'vscode'],
      ['client/extension.ts', 'vscode-languageserver/node'],
      ['server/reports/json.ts', '../../package.json'],
      ['server/model/read.ts', 'left-pad'],
    ];
    for (const [from, to] of wrong) assert.equal(wrongPackages(one(from, `import { a } from "${to}";`)).length, 1, `${from} → ${to}`);
    assert.deepEqual(wrongPackages(one('server/cli.ts', "import { argv } from 'node:process';")), []);
  });

  it('is pure where it says so', () => {
    assert.deepEqual(impurities(sources), []);
  });

  it('notices what is not pure', () => {
    const wrong = [
      'const now = () => Date.now();',
      'const today = () => new Date();',
      'export const dice = () => Math.random();',
      'const home = () => process.env.HOME;',
      'function tell() { console.log(1); }',
      'const later = (f: () => void) => setTimeout(f, 1);',
      'let count = 0;',
      'export var last: string | undefined;',
      'const seen = new Map<string, number>();\nexport const see = (a: string) => seen.set(a, 1);',
      'const seen = new WeakMap<object, number>();\nfunction f(a: object) {\n  seen.delete(a);\n}',
      'export const all: string[] = [];\nexport function add(a: string) {\n  all.push(a);\n}',
      'const known = { last: 1 };\nexport const next = () => (known.last += 1);',
      'const list = [3, 1];\nexport const put = (i: number) => {\n  list[i] = 2;\n};',
      'class A {\n  static made = 0;\n}',
    ];
    for (const text of wrong) {
      assert.equal(impurities(one('server/model/a.ts', text)).length, 1, text);
      assert.deepEqual(impurities(one('server/workspace/a.ts', text)), [], text);
    }
  });

  it('takes nothing for impure that only looks like it', () => {
    const right = [
      '// Date.now() and console.log\nconst a = "process.exit()";',
      'const clause = (d: D) => d.process.clause;',
      'const utc = new Date(Date.UTC(2026, 1, 1));',
      'const TYPES = new Map([[1, 2]]);\nexport const type = (n: number) => TYPES.get(n);',
      'const WORDS = ["a"];\nconst f = () => { const words = [...WORDS]; words.push("b"); if (WORDS[0] === "a") return (x: number) => x; };',
      'const SIZE = 3;\nfunction f() {\n  let n = 0;\n  n += SIZE;\n}',
    ];
    for (const text of right) assert.deepEqual(impurities(one('server/model/a.ts', text)), [], text);
  });
});

describe('sources as the guards see them', () => {
  it('are without comments and texts, in the same places', () => {
    const text = "const a = 'it\\'s // no'; // let b\nconst c = `x $" + '{d("}")} y`; /* var\n e */ const f = /[/"]/.test(g) / 2; let h;';
    const code = blanked(text);
    assert.equal(code.length, text.length);
    assert.equal(code.replace(/[ \n]+/g, ' '), 'const a = ; const c = ; const f = .test(g) / 2; let h;');
  });

  it('import what is written in any of the ways', () => {
    const text =
      "import a, { type B } from './b';\nimport './c';\nexport * from '../d/e';\ntype F = import('yaml').Node;\nconst g = require(\"./g\");\n// from './no'";
    assert.deepEqual(importsOf('server/model/a.ts', text), [
      'server/model/b.ts',
      'server/model/c.ts',
      'server/d/e.ts',
      'yaml',
      'server/model/g.ts',
    ]);
  });

  it('have a top level', () => {
    assert.deepEqual(topLevel('const a = {\n  b: 1,\n};\nfunction f() {\n  let c = "}";\n}\nlet d;'), [
      'const a = {',
      'function f() {',
      'let d;',
    ]);
  });
});
