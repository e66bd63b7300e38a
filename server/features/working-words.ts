// What rules worked out from a figure, in Markdown: the working, and a link to each other figure of the chain.
// Must not know any rule by name.
import { wayIn } from '../assess/field-titles';
import type { Spot, Working } from '../assess/finding';
import { documentOf, locateSpot } from '../assess/located';
import { type Path, valueAtPath } from '../knowledge/schema';
import { LineIndex } from '../model/line-index';
import type { Judged } from './question';

/** More figures of a chain are only counted. */
const MOST = 4;

/** Those that used the figure at a path, or what it is part of; the same words once. */
export function workingsAt(doc: string, path: Path, judged: Judged): readonly Working[] {
  const used = judged.workings(doc).filter((w) => w.figures.some((f) => isIn(doc, path, f)));
  return [...new Map(used.map((w) => [w.words, w])).values()].sort((a, b) => (a.rule + a.words < b.rule + b.words ? -1 : 1));
}

const isIn = (doc: string, path: Path, spot: Spot): boolean =>
  spot.doc === doc && spot.path.length > 0 && spot.path.every((key, i) => key === path[i]);

/** The working, and below it the chain without the figure that is asked about. At most six lines. */
export function workingWords({ words, figures }: Working, doc: string, path: Path, judged: Judged): string {
  const others = figures.filter((spot) => !isIn(doc, path, spot));
  const steps = others.slice(0, MOST).map((spot) => `- ${stepWords(spot, judged)}`);
  const more = others.length > MOST ? [`- and ${others.length - MOST} more`] : [];
  return [plainWords(words), ...(steps.length > 0 ? ['', ...steps, ...more] : [])].join('\n');
}

/** `contract "acme-hosting", service target availability: target, 99.0 %`: what stands there. */
export function figureWords({ doc, path }: Spot, { files }: Pick<Judged, 'files'>): string {
  const evidence = documentOf(doc, files)?.document.evidence;
  if (!evidence) return '';
  const value = valueAtPath(evidence.data, path);
  const written = value === undefined || value === null || typeof value === 'object' ? '' : `, ${String(value)}`;
  return `${evidence.kind.title} "${evidence.id}", ${wayIn(evidence, path)}${written}`;
}

/** With a link to its line. */
function stepWords(spot: Spot, judged: Judged): string {
  const at = locateSpot(spot, judged.files);
  const words = plainWords(figureWords(spot, judged));
  if (!at) return words;
  const line = new LineIndex(judged.files.get(at.uri)?.read.text ?? '').positionAt(at.start).line + 1;
  return `${words} ([${plainWords(decodeURIComponent(at.uri.slice(at.uri.lastIndexOf('/') + 1)))}:${line}](${at.uri}#L${line}))`;
}

/** An author's words are no marks. */
const plainWords = (words: string): string => words.replace(/[\\`*_[\]<>]/g, '\\$&');
