// That the editor explains and offers what belongs where one writes.
import assert from 'node:assert/strict';
import { type CompletionList, commands, type Hover, MarkdownString, Selection, workspace } from 'vscode';
import { closeAll, file, open, positionOf, smsEvidence } from './sample';
import { waitFor } from './wait-for';

const TYPED = 'typed.sla.yaml';

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

  after(() => workspace.fs.delete(file(TYPED)));

  for (const [key, wanted] of [
    ['priorities', /^priorities:.*\n {2}- id: <[^\n]+\n {4}means: </m],
    ['serviceReview', /^serviceReview: ?\n {2}interval: /m],
  ] as const) {
    it(`offers after Enter behind "${key}:" what belongs there, and writes it as it stands in the list`, async () => {
      await workspace.fs.writeFile(file(TYPED), new TextEncoder().encode('kind: sla\nid: typed\nstatus: draft\n'));
      const editor = await open(TYPED);
      const { document } = editor;
      const end = document.positionAt(document.getText().length);
      editor.selection = new Selection(end, end);
      await commands.executeCommand('type', { text: `${key}: ` });
      await commands.executeCommand('hideSuggestWidget');
      await commands.executeCommand('type', { text: '\n' });
      await waitFor(
        async () => {
          await commands.executeCommand('acceptSelectedSuggestion');
          return wanted.test(document.getText());
        },
        { description: 'the list to open by itself' },
      );
    });
  }
});

const labelOf = (label: string | { label: string }) => (typeof label === 'string' ? label : label.label);

const textOf = (hovers: readonly Hover[]) =>
  hovers
    .flatMap(({ contents }) => contents.map((content) => (content instanceof MarkdownString ? content.value : String(content))))
    .join('\n');
