// A file as read: its YAML documents, what each of them is, and what is wrong with the file before any demand is asked.
// Must not know any kind by name, nor where the text came from.
import type { Knowledge } from '../knowledge/knowledge';
import { type Converter, type EvidenceDocument, toDocument, wordOf } from '../model/document';
import { constantAt, expanded, exportAt } from '../model/expand';
import type { Around } from '../model/export';
import { foreignFormat } from '../model/foreign';
import { isLimit } from '../model/limits';
import type { Fault, ReadText, YamlDocument } from '../model/node';
import { readText } from '../model/read';
import { type Class, classify, suffixOf } from './classify';
import { sortTitle } from './context';
import type { FileFinding, Finding, TextFinding } from './finding';
import { hiddenText } from './hidden';
import { onceEach } from './once';
import { sayer } from './say';

export type { FileFinding, TextFinding } from './finding';

export interface EvidenceFile {
  readonly uri: string;
  readonly read: ReadText;
  readonly documents: readonly FileDocument[];
  /** Why its text could not be had, in words. */
  readonly unreadable?: string;
  /** What it is instead of YAML, in words: nothing in it is read. */
  readonly foreign?: string;
}

export interface FileDocument {
  readonly yaml: YamlDocument;
  readonly class: Class;
  /** Present where the class is evidence. */
  readonly evidence?: EvidenceDocument;
}

/** What a file is read with. */
export interface Reading {
  readonly knowledge: Knowledge;
  readonly converter: Converter;
  /** Where the rows of exports come from. */
  readonly around: Around;
}

/** Reads a text; what is the same as in `before` is taken over. Of what is unreadable the text is what it begins with. */
export function readFile(
  uri: string,
  text: string,
  { knowledge, converter, around }: Reading,
  before?: EvidenceFile,
  unreadable?: string,
): EvidenceFile {
  const foreign = foreignFormat(text);
  if (foreign !== undefined) return { uri, read: { ...readText(''), text }, documents: [], foreign };
  const read = readText(unreadable === undefined ? text : '', before?.read);
  const documents = read.documents.map((yaml, i): FileDocument => {
    const of = classify(yaml, uri, knowledge);
    if (of.is !== 'evidence') return { yaml, class: of };
    const key = `${uri}#${i}`;
    const id = wordOf(yaml.fields, 'id') ?? (of.kind.form === 'manifest' ? of.kind.kind : key);
    const previous = before?.documents[i]?.evidence;
    const document = toDocument({ key, uri, kind: of.kind, id }, yaml, converter, previous);
    return { yaml, class: of, evidence: expanded(document, converter, around, previous) };
  });
  return { uri, read, documents, ...(unreadable !== undefined && { unreadable }) };
}

/** Everything found in a file, in no particular order; `judged` gives what was found in a document by its key. */
export function fileFindings(file: EvidenceFile, judged: (doc: string) => readonly Finding[], knowledge: Knowledge): FileFinding[] {
  return [
    ...unreadFindings(file, knowledge),
    ...emptyFindings(file, knowledge),
    ...file.documents.flatMap((d) => documentFindings(d, file, judged, knowledge)),
  ];
}

/** A file whose name says evidence, and that holds nothing yet: a hint, as in a draft. */
function emptyFindings({ uri, documents, read, unreadable, foreign }: EvidenceFile, knowledge: Knowledge): TextFinding[] {
  const suffix = suffixOf(uri, knowledge);
  const isEmpty = documents.every((d) => d.yaml.fields.length === 0 && !d.yaml.other && d.yaml.faults.length === 0);
  if (suffix === undefined || !isEmpty || read.faults.length > 0 || (unreadable ?? foreign) !== undefined) return [];
  const found = placed(
    sayer(uri, knowledge)('missing-kind', [], 'value', { kind: suffix, title: sortTitle(knowledge, suffix) }),
    undefined,
  );
  return found.map((f) => ({ ...f, severity: 'hint' }));
}

function documentFindings(
  { yaml, class: of, evidence }: FileDocument,
  { uri, documents, read }: EvidenceFile,
  judged: (doc: string) => readonly Finding[],
  knowledge: Knowledge,
): FileFinding[] {
  // Nothing of a document that goes beyond the limits is read, so what it is can be told by its text only.
  const refused = yaml.faults.some(isLimit) && seemsOurs(uri, read.text.slice(yaml.start, yaml.end), knowledge);
  if (of.is === 'foreign' && !refused) return [];
  const faults = yaml.faults.map((f) => faultFinding(f, knowledge));
  if (of.is === 'foreign') return faults;
  const say = sayer(evidence?.key ?? uri, knowledge);
  if (of.is === 'unknown kind')
    return [...faults, ...placed(say('unknown-kind', [], 'value', { kind: of.word }, of.suggest, of.certain), yaml)];
  if (of.is === 'misspelt key')
    return [...faults, ...misspelt(say('kind-misspelt', [], 'key', { key: of.key }, ['kind'], true), of.key, yaml)];
  if (of.is === 'no kind')
    return [...faults, ...placed(say('missing-kind', [], 'value', { kind: of.suffix, title: sortTitle(knowledge, of.suffix) }), yaml)];
  const suffix = suffixOf(uri, knowledge);
  const differs = suffix !== undefined && documents.length === 1 && suffix !== of.kind.kind;
  return [
    ...faults,
    ...(evidence ? [...onceEach(ownFindings(evidence, judged(evidence.key))), ...hiddenText(evidence, read.text, knowledge)] : []),
    ...(differs ? say('kind-differs-from-name', ['kind'], 'value', { kind: of.kind.title, suffix: sortTitle(knowledge, suffix) }) : []),
  ];
}

/** Without those in the rows of exports; what is written once for all rows is said once. */
function ownFindings(evidence: EvidenceDocument, all: readonly Finding[]): readonly Finding[] {
  if (evidence.exports.length === 0) return all;
  return all.flatMap((f) => {
    const path = constantAt(evidence, f.at.path) ?? f.at.path;
    return exportAt(evidence, path) ? [] : [{ ...f, at: { ...f.at, path } }];
  });
}

/** What could not be read counts only where the file's name or the first lines say that it is evidence. */
function seemsOurs(uri: string, text: string, knowledge: Knowledge): boolean {
  const kind = /^kind:[ \t]*([a-z-]+)/m.exec(text.slice(0, 2000))?.[1] ?? '';
  return suffixOf(uri, knowledge) !== undefined || knowledge.kinds.has(kind);
}

/** Why a file was not read at all. */
function unreadFindings({ uri, read, unreadable, foreign }: EvidenceFile, knowledge: Knowledge): TextFinding[] {
  if (!seemsOurs(uri, read.text, knowledge)) return [];
  if (foreign !== undefined) return placed(sayer(uri, knowledge)('not-yaml', [], 'value', { format: foreign }), undefined);
  if (unreadable !== undefined) return placed(sayer(uri, knowledge)('unreadable', [], 'value', { reason: unreadable }), undefined);
  return read.faults.map((f) => faultFinding(f, knowledge));
}

const faultFinding = ({ id, values, start, end }: Fault, knowledge: Knowledge): TextFinding =>
  withRange(sayer('', knowledge)(id, [], 'value', values), { start, end })[0] as TextFinding;

const withRange = (findings: readonly Finding[], range: TextFinding['range']): TextFinding[] =>
  findings.map(({ at: _at, ...rest }) => ({ ...rest, range }));

const misspelt = (findings: readonly Finding[], key: string, yaml: YamlDocument): TextFinding[] =>
  yaml.fields
    .filter((f) => f.key === key)
    .slice(0, 1)
    .flatMap((f) => withRange(findings, { start: f.offset + f.keyStart, end: f.offset + f.keyEnd }));

/** On the word of the document's kind, else on its first key, else at its start. */
function placed(findings: readonly Finding[], yaml: YamlDocument | undefined): TextFinding[] {
  const kind = yaml?.fields.findLast((f) => f.key === 'kind');
  const first = yaml?.fields[0];
  if (kind) return withRange(findings, { start: kind.offset + kind.value.start, end: kind.offset + kind.value.end });
  if (first) return withRange(findings, { start: first.offset + first.keyStart, end: first.offset + first.keyEnd });
  return withRange(findings, { start: yaml?.start ?? 0, end: yaml?.start ?? 0 });
}
