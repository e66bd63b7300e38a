// What a rule offers to settle its finding: another word in place of one, or a piece of the template where something is missing.
// Must not know any rule, kind or field by name.
import type { EvidenceFile } from '../assess/file';
import type { Mending } from '../assess/finding';
import { documentOf, type Files, type Located, locateSpot } from '../assess/located';
import type { Knowledge } from '../knowledge/knowledge';
import { valueAtPath } from '../knowledge/schema';
import { answered } from './answered';
import type { Begun, Fix } from './fix';
import { insertions } from './insert';
import { replaceWord } from './replace-word';
import { type Edit, toEdits } from './snippet';
import { writeField } from './write-field';

/** Never the preferred one: what was promised is the author's to decide. */
export function ruleFixes(finding: Located, own: EvidenceFile, knowledge: Knowledge, files: Files): Fix[] {
  const { mend } = finding.finding;
  const file = mend && (documentOf(mend.at.doc, new Map([[own.uri, own]])) ?? documentOf(mend.at.doc, files))?.file;
  const edits = mend && file ? editsOf(mend, file, knowledge) : [];
  if (!mend || !file || edits.length === 0) return [];
  const fix = { title: mend.title, kind: 'quickfix' as const, preferred: false, finding };
  if (file.uri === own.uri) return [{ ...fix, edits }];
  const begun = mend.to === undefined ? { begun: begunBy(edits, file.read.text) } : {};
  return [{ ...fix, edits: [], files: [{ is: 'edit', uri: file.uri, edits, ...begun }] }];
}

/** The text of another file after the edits, and the first question in what they write. */
function begunBy(edits: readonly Edit[], text: string): Begun {
  const after = edits.reduceRight((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text);
  const [first] = edits;
  const question = first && /<[^<>]*\?>/.exec(first.text);
  const start = question ? first.start + question.index : undefined;
  return { text: after, ...(question && start !== undefined && { asks: { start, end: start + question[0].length } }) };
}

function editsOf({ at, to, known = {} }: Mending, file: EvidenceFile, knowledge: Knowledge): readonly Edit[] {
  const files = new Map([[file.uri, file]]);
  const document = documentOf(at.doc, files)?.document.evidence;
  if (!document) return [];
  if (to === undefined) {
    return toEdits(insertions([at.path], document, file.read.text, knowledge.kinds).map((draft) => answered(draft, known)));
  }
  if (valueAtPath(document.written, at.path) === undefined) return writeField(document.yaml, file.read.text, at.path, to);
  const place = locateSpot(at, files);
  const replaced = place && replaceWord(file.read.text, place, to);
  return replaced ? [replaced.edit] : [];
}
