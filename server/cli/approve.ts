// The command `approve`: the text of a file once somebody has approved the document in it. Must not write to the disk itself.
import { approvings } from '../features/approve';
import type { Edit } from '../features/snippet';
import type { Workspace } from '../workspace/workspace';
import type { Wrong } from './asked';
import type { Target } from './paths';

/** `by`: the id of a person. */
export function approve(target: Target, by: string, workspace: Workspace): { readonly text: string; readonly says: string } | Wrong {
  const { path, uri } = target;
  const sms = workspace.smsOf(uri);
  const file = sms?.files.get(uri);
  const documents = file?.documents.flatMap(({ evidence }) => evidence ?? []) ?? [];
  if (!sms || !file || documents.length === 0) return { wrong: `There is no evidence in "${path}".` };
  const reader = sms.reader();
  if (reader.find('person', by).length === 0) return { wrong: `There is no person "${by}" in sms.yaml.` };
  const offered = documents.flatMap((d) => approvings(d, file, workspace.knowledge, reader).filter((a) => a.by === by));
  const [only, ...others] = offered;
  if (!only) {
    return {
      wrong: `"${by}" can't approve "${path}" now. A document has to be of a kind that they may approve (mayApprove in sms.yaml), not written by themselves, without open questions or a signed original, and not approved by them as it stands.`,
    };
  }
  if (others.length > 0) return { wrong: `There are several documents in "${path}" to be approved: do it in the editor, one by one.` };
  return { text: applied(file.read.text, only.edits), says: `${only.title}: written to ${path}.` };
}

const applied = (text: string, edits: readonly Edit[]): string =>
  edits.reduceRight((now, { start, end, text: by }) => now.slice(0, start) + by + now.slice(end), text);
