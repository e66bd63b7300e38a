// What an approval or agreement is worth by what stands behind it: signed, committed by that person, or only stated; and why.
// Must not know who asks, nor any kind by name.
import { formats } from '../knowledge/formats';
import { contentNow, dayAt, isFixed, nameIn, whoIs } from './approval';
import { beside } from './beside';
import { sayingOf } from './content';
import type { CommittedApproval, Thing } from './pack';
import type { Reader } from './reader';
import { isQuestion } from './written';

export type Grade = 'signed' | 'committed' | 'stated';

export interface Graded {
  readonly grade: Grade;
  /** "agreed" or "approved". */
  readonly did: string;
  readonly by?: string;
  /** YYYY-MM-DD */
  readonly on?: string;
  /** What was compared, and what came out: whole sentences. */
  readonly why: string;
}

export function graded(approval: Thing, pack: Reader): Graded {
  const signed = ofFile(approval, pack);
  const committed = signed.holds ? undefined : ofCommit(approval, pack);
  const by = nameIn(pack.at(approval, 'by'), pack);
  const on = dayAt(pack.at(approval, 'on'));
  return {
    grade: signed.holds ? 'signed' : committed?.holds ? 'committed' : 'stated',
    did: approval.sort === 'agreement' ? 'agreed' : 'approved',
    ...(by !== undefined && { by }),
    ...(on !== undefined && { on }),
    why: [signed.why, committed?.why, ofText(approval, pack)].filter((said) => said !== undefined && said !== '').join(' '),
  };
}

/** "agreed by M. Brandt on 2026-01-20, signed" */
export const gradeWords = ({ did, by, on, grade }: Graded): string =>
  `${did}${by === undefined ? '' : ` by ${by}`}${on === undefined ? '' : ` on ${on}`}, ${grade}`;

interface Looked {
  readonly holds: boolean;
  readonly why: string;
}

const not = (why: string): Looked => ({ holds: false, why });

/** The signed file, by its fingerprint. */
function ofFile(approval: Thing, pack: Reader): Looked {
  const [reference, sha256] = ['reference', 'sha256'].map((field) => pack.at(approval, 'signed', field).text);
  if (reference === undefined) return not('No signed original is named.');
  if (sha256 === undefined || !formats.sha256(sha256))
    return not(`${reference} is named, but not its fingerprint, so nobody can tell whether it is still the same.`);
  if (isQuestion(reference) || /^[a-z][a-z0-9+.-]*:/i.test(reference))
    return not(`${reference} is not looked up, since nothing is ever fetched.`);
  const now = pack.hash(beside(approval.doc, reference) ?? '');
  if (now === undefined) return not(`${reference} has not been looked at yet.`);
  if (now === null) return not(`${reference} can't be read.`);
  if (now !== sha256.toLowerCase()) return not(`${reference} is no longer the file that was signed: its fingerprint is another.`);
  return { holds: true, why: `The fingerprint written here is that of ${reference} as it lies there now.` };
}

/** The commit that brought these lines, by its author. */
function ofCommit(approval: Thing, pack: Reader): Looked {
  const authors = pack.authors();
  if (authors === undefined) return not('');
  if (authors === null) return not(NO_GIT);
  const by = pack.at(approval, 'by');
  const known = whoIs(by, pack);
  // Most who approve never commit: then no file has to be looked into.
  if (authors.areAll && !authors.names.some((author) => isOneOf(author, known)))
    return not('Nobody of that name or address has ever committed anything here.');
  const committed = pack.committed(approval.doc.slice(0, approval.doc.lastIndexOf('#')));
  if (committed === undefined) return not('');
  if (committed === null) return not(NO_GIT);
  const saying = sayingOf(pack.at(approval).value ?? null);
  const own = committed.find(({ of, says }) => of === documentOf(approval) && says === saying);
  if (!own) return not('As it stands here it is not committed.');
  const { commit } = own;
  if (commit.isCutOff) return not("This copy of the repository lacks its older commits, so who brought these lines can't be told.");
  const made = `Commit ${commit.id.slice(0, 7)} of ${commit.day} brought these lines or changed them last, and its author is ${commit.author}`;
  if (isOneOf(commit.mail, known)) return { holds: true, why: `${made}, whose address is that of ${nameIn(by, pack) ?? ''}.` };
  if (isOneOf(commit.author, known)) return { holds: true, why: `${made}, by that name the same.` };
  return not(`${made}, which is somebody else by name and address.`);
}

const NO_GIT = 'Git was not asked, or knows nothing of this file.';

/** A name that is one of those by which somebody is known, or an address that stands in one. */
const isOneOf = (said: string, known: readonly string[]): boolean =>
  said !== '' && known.some((name) => plain(name) === plain(said) || (said.includes('@') && words(name).includes(plain(said))));

/** Whether the text is still the one. */
function ofText(approval: Thing, pack: Reader): string {
  const content = pack.at(approval, 'content').text;
  if (content === undefined || !isFixed(approval, pack)) return '';
  const now = contentNow(approval, pack);
  if (now === undefined) return '';
  return now === content.toLowerCase()
    ? 'The text is the one of that day, by its fingerprint.'
    : 'The text has changed since, by its fingerprint.';
}

const plain = (name: string) => name.trim().toLowerCase().replace(/\s+/g, ' ').normalize('NFC');
const words = (text: string) => plain(text).split(/[\s,;<>()]+/);

/** Which document an approval belongs to, to compare it with what is committed. */
export const documentOf = ({ frame, sort }: Thing): CommittedApproval['of'] => `${frame.kind}/${frame.id}/${sort}`;
