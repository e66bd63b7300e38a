// What is shown above and beside evidence, lenses and annotations, as far as the settings want it; and who uses what a lens names.
// Must not know what they say.
import { commands, type Disposable, Position, Uri, workspace } from 'vscode';
import type { CodeLensMiddleware, InlayHintsMiddleware } from 'vscode-languageclient';
import { SHOW_USES } from '../server/lsp/protocol';

const isWanted = (setting: 'lenses' | 'annotations', uri: Uri): boolean =>
  workspace.getConfiguration('smsEvidence', uri).get<boolean>(setting, true);

/** Nothing is asked of the server where a setting says no. */
export const asWanted: CodeLensMiddleware & InlayHintsMiddleware = {
  provideCodeLenses: (document, token, next) => (isWanted('lenses', document.uri) ? next(document, token) : []),
  provideInlayHints: (document, range, token, next) => (isWanted('annotations', document.uri) ? next(document, range, token) : []),
};

/** Shows who uses what stands at a place, beside it. */
export const showUses = (): Disposable =>
  commands.registerCommand(SHOW_USES, async (uri: string, { line, character }: { readonly line: number; readonly character: number }) => {
    const [at, position] = [Uri.parse(uri), new Position(line, character)];
    const found = await commands.executeCommand('vscode.executeReferenceProvider', at, position);
    await commands.executeCommand('editor.action.showReferences', at, position, found);
  });
