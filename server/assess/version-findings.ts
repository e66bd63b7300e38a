// What is wrong between the versions of one agreement, plan or other controlled document, and between such a document and its own
// history. Whichever kind it is; must not know any by name.
import { addDays } from '../arithmetic/dates';
import { fixedEnd } from '../arithmetic/term';
import { formats } from '../knowledge/formats';
import type { Knowledge } from '../knowledge/knowledge';
import type { At } from '../model/at';
import { auditPeriodOf } from '../model/manifest';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { termOf } from '../model/standing';
import { isWritten } from '../model/written';
import { fill } from '../rules/rule';
import { sortTitle } from './context';
import type { Finding } from './finding';
import { sayer } from './say';

/** `root` is a document as a whole. Drafts and what is withdrawn are passed over. */
export function versionFindings(root: Thing, knowledge: Knowledge, reader: Reader): readonly Finding[] {
  if (!isAgreed(root)) return [];
  const others = reader.find(root.sort, root.id).filter((t) => t.doc !== root.doc && isAgreed(t) && versionOf(t) !== versionOf(root));
  const older = others.filter((t) => isBefore(t, root)).sort((a, b) => (isBefore(a, b) ? -1 : 1));
  return [
    ...notInHistory(root, knowledge, reader),
    ...older.flatMap((o) => overlap(o, root, knowledge, reader)),
    ...older.flatMap((o) => outOfOrder(o, root, knowledge, reader)),
    ...gap(older, root, knowledge, reader),
  ];
}

const isAgreed = ({ frame: { form, says }, path }: Thing): boolean =>
  form === 'controlled' && path.length === 0 && says.status === 'agreed' && typeof says.version === 'string' && isWritten(says.version);

const versionOf = ({ frame }: Thing): string => String(frame.says.version);

/** It begins earlier; of two that begin on the same day it has the lower number, else its file comes first. */
function isBefore(a: Thing, b: Thing): boolean {
  if (startOf(a) !== startOf(b)) return startOf(a) < startOf(b);
  const order = compareVersions(versionOf(a), versionOf(b));
  return order === 0 ? a.doc < b.doc : order < 0;
}

const terms = ({ frame: { says } }: Thing) => [termOf(says.valid), termOf(says.term)];

/** The first day on which it holds; empty where nobody says one. */
const startOf = (thing: Thing): string =>
  terms(thing)
    .flatMap(({ from }) => (from !== undefined && formats.date(from) ? [from] : []))
    .sort()
    .at(-1) ?? '';

/** The last day, where there is one for certain. */
const endOf = (thing: Thing): string | undefined =>
  terms(thing)
    .flatMap((term) => fixedEnd(term) ?? [])
    .sort()[0];

/** Two versions hold on the same days: the older one goes on after the newer has begun. */
function overlap(older: Thing, newer: Thing, knowledge: Knowledge, reader: Reader): readonly Finding[] {
  const [start, end] = [startOf(newer), endOf(older)];
  // One without an end is to be withdrawn when the next one begins; until then nothing is wrong.
  if (end === undefined ? start > reader.today() : end < start) return [];
  const last = [end, endOf(newer)].filter((day) => day !== undefined).sort()[0];
  const day = start === '' ? '' : addDays(start, -1);
  const values = {
    kind: sortTitle(knowledge, newer.sort),
    id: newer.id,
    older: versionOf(older),
    newer: versionOf(newer),
    when: start === '' ? 'as neither says from when' : daysFrom(start, last),
    day,
  };
  const written = reader.at(older, 'valid', 'to');
  const at = [written, reader.at(older, 'valid'), reader.at(older, 'term'), reader.at(older, 'id')].find((a) => a.written) ?? written;
  const words = knowledge.findings.get('versions-overlap');
  const title = fill(words?.fix ?? '', values);
  const spot = { doc: written.doc, path: written.path, on: 'value' as const };
  return sayer(older.doc, knowledge)('versions-overlap', at.path, 'value', values).map((f) => ({
    ...f,
    because: because(from(newer, reader), words?.because, values),
    ...(written.written && title !== '' && startOf(older) <= day && { mend: { title, at: spot, to: day } }),
  }));
}

const daysFrom = (first: string, last: string | undefined): string =>
  last === undefined ? `from ${first} on` : last === first ? `on ${first}` : `from ${first} to ${last}`;

/** Days on which no version held, as far as they matter to the audit period; said where the newest of those before ended. */
function gap(older: readonly Thing[], newer: Thing, knowledge: Knowledge, reader: Reader): readonly Finding[] {
  const ends = older.map(endOf);
  if (ends.length === 0 || ends.includes(undefined)) return [];
  const end =
    ends
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? '';
  const before = older.find((t) => endOf(t) === end);
  const [first, last] = [addDays(end, 1), addDays(startOf(newer), -1)];
  if (!before || first > last || last < (auditPeriodOf(reader).from ?? '') || reader.at(newer, 'notes').written) return [];
  const values = {
    kind: sortTitle(knowledge, newer.sort),
    id: newer.id,
    older: versionOf(before),
    newer: versionOf(newer),
    when: daysFrom(first, last),
  };
  const words = knowledge.findings.get('versions-leave-a-gap');
  return sayer(newer.doc, knowledge)('versions-leave-a-gap', from(newer, reader).path, 'value', values).map((f) => ({
    ...f,
    because: because(
      reader.at(before, 'valid', 'to').written ? reader.at(before, 'valid', 'to') : from(before, reader),
      words?.because,
      values,
    ),
  }));
}

/** The one that holds later has the lower number. */
function outOfOrder(older: Thing, newer: Thing, knowledge: Knowledge, reader: Reader): readonly Finding[] {
  if (startOf(older) === '' || startOf(older) === startOf(newer) || compareVersions(versionOf(newer), versionOf(older)) >= 0) return [];
  const values = { kind: sortTitle(knowledge, newer.sort), id: newer.id, lower: versionOf(newer), higher: versionOf(older) };
  const words = knowledge.findings.get('version-out-of-order');
  return sayer(newer.doc, knowledge)('version-out-of-order', ['version'], 'value', values).map((f) => ({
    ...f,
    because: because(reader.at(older, 'version'), words?.because, values),
  }));
}

/** By their numbers; where these aren't all there is to it, nobody can tell which comes first. */
function compareVersions(a: string, b: string): number {
  const [ours, theirs] = [a, b].map((v) => v.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : Number.NaN)));
  if (!ours || !theirs || [...ours, ...theirs].some(Number.isNaN)) return 0;
  const i = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, k) => k).find((k) => (ours[k] ?? 0) !== (theirs[k] ?? 0));
  return i === undefined ? 0 : (ours[i] ?? 0) - (theirs[i] ?? 0);
}

/** The version at the top stands in the history, and where all lines have a day, none of a later day is about another version. */
function notInHistory(root: Thing, knowledge: Knowledge, reader: Reader): readonly Finding[] {
  const lines = reader.at(root, 'history').items.filter((line) => line.get('version').text !== undefined);
  const dayOf = (line: At) => line.get('on').text ?? '';
  const dated = lines.every((line) => formats.date(dayOf(line)));
  // Without days nobody can tell which way round they stand.
  const latest = dated ? lines.filter((line) => lines.every((other) => dayOf(other) <= dayOf(line))) : lines;
  const last = latest.at(-1);
  if (!last || latest.some((line) => line.get('version').text === versionOf(root))) return [];
  const version = versionOf(root);
  const known = lines.some((line) => line.get('version').text === version);
  const values = { kind: sortTitle(knowledge, root.sort), id: root.id, version, last: last.get('version').text ?? '' };
  const code = known ? 'version-not-the-latest' : 'version-not-in-history';
  const words = knowledge.findings.get(code);
  const add = { doc: root.doc, path: ['history', reader.at(root, 'history').items.length], on: 'value' as const };
  return sayer(root.doc, knowledge)(code, ['version'], 'value', values).map((f) => ({
    ...f,
    because: because(last.get('version'), words?.because, values),
    ...(words?.fix !== undefined && { mend: { title: fill(words.fix, values), at: add } }),
  }));
}

const from = (thing: Thing, reader: Reader): At =>
  [reader.at(thing, 'valid', 'from'), reader.at(thing, 'term', 'from')].find((at) => at.written) ?? reader.at(thing, 'version');

const because = (at: At, words: string | undefined, values: Readonly<Record<string, string>>): Finding['because'] =>
  words === undefined ? [] : [{ at: { doc: at.doc, path: at.path, on: 'value' }, message: fill(words, values) }];
