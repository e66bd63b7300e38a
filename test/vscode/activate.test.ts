// That the extension starts in a folder with an SMS, and brings what its manifest promises.
import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { smsEvidence } from './sample';

describe('VS Code: start', () => {
  it('starts in a folder with an sms.yaml', async () => {
    await smsEvidence();
    assert.equal(extensions.getExtension('sms-evidence.sms-evidence')?.isActive, true);
  });

  it('brings every command of the manifest', async () => {
    await smsEvidence();
    const manifest = extensions.getExtension('sms-evidence.sms-evidence')?.packageJSON;
    const promised: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    const there = await commands.getCommands(true);
    assert.ok(promised.length > 0);
    assert.deepEqual(
      promised.filter((command) => !there.includes(command)),
      [],
    );
  });
});
