// What is told of each file, and when: only what changed, nothing twice beside another YAML server, and of the line being typed not yet.
// Must not decide what is found.
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { machineTicks, Patience, type Ticks } from '../workspace/patience';
import type { Workspace } from '../workspace/workspace';
import { besideAnother } from './beside';
import type { OfCode } from './codes';
import { located, toDiagnostics } from './diagnostics';
import type { OtherYaml } from './protocol';
import { Publisher } from './publisher';
import { whileTyping } from './waiting';

interface Sources {
  readonly workspace: Workspace;
  readonly documents: TextDocuments<TextDocument>;
  readonly asKnown: (uri: string) => string;
  readonly ofCode: (code: string) => OfCode;
}

export class Publishing {
  otherYaml: OtherYaml | undefined;
  /** What is found in files that aren't open is kept, and not told. */
  openOnly = false;
  patience = new Patience(0, machineTicks, () => {});
  readonly #publisher: Publisher;
  /** Files of which something else has to be told by now, though nothing else was found. */
  readonly #again = new Set<string>();

  constructor(
    connection: Connection,
    readonly sources: Sources,
  ) {
    this.#publisher = new Publisher((shown) => void connection.sendDiagnostics(shown));
  }

  /** Findings of the line being typed wait until its author pauses: so many milliseconds. */
  waitFor(pause: number, ticks: Ticks, start: () => void): void {
    this.patience = new Patience(pause, ticks, (uri) => {
      this.again(uri);
      start();
    });
  }

  /** Tells of that file anew, the next time that anything is told. */
  again(uri: string): void {
    this.#again.add(uri);
  }

  publish(): void {
    const changed = new Set([...this.sources.workspace.takeChanged(), ...this.#again]);
    this.#again.clear();
    for (const uri of changed) this.#tell(uri);
  }

  #tell(uri: string): void {
    const { workspace, documents, asKnown, ofCode } = this.sources;
    const version = documents.get(asKnown(uri))?.version;
    const sms = this.openOnly && version === undefined ? undefined : workspace.smsOf(uri);
    const found = sms ? located(uri, sms) : [];
    const file = sms?.files.get(uri);
    const shown = this.otherYaml?.syntax && file ? besideAnother(found, file, workspace.knowledge) : found;
    const all = sms ? toDiagnostics(shown, sms.files, asKnown, ofCode) : [];
    const diagnostics = whileTyping(all, this.patience.lineIn(uri), this.#publisher.shown(uri));
    this.#publisher.show(uri, { uri: asKnown(uri), diagnostics, ...(version !== undefined && { version }) });
  }
}
