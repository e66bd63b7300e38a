// Entry where extensions run in a browser: the server is a worker, and has no disk but the editor's.
// Must not hold anything that the Node entry needs, too.
import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type SmsEvidence, start } from './extension';
import { serveFiles } from './files';

// The compiler's settings are those of Node, which has no such global.
declare const Worker: new (url: string) => { terminate(): void };

export function activate(context: ExtensionContext): Promise<SmsEvidence> {
  const url = Uri.joinPath(context.extensionUri, 'dist', 'web', 'worker.js').toString(true);
  let worker: InstanceType<typeof Worker> | undefined;
  const startWorker = async () => {
    worker?.terminate(); // that of before a restart
    worker = new Worker(url);
    // Not the worker itself: what the extension host hands out fails the library's `instanceof Worker`.
    return { reader: new BrowserMessageReader(worker as never), writer: new BrowserMessageWriter(worker as never) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return start(context, (id, name, options) => {
    const client = new LanguageClient(id, name, startWorker, options);
    context.subscriptions.push(...serveFiles(client));
    return client;
  });
}
