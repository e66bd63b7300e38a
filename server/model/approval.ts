// What stands behind an approval or agreement: who, when, to what text. Must not know who asks, nor any kind by name.
import { compareDates } from '../arithmetic/dates';
import { formats } from '../knowledge/formats';
import { schemaAt } from '../knowledge/schema';
import type { At } from './at';
import { contentHash } from './content';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { holdsOn } from './standing';

/** The sorts of such entries: one's own house approves, another side agrees. */
export const APPROVALS: readonly string[] = ['approval', 'agreement'];

/** The verb: somebody "agreed to" what has sides, and "approved" the rest. */
export const didWhat = ({ sort }: Thing): string => (sort === 'agreement' ? 'agreed to' : 'approved');

/** The path of what was approved: the document, or the part or item that the entry stands in. */
const subjectOf = ({ path }: Thing) =>
  path.slice(
    0,
    path.findLastIndex((key) => typeof key === 'string'),
  );

/** The document that was approved, or the part or item of it, as a cursor. */
export function approved(approval: Thing, pack: Reader): At | undefined {
  const root = pack.root(approval);
  return root && pack.at(root, ...subjectOf(approval));
}

/** The fingerprint of what was approved as it is now; undefined while a part of it can't be read. */
export function contentNow(approval: Thing, pack: Reader): string | undefined {
  const root = pack.root(approval);
  const kind = pack.knowledge.kinds.get(approval.frame.kind);
  if (!root || !kind || root.frame.broken !== '') return undefined;
  const path = subjectOf(approval);
  const { value: all } = pack.at(root);
  const schema = all === undefined ? undefined : schemaAt(kind.schema, path, all);
  const { value } = pack.at(root, ...path);
  return schema && value !== undefined ? contentHash(value, schema) : undefined;
}

/** Whether its text may change later only with another approval: a record goes on being written. */
export const isFixed = (approval: Thing, pack: Reader): boolean =>
  approval.frame.form === 'controlled' || (approval.frame.form === 'manifest' && isPart(approval, pack));

const isPart = (approval: Thing, pack: Reader): boolean => {
  const path = subjectOf(approval);
  return pack.inside(approval).some((t) => t.part && t.path.length === path.length && t.path.every((k, i) => k === path[i]));
};

/** A person's or representative's name where the id is known, else what is written. */
export function nameIn({ text }: At, pack: Reader): string | undefined {
  if (text === undefined) return undefined;
  const [person] = pack.target({ refers: ['person', 'representative'], id: text });
  return (person && pack.at(person, 'name').text) ?? text;
}

/** All by which the person in such a place is known: the id or name that is written, the name and the address of whom it means. */
export function whoIs({ text }: At, pack: Reader): readonly string[] {
  if (text === undefined) return [];
  const people = pack.target({ refers: ['person', 'representative'], id: text });
  return [text, ...people.flatMap((p) => ['name', 'contact'].flatMap((field) => pack.at(p, field).text ?? []))];
}

/** A day that is one, YYYY-MM-DD. */
export const dayAt = ({ text }: At): string | undefined => (text !== undefined && formats.date(text) ? text : undefined);

/** The line of the history that brought the version in the head; not one by which it was only looked through. */
export function versionLine(approval: Thing, pack: Reader): At | undefined {
  const subject = approved(approval, pack);
  return subject && versionOf(subject);
}

/** The same of a document, or of a part of it that has a history of its own. */
export function versionOf(subject: At): At | undefined {
  const version = subject.get('version').text;
  const lines = subject.get('history').items.filter((line) => !line.get('unchanged').isTrue);
  return version === undefined ? undefined : lines.find((line) => line.get('version').text === version);
}

/** Whether the first day of the validity is that of the version made on `made`: it may be that of an earlier one, left as it was. */
export const isOfThisVersion = (subject: At, made: string | undefined, from: string): boolean =>
  subject.get('history').items.filter((line) => !line.get('unchanged').isTrue).length < 2 || (made !== undefined && from >= made);

/** Whether the version in the head is later than the approval; undefined where nobody can tell, as of two versions made on its day. */
export function isOfEarlierVersion(approval: Thing, pack: Reader): boolean | undefined {
  const subject = approved(approval, pack);
  if (!subject?.get('history').written) return false;
  const line = versionLine(approval, pack);
  const [made, on] = [line && dayAt(line.get('on')), dayAt(pack.at(approval, 'on'))];
  if (made === undefined || on === undefined) return undefined;
  const version = subject.get('version').text;
  const isOneOfTwo = subject.get('history').items.some((l) => dayAt(l.get('on')) === on && l.get('version').text !== version);
  return made === on && isOneOfTwo ? undefined : compareDates(made, on) > 0;
}

/** The kind of what was approved: that of the document, or of the one that the part stands for. */
export function subjectKind(approval: Thing, pack: Reader): string {
  const { schema } = pack.knowledge.kinds.get(approval.frame.kind) ?? {};
  const part = schema && schemaAt(schema, subjectOf(approval));
  return part?.['x-is'] ?? approval.frame.kind;
}

/** Whether a person of the manifest had their roles on a day, YYYY-MM-DD. */
export const isSomebodyOn = (person: Thing, day: string, pack: Reader): boolean =>
  holdsOn({ from: pack.at(person, 'from').value ?? null, to: pack.at(person, 'until').value ?? null }, day);
