// Findings for a reader in a terminal: each with its line and what it contradicts. Must not know how they came about.
import type { Located, Stretch } from '../assess/located';
import type { Severity } from '../knowledge/types';
import { codeFrame, type Mark } from './code-frame';
import { inOneLine } from './display';
import type { Look, Style } from './ink';
import { type CheckReport, type Places, SEVERITIES } from './report';

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'dim' };

/** `found` should hold many missing contents in one place as one. Ends with a line break. */
export function textCheck(report: CheckReport, look: Look): string {
  const findings = report.files.flatMap((f) => f.found.filter(isTold).map((found) => findingText(found, report.places, look)));
  return [...findings, `${closing(report)}\n`].join('\n');
}

const isTold = ({ finding }: Located): boolean => finding.waived === undefined && !finding.old;

/** Where, how grave, what, its line, and the other places. Ends with a line break. */
export function findingText({ finding, at, because }: Located, places: Places, look: Look): string {
  const style = STYLES[finding.severity];
  const { ink } = look;
  const head = `${ink('bold', where(at, places))} ${ink(style, finding.severity)} ${inOneLine(finding.message)}  ${ink('dim', `[${finding.code}]`)}`;
  const also = because.flatMap((b) => [
    `  see ${where(b, places)} ${inOneLine(b.message)}`,
    ...frame(b, places, { with: '-', style: 'cyan' }, look),
  ]);
  return `${[head, ...frame(at, places, { with: '^', style }, look), ...also].join('\n')}\n`;
}

/** `file:line:column`, both from one, the column in UTF-16 units: editors and terminals make a link of it. */
export function where(at: Stretch, places: Places): string {
  const { file, range } = places.of(at);
  return inOneLine(`${file}:${range.start.line + 1}:${range.start.character + 1}`);
}

/** Of a file without a text there is nothing to show. */
const frame = (at: Stretch, places: Places, mark: Mark, look: Look): string[] => {
  const lines = places.lines(at.uri);
  return lines.text === '' ? [] : codeFrame(lines, at.start, at.end, mark, look);
};

/** "3 errors, 2 warnings in 2 of 9 files. 1 waived." and how many are old */
function closing({ files, old }: CheckReport): string {
  const all = files.flatMap((f) => f.found);
  const found = all.filter(isTold);
  const allowed = all.filter(({ finding }) => finding.waived).length;
  const waived = `${allowed > 0 ? ` ${allowed} waived.` : ''}${old > 0 ? `\n${oldWords(old)}` : ''}`;
  const total = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  if (found.length === 0) return `Nothing found in ${total}.${waived}`;
  const counts = SEVERITIES.map((severity) => ({ severity, count: found.filter((f) => f.finding.severity === severity).length }));
  const words = counts.filter((c) => c.count > 0).map(({ severity, count }) => counted(count, severity));
  return `${words.join(', ')} in ${files.filter((f) => f.found.some(isTold)).length} of ${total}.${waived}`;
}

const oldWords = (old: number): string =>
  `${old === 1 ? '1 finding of the baseline is' : `${old} findings of the baseline are`} not shown; --no-baseline shows ${old === 1 ? 'it' : 'them'}.`;

function counted(count: number, severity: Severity): string {
  if (severity === 'information') return `${count} for information`;
  return `${count} ${severity}${count === 1 ? '' : 's'}`;
}
