// That docs/reference says what the product knows today. `npm run docs` renews it.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { referenceFiles } from '../../server/reports/docs';
import { root } from '../cli/running';

const folder = path.join(root, 'docs', 'reference');
const files = referenceFiles();

const stored = new Map(
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file, 'utf8')]),
);

describe('docs/reference', () => {
  const renew = 'renew it with: npm run docs';

  it('has a page for everything, and none of what is gone', () => {
    assert.deepEqual([...stored.keys()].sort(), [...files.keys()].sort(), renew);
  });

  it('says what the product knows', () => {
    assert.deepEqual(
      [...files].filter(([name, text]) => stored.get(name) !== text).map(([name]) => name),
      [],
      renew,
    );
  });

  it('has links that lead somewhere', () => {
    const broken = [...files].flatMap(([name, text]) =>
      [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => path.posix.join(path.posix.dirname(name), target))
        .filter((target) => !files.has(target))
        .map((target) => `${name}: ${target}`),
    );
    assert.deepEqual(broken, []);
  });

  it('has headings for the places that links go to within a page', () => {
    for (const [name, text] of files) {
      const headings = new Set([...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(' ', '-')));
      for (const [, place = ''] of text.matchAll(/\]\(#([^)]+)\)/g)) assert.ok(headings.has(place), `${name}: #${place}`);
    }
  });
});
