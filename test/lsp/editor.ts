// An editor for tests: a real client connection to our server, both in this process, over two streams.
// Must not know what the server finds.
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  FileChangeType,
  type FileEvent,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Host } from '../../server/host/host';
import { coverageChanged, coverageRequest, type InitializationOptions } from '../../server/lsp/protocol';
import { serve } from '../../server/lsp/server';
import type { Ticks } from '../../server/workspace/patience';

export interface Setting {
  readonly host: Host;
  readonly folders: readonly string[];
  readonly today?: string;
  readonly capabilities?: ClientCapabilities;
  readonly options?: InitializationOptions;
  readonly ticks?: Ticks;
}

const PATIENCE = 10_000;

export class Editor {
  /** Everything that was sent, in that order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: string[] = [];
  readonly log: string[] = [];
  coverageChanges = 0;
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Set<() => void>();

  private constructor(
    readonly connection: ProtocolConnection,
    readonly answer: InitializeResult,
  ) {}

  static async of({ host, folders, today = '2026-06-15', capabilities = {}, options, ticks }: Setting): Promise<Editor> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
      host: () => host,
      clock: () => today,
      ...(ticks && { ticks }),
    });
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    connection.listen();
    const answer = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      ...(options && { initializationOptions: options }),
    });
    const editor = new Editor(connection, answer);
    editor.#listen();
    await connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  #listen(): void {
    const tell = (note: () => void) => {
      note();
      for (const look of this.#waiting) look();
    };
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => tell(() => this.published.push(params)));
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => tell(() => this.messages.push(message)));
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => tell(() => this.log.push(message)));
    this.connection.onNotification(coverageChanged, () => tell(() => this.coverageChanges++));
  }

  async close(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    this.connection.dispose();
  }

  /** Waits until `look` gives something; fails with what was sent when it never does. */
  until<T>(what: string, look: () => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(again);
        settle();
      };
      const again = () => {
        const found = look();
        if (found !== undefined && found !== false) done(() => resolve(found));
      };
      const timer = setTimeout(
        () => done(() => reject(new assert.AssertionError({ message: `never: ${what}\n${this.#seen()}` }))),
        PATIENCE,
      );
      this.#waiting.add(again);
      again();
    });
  }

  #seen(): string {
    return this.published
      .map(({ uri, version, diagnostics }) => `${uri} ${version ?? '-'} ${diagnostics.map((d) => d.code).join(' ')}`)
      .join('\n');
  }

  /** Waits until all that was said so far is judged, and what came of it is here. */
  async settled(): Promise<void> {
    // An answer comes after all that was sent before it; being told of no file, the server then judges and publishes once more.
    await this.connection.sendRequest(coverageRequest, {});
    const before = this.coverageChanges;
    await this.saved();
    await this.until('judged', () => this.coverageChanges > before);
  }

  /** What is shown of a file now. */
  shown(uri: string): PublishDiagnosticsParams['diagnostics'] {
    return this.published.findLast((p) => p.uri === uri)?.diagnostics ?? [];
  }

  codes(uri: string): (string | number | undefined)[] {
    return this.shown(uri).map((d) => d.code);
  }

  async open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
  }

  /** The whole text anew, as the next version. Gives its number. */
  async change(uri: string, text: string): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    return version;
  }

  async shut(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The files were written, or went, on the disk. */
  async saved(...uris: readonly string[]): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: uris.map((uri): FileEvent => ({ uri, type: FileChangeType.Changed })),
    });
  }
}
