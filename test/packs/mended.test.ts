// The whole way of an author through the sample with planted faults: take every fix that is offered, answer what is asked, do what
// the other messages say; then nothing is found, and what they did not touch is as it was.
import assert from 'node:assert/strict';
import { runIn, withFiles } from '../cli/running';
import { answered, codesIn, type Folder, readFolder, smsOf, withFixes } from './mending';
import { ANSWERS, type Edit, MENDS, type Mend, WORDS } from './mends';

const TODAY = '2026-11-24';

const withEdits = (folder: Folder, edits: readonly Edit[]): Folder => edits.reduce(edited, folder);

function edited(folder: Folder, { file, line, by }: Edit): Folder {
  const lines = folder.get(file)?.split('\n') ?? [];
  assert.equal(lines.filter((l) => l === line).length, 1, `"${line}" in ${file}`);
  return new Map([...folder, [file, lines.flatMap((l) => (l === line ? by : [l])).join('\n')]]);
}

function mended(folder: Folder, { edits = [], added = {}, renamed }: Mend): Folder {
  const [from, to = ''] = renamed ?? [];
  const files = [...withEdits(folder, edits), ...Object.entries(added)];
  return new Map(files.map(([file, text]) => [file === from ? to : file, text]));
}

/** Without the one that is answered, which may be found once only. */
function without(found: readonly string[], answered: string): string[] {
  const left = found.filter((f) => f !== answered);
  assert.equal(left.length, found.length - 1);
  return left;
}

/** The lines that are not found in `after` in the order in which they stand. */
function lost(before: readonly string[], after: readonly string[]): string[] {
  let at = 0;
  return before.filter((line) => {
    const found = after.indexOf(line, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}

describe('the incomplete sample, mended', () => {
  const before = readFolder('incomplete');
  // From step to step, as the author goes on.
  let folder = before;

  it('by its fixes: only questions are left, and what no fix can know', async () => {
    folder = await withFixes(before, TODAY);
    const left = codesIn(await smsOf(folder, TODAY)).filter((found) => !found.endsWith(' unanswered'));
    assert.deepEqual(left, MENDS.map((mend) => mend.answers).sort());
    for (const [file, text] of before) {
      const words = WORDS.filter((edit) => edit.file === file).map((edit) => edit.line);
      assert.deepEqual(lost(text.split('\n'), folder.get(file)?.split('\n') ?? []), words, file);
    }
    for (const { file, by } of WORDS) assert.deepEqual(lost(by, folder.get(file)?.split('\n') ?? []), []);
  });

  it('by answers: no question is left, and nothing else is said', async () => {
    const found = codesIn(await smsOf(folder, TODAY));
    for (const [file, answers] of Object.entries(ANSWERS)) folder = new Map([...folder, [file, answered(folder.get(file) ?? '', answers)]]);
    assert.deepEqual(
      codesIn(await smsOf(folder, TODAY)),
      found.filter((f) => !f.endsWith(' unanswered')),
    );
  });

  for (const mend of MENDS) {
    it(`by hand, as is said of ${mend.answers}`, async () => {
      const found = codesIn(await smsOf(folder, TODAY));
      folder = mended(folder, mend);
      assert.deepEqual(codesIn(await smsOf(folder, TODAY)), without(found, mend.answers));
    });
  }

  it('has nothing that can be found fault with', async () => {
    await withFiles(Object.fromEntries(folder), async (cwd) => {
      const ran = await runIn(cwd, ['check', '--today', TODAY, '--fail-on', 'hint']);
      assert.deepEqual(ran, { exit: 0, out: 'Nothing found in 26 files.\n', err: '' });
    });
  });

  it('has every line of the author but those that were changed on purpose', () => {
    const names = new Map(MENDS.flatMap((mend) => (mend.renamed ? [mend.renamed] : [])));
    const edits = [...WORDS, ...MENDS.flatMap((mend) => mend.edits ?? [])];
    for (const [file, text] of before) {
      const now = folder.get(names.get(file) ?? file) ?? assert.fail(`${file} is gone`);
      const changed = edits.filter((edit) => edit.file === file && !edit.by.includes(edit.line)).map((edit) => edit.line);
      assert.deepEqual(lost(text.split('\n'), now.split('\n')).sort(), changed.sort(), file);
    }
  });
});
