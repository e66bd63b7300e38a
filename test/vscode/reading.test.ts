// That the editor leads from id to id, renames over files, and shows lenses and annotations as far as the settings want it.
import assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  extensions,
  type InlayHint,
  type Location,
  Range,
  Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { closeAll, findings, open, positionOf, smsEvidence } from './sample';
import { waitFor } from './wait-for';

describe('VS Code: reading', () => {
  before(smsEvidence);
  afterEach(closeAll);

  it('leads from an id to where it is written', async () => {
    const { document } = await open('acme-hosting.contract.yaml');
    const at = positionOf(document, '[mail-hosting]', 3);
    const found = await waitFor(
      async () => {
        const places = await commands.executeCommand<Location[]>('vscode.executeDefinitionProvider', document.uri, at);
        return places.length > 0 ? places : undefined;
      },
      { description: 'a definition' },
    );
    assert.match(found[0]?.uri.path ?? '', /service-catalogue\.yaml$/);
  });

  it('renames an id in every file that uses it', async () => {
    const { document } = await open('acme-hosting.contract.yaml');
    const at = positionOf(document, '[mail-hosting]', 3);
    const edit = await commands.executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, 'mailboxes');
    const files = edit.entries().map(([uri]) => uri.path.split('/').at(-1));
    assert.ok(files.length > 1, files.join());
    assert.ok(files.includes('acme-hosting.contract.yaml'));
    const before = new Map<string, string>();
    for (const [uri] of edit.entries()) before.set(uri.toString(), (await workspace.openTextDocument(uri)).getText());
    assert.equal(await workspace.applyEdit(edit), true);
    const now = async (uri: string) => (await workspace.openTextDocument(Uri.parse(uri))).getText();
    for (const [uri, text] of before) assert.equal(await now(uri), text.replaceAll(/\bmail-hosting\b(?!-)/g, 'mailboxes'), uri);
    await waitFor(() => findings('acme-hosting.contract.yaml', 'unknown-reference').length === 0, { description: 'nothing dangling' });
    const back = await commands.executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, 'mail-hosting');
    assert.equal(await workspace.applyEdit(back), true);
    for (const [uri, text] of before) assert.equal(await now(uri), text, uri);
    await workspace.saveAll();
  });

  it('says why an id is not renamed', async () => {
    const { document } = await open('acme-hosting.contract.yaml');
    const at = positionOf(document, '[mail-hosting]', 3);
    const refused = commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, at, 'mail hosting');
    await assert.rejects(Promise.resolve(refused), /can't be an id/);
  });

  it('shows lenses and annotations, and none where the settings say no', async () => {
    const { document } = await open('mail-hr.sla.yaml');
    const all = new Range(0, 0, document.lineCount, 0);
    const lenses = () => commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
    const hints = () => commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
    await waitFor(async () => (await lenses()).some((l) => /demands on it written/.test(l.command?.title ?? '')), {
      description: 'a lens',
    });
    await waitFor(async () => (await hints()).some((h) => /down at most/.test(String(h.label))), { description: 'an annotation' });
    const settings = workspace.getConfiguration('smsEvidence', document.uri);
    try {
      for (const name of ['lenses', 'annotations']) await settings.update(name, false, true);
      await waitFor(async () => (await lenses()).length === 0 && (await hints()).length === 0, { description: 'none of them' });
    } finally {
      for (const name of ['lenses', 'annotations']) await settings.update(name, undefined, true);
    }
  });

  it('has a walkthrough whose steps exist, and fewer than fifteen settings', async () => {
    const { packageJSON, extensionUri } = extensions.all.find((e) => e.packageJSON.name === 'sms-evidence') ?? assert.fail();
    const [{ steps }] = packageJSON.contributes.walkthroughs as [
      { steps: readonly { description: string; media: { markdown: string } }[] },
    ];
    const known = await commands.getCommands(true);
    for (const { description, media } of steps) {
      await workspace.fs.stat(Uri.joinPath(extensionUri, media.markdown));
      for (const [, command = ''] of description.matchAll(/\(command:([\w.]+)\)/g)) assert.ok(known.includes(command), command);
    }
    assert.ok(Object.keys(packageJSON.contributes.configuration.properties).length < 15);
    await commands.executeCommand('workbench.action.openWalkthrough', `${packageJSON.publisher}.sms-evidence#firstSla`);
    await waitFor(() => window.tabGroups.activeTabGroup.activeTab?.label === 'Welcome', { description: 'the walkthrough' });
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
