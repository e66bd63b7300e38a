// What an editor asks before it begins a new document, and the document. Must not decide what the answers are.
import type { Connection } from 'vscode-languageserver';
import { checkId, isThere, likelyId, newDocument, toAsk } from '../features/new-evidence';
import { template, templates } from '../features/template';
import { fileNameOf } from '../knowledge/kind';
import type { Kind } from '../knowledge/types';
import type { Sms } from '../workspace/sms';
import type { Workspace } from '../workspace/workspace';
import {
  type CheckedId,
  type CheckIdRequest,
  checkIdRequest,
  kindsRequest,
  type TemplateEntry,
  type TemplateRequest,
  type TemplateText,
  type ToAsk,
  templateRequest,
  toAskRequest,
} from './protocol';

type Answer = <T>(answer: () => T) => Promise<T>;

/** `asKnown`: a uri as the editor spells it. */
export function beginDocuments(connection: Connection, workspace: Workspace, read: Answer, asKnown: (uri: string) => string): void {
  connection.onRequest(kindsRequest, (params: InFolder) => read(() => answerKinds(params, workspace)));
  connection.onRequest(toAskRequest, (params: TemplateRequest) => read(() => answerToAsk(params, workspace)));
  connection.onRequest(checkIdRequest, (params: CheckIdRequest) => read(() => answerCheckId(params, workspace)));
  connection.onRequest(templateRequest, (params: TemplateRequest) => read(() => answerTemplate(params, workspace, asKnown)));
}

interface InFolder {
  readonly folder?: string;
}

/** Without a folder the texts stand for themselves, as if there were nothing yet. */
const smsFor = ({ folder = 'untitled:/new' }: InFolder, workspace: Workspace): Sms => workspace.smsFor(folder);

function answerKinds(request: InFolder, workspace: Workspace): TemplateEntry[] {
  const { knowledge } = workspace;
  const reader = smsFor(request, workspace).reader();
  return templates(knowledge).filter(({ kind }) => !isThere(kindOf(kind, workspace), reader));
}

function answerToAsk({ kind, about = {}, ...where }: TemplateRequest, workspace: Workspace): ToAsk {
  const { title, id, abouts } = toAsk(kindOf(kind, workspace), smsFor(where, workspace).reader());
  return { title, likely: likelyId(new Map(Object.entries(about))), abouts, ...(id !== undefined && { id }) };
}

const answerCheckId = ({ typed, sort, ...where }: CheckIdRequest, workspace: Workspace): CheckedId =>
  checkId(typed, smsFor(where, workspace).reader(), sort);

function answerTemplate(
  { kind: name, id, about = {}, ...where }: TemplateRequest,
  workspace: Workspace,
  asKnown: (uri: string) => string,
): TemplateText {
  const kind = kindOf(name, workspace);
  const chosen = new Map(Object.entries(about));
  const fileName = fileNameOf(kind, id || undefined);
  if (where.folder === undefined) return { ...template(name, id, workspace.knowledge), fileName };
  const sms = smsFor(where, workspace);
  const { path, text, snippet } = newDocument(kind, id ?? '', chosen, sms.reader());
  return { text, snippet, fileName, ...(id !== undefined && { uri: `${asKnown(sms.folder)}/${path}` }) };
}

function kindOf(name: string, { knowledge }: Workspace): Kind {
  const kind = knowledge.kinds.get(name);
  if (!kind) throw new Error(`there is no kind "${name}"`);
  return kind;
}
