// What is shown of each file in the editor, so that only what changed is sent. Must not decide what is found.
import type { Diagnostic } from 'vscode-languageserver-types';

export interface Shown {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

export class Publisher {
  /** By our own spelling of a file's uri: the editor's, under which it was sent, and what. */
  readonly #sent = new Map<string, { readonly as: string; readonly text: string; readonly diagnostics: readonly Diagnostic[] }>();

  constructor(readonly send: (shown: Shown) => void) {}

  /** What is shown of a file now. */
  shown(key: string): readonly Diagnostic[] {
    return this.#sent.get(key)?.diagnostics ?? [];
  }

  /** `key` is the same for a file however its uri is spelled; a file that is shown under another spelling by now goes there. */
  show(key: string, shown: Shown): void {
    const { uri, diagnostics } = shown;
    const before = this.#sent.get(key);
    const text = JSON.stringify(diagnostics);
    if (before?.as === uri && before.text === text) return;
    if (before && before.as !== uri) this.send({ uri: before.as, diagnostics: [] });
    if (diagnostics.length > 0) this.#sent.set(key, { as: uri, text, diagnostics });
    else this.#sent.delete(key);
    if (diagnostics.length > 0 || before?.as === uri) this.send(shown);
  }
}
