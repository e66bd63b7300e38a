// The files of the workspace, for a server without a disk.
// Must not decide which of them matter.
import { type Disposable, FileSystemError, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FileBytes, listFilesRequest, readBytesRequest, readFileRequest } from '../server/lsp/protocol';

/** Not those in folders that hold no evidence: hidden ones, and packages. */
const ELSEWHERE = '**/{.*,node_modules}/**';

/** More files than any SMS has; a bound for a workspace that holds much else. */
const MOST = 50_000;

export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(readFileRequest, ({ uri }: { uri: string }) => read(Uri.parse(uri))),
    client.onRequest(readBytesRequest, ({ uri }: { uri: string }) => readBytes(Uri.parse(uri))),
    client.onRequest(listFilesRequest, async ({ folder }: { folder: string }) => {
      const uris = await workspace.findFiles(new RelativePattern(Uri.parse(folder), '**/*'), ELSEWHERE, MOST);
      return { uris: uris.map((uri) => uri.toString()) };
    }),
  ];
}

/** Bytes; more are not sent, since nobody would read them. */
const LARGEST = 20_000_000;
const CHUNK = 0x8000;

async function readBytes(uri: Uri): Promise<FileBytes> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > LARGEST) return { unreadable: `it is ${Math.round(size / 1_000_000)} MB large` };
    const bytes = await workspace.fs.readFile(uri);
    let text = '';
    for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
    return { base64: btoa(text) };
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'FileNotFound' ? {} : { unreadable: 'it could not be opened' };
  }
}

/** Without a text where there is no such file. */
async function read(uri: Uri): Promise<{ text?: string }> {
  try {
    return { text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    return {};
  }
}
