// The language server in a browser's worker: files are asked of the editor.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { EditorHost } from './host/editor';
import { type FileBytes, listFilesRequest, readBytesRequest, readFileRequest } from './lsp/protocol';
import { serve } from './lsp/server';
import { machineClock } from './workspace/clock';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  clock: machineClock,
  host: (connection) =>
    new EditorHost({
      list: async (folder) => (await connection.sendRequest<{ uris: string[] }>(listFilesRequest, { folder })).uris,
      readBytes: (uri) => connection.sendRequest<FileBytes>(readBytesRequest, { uri }),
      read: async (uri) => (await connection.sendRequest<{ text?: string }>(readFileRequest, { uri })).text,
    }),
});
