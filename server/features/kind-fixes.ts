// For a file that is named as evidence and doesn't say what it is: writes the kind, or where nothing is written its template.
// Must not know any kind by name.
import type { EvidenceFile } from '../assess/file';
import type { Located } from '../assess/located';
import type { Knowledge } from '../knowledge/knowledge';
import type { Reader } from '../model/reader';
import type { Fix } from './fix';
import { toEdits } from './snippet';
import { eolOf, lineStart } from './style';
import { idIn, templateTokens } from './template';

export function kindFixes(finding: Located, { uri, read, documents }: EvidenceFile, knowledge: Knowledge, reader: Reader): Fix[] {
  const kind = finding.finding.code === 'missing-kind' && knowledge.kinds.get(finding.finding.values.kind ?? '');
  if (!kind) return [];
  const { text } = read;
  const eol = eolOf(text);
  const fix = { kind: 'quickfix', preferred: true, finding } as const;
  if (documents.every((d) => d.yaml.fields.length === 0)) {
    const open = text !== '' && !text.endsWith('\n') ? [eol] : [];
    const tokens = [...open, ...templateTokens(kind, idIn(uri), eol, reader)];
    return [
      { ...fix, title: `Start a ${kind.title} from its template`, edits: toEdits([{ start: text.length, end: text.length, tokens }]) },
    ];
  }
  const at = lineStart(text, finding.at.start);
  if (text.slice(at, finding.at.start).trim() !== '') return [];
  return [{ ...fix, title: `Add kind: ${kind.kind}`, edits: toEdits([{ start: at, end: at, tokens: [`kind: ${kind.kind}${eol}`] }]) }];
}
