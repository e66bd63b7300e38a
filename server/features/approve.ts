// "Approve": writes who approved a document, in which office, today, and the fingerprint of its text, in the author's layout; or says in
// plain words why not. What was approved once is never written over but by the approval of a later version. Must not know any kind by name.
import type { EvidenceFile } from '../assess/file';
import type { Knowledge } from '../knowledge/knowledge';
import { contentHash } from '../model/content';
import type { EvidenceDocument } from '../model/document';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { barOf, changedWords, dayOfVersion, notToBeApproved, signedWords } from './approval-bars';
import { type Entry, entryEdits, entryOf } from './approval-entry';
import type { Edit } from './snippet';
import { otherSideOf, type Standing, standingApproval } from './standing-approval';

export interface Approving {
  /** What is offered. */
  readonly title: string;
  /** What has come of it: a whole sentence. */
  readonly done: string;
  /** The id of the person. */
  readonly by: string;
  readonly edits: readonly Edit[];
}

export interface Refused {
  /** Why nothing is written, and what helps: whole sentences. */
  readonly why: string;
}

interface Asking {
  readonly document: EvidenceDocument;
  readonly file: EvidenceFile;
  readonly knowledge: Knowledge;
  readonly reader: Reader;
}

/** One for each person of the manifest who can approve such a document today. */
export function approvings(document: EvidenceDocument, file: EvidenceFile, knowledge: Knowledge, reader: Reader): readonly Approving[] {
  const asking = { document, file, knowledge, reader };
  return reader.all('person').flatMap((person) => {
    const result = approving(person, asking);
    return 'edits' in result ? [result] : [];
  });
}

/** What a person of the manifest would write by approving a document today. */
export function approving(person: Thing, asking: Asking): Approving | Refused {
  const { document, reader } = asking;
  const entry = entryOf(document);
  const why = notToBeApproved(document, entry);
  if (!entry || why !== undefined) return { why: why ?? '' };
  const standing = standingApproval(document, entry, reader);
  if (standing?.signed) return { why: signedWords(document, standing) };
  const other = otherSideOf(document, entry, reader);
  if (other) return { why: changedWords(document, other) };
  if (!standing || standing.version === 'later' || standing.mayNot) {
    const bar = barOf(person, document, reader);
    return bar === undefined ? fresh(person, entry, standing, asking) : { why: bar };
  }
  return beside(person, standing, entry, asking);
}

function fresh(person: Thing, entry: Entry, standing: Standing | undefined, asking: Asking): Approving | Refused {
  const { document, reader } = asking;
  const [name, today] = [reader.called(person), reader.today()];
  const whose = standing?.version === 'later' ? 'an earlier version' : `${standing?.name}, who may not`;
  const instead = standing ? `, in place of the approval of ${whose}` : '';
  const of = standing?.version === 'later' && standing.on !== undefined ? ` (${standing.name}, ${standing.on})` : '';
  const side = entry.ours ? ' for our side' : '';
  const ever = document.data.status === 'draft' ? ', from now on agreed' : '';
  const role = entry.ours ? {} : { role: officeOf(person, reader) };
  return written(person.id, entry, { by: person.id, ...role, on: today, content: contentOf(document) }, asking, {
    title: `Approve "${document.id}"${side} as ${name} on ${today}${instead}${ever}`,
    done: `"${document.id}" is approved${side} by ${name} on ${today}${instead}${of}${ever}`,
  });
}

/** There is an approval of this version: what it lacks may be added, by whoever gave it. */
function beside(person: Thing, standing: Standing, entry: Entry, asking: Asking): Approving | Refused {
  const { document, reader } = asking;
  const { by, name, on, did, text, version } = standing;
  const id = `"${document.id}"`;
  if (by === undefined || (on === undefined && by !== person.id)) {
    const half = by === undefined ? `a day${on === undefined ? '' : ` (${on})`}, but not who` : `${name}, but not on which day`;
    return { why: `The approval in ${id} is half written: it says ${half}. Complete it, or take it out and approve anew.` };
  }
  if (on === undefined) {
    const bar = barOf(person, document, reader);
    return bar === undefined ? fresh(person, entry, undefined, asking) : { why: bar };
  }
  const already = `${name} already ${did} ${id} on ${on}`;
  if (text === 'same') return { why: `${already}, and its text is still the same: there is nothing to do.` };
  if (version === 'unclear') {
    const now = String(document.data.version ?? '');
    const help =
      dayOfVersion(document, reader) === undefined
        ? `its history has no line with a day for version ${now}, so nobody can tell whether it was that one. Write that line`
        : `its history has two versions of that day, so nobody can tell which it was. If it was an earlier one than ${now}, take it out`;
    return { why: `${already}, but ${help}, and approve again.` };
  }
  if (text === 'changed') return { why: changedWords(document, standing) };
  if (by === person.id) {
    const ever = document.data.status === 'draft' ? ', and make it agreed' : '';
    return written(person.id, entry, { content: contentOf(document) }, asking, {
      title: `Add the fingerprint of "${document.id}" to what ${name} ${did} on ${on}${ever}`,
      done: `only the fingerprint of the text as it is now. That ${name} ${did} ${id} on ${on} stays as it is; whether the text was changed in between nobody can tell from here, but what is changed from now on will be found${ever === '' ? '' : '. Its status is agreed'}`,
    });
  }
  const isKnown = reader.find('person', by).length > 0;
  const how = isKnown
    ? `To record the fingerprint of what was ${did} then, approve it as "${by}"`
    : `Who that is sms.yaml does not say, so nobody can add a fingerprint for them`;
  return { why: `${already}. ${how}. What is changed later needs a new version, with a line in its history.` };
}

/** `words`: without the full stop. */
function written(
  by: string,
  entry: Entry,
  values: Readonly<Record<string, string>>,
  { document, file, knowledge }: Asking,
  { title, done }: Pick<Approving, 'title' | 'done'>,
): Approving | Refused {
  const edits = entryEdits(entry, values, document, file.read.text, knowledge);
  return edits.length > 0
    ? { title, done: `${done}.`, by, edits }
    : { why: `The approval in "${document.id}" is so laid out that it has to be written by hand.` };
}

const contentOf = ({ data, kind }: EvidenceDocument): string => contentHash(data, kind.schema);

/** The office in which they do so: what their door says, else what they answer for. */
function officeOf(person: Thing, reader: Reader): string {
  const jobTitle = reader.at(person, 'jobTitle').value;
  const role = reader.at(person, 'roles', 0).value;
  return typeof jobTitle === 'string' ? jobTitle : typeof role === 'string' ? role.replaceAll('-', ' ') : 'approver';
}
