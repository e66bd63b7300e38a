// What reports are made of: what was found or covered, and where that is written, as paths and lines a reader can go to.
// Must not know terminals or formats.
import type { Period } from '../arithmetic/periods';
import type { CoverageOf, Covered } from '../assess/coverage';
import type { Spot } from '../assess/finding';
import { type Files, type Located, locateSpot, type Stretch } from '../assess/located';
import type { Instance } from '../assess/subject';
import type { Severity } from '../knowledge/types';
import { type Graded, gradeWords } from '../model/grade';
import { hasId } from '../model/innermost';
import type { Lookup } from '../model/layered';
import { LineIndex, type LinePosition } from '../model/line-index';
import type { Indexed, Thing } from '../model/pack';
import type { Lines } from './code-frame';

/** The findings of some files. */
export interface CheckReport {
  /** The version of this tool. */
  readonly tool: string;
  /** The day that was taken for today, YYYY-MM-DD. */
  readonly today: string;
  /** Every evidence file that was looked at, in the order of the paths, with what was found in it in the order of the text. */
  readonly files: readonly { readonly uri: string; readonly found: readonly Located[] }[];
  /** How many of the findings are listed in a baseline, and so make no run fail. */
  readonly old: number;
  readonly places: Places;
}

/** How far the demands are proved in one SMS. */
export interface CoverageReport {
  readonly tool: string;
  readonly today: string;
  /** The day or the period that was asked about, where it isn't today. */
  readonly on?: string;
  readonly period?: Period;
  /** The path of the SMS. */
  readonly folder: string;
  /** How many findings a baseline hides; absent where there is none. Coverage looks at all of them. */
  readonly old?: number;
  readonly coverage: CoverageOf;
  readonly places: Places;
}

/** As in the Language Server Protocol: zero-based, characters in UTF-16 units, the end exclusive. */
export interface Place {
  /** Path as shown to the reader, with forward slashes. */
  readonly file: string;
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Where stretches and spots are for a reader. What a file's lines are and what stands in it is looked up once. */
export class Places {
  readonly #lines = new Map<string, Lines>();
  readonly #things = new Map<string, ReadonlyMap<string, Thing>>();

  constructor(
    readonly files: Files,
    /** Things by the documents they stand in. */
    readonly pack: { readonly documents: Lookup<Indexed> },
    /** The path of a uri as the reader writes it. */
    readonly pathOf: (uri: string) => string,
  ) {}

  of({ uri, start, end }: Stretch): Place {
    const { index } = this.lines(uri);
    return { file: this.pathOf(uri), range: { start: index.positionAt(start), end: index.positionAt(end) } };
  }

  /** Undefined where the document is gone. */
  ofSpot(spot: Spot): Place | undefined {
    const stretch = locateSpot(spot, this.files);
    return stretch && this.of(stretch);
  }

  /** A file's text; empty where it can't be read. */
  lines(uri: string): Lines {
    let lines = this.#lines.get(uri);
    if (!lines) {
      const text = this.files.get(uri)?.read.text ?? '';
      lines = { text, index: new LineIndex(text) };
      this.#lines.set(uri, lines);
    }
    return lines;
  }

  /** The innermost thing with an id of its own that a spot lies in. */
  thingAt({ doc, path }: Spot): { readonly sort: string; readonly id: string } | undefined {
    const things = this.#thingsIn(doc);
    for (let length = path.length; length >= 0; length--) {
      const thing = things.get(path.slice(0, length).join('/'));
      if (thing) return { sort: thing.sort, id: thing.id };
    }
    return undefined;
  }

  /** By their paths. */
  #thingsIn(doc: string): ReadonlyMap<string, Thing> {
    let things = this.#things.get(doc);
    if (!things) {
      const indexed = this.pack.documents.get(doc);
      const all = indexed ? [...indexed.contents] : [];
      things = new Map(all.filter(([t, says]) => hasId(t, says)).map(([t]) => [t.path.join('/'), t]));
      this.#things.set(doc, things);
    }
    return things;
  }
}

/** Each approval or agreement among the proofs once, in the order of the documents. */
export function approvalsIn(instances: readonly Covered[], places: Places): Approval[] {
  const all = instances.flatMap((i) => i.approvals.map((a) => [`${a.at.doc}/${a.at.path.join('/')}`, a] as const));
  const placed = [...new Map(all).values()].flatMap((a): Approval[] => {
    const place = places.ofSpot(a.at);
    return place ? [{ ...place, approval: a, words: gradeWords(a) }] : [];
  });
  return placed.sort(inOrder);
}

export interface Approval extends Place {
  readonly approval: Graded;
  /** "agreed by M. Brandt on 2026-01-20, signed" */
  readonly words: string;
}

/** Each place once, in the order of the documents. */
export function proofsOf(instances: readonly Instance[], places: Places): Place[] {
  const all = instances.flatMap((i) => i.proofs.flatMap((p) => places.ofSpot(p) ?? []));
  return [...new Map(all.map((p) => [JSON.stringify(p), p])).values()].sort(inOrder);
}

function inOrder({ file, range: { start } }: Place, other: Place): number {
  if (file !== other.file) return file < other.file ? -1 : 1;
  return start.line - other.range.start.line || start.character - other.range.start.character;
}
