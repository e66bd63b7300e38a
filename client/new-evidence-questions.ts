// What "New Evidence…" asks, one question after the other; each gives undefined where its author has had enough.
// Must not know kinds, ids or templates: the server does.
import { InputBoxValidationSeverity, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type About, type CheckedId, type CheckIdRequest, checkIdRequest, type TemplateEntry } from '../server/lsp/protocol';

export async function pickKind(entries: readonly TemplateEntry[]): Promise<TemplateEntry | undefined> {
  const items: (QuickPickItem & { entry?: TemplateEntry })[] = entries.flatMap((entry, index) => [
    ...(entry.process === entries[index - 1]?.process ? [] : [{ label: entry.process, kind: QuickPickItemKind.Separator }]),
    { label: entry.title, description: [entry.kind, ...entry.also].join(', '), detail: entry.says, entry },
  ]);
  const picked = await window.showQuickPick(items, {
    title: 'New Evidence',
    placeHolder: 'What do you want to record?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.entry;
}

/** An id of a thing that there is, of another one, or "" where it is to stay open. */
export async function pickAbout({ sort, question, known }: About, title: string, check: CheckId): Promise<string | undefined> {
  const one = sort.replaceAll('-', ' ');
  const others: (QuickPickItem & { id?: string })[] = [
    { label: '', kind: QuickPickItemKind.Separator },
    { label: `Another ${one}…`, description: 'by its id', alwaysShow: true },
    { label: 'Leave it open', description: 'it stays a question', id: '', alwaysShow: true },
  ];
  const items = [...known.map(({ id, name }) => ({ label: name, description: name === id ? '' : id, id })), ...others];
  const picked = await window.showQuickPick(items, { title: `New Evidence: ${title}`, placeHolder: question, matchOnDescription: true });
  if (!picked || picked.id !== undefined) return picked?.id;
  return askId(`New Evidence: ${title}`, `The id of the ${one}, as its register has it or will have it.`, '', (typed) => check(typed));
}

export type CheckId = (typed: string, sort?: string) => Promise<CheckedId>;

/** What the server makes of something that was typed as an id. */
export const checkingIds =
  (client: BaseLanguageClient, folder: Uri | undefined): CheckId =>
  (typed, sort) => {
    const request: CheckIdRequest = { typed, ...(sort !== undefined && { sort }), ...(folder && { folder: folder.toString() }) };
    return client.sendRequest<CheckedId>(checkIdRequest, request);
  };

/** The id as it will be written. */
export async function askId(
  title: string,
  prompt: string,
  value: string,
  check: (typed: string) => Promise<CheckedId>,
): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title,
    prompt,
    value,
    validateInput: async (text) => {
      const { changed, wrong } = await check(text);
      if (wrong !== undefined) return wrong;
      return changed === undefined ? undefined : { message: changed, severity: InputBoxValidationSeverity.Info };
    },
  });
  return typed === undefined ? undefined : (await check(typed)).id;
}

/** Where a new file is to lie, `usual` unless something else is typed; never where one lies already. */
export async function askPlace(title: string, usual: Uri): Promise<Uri | undefined> {
  const root = workspace.getWorkspaceFolder(usual)?.uri ?? Uri.joinPath(usual, '..');
  const value = usual.path.slice(root.path.length).replace(/^\//, '');
  const fileAt = (typed: string) => Uri.joinPath(root, typed.trim());
  const typed = await window.showInputBox({
    title,
    prompt: 'The file to write, seen from the folder that is open.',
    value,
    // What is likeliest to be another: the id.
    valueSelection: [value.lastIndexOf('/') + 1, value.indexOf('.', value.lastIndexOf('/'))],
    validateInput: async (text) => {
      if (!/\.ya?ml$/i.test(text.trim())) return 'The name has to end in .yaml to be read as evidence.';
      const file = fileAt(text);
      if (!file.path.startsWith(`${root.path.replace(/\/$/, '')}/`)) return 'That lies outside the folder that is open.';
      return (await isThere(file)) ? 'There is already a file of that name.' : undefined;
    },
  });
  return typed === undefined ? undefined : fileAt(typed);
}

export const isThere = (file: Uri): Thenable<boolean> =>
  workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
