// The pages of the reference in the editor: files of a scheme of their own, to be read only, shown as the Markdown preview shows them.
// The code behind a finding leads to such a file. Must not know what pages say: the server does.
import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PageEntry, type PageText, pageRequest, pagesRequest } from '../server/lsp/protocol';

const SCHEME = 'sms-evidence';
const PREVIEW = 'vscode.markdown.preview.editor';

/** For the server: how a page is called here. A link from a finding can open a file of any scheme, and in no place a command. */
export const pagesHere = `${SCHEME}:/{page}.md`;

const uriOf = (page: string): Uri => Uri.parse(pagesHere.replace('{page}', page));

/** The command takes a page or any name of it, for a key binding of one's own: what is given is not asked. */
export function offerExplanations(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    workspace.registerFileSystemProvider(SCHEME, new PageFiles(client), { isReadonly: true, isCaseSensitive: true }),
    // A link opens the source, which nobody wants to read; links within the preview stay in it.
    window.onDidChangeActiveTextEditor((editor) =>
      editor?.document.uri.scheme === SCHEME ? commands.executeCommand('reopenActiveEditorWith', PREVIEW) : undefined,
    ),
    commands.registerCommand('smsEvidence.explain', async (given?: string) => {
      const page = given === undefined ? await pickPage(client) : (await pageOf(given, client))?.page;
      if (page !== undefined) await commands.executeCommand('vscode.openWith', uriOf(page), PREVIEW);
      else if (given !== undefined) await window.showInformationMessage(`SMS Evidence: nothing is called "${given}".`);
    }),
  );
}

const pageOf = (id: string, client: BaseLanguageClient) => client.sendRequest<PageText | null>(pageRequest, { id });

async function pickPage(client: BaseLanguageClient): Promise<string | undefined> {
  const entries = await client.sendRequest<PageEntry[]>(pagesRequest, {});
  const items: (QuickPickItem & { page?: string })[] = entries.flatMap(({ page, title, names, is, says }, index) => [
    ...(is === entries[index - 1]?.is ? [] : [{ label: is, kind: QuickPickItemKind.Separator }]),
    { label: title, description: names.join(', '), detail: says, page },
  ]);
  const placeHolder = 'Which demand, kind of document, finding or term?';
  return (await window.showQuickPick(items, { title: 'Explain', placeHolder, matchOnDescription: true, matchOnDetail: true }))?.page;
}

class PageFiles implements FileSystemProvider {
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  /** Pages change with the server only, and then everything starts anew. */
  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.#changed.event;

  constructor(readonly client: BaseLanguageClient) {}

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  async stat(uri: Uri) {
    const dates = { ctime: 0, mtime: 0 };
    if (!uri.path.endsWith('.md')) return { ...dates, type: FileType.Directory, size: 0 };
    const { length } = await this.readFile(uri);
    return { ...dates, type: FileType.File, size: length };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const page = await pageOf(uri.path.slice(1).replace(/\.md$/, ''), this.client);
    if (!page) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(page.markdown);
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }
}
