// That the tutorial is true: whoever follows it to the letter ends with the small pack, byte for byte, and nothing is found in it.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packs, root, runIn } from '../cli/running';
import { follow, type Step, stepsIn, textsIn } from './tutorial';

const tutorial = readFileSync(path.join(root, 'docs', 'first-hour.md'), 'utf8');

async function inFolder(steps: readonly Step[], look: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sms-evidence-first-hour-'));
  try {
    await follow(steps, folder);
    await look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the first hour', () => {
  it('leads from an empty folder to the small pack, without a difference', async () => {
    await inFolder(stepsIn(tutorial), async (folder) => {
      assert.deepEqual(textsIn(folder), textsIn(path.join(packs, 'small')));
      const { exit, out } = await runIn(folder, ['check', '--today', '2026-11-24', '--fail-on', 'hint']);
      assert.deepEqual([exit, out], [0, `Nothing found in ${Object.keys(textsIn(folder)).length} files.\n`]);
    });
  });

  it('uses each way of writing that it explains', () => {
    const answers = stepsIn(tutorial).flatMap((step) => (step.does === 'type' ? [step.answer] : []));
    for (const way of ['*take out*', '*one more*', '*add*', '*the fix*']) {
      assert.ok(answers.includes(way), way);
      assert.ok(tutorial.includes(`- ${way}`), way);
    }
    for (const step of ['command', 'write', 'open', 'type'] as const)
      assert.ok(
        stepsIn(tutorial).some(({ does }) => does === step),
        step,
      );
  });

  it('notices a step that can not be done, and one that is left out', async () => {
    const steps = stepsIn(tutorial);
    const first = steps.findIndex((step) => step.does === 'type' && step.asked.endsWith('?'));
    const asked: Step = { does: 'type', asked: 'Which colour is it?', answer: '`blue`' };
    await assert.rejects(
      inFolder([...steps.slice(0, first), asked], () => {}),
      /it is not asked any more/,
    );
    await inFolder(
      steps.slice(0, first).filter(({ does }) => does !== 'type'),
      (folder) => assert.notEqual(textsIn(folder)['sms.yaml'], textsIn(path.join(packs, 'small'))['sms.yaml']),
    );
  });
});
