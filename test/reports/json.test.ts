// That docs/json.md names every field that is printed, and no other.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runIn } from '../cli/running';

const root = path.resolve(__dirname, '..', '..', '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Names of all fields in a JSON value, those of ranges left out: they are the Language Server Protocol's. */
function fieldsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) fieldsIn(item, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, below] of Object.entries(value)) {
      found.add(key);
      if (key !== 'range') fieldsIn(below, found);
    }
  }
  return found;
}

/** Words in code style in a section of the documentation, objects and lists taken apart. */
const named = (section: string): Set<string> =>
  new Set([...section.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.match(/[A-Za-z]+/g) ?? []));

const [, check = '', coverage = '', explain = ''] = read('docs/json.md').split(/^## /m);

describe('docs/json.md', () => {
  const printed: readonly (readonly [section: string, stored: string])[] = [
    [check, 'tiny-check'],
    [check, 'bare-contract-check'],
    [coverage, 'tiny-coverage'],
  ];

  for (const [section, stored] of printed) {
    it(`names every field of ${stored}`, () => {
      const fields = fieldsIn(JSON.parse(read(`test/cli/golden/${stored}.json`)));
      assert.ok(fields.size > 10);
      assert.deepEqual(
        [...fields].filter((field) => !named(section).has(field)),
        [],
      );
    });
  }

  it('names every field of what explain prints, and no other', async () => {
    const { out } = await runIn(root, ['explain', 'sla', '--format', 'json']);
    const fields = fieldsIn(JSON.parse(out));
    const rows = [...explain.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) => cell.match(/\w+/g) ?? []);
    assert.deepEqual([...new Set(rows)].sort(), [...fields].sort());
  });

  it('shows an example that has the form of what is printed', () => {
    const example = /```json\n([\s\S]*?)```/.exec(check)?.[1] ?? '';
    const real = fieldsIn(JSON.parse(read('test/cli/golden/bare-contract-check.json')));
    assert.deepEqual([...fieldsIn(JSON.parse(example))].sort(), [...real].sort());
  });

  it('lists the fields of a finding and of a demand that are there', () => {
    const rows = (section: string) => [...section.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) => cell.match(/\w+/g) ?? []);
    const all = (stored: string) => fieldsIn(JSON.parse(read(`test/cli/golden/${stored}.json`)));
    assert.deepEqual(
      rows(check).filter((field) => !all('tiny-check').has(field)),
      [],
    );
    assert.deepEqual(
      rows(coverage).filter((field) => !all('tiny-coverage').has(field)),
      // Only where another day is asked about, or something is waived: test/cli/over-time.test.ts, baseline.test.ts, waived.test.ts.
      ['on', 'period', 'baseline', 'waivers'],
    );
  });
});
