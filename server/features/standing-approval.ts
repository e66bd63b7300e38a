// The approval that a document has already, or the agreement of one's own side: by whom, of which day, and whether it is one of the text
// as it is now. Must not know who wants to approve, nor any kind by name.
import { APPROVALS, contentNow, dayAt, didWhat, isOfEarlierVersion, isSomebodyOn, nameIn, versionLine } from '../model/approval';
import type { EvidenceDocument } from '../model/document';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import type { Entry } from './approval-entry';

export interface Standing {
  /** As written: the id of a person, or a name; undefined where nothing is. */
  readonly by: string | undefined;
  readonly name: string;
  /** YYYY-MM-DD */
  readonly on: string | undefined;
  /** "approved" or "agreed to". */
  readonly did: string;
  readonly signed: boolean;
  /** By its fingerprint; `unknown` where there is none. */
  readonly text: 'same' | 'changed' | 'unknown';
  /** Whether the version in the head came after it; `unclear` where the days don't tell. */
  readonly version: 'this' | 'later' | 'unclear';
  /** Whoever approved it may not, as sms.yaml and the history say. */
  readonly mayNot: boolean;
}

/** Undefined where none is written. */
export function standingApproval(document: EvidenceDocument, entry: Entry, reader: Reader): Standing | undefined {
  const thing = reader
    .inside({ doc: document.key })
    .find((t) => APPROVALS.includes(t.sort) && t.path.length === entry.path.length && t.path.every((key, i) => key === entry.path[i]));
  if (!thing) return undefined;
  const [by, on] = [reader.at(thing, 'by'), dayAt(reader.at(thing, 'on'))];
  const content = reader.at(thing, 'content').text?.toLowerCase();
  const text = content === undefined ? 'unknown' : content === contentNow(thing, reader) ? 'same' : 'changed';
  const written = ['by', 'on', 'content', 'signed'].some((field) => reader.at(thing, field).written);
  if (!written) return undefined;
  return {
    by: by.text,
    name: nameIn(by, reader) ?? 'somebody',
    on,
    did: didWhat(thing),
    signed: reader.at(thing, 'signed').written,
    text,
    version: versionSince(thing, text, reader),
    mayNot: reader.find('person', by.text ?? '').some((person) => !wasEntitled(person, document, on ?? reader.today(), entry, reader)),
  };
}

/** What another side agreed to, where the text has changed since and the version has not. */
export function otherSideOf({ key }: EvidenceDocument, { path }: Entry, reader: Reader): Pick<Standing, 'name' | 'on' | 'did'> | undefined {
  const list = path.slice(0, -1).join('/');
  const others = reader.inside({ doc: key }).filter((t) => APPROVALS.includes(t.sort) && t.path.join('/') !== path.join('/'));
  const thing = others.find((t) => {
    const content = reader.at(t, 'content').text?.toLowerCase();
    const isBeside = path.length > 1 && t.path.slice(0, -1).join('/') === list;
    return isBeside && content !== undefined && content !== contentNow(t, reader) && isOfEarlierVersion(t, reader) === false;
  });
  if (!thing) return undefined;
  return { name: nameIn(reader.at(thing, 'by'), reader) ?? 'The other side', on: dayAt(reader.at(thing, 'on')), did: didWhat(thing) };
}

function versionSince(thing: Thing, text: Standing['text'], reader: Reader): Standing['version'] {
  const isLater = isOfEarlierVersion(thing, reader);
  if (isLater !== undefined) return isLater ? 'later' : 'this';
  const line = versionLine(thing, reader);
  const [made, on, today] = [line && dayAt(line.get('on')), dayAt(reader.at(thing, 'on')), reader.today()];
  // Approved, changed and given another version, all of it today.
  return text === 'changed' && made === today && on === today ? 'later' : 'unclear';
}

/** Of whom the manifest doesn't say what they may approve nobody can tell. */
function wasEntitled(person: Thing, document: EvidenceDocument, day: string, { ours }: Entry, reader: Reader): boolean {
  const isSaid = reader.at(person, 'mayApprove').items.length > 0;
  return (
    isSomebodyOn(person, day, reader) && (!isSaid || mayApprove(person, document, reader)) && (ours || !isAuthor(person, document, reader))
  );
}

/** Whether sms.yaml says that they may approve documents of that kind. */
export const mayApprove = (person: Thing, { kind }: EvidenceDocument, reader: Reader): boolean =>
  reader.at(person, 'mayApprove').items.some((item) => item.text === kind.kind);

/** Whether the history says that they wrote the version in the head. Nobody should approve what they wrote themselves. */
export function isAuthor({ id }: Thing, { key }: EvidenceDocument, reader: Reader): boolean {
  const root = reader.root({ doc: key });
  const version = root && reader.at(root, 'version').text;
  const lines = root ? reader.at(root, 'history').items : [];
  return lines.some((line) => line.get('version').text === version && line.get('by').text === id && !line.get('unchanged').isTrue);
}
