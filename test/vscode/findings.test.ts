// That what is wrong in the sample shows in Problems, and that a fix writes what is missing, with tab stops.
import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  type Position,
  Selection,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { canPress, press } from './keys';
import { closeAll, file, finding, findings, open, smsEvidence } from './sample';
import { waitFor } from './wait-for';

const CONTRACT = 'acme-hosting.contract.yaml';
const MISSING = '7.2-contract-termination';
const PAYROLL = 'lohnkontor-payroll.contract.yaml';
const CATALOGUE = 'services.service-catalogue.yaml';
const TYPED = 'hours.sla.yaml';

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
    const fix = await fixOf(CONTRACT, await finding(CONTRACT, MISSING), /\btermination\b/);
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

  it('adds all that is missing at once, in several places, with Tab from one question to the next', async function () {
    if (!canPress) this.skip();
    const missing = await finding(PAYROLL, 'missing-contents');
    const editor = await open(PAYROLL);
    const before = editor.document.getText();
    await takeFirst(editor, missing.range.start);
    await waitFor(() => editor.document.getText() !== before, { description: 'the fix' });
    const text = editor.document.getText();
    assert.ok(keepsLines(text, before), 'the lines of the author did not survive');
    // More than one stretch of the text is written, and each question is a tab stop.
    const questions = [...text.matchAll(/<[^>\n]+\?>/g)].map(([question]) => question);
    assert.ok(questions.length > 4, text);
    const at = () => editor.document.getText(editor.selection);
    for (const question of questions) {
      await waitFor(() => at() === question, { description: `"${question}" to be selected, not "${at()}"` });
      press('Tab');
    }
    await waitFor(() => findings(PAYROLL, 'missing-contents').length === 0, { description: 'the finding to go' });
    await waitFor(() => findings(PAYROLL, 'unanswered').length === questions.length, { description: 'the questions that were left' });
  });

  it('begins the document that a service lacks, opens it at its first question, and Tab goes on', async function () {
    if (!canPress) this.skip();
    const catalogue = await open(CATALOGUE);
    const lacks = await finding(CATALOGUE, 'live-service-without-sla');
    const begin = await fixOf(CATALOGUE, lacks, /^Start a service level agreement for "portal"/);
    assert.ok(begin.edit && begin.command);
    assert.equal(await workspace.applyEdit(begin.edit), true);
    await commands.executeCommand(begin.command.command, ...(begin.command.arguments ?? []));
    const fresh = await waitFor(() => (window.activeTextEditor === catalogue ? undefined : window.activeTextEditor), {
      description: 'the new agreement',
    });
    try {
      assert.equal(fresh.document.uri.toString(), file('portal.sla.yaml').toString());
      await waitFor(() => !fresh.selection.isEmpty, { description: 'the first question' });
      assert.match(fresh.document.getText(), /^kind: sla\nid: portal\n[\s\S]*\nservices:\n {2}- portal\n/);
      const [first, second] = [...fresh.document.getText().matchAll(/<[^>\n]+\?>/g)].map(([question]) => question);
      assert.equal(fresh.document.getText(fresh.selection), first);
      press('Tab');
      await waitFor(() => fresh.document.getText(fresh.selection) === second, { description: 'the second question' });
    } finally {
      await fresh.document.save();
      await closeAll();
      await workspace.fs.delete(file('portal.sla.yaml'));
    }
  });

  it('mends on saving what leaves no choice, where the settings want it', async () => {
    const settings = workspace.getConfiguration('editor');
    await settings.update('codeActionsOnSave', { 'source.fixAll.sms-evidence': 'explicit' }, true);
    try {
      await workspace.fs.writeFile(file(TYPED), new TextEncoder().encode('kind: sla\nid: typed\nstatus: draft\nserviceHours: 24/7\n'));
      await finding(TYPED, 'unknown-reference');
      const { document } = await open(TYPED);
      const edit = new WorkspaceEdit();
      // What the second may have meant nobody can tell.
      edit.insert(document.uri, document.positionAt(document.getText().length), 'services: [nowhere]\n# the end\n');
      await workspace.applyEdit(edit);
      await document.save();
      await waitFor(() => /^serviceHours: around the clock$/m.test(document.getText()), { description: 'what was meant' });
      assert.equal(document.isDirty, false);
      const saved = new TextDecoder().decode(await workspace.fs.readFile(file(TYPED)));
      assert.equal(saved, document.getText());
      assert.match(saved, /\nservices: \[nowhere\]\n# the end\n$/);
    } finally {
      await settings.update('codeActionsOnSave', undefined, true);
      await closeAll();
      await workspace.fs.delete(file(TYPED));
    }
  });
});

/** Takes the first quick-fix at a place, as the Enter key does in its menu: with what follows it. */
async function takeFirst(editor: TextEditor, at: Position): Promise<void> {
  editor.selection = new Selection(at, at);
  await commands.executeCommand('editor.action.codeAction', { kind: CodeActionKind.QuickFix.value, apply: 'first' });
}

async function fixOf(name: string, { range }: Diagnostic, title: RegExp): Promise<CodeAction> {
  const kind = CodeActionKind.QuickFix.value;
  const actions = () => commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', file(name), range, kind, 50);
  return waitFor(async () => (await actions()).find((action) => title.test(action.title)), { description: `the fix ${title}` });
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
