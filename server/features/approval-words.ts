// What an approval or agreement is worth, and why, in Markdown. Must not know any kind by name.
import type { Path } from '../knowledge/schema';
import { APPROVALS } from '../model/approval';
import type { EvidenceDocument } from '../model/document';
import { graded, gradeWords } from '../model/grade';
import type { Reader } from '../model/reader';

/** More than these are told by themselves, where each stands. */
const MOST = 3;

/** A line for the one that a path lies in, or for each of those in the list there; undefined where there is none. */
export function approvalWords({ key }: EvidenceDocument, path: Path, reader: Reader): string | undefined {
  const all = reader.inside({ doc: key }).filter((t) => APPROVALS.includes(t.sort));
  const here = all.filter(
    (t) =>
      path.length > 0 &&
      t.path.every((k, i) => k === path[i] || i >= path.length) &&
      path.every((k, i) => k === t.path[i] || i >= t.path.length),
  );
  if (here.length === 0 || here.length > MOST) return undefined;
  return here
    .map((t) => graded(t, reader))
    .map((g) => `*${capital(gradeWords(g))}.* ${g.why}`)
    .join('\n\n');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
