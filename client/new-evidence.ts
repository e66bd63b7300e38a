// The command "New Evidence…": asks what to record, about what, by which id and where, and opens a new file with the template, to be
// filled in by tab stops. Until the last question is answered nothing is written. Must not know kinds or templates: the server does.
import { commands, type Disposable, SnippetString, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  kindsRequest,
  type TemplateEntry,
  type TemplateRequest,
  type TemplateText,
  type ToAsk,
  templateRequest,
  toAskRequest,
} from '../server/lsp/protocol';
import type { Coverage } from './coverage';
import { folderAround } from './folder-around';
import { askId, askPlace, checkingIds, isThere, pickAbout, pickKind } from './new-evidence-questions';

/** For a key binding of one's own: what is given is not asked. */
interface Given {
  readonly kind?: string;
  readonly id?: string;
  /** Ids by sort: `{ customer: "hr" }`. */
  readonly about?: Readonly<Record<string, string>>;
  /** A path below the folder; `true`: by convention. */
  readonly file?: string | true;
}

/** The command takes the folder that was clicked: the file will lie there. */
export function offerNewEvidence(client: BaseLanguageClient, coverage: Coverage): Disposable {
  return commands.registerCommand('smsEvidence.newEvidence', async (clicked?: Uri, given: Given = {}) => {
    const isFolder = clicked instanceof Uri;
    const folder = isFolder ? clicked : folderFor(coverage);
    const where = folder && { folder: folder.toString() };
    const entries = await client.sendRequest<TemplateEntry[]>(kindsRequest, { ...where });
    const kind = given.kind === undefined ? (await pickKind(entries))?.kind : entries.find((entry) => entry.kind === given.kind)?.kind;
    if (kind === undefined) return;
    const document = await ask({ kind, ...where }, given, client, folder);
    if (!document) return;
    const template = await client.sendRequest<TemplateText>(templateRequest, document);
    const usual = isFolder || template.uri === undefined ? folder && Uri.joinPath(folder, template.fileName) : Uri.parse(template.uri);
    const file = usual && (await placeOf(usual, given, folder));
    if (file || !usual) await open(template, file);
  });
}

/** What the document is about, and its id. */
async function ask(
  first: TemplateRequest,
  given: Given,
  client: BaseLanguageClient,
  folder: Uri | undefined,
): Promise<TemplateRequest | undefined> {
  const check = checkingIds(client, folder);
  const { title, abouts } = await client.sendRequest<ToAsk>(toAskRequest, first);
  const about: Record<string, string> = {};
  for (const asked of abouts) {
    const usual = given.about?.[asked.sort];
    const id = usual ?? (asked.known.length > 0 && given.id === undefined ? await pickAbout(asked, title, check) : '');
    if (id === undefined) return undefined;
    if (id !== '') about[asked.sort] = id;
  }
  const request = { ...first, about };
  const { id: question, likely } = await client.sendRequest<ToAsk>(toAskRequest, request);
  if (question === undefined) return { ...request, id: '' };
  const id = given.id ?? (await askId(`New Evidence: ${title}`, question, likely, (typed) => check(typed, first.kind)));
  return id === undefined ? undefined : { ...request, id };
}

function placeOf(
  usual: Uri,
  { id, file = id === undefined ? undefined : true }: Given,
  folder: Uri | undefined,
): Thenable<Uri | undefined> {
  if (file === undefined) return askPlace('New Evidence: where', usual);
  return Promise.resolve(file === true || !folder ? usual : Uri.joinPath(folder, file));
}

/** The folder of the file one is in, where that is part of an SMS or the workspace; else the SMS; else the first folder of the workspace. */
function folderFor(coverage: Coverage): Uri | undefined {
  const active = window.activeTextEditor?.document.uri;
  if (active && workspace.getWorkspaceFolder(active)) return Uri.joinPath(active, '..');
  const sms = folderAround(coverage.current(), active);
  return sms ? Uri.parse(sms.uri) : workspace.workspaceFolders?.[0]?.uri;
}

/** As a new file, so that the rest of the SMS sees it at once; as an unsaved text where no folder is open. */
async function open(template: TemplateText, file: Uri | undefined): Promise<void> {
  if (file) {
    const name = workspace.asRelativePath(file);
    if (await isThere(file)) return void window.showErrorMessage(`There is already a file ${name}. Nothing was written.`);
    const edit = new WorkspaceEdit();
    edit.createFile(file, { overwrite: false });
    if (!(await workspace.applyEdit(edit))) return void window.showErrorMessage(`${name} could not be created.`);
  }
  const document = file ? await workspace.openTextDocument(file) : await workspace.openTextDocument({ language: 'yaml' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(template.snippet));
}
