// What an editor asks before it begins a new document, and the document. Must not decide what the answers are.
import { checkId, isThere, likelyId, newDocument, toAsk } from '../features/new-evidence';
import { template, templates } from '../features/template';
import { fileNameOf } from '../knowledge/kind';
import type { Kind } from '../knowledge/types';
import type { Sms } from '../workspace/sms';
import type { Workspace } from '../workspace/workspace';
import type { CheckedId, CheckIdRequest, TemplateEntry, TemplateRequest, TemplateText, ToAsk } from './protocol';

interface InFolder {
  readonly folder?: string;
}

/** Without a folder the texts stand for themselves, as if there were nothing yet. */
const smsFor = ({ folder = 'untitled:/new' }: InFolder, workspace: Workspace): Sms => workspace.smsFor(folder);

export function answerKinds(request: InFolder, workspace: Workspace): TemplateEntry[] {
  const { knowledge } = workspace;
  const reader = smsFor(request, workspace).reader();
  return templates(knowledge).filter(({ kind }) => !isThere(kindOf(kind, workspace), reader));
}

export function answerToAsk({ kind, about = {}, ...where }: TemplateRequest, workspace: Workspace): ToAsk {
  const { title, id, abouts } = toAsk(kindOf(kind, workspace), smsFor(where, workspace).reader());
  return { title, likely: likelyId(new Map(Object.entries(about))), abouts, ...(id !== undefined && { id }) };
}

export const answerCheckId = ({ typed, sort, ...where }: CheckIdRequest, workspace: Workspace): CheckedId =>
  checkId(typed, smsFor(where, workspace).reader(), sort);

/** `asKnown`: a uri as the editor spells it. */
export function answerTemplate(
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
