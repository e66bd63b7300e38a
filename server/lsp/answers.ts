// Questions of the protocol to the features, and their answers back. Must not decide what the answer is.
import type { CompletionItem, CompletionList, CompletionParams, Hover, HoverParams, TextDocuments } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Completion, complete, resolve } from '../features/complete';
import { hover } from '../features/hover';
import type { Question } from '../features/question';
import type { Sms } from '../workspace/sms';
import { canonical } from '../workspace/uri';
import type { Workspace } from '../workspace/workspace';
import type { OfCode } from './codes';

export interface Questions {
  readonly workspace: Workspace;
  readonly documents: TextDocuments<TextDocument>;
  readonly ofCode: (code: string) => OfCode;
  /** One of our uris as the editor spells it. */
  readonly asKnown: (uri: string) => string;
}

export interface Asked {
  readonly document: TextDocument;
  readonly sms: Sms;
  readonly question: Question;
}

export function ask(uri: string, position: { line: number; character: number }, { workspace, documents }: Questions): Asked | undefined {
  const document = documents.get(uri);
  const sms = workspace.smsOf(uri);
  const file = sms?.files.get(canonical(uri));
  if (!document || !sms || !file) return undefined;
  const offset = document.offsetAt(position);
  return { document, sms, question: { file, offset, knowledge: workspace.knowledge, reader: sms.reader(), judged: sms } };
}

export const toRange = (document: TextDocument, { start, end }: { start: number; end: number }) => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

export function answerHover({ textDocument, position }: HoverParams, questions: Questions): Hover | null {
  const asked = ask(textDocument.uri, position, questions);
  const answer = asked && hover(asked.question);
  return answer ? { contents: { kind: MarkupKind.Markdown, value: answer.contents }, range: toRange(asked.document, answer) } : null;
}

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  block: CompletionItemKind.Struct,
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  template: CompletionItemKind.Snippet,
};

export function answerCompletion({ textDocument, position }: CompletionParams, questions: Questions): CompletionList {
  const asked = ask(textDocument.uri, position, questions);
  const found = asked ? complete(asked.question) : [];
  return { isIncomplete: found.some((c) => c.grows), items: asked ? found.map((c) => toItem(c, asked)) : [] };
}

function toItem({ label, kind, detail, edge, sort, filter, edit, data }: Completion, { document, sms }: Asked): CompletionItem {
  return {
    label,
    kind: KINDS[kind],
    sortText: sort,
    filterText: filter,
    textEdit: { range: toRange(document, edit), newText: edit.snippet ?? edit.text },
    insertTextFormat: edit.snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.asIs,
    ...(detail !== undefined && { detail }),
    ...(edge !== undefined && { labelDetails: { description: edge } }),
    ...(data !== undefined && { data: { ...data, sms: sms.folder } }),
  };
}

/** Documentation is fetched only for the item that is looked at. */
export function answerResolve(item: CompletionItem, { workspace }: Questions): CompletionItem {
  const data: unknown = item.data;
  const folder = typeof data === 'object' && data !== null && 'sms' in data ? data.sms : undefined;
  const sms = workspace.smss.find((s) => s.folder === folder);
  const value = sms && resolve(data, workspace.knowledge, sms.reader());
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
