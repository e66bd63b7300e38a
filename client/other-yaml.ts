// What Red Hat's YAML extension already does here, so that nothing of ours appears twice beside it.
// Must not change anybody's settings.
import { Disposable, extensions, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type OtherYaml, otherYamlChanged } from '../server/lsp/protocol';

/** Each is true only where that extension is there and does it; rather a duplicate than silence. */
export function otherYaml(): OtherYaml {
  const there = extensions.getExtension('redhat.vscode-yaml') !== undefined;
  const settings = workspace.getConfiguration('yaml');
  const does = (setting: string) => there && settings.get(setting) === true;
  return { syntax: does('validate'), outline: there, folding: there, format: does('format.enable') };
}

/** Tells the server whenever that changes. */
export function tellOtherYaml(client: BaseLanguageClient): Disposable {
  let told = JSON.stringify(otherYaml());
  const tell = async () => {
    const now = otherYaml();
    if (JSON.stringify(now) === told || !client.isRunning()) return;
    told = JSON.stringify(now);
    await client.sendNotification(otherYamlChanged, now);
  };
  return Disposable.from(
    extensions.onDidChange(tell),
    workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration('yaml') ? tell() : undefined)),
  );
}
