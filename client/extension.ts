// Starts the language client and each feature of the extension; what all of them need is made here, once.
// Must not compute anything: the server knows, the client shows.
import { commands, type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/protocol';
import { askAgain } from './ask-again';
import { followCoverage } from './coverage';
import { type CoverageView, showCoverageView } from './coverage-view';
import { offerExplanations, pagesHere } from './explain';
import { offerFillingIn } from './fill-in';
import { showLanguageStatus } from './language-status';
import { offerNewEvidence } from './new-evidence';
import { otherYaml, tellOtherYaml } from './other-yaml';
import { asWanted, showUses } from './reading';
import { showStatus } from './status';

/** What `activate` gives to others, the tests among them. */
export interface SmsEvidence {
  readonly coverage: CoverageView;
}

type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export async function start(context: ExtensionContext, makeClient: MakeClient): Promise<SmsEvidence> {
  const client = makeClient('smsEvidence', 'SMS Evidence', clientOptions(context));
  const coverage = followCoverage(client);
  const view = showCoverageView(coverage, context.workspaceState);
  context.subscriptions.push(
    coverage,
    view,
    showStatus(coverage),
    showLanguageStatus(coverage, selector()),
    showUses(),
    tellOtherYaml(client),
    offerNewEvidence(client, coverage),
    offerFillingIn(),
    offerExplanations(client),
    commands.registerCommand('smsEvidence.restartServer', async () => {
      await client.stop();
      await client.start();
    }),
    commands.registerCommand('smsEvidence.showLog', () => client.outputChannel.show()),
    client,
  );
  // The client itself says so where the server can't be started; the commands are there all the same.
  await client.start().catch(() => undefined);
  return { coverage: view };
}

/** Not every scheme: the older versions that Git shows beside a file are YAML, too, and no evidence. */
const selector = () =>
  [...new Set(['file', 'untitled', ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)])].map((scheme) => ({
    scheme,
    language: 'yaml',
  }));

function clientOptions(context: ExtensionContext): LanguageClientOptions {
  // Any file may be one that evidence refers to, but of most only their coming and going matters.
  const yaml = workspace.createFileSystemWatcher('**/*.{yaml,yml}', true, false, true);
  const all = workspace.createFileSystemWatcher('**/*', false, true, false);
  // What is signed has a fingerprint, what is exported has rows; and with each commit somebody else may have approved something.
  const signed = workspace.createFileSystemWatcher(
    '**/*.{pdf,doc,docx,odt,rtf,md,html,xls,xlsx,ods,pptx,odp,xml,eml,msg,p7m,p7s,asc,sig,jpg,jpeg,png,heic,tif,tiff,zip}',
    true,
    false,
    true,
  );
  const commits = workspace.createFileSystemWatcher('**/.git/logs/HEAD', false, false, true);
  const exported = workspace.createFileSystemWatcher('**/*.{csv,tsv,txt,json}', true, false, true);
  context.subscriptions.push(yaml, all, signed, exported, commits);
  return {
    documentSelector: selector(),
    middleware: { ...askAgain, ...asWanted },
    synchronize: { configurationSection: 'smsEvidence', fileEvents: [yaml, all, signed, exported, commits] },
    initializationOptions: (): InitializationOptions => ({
      otherYaml: otherYaml(),
      pages: pagesHere,
      pause: 1_000,
      fillsIn: true,
      trusted: workspace.isTrusted,
    }),
  };
}
