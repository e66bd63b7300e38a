// The command "New Evidence…": asks for a kind and an id, and opens a new file with the kind's template, to be filled in by tab stops.
// Must not know kinds or templates: the server does.
import {
  commands,
  type Disposable,
  type QuickPickItem,
  QuickPickItemKind,
  SnippetString,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { kindsRequest, type TemplateEntry, type TemplateRequest, type TemplateText, templateRequest } from '../server/lsp/protocol';
import type { Coverage } from './coverage';
import { folderAround } from './folder-around';

/** The command takes the folder that was clicked, and for a key binding of one's own `{ kind, id }`: what is given is not asked. */
export function offerNewEvidence(client: BaseLanguageClient, coverage: Coverage): Disposable {
  return commands.registerCommand('smsEvidence.newEvidence', async (clicked?: Uri, given?: { kind?: string; id?: string }) => {
    const folder = clicked instanceof Uri ? clicked : folderFor(coverage);
    const entries = await client.sendRequest<TemplateEntry[]>(kindsRequest, {});
    const entry = entries.find(({ kind }) => kind === given?.kind) ?? (await pickKind(entries));
    if (!entry) return;
    const id = given?.id ?? (entry.fileName.includes('<id>') ? await askId(entry, folder) : '');
    if (id === undefined) return;
    const request: TemplateRequest = { kind: entry.kind, ...(id && { id }), ...(folder && { folder: folder.toString() }) };
    const template = await client.sendRequest<TemplateText>(templateRequest, request);
    await open(template, folder && Uri.joinPath(folder, template.fileName));
  });
}

/** The folder of the file one is in, where that is part of an SMS or the workspace; else the SMS; else the first folder of the workspace. */
function folderFor(coverage: Coverage): Uri | undefined {
  const active = window.activeTextEditor?.document.uri;
  if (active && workspace.getWorkspaceFolder(active)) return Uri.joinPath(active, '..');
  const sms = folderAround(coverage.current(), active);
  return sms ? Uri.parse(sms.uri) : workspace.workspaceFolders?.[0]?.uri;
}

async function pickKind(entries: readonly TemplateEntry[]): Promise<TemplateEntry | undefined> {
  const items: (QuickPickItem & { entry?: TemplateEntry })[] = entries.flatMap((entry, index) => [
    ...(entry.process === entries[index - 1]?.process ? [] : [{ label: entry.process, kind: QuickPickItemKind.Separator }]),
    { label: entry.title, description: entry.kind, detail: entry.says, entry },
  ]);
  const picked = await window.showQuickPick(items, {
    title: 'New Evidence',
    placeHolder: 'What do you want to write?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.entry;
}

function askId(entry: TemplateEntry, folder: Uri | undefined): Thenable<string | undefined> {
  const fileName = (id: string) => entry.fileName.replace('<id>', id);
  return window.showInputBox({
    title: `New Evidence: ${entry.title}`,
    prompt: `Its id, by which other documents refer to it. The file will be ${fileName('‹id›')}.`,
    validateInput: async (id) => {
      if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(id)) return 'An id is letters, digits and hyphens.';
      return folder && (await exists(Uri.joinPath(folder, fileName(id)))) ? `${fileName(id)} is already there.` : undefined;
    },
  });
}

const exists = (file: Uri) =>
  workspace.fs.stat(file).then(
    () => true,
    () => false,
  );

/** As a new file, so that the rest of the SMS sees it at once; as an unsaved text where no folder is open. */
async function open(template: TemplateText, file: Uri | undefined): Promise<void> {
  if (file) {
    const edit = new WorkspaceEdit();
    edit.createFile(file, { overwrite: false });
    if (!(await workspace.applyEdit(edit))) {
      await window.showErrorMessage(`${workspace.asRelativePath(file)} could not be created.`);
      return;
    }
  }
  const document = file ? await workspace.openTextDocument(file) : await workspace.openTextDocument({ language: 'yaml' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(template.snippet));
}
