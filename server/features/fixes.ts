// What an editor offers to do about findings: write what is missing, all of it at once, or the word that was meant.
// Must not know any demand, kind or field by name.
import { contentFindings } from '../assess/contents';
import { clauseOf, editionOf } from '../assess/context';
import type { EvidenceFile, FileFinding } from '../assess/file';
import { missed } from '../assess/finding';
import type { Files, Located } from '../assess/located';
import { missingIn } from '../assess/missing';
import type { Knowledge } from '../knowledge/knowledge';
import { type Path, valueAtPath } from '../knowledge/schema';
import type { EvidenceDocument } from '../model/document';
import { asWritten, exportAt } from '../model/expand';
import type { Reader } from '../model/reader';
import { listed } from '../rules/words';
import { isAboutApproval } from './approval-entry';
import { approvings } from './approve';
import { faultFixes } from './fault-fixes';
import { fileFixes } from './file-fixes';
import type { Fix } from './fix';
import { hoursFixes } from './hours-fixes';
import { asksAlready, insertions } from './insert';
import { kindFixes } from './kind-fixes';
import { moveFixes } from './move-fixes';
import { referenceFixes } from './reference-fixes';
import { ruleFixes } from './rule-fixes';
import { shapeFixes } from './shape-fixes';
import { type Edit, toEdits } from './snippet';
import { waivings } from './waive';
import { wordFixes } from './word-fixes';

export type { Fix } from './fix';

/** The fixes for some findings of a file, the likeliest first; `located` as an editor shows them, `files` all of the SMS. */
export function fixes(
  read: EvidenceFile,
  located: readonly Located[],
  knowledge: Knowledge,
  reader: Reader,
  files: Files = new Map([[read.uri, read]]),
): Fix[] {
  const file = withoutRows(read);
  const own = located.filter((l) => l.at.uri === file.uri);
  const asking = { file, knowledge, reader };
  const words = own.flatMap((l) => [
    ...wordFixes(l, file),
    ...faultFixes(l, file),
    ...shapeFixes(l, file),
    ...moveFixes(l, file),
    ...kindFixes(l, file, knowledge, reader),
  ]);
  // What reaches beyond this place comes last.
  const beyond = own.flatMap((l) => [
    ...hoursFixes(l, file, knowledge, reader),
    ...fileFixes(l, file, knowledge, reader),
    ...referenceFixes(l, files, knowledge, reader),
  ]);
  // What was promised or approved is the author's to decide, so that it comes behind what is plainly missing.
  const decided = own.flatMap((l) => [...ruleFixes(l, file, knowledge, files), ...approvalFixes(l, asking)]);
  const waived = own.flatMap((l) => waivings(l, knowledge, reader, files));
  const missing = [...own.flatMap((l) => missingFixes(l, asking)), ...wholeDocuments(own, asking)];
  return onePreferred([...words, ...missing, ...decided, ...beyond, ...waived]);
}

/** The edits of all fixes that leave no choice, none over another. */
export function safely(all: readonly Fix[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { safe, edits } of all) {
    const free = edits.every((e) => taken.every((t) => e.end < t.start || t.end < e.start));
    if (safe && free) taken.push(...edits);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** At one place only the first can be the one to take without looking. */
function onePreferred(all: readonly Fix[]): Fix[] {
  const overlap = (a: Located['at'], b: Located['at']) => a.start === b.start || (a.start < b.end && b.start < a.end);
  return all.map((fix, i) => {
    const earlier = fix.preferred && all.slice(0, i).some((f) => f.preferred && overlap(f.finding.at, fix.finding.at));
    return earlier ? { ...fix, preferred: false } : fix;
  });
}

interface Asking {
  readonly file: EvidenceFile;
  readonly knowledge: Knowledge;
  readonly reader: Reader;
}

const documentOf = (finding: FileFinding, file: EvidenceFile): EvidenceDocument | undefined =>
  'at' in finding ? file.documents.find((d) => d.evidence?.key === finding.at.doc)?.evidence : undefined;

/** The rows of exports are not written in it. */
const withoutRows = (file: EvidenceFile): EvidenceFile => ({
  ...file,
  documents: file.documents.map((d) => (d.evidence ? { ...d, evidence: asWritten(d.evidence) } : d)),
});

function missingFixes(located: Located, asking: Asking): Fix[] {
  const { finding, whole } = located;
  const document = documentOf(finding, asking.file);
  const paths = missed(finding);
  if (!document || paths.length === 0) return [];
  const write = (title: string, of: readonly Path[], preferred: boolean) => adding(title, of, preferred, located, document, asking);
  if (!whole) return write(titleOf(finding, asking), paths, true);
  const each = whole.flatMap((f) => write(titleOf(f, asking), missed(f), false));
  return [...write(`Add all ${whole.length} missing contents`, paths, true), ...each];
}

/** Whoever may, approves it: where the approval is missing, or is not right. */
function approvalFixes(located: Located, { file, knowledge, reader }: Asking): Fix[] {
  const { finding } = located;
  const document = documentOf(finding, file);
  const about = 'at' in finding ? [...missed(finding), ...(finding.missing ? [] : [finding.at.path])] : [];
  if (!document || !isAboutApproval(document, about)) return [];
  return approvings(document, file, knowledge, reader).map(({ title, edits }) => ({
    title,
    kind: 'quickfix',
    preferred: false,
    finding: located,
    edits,
  }));
}

function adding(
  title: string,
  paths: readonly Path[],
  preferred: boolean,
  finding: Located,
  document: EvidenceDocument,
  { file, knowledge }: Asking,
): Fix[] {
  const edits = toEdits(insertions(paths, document, file.read.text, knowledge.kinds));
  return edits.length === 0 ? [] : [{ title, kind: 'quickfix', preferred, finding, edits }];
}

/** The result, with the clause that asks for it. */
function titleOf(finding: FileFinding, { knowledge, reader }: Asking): string {
  const fields = listed(missed(finding).map((path) => String(path.at(-1))));
  const { kind, id } = finding.values;
  const item = 'at' in finding && finding.at.path.length > 0 && kind !== undefined && id !== undefined ? ` to ${kind} "${id}"` : '';
  const demand = knowledge.demands.find((d) => d.id === finding.demands[0]);
  return `Add ${fields}${item}${demand ? ` (${clauseOf(demand, editionOf(reader))})` : ''}`;
}

/** All that a document lacks, where that is more than one of the findings here says. */
function wholeDocuments(located: readonly Located[], asking: Asking): Fix[] {
  const { file, knowledge, reader } = asking;
  return file.documents.flatMap(({ evidence }) => {
    const here = located.filter((l) => missed(l.finding).length > 0 && documentOf(l.finding, file) === evidence);
    const [first] = here;
    if (!evidence || !first) return [];
    const all = lacksOf(evidence, knowledge, reader);
    if (all.length < 2 || here.some((l) => (l.whole?.length ?? 1) >= all.length)) return [];
    return adding(`Add all ${all.length} missing contents of this document`, all.flat(), false, first, evidence, asking);
  });
}

function lacksOf(document: EvidenceDocument, knowledge: Knowledge, reader: Reader): readonly (readonly Path[])[] {
  const root = reader.root({ doc: document.key });
  const things = [...(root ? reader.find(root.sort, root.id).filter((t) => t === root) : []), ...reader.inside({ doc: document.key })];
  const contents = things.flatMap((thing) => missingIn(thing, { knowledge, reader, rules: [] })).map((m) => m.paths);
  const fields = contentFindings(document, knowledge).map(missed);
  const seen = new Set<string>();
  return [...contents, ...fields].filter((paths) => {
    const open = paths.filter((p) => !exportAt(document, p) && !asksAlready(valueAtPath(document.data, p)) && !seen.has(p.join('.')));
    for (const p of open) seen.add(p.join('.'));
    return open.length > 0;
  });
}
