// From spots in documents to places in texts, and findings as they are shown: in the order of the text, many missing contents in
// one place as one. Must not know editors or terminals.
import type { Knowledge } from '../knowledge/knowledge';
import type { Path } from '../knowledge/schema';
import { constantAt, exportAt } from '../model/expand';
import type { Export } from '../model/export';
import type { Node } from '../model/node';
import { locate, nodeAt } from '../model/position';
import { fill } from '../rules/rule';
import { listed } from '../rules/words';
import type { EvidenceFile, FileFinding } from './file';
import type { Spot } from './finding';

/** More of them in one place are shown as one. */
const MOST = 3;

/** A stretch of a text: offsets in UTF-16 units. */
export interface Stretch {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

export interface Located {
  readonly finding: FileFinding;
  readonly at: Stretch;
  readonly because: readonly (Stretch & { readonly message: string })[];
  /** For several missing contents shown as one: each by itself. */
  readonly whole?: readonly FileFinding[];
}

export type Files = ReadonlyMap<string, EvidenceFile>;

/** The file of a document's key, and the document in it. */
export function documentOf(key: string, files: Files) {
  const hash = key.lastIndexOf('#');
  const file = files.get(key.slice(0, hash));
  const document = file?.documents[Number(key.slice(hash + 1))];
  return file && document && { file, document };
}

/** Where a spot is written now; what isn't written is shown on what is nearest above it. */
export function locateSpot({ doc, path, on }: Spot, files: Files): Stretch | undefined {
  const found = documentOf(doc, files);
  if (!found) return undefined;
  const { yaml, evidence } = found.document;
  const constant = evidence && constantAt(evidence, path);
  if (constant) return locateSpot({ doc, path: constant, on }, files);
  const row = evidence && exportAt(evidence, path);
  if (row) return locateCell(row.of, row.below, on);
  const at = (range: { start: number; end: number }): Stretch => ({ uri: found.file.uri, start: range.start, end: range.end });
  const place = path.length === 0 ? undefined : locate(yaml, path);
  if (path.length > 0 && !place) return locateSpot({ doc, path: path.slice(0, -1), on: 'head' }, files);
  if (place && on !== 'head') return at(on === 'key' ? (place.key ?? place.value) : place.value);
  if (place?.key) return at(place.key);
  const node = nodeAt(yaml, path)?.node;
  const first = path.length > 0 && node?.type === 'map' ? locate(yaml, [...path, node.entries[0]?.key ?? ''])?.key : undefined;
  return at(first ?? place?.value ?? locate(yaml, ['kind'])?.value ?? { start: yaml.start, end: yaml.start });
}

/** In the export's own text; what isn't written in a row is shown on its first value. */
function locateCell({ uri = '', items }: Export, [index, ...below]: Path, on: Spot['on']): Stretch | undefined {
  const item = items[Number(index)];
  let node: Node | undefined = item;
  for (const key of below) {
    if (node?.type === 'map') node = node.entries.findLast((e) => e.key === key)?.value;
    else node = node?.type === 'list' && typeof key === 'number' ? node.items[key] : undefined;
  }
  const whole = below.length === 0 || !node || on === 'head';
  const shown = whole ? (item?.entries.toSorted((a, b) => a.value.start - b.value.start)[0]?.value ?? item) : node;
  return shown && { uri, start: shown.start, end: shown.end };
}

/** Findings of one file with their places, in the order of the text. With `group`, as editors and terminals show them. */
export function locateAll(
  findings: readonly FileFinding[],
  file: EvidenceFile,
  files: Files,
  knowledge: Knowledge,
  group: boolean,
): Located[] {
  const shown: { finding: FileFinding; whole?: readonly FileFinding[] }[] = group
    ? grouped(findings, knowledge)
    : findings.map((finding) => ({ finding }));
  const located = shown.map(({ finding, whole }): Located => {
    const at =
      'range' in finding ? { uri: file.uri, ...finding.range } : (locateSpot(finding.at, files) ?? { uri: file.uri, start: 0, end: 0 });
    const because = finding.because.flatMap((b) => {
      const place = locateSpot(b.at, files);
      return place ? [{ ...place, message: b.message }] : [];
    });
    return { finding, at, because, ...(whole && { whole }) };
  });
  const order = new Map(knowledge.demands.map((d) => [d.id, d.order]));
  const rank = ({ finding }: Located) => (finding.missing ? Math.min(...finding.demands.map((d) => order.get(d) ?? 0)) : order.size);
  const sorted = located.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || rank(a) - rank(b) || compareText(key(a), key(b)));
  return group ? rowsAsOne(sorted) : sorted;
}

/** Of many rows with the same fault in the same column the first, with how many more there are. */
function rowsAsOne(sorted: readonly Located[]): Located[] {
  const rows = new Map<string, Located[]>();
  for (const l of sorted) {
    const alike = alikeOf(l);
    if (alike !== undefined) {
      const same = rows.get(alike);
      if (same) same.push(l);
      else rows.set(alike, [l]);
    }
  }
  return sorted.flatMap((l): Located[] => {
    const all = rows.get(alikeOf(l) ?? '') ?? [];
    if (all.length <= MOST) return [l];
    const more = `The same is wrong in ${(all.length - 1).toLocaleString('en-US')} more rows of this file.`;
    return all[0] === l ? [{ ...l, finding: { ...l.finding, message: `${l.finding.message} ${more}` } }] : [];
  });
}

/** For a terminal, where nothing is underlined: of many open questions of one document the first, with how many more there are. */
export function questionsAsOne(sorted: readonly Located[]): Located[] {
  const open = sorted.filter(({ finding }) => finding.code === 'unanswered' && !finding.waived);
  const docOf = ({ finding }: Located) => ('at' in finding ? finding.at.doc : '');
  return sorted.flatMap((l): Located[] => {
    const all = open.includes(l) ? open.filter((o) => docOf(o) === docOf(l)) : [];
    if (all.length <= MOST) return [l];
    const more = `${all.length - 1} more questions of this document are still open.`;
    return all[0] === l ? [{ ...l, finding: { ...l.finding, message: `${l.finding.message} ${more}` } }] : [];
  });
}

/** Missing contents of one row, shown as one, are alike where the same ones are missing. */
const alikeOf = ({ finding, whole = [finding] }: Located): string | undefined =>
  finding.alike && !finding.waived ? `${finding.severity} ${whole.map((f) => f.alike).join()}` : undefined;

const key = ({ finding }: Located) => `${finding.code} ${finding.missing?.join() ?? ''} ${finding.message}`;
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function grouped(findings: readonly FileFinding[], knowledge: Knowledge): { finding: FileFinding; whole?: readonly FileFinding[] }[] {
  const places = new Map<string, FileFinding[]>();
  for (const f of findings) {
    if (!f.missing || f.waived || !('at' in f)) continue;
    const place = `${f.at.doc}/${f.at.path.join('/')}/${f.severity}`;
    places.set(place, [...(places.get(place) ?? []), f]);
  }
  const many = [...places.values()].filter((group) => group.length > MOST);
  const members = new Set(many.flat());
  return [
    ...findings.filter((f) => !members.has(f)).map((finding) => ({ finding })),
    ...many.map((group) => ({ finding: asOne(group, knowledge), whole: group })),
  ];
}

function asOne(group: readonly FileFinding[], knowledge: Knowledge): FileFinding {
  const [first] = group;
  if (!first) throw new Error('a group of findings is never empty');
  const words = knowledge.findings.get('missing-contents');
  const fields = listed(group.flatMap((f) => f.missing ?? []).map((p) => String(p.at(-1))));
  const values = { ...first.values, count: String(group.length), fields };
  return {
    ...first,
    code: 'missing-contents',
    demands: [...new Set(group.flatMap((f) => f.demands))],
    message: fill(`${words?.says ?? ''} ${words?.do ?? ''}`, values).trim(),
    values,
    missing: group.flatMap((f) => f.missing ?? []),
  };
}
