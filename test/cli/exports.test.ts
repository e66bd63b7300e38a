// What the command line says of exports from other tools: file, row and column of each fault. UPDATE=1 stores it anew.
import assert from 'node:assert/strict';
import { COST_ROWS, exported, OUTAGE_ROWS, TODAY } from '../packs/exported';
import { golden, runIn, withFiles } from './running';

/** A row with quotes that never close, a row with a column too few, a column that is called otherwise, and points for commas. */
const FAULTY = exported({
  outages: [
    ...OUTAGE_ROWS,
    'O-3;30.08.2026 02:00;30.08.2026 03:00;ja;"New version;;',
    'O-4;06.09.2026 02:00;06.09.2026 03:00;ja;New version;',
    'O-5;13.09.2026 02:00;13/09/2026 03:00;ja;New version;;',
  ],
  costs: [...COST_ROWS, ...Array.from({ length: 5 }, (_, i) => `work,people,"10,0${i}",10.0${i},`)],
  record: (text) => text.replace('column: Ursache', 'column: Ursachen'),
});

describe('check over exports', () => {
  it('finds nothing in those that are right', async () => {
    await withFiles(Object.fromEntries(exported()), async (cwd) => {
      const { exit, out } = await runIn(cwd, ['check', '--today', TODAY, '--fail-on', 'hint']);
      assert.match(out, /^Nothing found in \d+ files\.\n$/);
      assert.equal(exit, 0);
    });
  });

  it('names file, row and column, many equal faults as one', async () => {
    await withFiles(Object.fromEntries(FAULTY), async (cwd) => {
      const { exit, out } = await runIn(cwd, ['check', '--today', TODAY]);
      assert.equal(out, golden('exports-check.txt', out));
      assert.equal(exit, 1);
    });
  });

  it('has each apart in JSON', async () => {
    await withFiles(Object.fromEntries(FAULTY), async (cwd) => {
      const { out } = await runIn(cwd, ['check', '--today', TODAY, '--format', 'json']);
      assert.equal(out, golden('exports-check.json', out));
      const codes = (JSON.parse(out) as { findings: { code: string }[] }).findings.map((f) => f.code);
      assert.equal(codes.filter((code) => code === 'export-number').length, 5);
    });
  });

  it('looks at an export by itself', async () => {
    await withFiles(Object.fromEntries(FAULTY), async (cwd) => {
      const { exit, out } = await runIn(cwd, ['check', 'exports/outages-2026-q3.csv', '--today', TODAY]);
      assert.match(out, /\n3 errors in 1 of 1 file\.\n$/);
      assert.equal(exit, 1);
    });
  });
});
