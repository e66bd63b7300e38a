// The files of the workspace, for a server without a disk.
// Must not decide which of them matter.
import { type Disposable, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { listFilesRequest, readFileRequest } from '../server/lsp/protocol';

/** Not those in folders that hold no evidence: hidden ones, and packages. */
const ELSEWHERE = '**/{.*,node_modules}/**';

/** More files than any SMS has; a bound for a workspace that holds much else. */
const MOST = 50_000;

export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(readFileRequest, ({ uri }: { uri: string }) => read(Uri.parse(uri))),
    client.onRequest(listFilesRequest, async ({ folder }: { folder: string }) => {
      const uris = await workspace.findFiles(new RelativePattern(Uri.parse(folder), '**/*'), ELSEWHERE, MOST);
      return { uris: uris.map((uri) => uri.toString()) };
    }),
  ];
}

/** Without a text where there is no such file. */
async function read(uri: Uri): Promise<{ text?: string }> {
  try {
    return { text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    return {};
  }
}
