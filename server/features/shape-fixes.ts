// For a value of another shape than its field: one word where a list belongs, bullets in place of dashes, a list of one word
// where a word belongs, a value that a comma inside braces cut in two. Must not know any kind or field by name.
import type { EvidenceFile } from '../assess/file';
import { documentOf, type Located } from '../assess/located';
import { schemaAt, valueAtPath } from '../knowledge/schema';
import { nodeAt } from '../model/position';
import { flowText, quoted } from '../model/yaml-text';
import { mapWithKeyAt } from './entries';
import type { Fix } from './fix';
import type { Edit } from './snippet';
import { lineStart } from './style';
import { lineEnd, nextLine } from './surroundings';

export function shapeFixes(finding: Located, file: EvidenceFile): Fix[] {
  const { code } = finding.finding;
  const offer = code === 'wrong-type' ? reshaped(finding, file) : code === 'comma-in-braces' ? whole(finding, file) : undefined;
  return offer ? [{ ...offer, kind: 'quickfix', preferred: true, finding }] : [];
}

type Offer = Pick<Fix, 'title' | 'edits' | 'safe'>;

function reshaped({ finding, at }: Located, file: EvidenceFile): Offer | undefined {
  if (!('at' in finding)) return undefined;
  const document = documentOf(finding.at.doc, new Map([[file.uri, file]]))?.document.evidence;
  const schema = document && schemaAt(document.kind.schema, finding.at.path, document.data);
  const value = document && valueAtPath(document.data, finding.at.path);
  const node = document && nodeAt(document.yaml, finding.at.path)?.node;
  const { text } = file.read;
  if (!schema || !node || text[at.start] === '*') return undefined;
  const ofWords = schema.items && !schema.items.types.includes('object');
  if (schema.types.includes('array') && ofWords && typeof value === 'string' && node.type === 'scalar') {
    const edits = dashed(text, at.start, at.end);
    if (edits) return { title: 'Begin the entries with dashes', safe: true, edits };
    if (text.slice(at.start, at.end).includes('\n')) return undefined;
    const words = value.split(/\s*[,;]\s*/).filter(Boolean);
    return {
      title: `Write it as a list: ${flowText(words)}`,
      safe: words.length === 1,
      edits: [{ start: at.start, end: at.end, text: flowText(words) }],
    };
  }
  const [only, ...more] = Array.isArray(value) ? value : [];
  if (schema.types.includes('string') && typeof only === 'string' && more.length === 0 && node.type === 'list' && node.flow)
    return {
      title: `Write it without brackets: ${only}`,
      safe: true,
      edits: [{ start: at.start, end: at.end, text: flowText(only, true) }],
    };
  return undefined;
}

const MARK = /^(?:[-–—•●▪◦·*])\s*(?=\S)/;

/** The lines of a text that all begin like entries of a list, with a dash and a space each; undefined where they don't. */
function dashed(text: string, start: number, end: number): Edit[] | undefined {
  if (text.slice(lineStart(text, start), start).trim() !== '') return undefined;
  const edits: Edit[] = [];
  for (let line = lineStart(text, start); line < end; line = nextLine(text, line)) {
    const indent = /^ */.exec(text.slice(line))?.[0].length ?? 0;
    const mark = MARK.exec(text.slice(line + indent, lineEnd(text, line)))?.[0];
    if (mark === undefined) return undefined;
    if (mark !== '- ') edits.push({ start: line + indent, end: line + indent + mark.length, text: '- ' });
  }
  return edits.length > 0 ? edits : undefined;
}

/** The value with what a comma cut off, in quotes. */
function whole({ at }: Located, file: EvidenceFile): Offer | undefined {
  const { text } = file.read;
  const yaml = file.documents.find(({ yaml: y }) => y.start <= at.start && at.start < y.end)?.yaml;
  const map = yaml && mapWithKeyAt(yaml, at.start);
  const index = map?.entries.findIndex((e) => e.start === at.start) ?? -1;
  const entry = map?.entries[index - 1];
  const first = entry && text.slice(entry.valueStart, entry.end);
  if (!entry || !first || /^["'[{|>*&!]/.test(first) || /\n/.test(text.slice(entry.valueStart, at.end))) return undefined;
  const value = text.slice(entry.valueStart, at.end);
  return { title: `Put "${value}" in quotes`, safe: true, edits: [{ start: entry.valueStart, end: at.end, text: quoted(value, '"') }] };
}
