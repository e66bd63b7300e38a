// What is offered about findings as code actions: each fix as an edit in the shape that the editor can take.
// Must not decide what is offered.
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  ResourceOperationKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { alikeFixes } from '../features/alike-fixes';
import { approvalsHere } from '../features/approve-here';
import type { FileChange } from '../features/fix';
import { type Fix, fixes, safely } from '../features/fixes';
import type { Edit } from '../features/snippet';
import { LineIndex } from '../model/line-index';
import { canonical } from '../workspace/uri';
import { type Asked, ask, type Questions, toRange } from './answers';
import { located, toDiagnostics } from './diagnostics';
import { opening, showing } from './opening';
import { spelledLike } from './spelling';

/** All fixes at once that leave no choice; `editor.codeActionsOnSave` names it. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.sms-evidence`;

/** It rewrites the head of a document, and mends nothing. */
const APPROVE = `${CodeActionKind.RefactorRewrite}.approve`;

/** What the editor takes as an edit. */
export interface EditAbilities {
  readonly documentChanges: boolean;
  readonly snippets: boolean;
  readonly create: boolean;
  readonly rename: boolean;
  readonly annotations: boolean;
  /** It opens a file when it is asked to. */
  readonly show: boolean;
  /** It opens one at tab stops. */
  readonly fillsIn: boolean;
}

export function abilitiesOf({ workspace, window }: ClientCapabilities, fillsIn = false): EditAbilities {
  const edit = workspace?.workspaceEdit;
  const documentChanges = edit?.documentChanges === true;
  return {
    documentChanges,
    snippets: documentChanges && edit?.snippetEditSupport === true,
    create: documentChanges && edit?.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    rename: documentChanges && edit?.resourceOperations?.includes(ResourceOperationKind.Rename) === true,
    annotations: documentChanges && edit?.changeAnnotationSupport !== undefined,
    show: window?.showDocument?.support === true,
    fillsIn,
  };
}

export function answerActions(params: CodeActionParams, questions: Questions, abilities: EditAbilities): CodeAction[] {
  const { textDocument, range, context } = params;
  const asked = ask(textDocument.uri, range.start, questions);
  if (!asked) return [];
  const { document, sms, question } = asked;
  const wants = (kind: string) => !context.only || context.only.some((k) => k === '' || kind === k || kind.startsWith(`${k}.`));
  const all = located(canonical(textDocument.uri), sms);
  const offered = (found: typeof all) => fixes(question.file, found, question.knowledge, question.reader, sms.files);
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const one = wants(CodeActionKind.QuickFix) ? offered(all.filter((l) => l.at.start <= end && l.at.end >= start)) : [];
  const alike = alikeFixes(
    one,
    question.file.uri,
    (uri, code) => (sms.findings(uri).some((f) => f.code === code) ? located(uri, sms) : []),
    question.knowledge,
    question.reader,
    sms.files,
  );
  const here = [...one, ...alike];
  // Where nobody asked for it by name it would stand in every menu.
  const safe = context.only && wants(FIX_ALL) ? safely(offered(all)) : [];
  const approvals = wants(APPROVE) ? approvalsHere(question).filter(({ title }) => !here.some((fix) => fix.title === title)) : [];
  const told = (fix: Fix) => toDiagnostics([fix.finding], sms.files, () => textDocument.uri, questions.ofCode);
  return [
    ...here.filter((fix) => canTake(fix, abilities)).map((fix) => toAction(fix, asked, told(fix), questions, abilities)),
    ...approvals.map(({ title, edits }) => ({ title, kind: APPROVE, edit: editOf(edits, [], asked, questions, abilities) })),
    ...(safe.length > 0
      ? [{ title: 'Mend all that leaves no choice', kind: FIX_ALL, edit: editOf(safe, [], asked, questions, abilities) }]
      : []),
  ];
}

const canTake = ({ files = [] }: Fix, { create, rename }: EditAbilities) =>
  files.every((f) => f.is === 'edit' || (f.is === 'create' ? create : rename));

function toAction(fix: Fix, asked: Asked, diagnostics: Diagnostic[], questions: Questions, abilities: EditAbilities): CodeAction {
  const { title, preferred, edits, files = [] } = fix;
  const fresh = files.find((f) => f.is === 'create');
  const begun = files.flatMap((f) => (f.is === 'edit' && f.begun ? [{ uri: f.uri, ...f.begun }] : []))[0];
  const spelled = (uri: string) => spelledLike(uri, asked.document.uri, questions.asKnown);
  const command = fresh ? opening(fresh, spelled(fresh.uri), abilities) : begun && showing(begun, spelled(begun.uri), abilities.show);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: editOf(edits, files, asked, questions, abilities),
    ...(preferred && { isPreferred: true }),
    ...(command && { command }),
  };
}

const ELSEWHERE = 'elsewhere';

function editOf(
  edits: readonly Edit[],
  files: readonly FileChange[],
  { document, sms }: Asked,
  { documents, asKnown }: Questions,
  { documentChanges, snippets, annotations }: EditAbilities,
): WorkspaceEdit {
  const spelled = (uri: string) => spelledLike(uri, document.uri, asKnown);
  const plain = (e: Edit): TextEdit => ({ range: toRange(document, e), newText: e.text });
  const lines = (uri: string) => new LineIndex(sms.files.get(uri)?.read.text ?? '');
  const away = ({ uri, edits: there }: Extract<FileChange, { is: 'edit' }>): TextEdit[] => {
    const index = lines(uri);
    return there.map((e) => ({ range: { start: index.positionAt(e.start), end: index.positionAt(e.end) }, newText: e.text }));
  };
  if (!documentChanges) {
    const others = files.filter((f) => f.is === 'edit').map((f): [string, TextEdit[]] => [spelled(f.uri), away(f)]);
    return { changes: { ...(edits.length > 0 && { [document.uri]: edits.map(plain) }), ...Object.fromEntries(others) } };
  }
  const own = edits.map((e) =>
    snippets && e.snippet !== undefined
      ? { range: toRange(document, e), snippet: { kind: 'snippet' as const, value: e.snippet } }
      : plain(e),
  );
  const changes = files.flatMap((f): NonNullable<WorkspaceEdit['documentChanges']> => {
    const uri = spelled(f.uri);
    if (f.is === 'rename') return [{ kind: 'rename', oldUri: uri, newUri: spelled(f.to) }];
    const start = { line: 0, character: 0 };
    if (f.is === 'create')
      return [
        { kind: 'create', uri },
        { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: f.text }] },
      ];
    const marked = away(f).map((e) => (annotations ? { ...e, annotationId: ELSEWHERE } : e));
    return [{ textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits: marked }];
  });
  const confirms = annotations && files.some((f) => f.is === 'edit');
  return {
    documentChanges: [
      ...(own.length > 0 ? [{ textDocument: { uri: document.uri, version: document.version }, edits: own }] : []),
      ...changes,
    ],
    ...(confirms && { changeAnnotations: { [ELSEWHERE]: { label: 'Changes another file', needsConfirmation: true } } }),
  };
}
