// That the editor explains and offers what belongs where one writes, and that a new document starts from its template.
import assert from 'node:assert/strict';
import { type CompletionList, commands, type Hover, MarkdownString, window } from 'vscode';
import { closeAll, file, folder, open, positionOf, smsEvidence } from './sample';
import { waitFor } from './wait-for';

describe('VS Code: writing', () => {
  before(smsEvidence);
  afterEach(closeAll);

  it('explains a field and names the demand it proves', async () => {
    const { document } = await open('mail-hr.sla.yaml');
    const position = positionOf(document, '\ntargets:', 2);
    const hovers = () => commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const text = await waitFor(async () => textOf(await hovers()) || undefined, { description: 'a hover' });
    assert.match(text, /6\.1/);
    assert.match(text, /target/);
  });

  it('offers a field that is missing', async () => {
    const editor = await open('acme-hosting.contract.yaml');
    const end = editor.document.positionAt(editor.document.getText().length);
    const list = () => commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, end);
    await waitFor(async () => (await list()).items.some((item) => labelOf(item.label) === 'termination'), {
      description: 'termination among the completions',
    });
  });

  it('opens a new document from its template, at the first question', async () => {
    await commands.executeCommand('smsEvidence.newEvidence', folder(), { kind: 'contract', id: 'telco-lines' });
    const editor = await waitFor(() => window.activeTextEditor, { description: 'the new document' });
    assert.equal(editor.document.uri.toString(), file('telco-lines.contract.yaml').toString());
    assert.match(editor.document.getText(), /^kind: contract\nid: telco-lines\n/m);
    assert.equal(editor.selection.isEmpty, false);
    assert.match(editor.document.getText(editor.selection), /^<.+\?>$/);
  });
});

const labelOf = (label: string | { label: string }) => (typeof label === 'string' ? label : label.label);

const textOf = (hovers: readonly Hover[]) =>
  hovers
    .flatMap(({ contents }) => contents.map((content) => (content instanceof MarkdownString ? content.value : String(content))))
    .join('\n');
