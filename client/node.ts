// Entry where extensions run in Node: the server is a process of its own.
// Must not hold anything that the browser entry needs, too.
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type SmsEvidence, start } from './extension';

export function activate(context: ExtensionContext): Promise<SmsEvidence> {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return start(context, (id, name, options) => new LanguageClient(id, name, { run, debug }, options));
}
