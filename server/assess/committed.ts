// Approvals and agreements as a version control system has them: each with the commit that brought it, or changed it last.
// Must not know where the text came from, nor any kind by name.
import type { Knowledge } from '../knowledge/knowledge';
import { APPROVALS } from '../model/approval';
import { changePack } from '../model/change-pack';
import { sayingOf } from '../model/content';
import { Converter } from '../model/document';
import { NOTHING_AROUND } from '../model/export';
import { documentOf } from '../model/grade';
import { LineIndex } from '../model/line-index';
import { type CommittedApproval, emptyPack } from '../model/pack';
import { locate } from '../model/position';
import { readFile } from './file';

type Commit = CommittedApproval['commit'] & { readonly seconds: number };

/** `commits`: for each line of the text. */
export function committedApprovals(
  uri: string,
  { text, commits }: { readonly text: string; readonly commits: readonly Commit[] },
  knowledge: Knowledge,
): readonly CommittedApproval[] {
  const file = readFile(uri, text, { knowledge, converter: new Converter(), around: NOTHING_AROUND });
  const documents = file.documents.flatMap(({ evidence }) => evidence ?? []);
  const { pack } = changePack(
    emptyPack(''),
    documents.map((d) => [d.key, d]),
  );
  const index = new LineIndex(text);
  return APPROVALS.flatMap((sort) => [...(pack.things.get(sort)?.values() ?? [])].flat()).flatMap((thing) => {
    const yaml = documents.find((d) => d.key === thing.doc)?.yaml;
    const place = yaml && locate(yaml, thing.path)?.value;
    const says = pack.documents.get(thing.doc)?.contents.get(thing);
    if (!place || !says) return [];
    const [first, last] = [index.positionAt(place.start).line, index.positionAt(place.end).line];
    const [newest] = commits.slice(first, last + 1).sort((a, b) => b.seconds - a.seconds);
    return newest ? [{ of: documentOf(thing), says: sayingOf(says), commit: newest }] : [];
  });
}
