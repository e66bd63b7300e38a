// An editor as far as a benchmark needs one: starts a language server, opens and edits documents, and waits for what it finds.
// Must not know which server it is, nor what a document says.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const PATIENCE = 120_000;

/**
 * Starts a server on a folder. `settings`: what it gets when it asks for a section. Gives functions; times are in ms from sending to the answer
 * being parsed. All reject after two minutes without an answer.
 */
export async function startServer({ command, args, folder, settings = {} }) {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], cwd: folder });
  let log = '';
  child.stderr.on('data', (data) => {
    log = (log + data).slice(-4000);
  });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  /** Uri to who waits for its findings. */
  const waiting = new Map();
  const published = new Map();
  const gone = new Promise((resolve) => {
    child.on('exit', resolve);
  });
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    const at = performance.now();
    published.set(params.uri, params.diagnostics);
    waiting.get(params.uri)?.(params, at);
  });
  connection.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) => settings[section] ?? null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();

  /** Findings of exactly that version of a document that will do; a server that names no version is asked about one at a time. */
  const findings = (uri, version, willDo = () => true) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no findings after ${PATIENCE / 1000} s\n${log}`)), PATIENCE);
      waiting.set(uri, (params, at) => {
        if ((params.version !== undefined && params.version !== version) || !willDo(params.diagnostics)) return;
        clearTimeout(timer);
        waiting.delete(uri);
        resolve({ at, diagnostics: params.diagnostics });
      });
    });

  const rootUri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'bench' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: {
        synchronization: {},
        completion: {
          contextSupport: true,
          completionItem: { snippetSupport: true, insertReplaceSupport: false, labelDetailsSupport: true },
        },
        hover: { contentFormat: ['markdown'] },
        publishDiagnostics: { relatedInformation: true, versionSupport: true },
      },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings });

  const sendOpen = (uri, text) =>
    connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });

  return {
    started,
    /** Without waiting. */
    sendOpen,
    /** Opens a document; gives ms from the start of the process to the first of its findings that will do. */
    async open(uri, text, willDo) {
      const answer = findings(uri, 1, willDo);
      await sendOpen(uri, text);
      return (await answer).at - started;
    },
    /** Replaces a stretch of a line, as version `version`; { ms, diagnostics }. */
    async edit(uri, version, range, text) {
      const answer = findings(uri, version);
      const sent = performance.now();
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
      const { at, diagnostics } = await answer;
      return { ms: at - sent, diagnostics };
    },
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    request: (method, params) => connection.sendRequest(method, params),
    /** The last findings of each document. */
    published,
    /** { now, peak } in MB, of the process; undefined where the system doesn't tell. */
    memory: () => memoryOf(child.pid),
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const timer = setTimeout(() => child.kill(), 2_000);
      await gone;
      clearTimeout(timer);
      connection.dispose();
    },
  };
}

function memoryOf(pid) {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return undefined;
  const status = readFileSync(file, 'utf8');
  const megabytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
