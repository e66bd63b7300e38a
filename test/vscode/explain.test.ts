// The reference in the editor: the code behind a finding leads to its page, pages show as previews, links lead from page to page.
import assert from 'node:assert/strict';
import { commands, TabInputCustom, Uri, window, workspace } from 'vscode';
import { finding, open, smsEvidence } from './sample';
import { waitFor } from './wait-for';

const PREVIEW = 'vscode.markdown.preview.editor';

/** Waits for a tab that shows that page as a preview. */
const preview = (page: string) =>
  waitFor(
    () => {
      const input = window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof TabInputCustom && input.viewType === PREVIEW && input.uri.toString() === `sms-evidence:/${page}.md`;
    },
    { description: `the page ${page}` },
  );

describe('the reference', () => {
  before(smsEvidence);
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is where the code of a finding leads to, and shows as a preview', async () => {
    await open('acme-hosting.contract.yaml');
    const { code } = await finding('acme-hosting.contract.yaml', 'contract-weaker-than-sla');
    assert.ok(typeof code === 'object');
    assert.equal(code.target.toString(), 'sms-evidence:/findings/contract-weaker-than-sla.md');
    // What a click on the code does.
    await commands.executeCommand('vscode.open', code.target);
    await preview('findings/contract-weaker-than-sla');
  });

  it('opens at what is asked for by any name', async () => {
    await commands.executeCommand('smsEvidence.explain', 'service level agreement');
    await preview('kinds/sla');
    await commands.executeCommand('smsEvidence.explain', 'demands/7.2-contract-targets');
    await preview('demands/7.2-contract-targets');
  });

  it('can be read and not be written', async () => {
    const uri = Uri.parse('sms-evidence:/demands/7.2-contract-targets.md');
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    assert.match(text, /^# 7\.2-contract-targets\n/);
    assert.match(new TextDecoder().decode(await workspace.fs.readFile(Uri.parse('sms-evidence:/README.md'))), /^# Reference\n/);
    assert.equal((await workspace.fs.stat(uri)).size, new TextEncoder().encode(text).length);
    assert.equal(workspace.fs.isWritableFileSystem('sms-evidence'), false);
    await assert.rejects(Promise.resolve(workspace.fs.readFile(Uri.parse('sms-evidence:/demands/none-such.md'))));
  });
});
