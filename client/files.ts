// The files of the workspace, for a server without a disk.
// Must not decide which of them matter.
import { type Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { listFilesRequest, readFileRequest } from '../server/lsp/protocol';

/** More files than any SMS has; a bound for a workspace that holds much else. */
const MOST = 50_000;

export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(readFileRequest, async ({ uri }: { uri: string }) => ({
      text: new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri))),
    })),
    client.onRequest(listFilesRequest, async () => {
      const uris = await workspace.findFiles('**/*', '**/{node_modules,.git}/**', MOST);
      return { uris: uris.map((uri) => uri.toString()) };
    }),
  ];
}
