// What a rule offers to settle its finding: another word in place of one, or a piece of the template where something is missing.
// Must not know any rule, kind or field by name.
import type { EvidenceFile } from '../assess/file';
import type { Mending } from '../assess/finding';
import { documentOf, type Located, locateSpot } from '../assess/located';
import type { Knowledge } from '../knowledge/knowledge';
import { valueAtPath } from '../knowledge/schema';
import type { Fix } from './fix';
import { insertions } from './insert';
import { replaceWord } from './replace-word';
import { type Edit, toEdits } from './snippet';
import { writeField } from './write-field';

/** Never the preferred one: what was promised is the author's to decide. */
export function ruleFixes(finding: Located, file: EvidenceFile, knowledge: Knowledge): Fix[] {
  const { mend } = finding.finding;
  const edits = mend ? editsOf(mend, file, knowledge) : [];
  return mend && edits.length > 0 ? [{ title: mend.title, kind: 'quickfix', preferred: false, finding, edits }] : [];
}

function editsOf({ at, to }: Mending, file: EvidenceFile, knowledge: Knowledge): readonly Edit[] {
  const files = new Map([[file.uri, file]]);
  const document = documentOf(at.doc, files)?.document.evidence;
  if (!document) return [];
  if (to === undefined) return toEdits(insertions([at.path], document, file.read.text, knowledge.kinds));
  if (valueAtPath(document.written, at.path) === undefined) return writeField(document.yaml, file.read.text, at.path, to);
  const place = locateSpot(at, files);
  const replaced = place && replaceWord(file.read.text, place, to);
  return replaced ? [replaced.edit] : [];
}
