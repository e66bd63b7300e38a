// Findings beside another YAML server, which tells what is wrong with YAML itself: of that only the consequence is ours to tell.
// Must not know the wire.
import type { EvidenceFile } from '../assess/file';
import type { Located } from '../assess/located';
import type { Knowledge } from '../knowledge/knowledge';
import { LineIndex } from '../model/line-index';
import { fill } from '../rules/rule';
import { listed } from '../rules/words';

/** Without faults of YAML; for each document that holds some, one finding says what of it was not checked. */
export function besideAnother(found: readonly Located[], file: EvidenceFile, knowledge: Knowledge): Located[] {
  const isSyntax = ({ finding }: Located) => knowledge.findings.get(finding.code)?.syntax === true;
  const hidden = found.filter(isSyntax);
  if (hidden.length === 0) return [...found];
  const lines = new LineIndex(file.read.text);
  const unread = file.documents.flatMap(({ yaml, evidence }): Located[] => {
    const first = hidden.find(({ at }) => yaml.start <= at.start && (at.start < yaml.end || yaml.end === file.read.text.length));
    if (!first || evidence?.broken.length === 0) return [];
    const what = evidence ? listed([...new Set(evidence.broken)].map((key) => `"${key}"`)) : 'this document';
    return [{ ...first, finding: notChecked(what, lines.positionAt(first.at.start).line + 1, first, knowledge) }];
  });
  return [...found.filter((l) => !isSyntax(l)), ...unread].sort((a, b) => a.at.start - b.at.start);
}

function notChecked(what: string, line: number, { finding, at }: Located, knowledge: Knowledge): Located['finding'] {
  const words = knowledge.findings.get('not-checked');
  const values = { what, line: String(line) };
  return {
    code: 'not-checked',
    demands: finding.demands,
    severity: words?.severity ?? 'error',
    message: fill(`${words?.says ?? ''} ${words?.do ?? ''}`, values),
    values,
    because: [],
    range: { start: at.start, end: at.end },
  };
}
