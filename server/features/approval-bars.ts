// Why a document can't be approved now, or not by this person, in plain words with what helps. Must not know any kind by name.
import type { Json } from '../knowledge/types';
import { dayAt, isSomebodyOn, versionOf } from '../model/approval';
import type { EvidenceDocument } from '../model/document';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { isQuestion } from '../model/written';
import { listed } from '../rules/words';
import type { Entry } from './approval-entry';
import { isAuthor, mayApprove, type Standing } from './standing-approval';

/** Why such a document can't be approved by anybody now. */
export function notToBeApproved({ id, kind, data, broken }: EvidenceDocument, entry: Entry | undefined): string | undefined {
  if (!entry) return `"${id}" has no place for an approval: it is of the kind "${kind.title}".`;
  if (kind.form !== 'controlled')
    return `"${id}" is of the kind "${kind.title}", whose text goes on being written: say under approval, by hand, who approved it and when.`;
  if (broken.length > 0) return `"${id}" can't be read as a whole: mend first what is found in it.`;
  const question = questionIn(data);
  if (question !== undefined) return `"${id}" still has open questions, such as "${question}": answer them first.`;
  return data.status === 'withdrawn' ? `"${id}" is withdrawn, so that there is nothing to approve.` : undefined;
}

/** Why not this person. */
export function barOf(person: Thing, document: EvidenceDocument, reader: Reader): string | undefined {
  const [name, today] = [reader.called(person), reader.today()];
  const [from, until] = ['from', 'until'].map((field) => dayAt(reader.at(person, field)));
  if (!isSomebodyOn(person, today, reader))
    return `By sms.yaml ${name} has these roles ${until !== undefined && until < today ? `only until ${until}` : `only from ${from} on`}.${others()}`;
  if (!mayApprove(person, document, reader))
    return `sms.yaml does not say that ${name} may approve it: then "${document.kind.kind}" would stand under mayApprove.${others()}`;
  const version = String(document.data.version ?? '');
  if (isAuthor(person, document, reader))
    return `By its history ${name} wrote version ${version} of "${document.id}", and nobody should approve what they wrote themselves.${others()}`;
  const made = dayOfVersion(document, reader);
  return made !== undefined && made > today
    ? `By its history version ${version} of "${document.id}" is of ${made}, so that nobody can have approved it on ${today}.`
    : undefined;

  function others(): string {
    const able = reader
      .all('person')
      .filter((p) => isSomebodyOn(p, today, reader) && mayApprove(p, document, reader) && !isAuthor(p, document, reader));
    return able.length === 0
      ? ' Nor does it name anybody else who may.'
      : ` Those who may: ${listed(able.map((p) => `${reader.called(p)} (${p.id})`))}.`;
  }
}

/** There is a paper that was signed. */
export const signedWords = ({ id }: EvidenceDocument, { did, version }: Standing): string =>
  `A signed original is named in "${id}", and that paper says what was ${did}.${version === 'later' ? ' Is it the one of an earlier version, then name the new one there, or take the approval out and approve anew.' : ''}`;

/** Somebody approved it, and it is not the same any more. */
export const changedWords = ({ id, data }: EvidenceDocument, { name, did, on }: Pick<Standing, 'name' | 'did' | 'on'>): string =>
  `${name} already ${did} "${id}"${on === undefined ? '' : ` on ${on}`} as version ${String(data.version ?? '')}, and its text has changed since. A changed document needs a new version, with a line in its history that says since when: write these, then have that version approved. Or undo the change.`;

/** The day on which the version in the head was made, by its history: YYYY-MM-DD. */
export function dayOfVersion({ key }: EvidenceDocument, reader: Reader): string | undefined {
  const root = reader.root({ doc: key });
  const line = root && versionOf(reader.at(root));
  return line && dayAt(line.get('on'));
}

function questionIn(value: Json): string | undefined {
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map((v: Json) => questionIn(v))
      .find((q) => q !== undefined);
  return typeof value === 'string' && isQuestion(value) ? value : undefined;
}
