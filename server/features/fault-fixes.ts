// For slips of the pen that YAML stumbles over: a space, a comma, a quote where it belongs, and no tabs.
// Must not know any kind or field by name.
import type { EvidenceFile } from '../assess/file';
import type { Located } from '../assess/located';
import { versionsAt } from '../model/merging';
import { quoted } from '../model/yaml-text';
import { mapWithKeyAt, stretchOf } from './entries';
import type { Fix } from './fix';
import type { Edit } from './snippet';
import { eolOf, lineStart } from './style';
import { lineEnd, nextLine } from './surroundings';

type Offer = Pick<Fix, 'title' | 'edits'> & { readonly preferred?: boolean; readonly safe?: boolean };
type Mend = (at: Located['at'], file: EvidenceFile) => readonly Offer[];

/** By the finding's code. */
const MENDS: Readonly<Record<string, Mend>> = {
  'no-space-after-colon': afterColon,
  'glued-field': afterColon,
  'no-space-after-dash': afterDash,
  'missing-comma': comma,
  'open-quote': closedQuote,
  'second-colon': inQuotes,
  'needs-quotes': inQuotes,
  'tab-indent': spaces,
  'duplicate-key': onlyOne,
  'second-document': marker,
  'merge-conflict': oneVersion,
  'hidden-text': shownText,
  'key-without-colon': colon,
};

export function faultFixes(finding: Located, file: EvidenceFile): Fix[] {
  const offers = MENDS[finding.finding.code]?.(finding.at, file) ?? [];
  return offers.map(({ preferred = true, ...offer }) => ({ ...offer, kind: 'quickfix', preferred, finding }));
}

const insert = (at: number, text: string): Edit => ({ start: at, end: at, text });

function afterColon({ start, end }: Located['at'], { read: { text } }: EvidenceFile): Offer[] {
  const behind = /^[^\s:"'[{]+:/.exec(text.slice(start, end))?.[0].length;
  if (behind === undefined) return [];
  const at = start + behind;
  const hard = /^[\u00a0\u202f]+/.exec(text.slice(at))?.[0].length ?? 0;
  return [{ title: `Write "${text.slice(start, at)} " with a space`, safe: true, edits: [{ start: at, end: at + hard, text: ' ' }] }];
}

function afterDash({ start }: Located['at'], { read: { text } }: EvidenceFile): Offer[] {
  if (text[start] !== '-') return [];
  const word = text.slice(start + 1, lineEnd(text, start)).split(/[\s:]/)[0] ?? '';
  return [{ title: `Write "- ${word}" with a space`, safe: true, edits: [insert(start + 1, ' ')] }];
}

function comma({ start, end }: Located['at'], { read: { text } }: EvidenceFile): Offer[] {
  const found = text.slice(start, end);
  // Before the word that a colon follows; where there is none the fault is on what should have stood behind the comma.
  const gap = /\s+(?=[^\s:,{}[\]]+:(?:\s|$))/.exec(found);
  const at = gap ? start + gap.index : text.slice(0, start).trimEnd().length;
  const behind =
    text
      .slice(at)
      .trimStart()
      .split(/[\s,\]}]/)[0] ?? '';
  return text.slice(at, at + 1) === ','
    ? []
    : [{ title: `Put a comma before ${/^["']/.test(behind) ? behind : `"${behind}"`}`, edits: [insert(at, ',')] }];
}

function closedQuote({ start }: Located['at'], { read: { text } }: EvidenceFile): Offer[] {
  const quote = text[start] ?? '';
  const line = text.slice(lineStart(text, start), lineEnd(text, start));
  const said = text.slice(start, lineEnd(text, start)).trimEnd();
  // Inside brackets, or before a comment, the text may have been meant to end earlier.
  if (!/["']/.test(quote) || /[{[]/.test(line.slice(0, line.indexOf(quote))) || /\s#/.test(said) || said.length < 2) return [];
  return [{ title: 'Close the quote at the end of the line', edits: [insert(start + said.length, quote)] }];
}

/** All that stands behind the first colon or the dash, up to a comment. Inside brackets it can't be told where the text ends. */
function inQuotes({ start }: Located['at'], { read: { text } }: EvidenceFile): Offer[] {
  const before = text.slice(lineStart(text, start), start);
  const said = text.slice(start, lineEnd(text, start)).replace(/\s+#.*$|\s+$/, '');
  if (!/^\s*(?:- +)*(?:[^\s:"'{[]+: +)?$/.test(before) || /["']/.test(said) || said === '') return [];
  return [{ title: `Put "${said}" in quotes`, safe: true, edits: [{ start, end: start + said.length, text: quoted(said, '"') }] }];
}

/** In this line and in all others that begin with a tab: one alone would only move the fault. */
function spaces(at: Located['at'], { read: { text } }: EvidenceFile): Offer[] {
  const here = lineStart(text, at.start);
  const edits: Edit[] = [];
  for (let line = 0; line < text.length; line = nextLine(text, line)) {
    const indent = /^[ \t]*/.exec(text.slice(line, lineEnd(text, line)))?.[0] ?? '';
    if (text[line] !== '\t' && (line !== here || !indent.includes('\t'))) continue;
    edits.push({ start: line, end: line + indent.length, text: indent.replaceAll('\t', '  ') });
  }
  return edits.length === 0 ? [] : [{ title: 'Indent with spaces instead of tabs', safe: true, edits }];
}

/** Which of two to keep is the author's choice, unless both say the same. */
function onlyOne({ start }: Located['at'], { documents, read: { text } }: EvidenceFile): Offer[] {
  const yaml = documents.find(({ yaml: y }) => y.start <= start && start < y.end)?.yaml;
  const map = yaml && mapWithKeyAt(yaml, start);
  const second = map?.entries.find((e) => e.start === start);
  const first = map?.entries.find((e) => e.key === second?.key);
  if (!map || !first || !second || first === second) return [];
  const said = (e: typeof first) => text.slice(e.valueStart, e.end);
  const without = (gone: typeof first, title: string, same: boolean): Offer[] => {
    const stretch = stretchOf(map, gone, text);
    return stretch ? [{ title, preferred: same, safe: same, edits: [{ ...stretch, text: '' }] }] : [];
  };
  if (said(first) === said(second)) return without(second, `Remove the second "${second.key}", which says the same`, true);
  return [
    ...without(first, `Keep the second "${second.key}"${named(said(second))}`, false),
    ...without(second, `Keep the first "${second.key}"${named(said(first))}`, false),
  ];
}

function marker({ start }: Located['at'], { read: { text } }: EvidenceFile): Offer[] {
  const line = lineStart(text, start);
  if (text.slice(line, start).trim() !== '') return [];
  return [{ title: 'Write "---" between the two documents', safe: true, edits: [insert(line, `---${eolOf(text)}`)] }];
}

function oneVersion({ start }: Located['at'], { read: { text } }: EvidenceFile): Offer[] {
  const found = versionsAt(text, start);
  if (!found) return [];
  const kept = (text_: string, title: string): Offer => ({ title, preferred: false, edits: [{ start, end: found.end, text: text_ }] });
  return [kept(found.mine, 'Keep the first version'), kept(found.other, 'Keep the second version')];
}

function shownText({ start, end }: Located['at'], { read: { text } }: EvidenceFile): Offer[] {
  const line = lineStart(text, start);
  const head = /^\s*(?:- +)*(?:[^\s:"'{[][^:"'{[]*:[ \t]+)?/.exec(text.slice(line, start))?.[0].length ?? 0;
  const from = line + head;
  const said = text.slice(from, end);
  const quote: Offer[] = /^["'{[|>&*!]/.test(said)
    ? []
    : [{ title: `Put "${said}" in quotes`, preferred: false, edits: [{ start: from, end, text: quoted(said, '"') }] }];
  return [...quote, { title: 'Make it a comment, with a space', preferred: false, edits: [insert(start + 1, ' ')] }];
}

const named = (value: string) => (value === '' || value.includes('\n') ? '' : `: ${value.length > 40 ? `${value.slice(0, 39)}…` : value}`);

function colon({ start, end }: Located['at'], { read: { text } }: EvidenceFile): Offer[] {
  const word = text.slice(start, end);
  if (BULLET.test(word)) return [{ title: 'Begin the entries with dashes', safe: true, edits: dashes(text, start) }];
  return /^[a-zA-Z][\w-]*$/.test(word) ? [{ title: `Write "${word}:"`, preferred: false, edits: [insert(end, ':')] }] : [];
}

/** What a word processor puts before the entries of a list. */
const BULLET = /^[•●▪◦·–—]\s*(?=\S)/;

/** This line and those below it that begin in the same way. */
function dashes(text: string, start: number): Edit[] {
  const edits: Edit[] = [];
  for (let line = lineStart(text, start); line < text.length; line = nextLine(text, line)) {
    const indent = /^ */.exec(text.slice(line))?.[0].length ?? 0;
    const bullet = BULLET.exec(text.slice(line + indent, lineEnd(text, line)))?.[0].length;
    if (bullet === undefined) break;
    edits.push({ start: line + indent, end: line + indent + bullet, text: '- ' });
  }
  return edits;
}
