// What there is to say of one line of a file, for a reader in a terminal: its field, what was worked out from it, and what is found.
// Must not know how that came about.
import type { Spot, Working } from '../assess/finding';
import type { Located } from '../assess/located';
import { inOneLine, wrapped } from './display';
import type { Look } from './ink';
import { plain } from './plain';
import type { Places } from './report';
import { findingText } from './text-check';

export interface LineReport {
  /** `small/mail.sla.yaml:14`, and what stands there in words. */
  readonly place: string;
  readonly of: string;
  /** Markdown. */
  readonly field?: string;
  readonly workings: readonly Working[];
  /** In this line, also what is waived or in a baseline. */
  readonly found: readonly Located[];
  /** Elsewhere, because of this line. */
  readonly pointing: readonly Located[];
  readonly places: Places;
  /** What stands at a figure, in words. */
  readonly figureWords: (spot: Spot) => string;
}

const INDENT = '  ';

/** Ends with a line break. */
export function textLine({ place, of, field, workings, found, pointing, places, figureWords }: LineReport, look: Look): string {
  const head = `${look.ink('bold', place)}  ${inOneLine(of)}`;
  const parts = [
    head,
    ...(field === undefined ? [] : [plain(field, look).trimEnd()]),
    ...titled(
      'Worked out',
      workings.map((w) => working(w, places, figureWords, look)),
      look,
    ),
    ...titled(
      'Found here',
      found.map((l) => finding(l, places, look)),
      look,
    ),
    ...titled(
      'Found elsewhere, because of this',
      pointing.map((l) => finding(l, places, look)),
      look,
    ),
    ...(workings.length + found.length + pointing.length === 0
      ? ['No check worked anything out from this line, and nothing is found in it.']
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

const titled = (title: string, texts: readonly string[], { ink }: Look): string[] =>
  texts.length === 0 ? [] : [`${ink('bold', title)}\n\n${texts.join('\n\n')}`];

function working({ words, figures }: Working, places: Places, figureWords: (spot: Spot) => string, look: Look): string {
  const steps = figures.flatMap((spot) => {
    const at = places.ofSpot(spot);
    if (!at) return [];
    const { line, character } = at.range.start;
    return [`${INDENT}${look.ink('bold', `${at.file}:${line + 1}:${character + 1}`)} ${inOneLine(figureWords(spot))}`];
  });
  return [...wrapped(words, look.width), ...steps].join('\n');
}

/** With what keeps it from being told elsewhere. */
function finding(located: Located, places: Places, look: Look): string {
  const { waived, old } = located.finding;
  const spot = waived && places.ofSpot(waived.at);
  const by = spot ? ` (${spot.file}:${spot.range.start.line + 1})` : '';
  const why = waived
    ? [`Waived until ${waived.until} by "${waived.by}"${by}: ${inOneLine(waived.reason)}`]
    : old
      ? ['Listed in the baseline, and so not shown by check.']
      : [];
  return [...why.flatMap((words) => wrapped(words, look.width)), findingText(located, places, look).trimEnd()].join('\n');
}
