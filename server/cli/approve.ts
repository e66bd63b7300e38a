// The command `approve`: the text of a file once somebody has approved the document in it. Must not write to the disk itself, nor word
// why something can't be approved.
import { isAboutApproval } from '../features/approval-entry';
import { approving } from '../features/approve';
import type { Edit } from '../features/snippet';
import { nearest } from '../knowledge/nearest';
import { listed } from '../rules/words';
import type { Workspace } from '../workspace/workspace';
import type { Wrong } from './asked';
import { judged } from './opened';
import type { Target } from './paths';

/** `by`: the id of a person, or their name. */
export function approve(target: Target, by: string, workspace: Workspace): { readonly text: string; readonly says: string } | Wrong {
  const { path, uri } = target;
  const sms = workspace.smsOf(uri);
  const file = sms?.files.get(uri);
  const documents = file?.documents.flatMap(({ evidence }) => evidence ?? []) ?? [];
  if (!target.isFile) return { wrong: `"${path}" is a folder: approve takes one file.` };
  if (!sms || !file || documents.length === 0) return { wrong: `There is no evidence in "${path}".` };
  const reader = sms.reader();
  const named = reader.all('person').filter((p) => reader.at(p, 'name').text?.toLowerCase() === by.toLowerCase());
  const person = reader.find('person', by)[0] ?? (named.length === 1 ? named[0] : undefined);
  if (!person) return { wrong: unknown(by, reader.ids('person')) };
  const { knowledge } = workspace;
  const results = documents.map((document) => approving(person, { document, file, knowledge, reader }));
  const [only, ...others] = results.flatMap((result) => ('edits' in result ? [result] : []));
  if (!only) return { wrong: results.flatMap((result) => ('why' in result ? [`${path} stays as it is. ${result.why}`] : [])).join('\n') };
  if (others.length > 0) return { wrong: `There are several documents in "${path}" to be approved: do it in the editor, one by one.` };
  return { text: applied(file.read.text, only.edits), says: `Written to ${path}: ${only.done}` };
}

/** What a check finds in the approval once it stands there, in whole sentences: such as that it came after the first day of validity. */
export async function foundThere({ uri }: Target, text: string, workspace: Workspace): Promise<readonly string[]> {
  const sms = workspace.smsOf(uri);
  sms?.setTexts([{ uri, text }]);
  await judged(workspace);
  const documents = sms?.files.get(uri)?.documents.flatMap(({ evidence }) => evidence ?? []) ?? [];
  return (sms?.findings(uri) ?? []).flatMap((finding) => {
    const document = 'at' in finding ? documents.find((d) => d.key === finding.at.doc) : undefined;
    const isShown = finding.waived === undefined && finding.old === undefined;
    return document && 'at' in finding && isShown && isAboutApproval(document, [finding.at.path]) ? [finding.message] : [];
  });
}

function unknown(by: string, ids: readonly string[]): string {
  if (ids.length === 0)
    return `There is no person "${by}": sms.yaml names nobody yet. Write them under people, with what they may approve.`;
  const [meant] = nearest(by, ids);
  return `There is no person "${by}" in sms.yaml. ${meant === undefined ? `It has ${listed(ids)}.` : `Did you mean "${meant}"?`}`;
}

const applied = (text: string, edits: readonly Edit[]): string =>
  edits.reduceRight((now, { start, end, text: by }) => now.slice(0, start) + by + now.slice(end), text);
