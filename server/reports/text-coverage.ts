// Coverage for a reader in a terminal: by clause, each demand with its state and the documents behind it, then the sums.
// Must not judge: it says "evidenced", what that is worth is an auditor's to say.

import type { CoverageOf, DemandCoverage, State } from '../assess/coverage';
import type { Spot } from '../assess/finding';
import { periodWords } from './days-asked';
import { inOneLine, wrapped } from './display';
import type { Look, Style } from './ink';
import { approvalsIn, type CoverageReport, type Places, proofsOf } from './report';
import { coverageSums } from './text-coverage-sums';

/** So many documents or things are named, then only counted. */
const NAMED = 3;
const INDENT = '      ';

const STYLES: Readonly<Record<State, Style>> = {
  evidenced: 'green',
  partly: 'yellow',
  missing: 'red',
  contradicted: 'red',
  overdue: 'red',
  'not due yet': 'cyan',
  waived: 'yellow',
  'no instance': 'dim',
  'none recorded': 'dim',
  open: 'yellow',
  'cannot tell': 'yellow',
};

/** One SMS after the other. Ends with a line break. */
export function textCoverage(reports: readonly CoverageReport[], look: Look): string {
  const uncertain = reports.some((r) => r.coverage.edition === '2018');
  const note = 'Which clauses of the 2018 edition the demands belong to was not checked against a licensed copy of that edition.';
  const parts = reports.map((report) => oneSms(report, look));
  return `${[...parts, ...(uncertain ? [wrapped(note, look.width).join('\n')] : [])].join('\n\n')}\n`;
}

function oneSms(report: CoverageReport, look: Look): string {
  const { folder, coverage } = report;
  const title = `Evidence in ${inOneLine(folder)}, held against the ${coverage.edition} edition of ISO/IEC 20000-1 ${when(report)}`;
  const provisional = coverage.provisional ? ['There is no sms.yaml here: edition, scope and planned intervals are assumed.'] : [];
  const old = report.old === undefined ? [] : wrapped(oldWords(report.old), look.width);
  const processes = [...new Set(coverage.demands.map((d) => d.demand.process))];
  const clauses = processes.map((process) => {
    const demands = coverage.demands.filter((d) => d.demand.process === process);
    return [heading(demands, coverage, look), ...demands.flatMap((d) => oneDemand(d, report, look))].join('\n');
  });
  return [[look.ink('bold', title), ...provisional, ...old].join('\n'), ...clauses, coverageSums(coverage, look)].join('\n\n');
}

const oldWords = (old: number): string =>
  `A baseline is in use: ${old === 1 ? '1 finding is' : `${old} findings are`} not shown by check. Here everything counts, however old.`;

/** Today, the day that was asked about, or the period, as far as it is over. */
function when({ today, on, period, coverage: { over } }: CoverageReport): string {
  if (!period) return on === undefined ? `on ${today}` : `as on ${on}, looked back at from ${today}`;
  return periodWords(period, over);
}

function heading(demands: readonly DemandCoverage[], { edition }: CoverageOf, { ink, width }: Look): string {
  const [first] = demands;
  if (!first) return '';
  const { name, clause, iso2018 } = first.demand.process;
  const words = edition === '2018' ? `${iso2018.join(', ')} ${name.slice(clause.length).trim()} (2011: ${clause})` : name;
  return wrapped(words, width)
    .map((line) => ink('bold', line))
    .join('\n');
}

function oneDemand(covered: DemandCoverage, { coverage, folder, places }: CoverageReport, look: Look): string[] {
  const { demand, clause, basis, state, of, instances } = covered;
  const { ink, width } = look;
  const share = of && of.total > 0 ? `${of.evidenced} of ${of.total}` : '';
  const about = [...(coverage.edition === '2018' ? [clause] : []), ...(basis === 'usual-evidence' ? ['usual evidence'] : [])];
  const head = `  ${ink(STYLES[state], state.padEnd(13))} ${share.padStart(8)}  ${demand.id}${about.length > 0 ? ink('dim', ` (${about.join(', ')})`) : ''}`;
  const files = [...new Set(proofsOf(instances, places).map((p) => within(folder, p.file)))];
  const behind = files.length > 0 ? [`by ${few(files).join(', ')}`] : [];
  const approvals = approvalsIn(instances, places).map(({ words, file }) => `${words} (${within(folder, file)})`);
  const lines = [demand.demand, ...behind, ...few(approvals), ...why(covered, (at) => placeOf(at, folder, places))];
  return [head, ...lines.flatMap((text) => indented(text, width))];
}

/** Wrapped; what begins with a dash hangs from it. */
function indented(text: string, width: number): string[] {
  const [first = '', ...more] = wrapped(text, Math.max(20, width - INDENT.length - 2));
  return [`${INDENT}${first}`, ...more.map((line) => `${INDENT}${text.startsWith('- ') ? '  ' : ''}${line}`)];
}

/** What keeps a demand from being evidenced: each thing that it isn't evidenced for, else the reason. */
function why({ state, reason, instances, behind }: DemandCoverage, where: (at: Spot) => string): string[] {
  const lacking = instances.flatMap((i) =>
    i.at && i.state !== 'evidenced'
      ? [`- ${i.label}${where(i.at)}: ${because(i.state, i.reason)}${i.state === 'waived' && i.waived ? where(i.waived.at) : ''}`]
      : [],
  );
  if (lacking.length > 0) return few(lacking);
  return state === 'evidenced' || reason === undefined ? [] : [`- ${reason}${state === 'waived' ? behind.map(where).join('') : ''}`];
}

const because = (state: State, reason: string | undefined): string => (reason === undefined ? state : `${state}, ${reason}`);

function placeOf(at: Spot, folder: string, places: Places): string {
  const place = places.ofSpot(at);
  return place ? ` (${within(folder, place.file)}:${place.range.start.line + 1})` : '';
}

/** A path below the SMS, without what is the same in all of them. */
const within = (folder: string, file: string): string => (file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file);

const few = (words: readonly string[]): string[] =>
  words.length <= NAMED + 1 ? [...words] : [...words.slice(0, NAMED), `and ${words.length - NAMED} more`];
