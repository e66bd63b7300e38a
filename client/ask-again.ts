// After a field is taken from the list its value is wanted next: so the list opens again by itself, as far as it has something to say.
// Must not know what is offered.
import { type CompletionItem, CompletionList } from 'vscode';
import type { CompletionMiddleware } from 'vscode-languageclient';

const AGAIN = { command: 'editor.action.triggerSuggest', title: 'Show what may stand there' };

/** Taken with a colon at its end, an item asks again. */
export const askAgain: CompletionMiddleware = {
  async provideCompletionItem(document, position, context, token, next) {
    const answer = await next(document, position, context, token);
    const items = answer instanceof CompletionList ? answer.items : (answer ?? []);
    for (const item of items) if (/: $/.test(textOf(item))) item.command = AGAIN;
    return answer;
  },
};

function textOf({ insertText = '' }: CompletionItem): string {
  return typeof insertText === 'string' ? insertText : insertText.value;
}
