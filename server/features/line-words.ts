// What there is to say of one line, or of one place in it: the field, what rules worked out from its figures, and where that leads.
// Must not know any demand, kind or field by name.
import { wayIn } from '../assess/field-titles';
import type { Working } from '../assess/finding';
import { locateSpot } from '../assess/located';
import type { Path } from '../knowledge/schema';
import { LineIndex } from '../model/line-index';
import { pathAt } from '../model/path-at';
import { fieldHover, hover } from './hover';
import { type Asked, asked, documentAt, type Judged, type Question } from './question';

/** A line longer than this is looked at so far only, in UTF-16 units. */
const LONGEST = 2000;

export interface LineWords {
  /** `contract "acme-hosting", service target availability`. */
  readonly of: string;
  /** What a hover over the field shows; Markdown. */
  readonly field?: string;
  readonly workings: readonly Working[];
}

/** `character`: the place in the line, else all of it counts; both from zero. Undefined where no evidence stands. */
export function lineWords(question: Question & { readonly judged: Judged }, line: number, character?: number): LineWords | undefined {
  const { file, judged } = question;
  const index = new LineIndex(file.read.text);
  const start = index.offsetAt({ line, character: character ?? 0 });
  const end = character === undefined ? Math.min(index.offsetAt({ line, character: LONGEST }), start + LONGEST) : start;
  const written = file.read.text.slice(start, end).search(/[^\s-]/);
  const offset = character === undefined && written >= 0 ? start + written : start;
  const here = asked({ ...question, offset });
  const yaml = documentAt(file, offset)?.yaml;
  if (!here || !yaml) return undefined;
  const paths: Path[] = [];
  for (let at = offset; at <= end; at++) {
    const spot = pathAt(yaml, at, file.read.text);
    if (spot.on !== 'between' && spot.path.length > 0) paths.push(spot.path);
  }
  const path = sharedBy(paths);
  const isHere = (spot: { readonly doc: string; readonly path: Path }) => {
    const at = locateSpot({ ...spot, on: 'value' }, judged.files);
    if (at?.uri !== file.uri) return false;
    return character === undefined ? index.positionAt(at.start).line === line : at.start <= offset && offset <= at.end;
  };
  const used = judged.workings(here.evidence.key).filter((w) => w.figures.some(isHere));
  const workings = [...new Map(used.map((w) => [w.words, w])).values()].sort((a, b) => (a.rule + a.words < b.rule + b.words ? -1 : 1));
  const way = wayIn(here.evidence, path);
  const field = fieldWordsAt(here, path, question, character === undefined ? undefined : offset);
  return {
    of: `${here.evidence.kind.title} "${here.evidence.id}"${way === '' ? '' : `, ${way}`}`,
    ...(field !== undefined && { field }),
    workings,
  };
}

/** Of a place in the line what a hover there shows, but for what was worked out; of the line its field. */
function fieldWordsAt(here: Asked, path: Path, question: Question, offset: number | undefined): string | undefined {
  const { judged: _judged, ...unjudged } = question;
  if (offset !== undefined) return hover({ ...unjudged, offset })?.contents;
  return path.length === 0 ? undefined : fieldHover({ ...here, path }, question.knowledge.proofs, question);
}

/** The longest path that all begin with. */
function sharedBy([first = [], ...others]: readonly Path[]): Path {
  const apart = first.findIndex((key, i) => others.some((path) => path[i] !== key));
  return apart < 0 ? first : first.slice(0, apart);
}
