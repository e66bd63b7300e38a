// That a workspace that lived through any edits shows what a fresh one would: nothing that should be judged again is forgotten.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Desk, type Event, event } from './edits';
import { folderUri, readPack } from './pack';

const runs = process.env.CI ? 500 : 100;
const EDITS = 10;
/** How often each folder has its turn. */
const SHARES = { incomplete: 0.8, oddities: 0.1, tiny: 0.1 };

describe('after any edits, findings and coverage are those of a fresh run', () => {
  for (const [name, share] of Object.entries(SHARES)) {
    it(`in ${name}`, async () => {
      const texts = readPack(name);
      const sequence = fc.array(event, { minLength: EDITS, maxLength: EDITS });
      await fc.assert(
        fc.asyncProperty(sequence, async (events) => {
          const desk = await Desk.of(folderUri(name), texts);
          for (const happened of events) await desk.take(happened);
          const { living, fresh } = await desk.pictures();
          assert.deepEqual(living, fresh);
        }),
        { seed: 20_000, numRuns: runs * share },
      );
    });
  }
});

describe('the guard of edits', () => {
  const folder = folderUri('incomplete');

  it('sees what the edits do', async () => {
    const events: readonly (readonly [Event, RegExp])[] = [
      [{ is: 'replace', file: 0, at: 0, length: 1, text: '{', saved: false }, /yaml-syntax/],
      [{ is: 'drop line', file: 0, at: 3, saved: true }, /missing-field/],
      [{ is: 'double line', file: 0, at: 3, saved: true }, /duplicate-key/],
      [{ is: 'manifest', file: 0 }, /no-manifest/],
      [{ is: 'add', file: 0, to: 'new.sla.yaml' }, /duplicate-id/],
    ];
    for (const [happened, code] of events) {
      const desk = await Desk.of(folder, readPack('incomplete'));
      const before = Object.values((await desk.pictures()).living.files).flat();
      await desk.take(happened);
      const after = await desk.pictures();
      const come = Object.values(after.living.files)
        .flat()
        .filter((found) => !before.includes(found));
      assert.match(come.join(), code, happened.is);
      assert.deepEqual(after.living, after.fresh);
    }
  });

  it('sees a file that was forgotten', async () => {
    const desk = await Desk.of(folder, readPack('incomplete'));
    desk.disk.delete(`${folder}/mail-hr.sla.yaml`);
    const { living, fresh } = await desk.pictures();
    assert.notDeepEqual(living.files, fresh.files);
    assert.notDeepEqual(living.coverage, fresh.coverage);
  });
});
