// That the extension's manifest keeps its promises: its files are there, its commands are known, and it leaves other YAML tools alone.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..', '..');
const text = readFileSync(path.join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(text);
const sources = readdirSync(path.join(root, 'client')).map((name) => readFileSync(path.join(root, 'client', name), 'utf8'));

describe('manifest', () => {
  it('names files that are there', () => {
    const icons: string[] = [...text.matchAll(/"icon": "([^"$]+)"/g)].map((match) => match[1] ?? '');
    const files = [manifest.main, manifest.browser, ...Object.values<string>(manifest.bin), ...icons];
    assert.ok(files.length > 4);
    assert.deepEqual(
      files.filter((file) => !existsSync(path.join(root, file))),
      [],
    );
  });

  it('uses only commands that it contributes, each registered once', () => {
    const contributed: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    const used = [...text.matchAll(/"command": "(smsEvidence\.\w+)"|command:(smsEvidence\.\w+)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    assert.deepEqual([...new Set(used)].sort(), [...contributed].sort());
    for (const command of contributed) {
      const registered = sources.join('\n').split(`registerCommand('${command}'`).length - 1;
      assert.equal(registered, 1, command);
    }
  });

  it('claims no language, schema or settings of other YAML tools, and needs no other extension', () => {
    for (const point of ['languages', 'yamlValidation', 'jsonValidation', 'configurationDefaults'])
      assert.equal(point in manifest.contributes, false, point);
    assert.equal('extensionDependencies' in manifest, false);
    assert.doesNotMatch(sources.join('\n'), /getConfiguration\([^)]*\)\s*\.update\(/);
  });

  it('bundles whatever it needs: at run time nothing is asked for but the editor and Node', () => {
    // What begins a text is no call: the validator says so how it could be asked for.
    const requiredBy = (bundle: string) =>
      [...readFileSync(path.join(root, bundle), 'utf8').matchAll(/(?<!['"`])\brequire\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
    const editor = (name: string) => name === 'vscode';
    assert.deepEqual(
      requiredBy(manifest.main).filter((name) => !editor(name) && !isBuiltin(name)),
      [],
    );
    assert.deepEqual(
      requiredBy(manifest.browser).filter((name) => !editor(name)),
      [],
    );
    for (const bundle of ['dist/server.js', 'dist/cli.js'])
      assert.deepEqual(
        requiredBy(bundle).filter((name) => !isBuiltin(name)),
        [],
        bundle,
      );
    assert.deepEqual(requiredBy('dist/web/worker.js'), []);
  });
});
