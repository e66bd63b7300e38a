// The language server on any connection: takes texts in, sends findings out, hands questions to the features.
// Must not judge anything itself, nor know where files come from.
import {
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../host/host';
import { loadKnowledge } from '../knowledge/knowledge';
import { type Pages, pages } from '../reports/pages';
import { rules } from '../rules/gathered';
import { machineTicks, type Ticks } from '../workspace/patience';
import { Settling } from '../workspace/settling';
import { canonical } from '../workspace/uri';
import { type Clock, Workspace } from '../workspace/workspace';
import { abilitiesOf, answerActions, type EditAbilities, FIX_ALL } from './actions';
import { answerCompletion, answerResolve } from './answers';
import { codesOf, type OfCode } from './codes';
import { toFolderCoverage, unanswerable } from './coverage';
import { SOURCE } from './diagnostics';
import { CAPABILITIES, findOnesWay } from './finding-ones-way';
import { answerHovers } from './hovers';
import { followMoves, MOVES } from './moving';
import { beginDocuments } from './new-evidence';
import { opens, SHOW } from './opening';
import {
  type CoverageQuestion,
  type CoverageTree,
  coverageChanged,
  coverageRequest,
  type InitializationOptions,
  type OtherYaml,
  otherYamlChanged,
} from './protocol';
import { Publishing } from './publishing';
import { explain, hrefsBy } from './reference';

/** Where a server gets its files, and how it knows the day. */
export interface Surroundings {
  host(connection: Connection): Host;
  readonly clock: Clock;
  /** Time as it passes; the machine's, where nothing else is said. */
  readonly ticks?: Ticks;
}

const HOUR = 3_600_000;
/** Coverage is asked for whole, so edits that follow one another closely are told as one. Milliseconds. */
const COVERAGE_AFTER = 300;

/** Answers on the connection until it is closed. The connection is not yet listening. */
export function serve(connection: Connection, surroundings: Surroundings): void {
  const knowledge = loadKnowledge();
  const known = new Map<string, string>();
  const asKnown = (uri: string) => known.get(uri) ?? uri;
  const failures = new Set<string>();
  const workspace = new Workspace(surroundings.host(connection), knowledge, rules, surroundings.clock, ({ rule, error }) => {
    connection.console.error(`The check ${rule} failed: ${error}`);
    if (!failures.has(rule)) {
      const message = `SMS Evidence: the check ${rule} failed and says nothing; the others go on. The log has the details.`;
      // Told, not asked: nobody has to answer.
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }
    failures.add(rule);
  });
  const documents = new TextDocuments(TextDocument);
  let folders: readonly string[] = [];
  let abilities: EditAbilities = abilitiesOf({});
  let followFolders = false;
  let tellCoverage: ReturnType<typeof setTimeout> | undefined;
  let ofCode = (_code: string): OfCode => ({});
  let written: Pages | undefined;
  const reference = (): Pages => {
    written ??= pages(knowledge, rules);
    return written;
  };

  const publishing = new Publishing(connection, { workspace, documents, asKnown, ofCode: (code) => ofCode(code) });
  const publish = () => {
    publishing.publish();
    clearTimeout(tellCoverage);
    tellCoverage = setTimeout(() => {
      void connection.sendNotification(coverageChanged);
      lookUp();
    }, COVERAGE_AFTER);
  };
  /** Files and commits are looked at apart from what the author types, and one time after the other. */
  const lookUpInTurn = () =>
    inTurn(async () => {
      if (await workspace.lookUp()) settling.start();
    }, false);
  const lookUp = () => void lookUpInTurn();
  const settling = new Settling(workspace, publish);

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    folders = (params.workspaceFolders ?? []).map((f) => f.uri);
    followFolders = params.capabilities.workspace?.workspaceFolders === true;
    const options: InitializationOptions | undefined = params.initializationOptions;
    publishing.otherYaml = options?.otherYaml;
    workspace.mayAskGit = options?.trusted !== false;
    const { codeDescriptionSupport: links, tagSupport } = params.capabilities.textDocument?.publishDiagnostics ?? {};
    const hrefOf = links && options?.pages !== undefined ? hrefsBy(options.pages, reference()) : () => undefined;
    ofCode = codesOf(hrefOf, tagSupport?.valueSet ?? [], knowledge, rules);
    abilities = abilitiesOf(params.capabilities, options?.fillsIn);
    publishing.waitFor(options?.pause ?? 0, surroundings.ticks ?? machineTicks, () => start());
    return {
      serverInfo: { name: SOURCE },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...CAPABILITIES,
        hoverProvider: true,
        completionProvider: { resolveProvider: true, triggerCharacters: [':', ' ', '-', '"', "'", '\n'] },
        executeCommandProvider: { commands: [SHOW] },
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', FIX_ALL] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations: MOVES },
      },
    };
  });

  let turn: Promise<void> = Promise.resolve();
  /** Files are read in turn, so that what was written last is what counts. What can't be read is logged, and all else goes on. */
  const inTurn = (read: () => Promise<void>, judges = true): Promise<void> => {
    turn = turn
      .then(read)
      .catch((error: unknown) =>
        connection.console.error(`Files could not be read: ${error instanceof Error ? error.stack : String(error)}`),
      )
      .then(() => (judges ? settling.start() : undefined));
    return turn;
  };
  const open = (added: readonly string[], removed: readonly string[]) =>
    inTurn(() => {
      folders = [...folders.filter((f) => !removed.includes(f)), ...added];
      for (const folder of folders) known.set(canonical(folder).replace(/\/$/, ''), folder.replace(/\/$/, ''));
      return workspace.open(folders);
    });
  const ready = new Promise<void>((resolve) => {
    connection.onInitialized(async () => {
      if (followFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
          open(
            added.map((f) => f.uri),
            removed.map((f) => f.uri),
          ),
        );
      }
      await open([], []);
      resolve();
    });
  });
  /** An answer once the folders are read: it looks at texts and things, not at findings. */
  const read = async <T>(answer: () => T): Promise<T> => {
    await ready;
    return answer();
  };
  /** An answer once all is judged, too. */
  const settled = async <T>(answer: () => T): Promise<T> => {
    await ready;
    workspace.settleAll();
    return answer();
  };

  // Before the folders are read most of what an open document refers to isn't known: nothing is said until then.
  const start = () => void ready.then(() => settling.start());
  documents.onDidChangeContent(({ document }) => {
    const key = canonical(document.uri);
    known.set(key, document.uri);
    const before = workspace.textOf(key);
    publishing.again(key);
    workspace.setOpen(document.uri, document.getText());
    // What is opened was not typed just now.
    if (before !== undefined && document.version > 1) publishing.patience.changed(key, before, document.getText());
    start();
    if (workspace.lacksExports) void ready.then(() => inTurn(() => workspace.readExports()));
  });
  documents.onDidClose(({ document }) => {
    const key = canonical(document.uri);
    publishing.patience.left(key);
    publishing.again(key);
    workspace.setOpen(document.uri, undefined);
    start();
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    await ready;
    await inTurn(() => workspace.changedOnDisk(changes.map((c) => c.uri)));
  });
  connection.onNotification(otherYamlChanged, (now: OtherYaml) => {
    publishing.otherYaml = now;
    workspace.markAllChanged();
    start();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    const openOnly = settings?.smsEvidence?.openFilesOnly === true;
    if (openOnly === publishing.openOnly) return;
    publishing.openOnly = openOnly;
    workspace.markAllChanged();
    start();
  });
  const day = setInterval(() => {
    workspace.tick();
    start();
  }, HOUR);
  connection.onShutdown(() => {
    clearInterval(day);
    publishing.patience.close();
    clearTimeout(tellCoverage);
  });

  const questions = { workspace, documents, ofCode: (code: string) => ofCode(code), asKnown };
  findOnesWay(connection, questions, read, () => publishing.otherYaml?.outline === true);
  followMoves(connection, questions, read);
  answerHovers(connection, questions, read, lookUpInTurn);
  connection.onCompletion((params) => read(() => answerCompletion(params, questions)));
  connection.onCompletionResolve((item) => answerResolve(item, questions));
  connection.onCodeAction((params) => settled(() => answerActions(params, questions, abilities)));
  opens(connection);
  beginDocuments(connection, workspace, read, asKnown);
  connection.onRequest(coverageRequest, (question: CoverageQuestion) => {
    const why = unanswerable(
      question,
      workspace.smss.map(({ engine }) => engine.today),
    );
    if (why !== undefined) return new ResponseError(ErrorCodes.InvalidParams, why);
    return settled((): CoverageTree => ({ folders: workspace.smss.map((sms) => toFolderCoverage(sms, asKnown, question)) })).finally(
      lookUp,
    );
  });
  explain(connection, reference);

  documents.listen(connection);
  connection.listen();
}
