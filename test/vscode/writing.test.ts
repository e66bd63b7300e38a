// That the editor explains and offers what belongs where one writes.
import assert from 'node:assert/strict';
import { type CompletionList, commands, type Hover, MarkdownString } from 'vscode';
import { closeAll, open, positionOf, smsEvidence } from './sample';
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
});

const labelOf = (label: string | { label: string }) => (typeof label === 'string' ? label : label.label);

const textOf = (hovers: readonly Hover[]) =>
  hovers
    .flatMap(({ contents }) => contents.map((content) => (content instanceof MarkdownString ? content.value : String(content))))
    .join('\n');
