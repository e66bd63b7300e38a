// That what is wrong in the sample shows in Problems, and that a fix writes what is missing, with tab stops.
import assert from 'node:assert/strict';
import { type CodeAction, CodeActionKind, commands, type Diagnostic, workspace } from 'vscode';
import { closeAll, file, finding, findings, open, smsEvidence } from './sample';
import { waitFor } from './wait-for';

const CONTRACT = 'acme-hosting.contract.yaml';
const MISSING = '7.2-contract-termination';

describe('VS Code: findings and fixes', () => {
  before(smsEvidence);
  afterEach(closeAll);

  it('shows what is missing in a file that nobody opened', async () => {
    const missing = await finding(CONTRACT, MISSING);
    assert.equal(missing.source, 'SMS Evidence');
  });

  it('adds what is missing, with tab stops', async () => {
    const { document } = await open(CONTRACT);
    const before = document.getText();
    const fix = await fixOf(await finding(CONTRACT, MISSING));
    assert.ok(fix.edit, 'the fix has no edit');
    assert.equal(await workspace.applyEdit(fix.edit), true);
    assert.match(document.getText(), /^termination:/m);
    assert.ok(keepsLines(document.getText(), before), 'the lines of the author did not survive');

    // The first question is selected: what is typed takes its place. Tab then leads to the second.
    await commands.executeCommand('type', { text: 'first answer' });
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await commands.executeCommand('type', { text: 'second answer' });
    assert.match(document.getText(), /first answer[\s\S]*second answer/);
    await waitFor(() => findings(CONTRACT, MISSING).length === 0, { description: 'the finding to go' });
  });
});

async function fixOf(diagnostic: Diagnostic): Promise<CodeAction> {
  const actions = () =>
    commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      file(CONTRACT),
      diagnostic.range,
      CodeActionKind.QuickFix.value,
      50,
    );
  return waitFor(async () => (await actions()).find(({ title }) => /\btermination\b/.test(title)), {
    description: 'a fix that adds the termination',
  });
}

/** Whether every line of `before` still stands in `after`, in the same order. */
function keepsLines(after: string, before: string): boolean {
  const lines = after.split('\n');
  let from = 0;
  return before.split('\n').every((line) => {
    const at = lines.indexOf(line, from);
    from = at + 1;
    return at >= 0;
  });
}
