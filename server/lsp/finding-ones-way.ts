// Finding one's way over the protocol: definition, references, highlight, rename, links, outline, symbols, annotations and lenses.
// Must not decide what the answer is.
import {
  type CodeLens,
  type Connection,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  ErrorCodes,
  type InlayHint,
  type Location,
  type Position,
  type Range,
  ResponseError,
  SymbolKind,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Stretch } from '../assess/located';
import { annotations } from '../features/annotations';
import { fileLinks } from '../features/file-links';
import { definition, highlights, references } from '../features/find';
import { lenses } from '../features/lenses';
import { type Outlined, outline, search } from '../features/outline';
import { type FileEdit, type Refused, rename, renameable } from '../features/rename';
import { LineIndex } from '../model/line-index';
import type { Sms } from '../workspace/sms';
import { type Asked, ask, type Questions, toRange } from './answers';
import { SHOW_USES } from './protocol';

type Answer = <T>(answer: () => T) => Promise<T>;

/** What the server says of itself at the start. */
export const CAPABILITIES = {
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentLinkProvider: {},
  documentSymbolProvider: { label: 'SMS Evidence' },
  workspaceSymbolProvider: true,
  inlayHintProvider: true,
  codeLensProvider: {},
} as const;

/** `hasOutline`: another server shows an outline of the file. */
export function findOnesWay(connection: Connection, questions: Questions, read: Answer, hasOutline: () => boolean): void {
  const places = (params: TextDocumentPositionParams, find: (asked: Asked) => Stretch[]) =>
    read(() => {
      const asked = ask(params.textDocument.uri, params.position, questions);
      return asked ? find(asked).flatMap((s) => toLocation(s, asked.sms, questions)) : [];
    });
  connection.onDefinition((params) => places(params, ({ question, sms }) => definition(question, sms.files)));
  connection.onReferences((params) =>
    places(params, ({ question, sms }) => references(question, sms.files, params.context.includeDeclaration)),
  );
  connection.onDocumentHighlight(async (params): Promise<DocumentHighlight[]> => {
    const found = await places(params, ({ question, sms }) => highlights(question, sms.files));
    return found.map(({ range }) => ({ range }));
  });
  connection.onPrepareRename((params) =>
    read(() => {
      const asked = ask(params.textDocument.uri, params.position, questions);
      const here = asked && renameable(asked.question);
      if (!here || 'refused' in here) return refuse(here);
      return { range: toRange(asked.document, here), placeholder: here.id };
    }),
  );
  connection.onRenameRequest((params) =>
    read(() => {
      const asked = ask(params.textDocument.uri, params.position, questions);
      const edits = asked && rename(asked.question, params.newName, asked.sms.files);
      return asked && edits && !('refused' in edits) ? toWorkspaceEdit(edits, asked.sms, questions) : refuse(edits);
    }),
  );
  const inFile = <T>(uri: string, find: (asked: Asked) => T[]) =>
    read(() => {
      const asked = ask(uri, START, questions);
      return asked ? find(asked) : [];
    });
  connection.onDocumentLinks(({ textDocument: { uri } }) =>
    inFile(uri, ({ question, document }): DocumentLink[] =>
      fileLinks(question.file).map((link) => ({ range: toRange(document, link), target: link.target })),
    ),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    inFile(uri, ({ question: { file, knowledge, reader }, document }) =>
      hasOutline() ? [] : outline(file, knowledge, reader).map((o) => toSymbol(o, (at) => toRange(document, at))),
    ),
  );
  connection.onWorkspaceSymbol(({ query }) =>
    read((): WorkspaceSymbol[] =>
      questions.workspace.smss.flatMap((sms) =>
        search(query, sms.files, questions.workspace.knowledge, sms.reader()).flatMap((found) =>
          toLocation(found, sms, questions).map((location) => ({
            name: found.name,
            containerName: found.detail,
            kind: SymbolKind.Object,
            location,
          })),
        ),
      ),
    ),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    inFile(uri, ({ question: { file, reader }, document }): InlayHint[] =>
      annotations(file, document.offsetAt(range.start), document.offsetAt(range.end), reader).map(({ at, text }) => ({
        position: document.positionAt(at),
        label: text,
        paddingLeft: true,
      })),
    ),
  );
  connection.onCodeLens(({ textDocument: { uri } }) =>
    inFile(uri, ({ question: { file, knowledge, reader }, document }): CodeLens[] =>
      lenses(file, knowledge, reader).map((lens) => {
        const range = toRange(document, lens);
        return {
          range,
          command: { title: lens.title, command: lens.uses ? SHOW_USES : '', ...(lens.uses && { arguments: [uri, range.start] }) },
        };
      }),
    ),
  );
}

const START: Position = { line: 0, character: 0 };

function toLocation({ uri, start, end }: Stretch, sms: Sms, { asKnown }: Questions): Location[] {
  const text = sms.files.get(uri)?.read.text;
  return text === undefined ? [] : [{ uri: asKnown(uri), range: rangeIn(new LineIndex(text), { start, end }) }];
}

const rangeIn = (index: LineIndex, { start, end }: { readonly start: number; readonly end: number }): Range => ({
  start: index.positionAt(start),
  end: index.positionAt(end),
});

export function toWorkspaceEdit(edits: readonly FileEdit[], sms: Sms, { asKnown }: Questions): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  const indices = new Map<string, LineIndex>();
  for (const { uri, start, end, text } of edits) {
    const index = indices.get(uri) ?? new LineIndex(sms.files.get(uri)?.read.text ?? '');
    indices.set(uri, index);
    const known = asKnown(uri);
    changes[known] = [...(changes[known] ?? []), { range: rangeIn(index, { start, end }), newText: text }];
  }
  return { changes };
}

const refuse = (why: unknown): ResponseError<void> =>
  new ResponseError(ErrorCodes.InvalidRequest, isRefused(why) ? why.refused : 'There is no evidence here whose ids could be renamed.');

const isRefused = (why: unknown): why is Refused => typeof why === 'object' && why !== null && 'refused' in why;

function toSymbol(
  { name, detail, isDocument, start, end, at, inside }: Outlined,
  toRange: (at: { start: number; end: number }) => Range,
): DocumentSymbol {
  return {
    name: name.trim() === '' ? detail : name,
    detail,
    kind: isDocument ? SymbolKind.File : SymbolKind.Object,
    range: toRange({ start, end }),
    selectionRange: toRange(at),
    children: inside.map((o) => toSymbol(o, toRange)),
  };
}
