// Opens a file that a fix has made, at its first question, so that Tab leads from one to the next. Must not know what it asks.
import { commands, type Disposable, Range, SnippetString, Uri, window, workspace } from 'vscode';
import { FILL_IN, type FillIn } from '../server/lsp/protocol';

export const offerFillingIn = (): Disposable =>
  commands.registerCommand(FILL_IN, async (...[uri, text, snippet]: FillIn) => {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const editor = await window.showTextDocument(document);
    // What somebody has written into it since stays.
    if (document.getText().replaceAll('\r\n', '\n') !== text) return;
    const whole = new Range(document.positionAt(0), document.positionAt(document.getText().length));
    await editor.insertSnippet(new SnippetString(snippet), whole);
  });
