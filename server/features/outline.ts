// What is written in a file, and where what is known by a name is to be found: documents and the things in them, in the words of the
// trade. Must not know any kind or sort by name.
import { nameOf, sortTitle } from '../assess/context';
import type { EvidenceFile } from '../assess/file';
import { type Files, locateSpot, type Stretch } from '../assess/located';
import type { Knowledge } from '../knowledge/knowledge';
import type { Thing } from '../model/pack';
import { locate } from '../model/position';
import type { Reader } from '../model/reader';

/** A document, or a thing in it; offsets. */
export interface Outlined {
  readonly name: string;
  /** What it is: "service target". */
  readonly detail: string;
  readonly isDocument: boolean;
  readonly start: number;
  readonly end: number;
  /** What is marked when one goes there. */
  readonly at: { readonly start: number; readonly end: number };
  readonly inside: readonly Outlined[];
}

/** A document for each, and the things in it by what they stand in. */
export function outline(file: EvidenceFile, knowledge: Knowledge, reader: Reader): Outlined[] {
  const files: Files = new Map([[file.uri, file]]);
  return file.documents.flatMap(({ evidence, yaml }) => {
    const root = evidence && reader.root({ doc: evidence.key });
    if (!root) return [];
    const [title, version] = [reader.at(root, 'title').value, reader.at(root, 'version').value];
    const name = typeof title === 'string' && title !== '' ? title : nameOf(root, reader);
    const detail = [sortTitle(knowledge, root.sort), typeof version === 'string' ? version : undefined].filter(Boolean).join(' ');
    const things = reader.inside({ doc: root.doc }).filter((t) => !t.part);
    const at = locateSpot({ doc: root.doc, path: ['id'], on: 'value' }, files) ?? { start: yaml.start, end: yaml.start };
    return [{ name, detail, isDocument: true, start: yaml.start, end: yaml.end, at, inside: below([], things, yaml, reader) }];
  });
}

function below(path: Thing['path'], things: readonly Thing[], yaml: Parameters<typeof locate>[0], reader: Reader): Outlined[] {
  const inside = things.filter((t) => t.path.length > path.length && path.every((key, i) => key === t.path[i]));
  const direct = inside.filter(
    (t) => !inside.some((o) => o !== t && o.path.length < t.path.length && o.path.every((key, i) => key === t.path[i])),
  );
  return direct.flatMap((t) => {
    const place = locate(yaml, t.path)?.value;
    const at = locate(yaml, [...t.path, 'id'])?.value ?? place;
    if (!place || !at) return [];
    const { start, end } = place;
    return [
      {
        name: nameOf(t, reader).replace(/^.*\//, ''),
        detail: sortTitle(reader.knowledge, t.sort),
        isDocument: false,
        start,
        end,
        at,
        inside: below(t.path, inside, yaml, reader),
      },
    ];
  });
}

export interface Found extends Stretch {
  readonly name: string;
  readonly detail: string;
}

/** At most so many. */
const MOST = 200;

/** Things whose name, id or sort holds all words that are looked for. */
export function search(query: string, files: Files, knowledge: Knowledge, reader: Reader): Found[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: Found[] = [];
  for (const { root, groups } of reader.pack.documents.values()) {
    for (const thing of [root, ...groups.flatMap((g) => g.things)]) {
      if (thing.part || (thing.path.length > 0 && typeof reader.at(thing, 'id').value !== 'string')) continue;
      const [name, detail] = [nameOf(thing, reader), sortTitle(knowledge, thing.sort)];
      const hay =
        `${name} ${thing.id === thing.doc ? '' : thing.id} ${detail} ${String(reader.at(root, 'title').value ?? '')}`.toLowerCase();
      if (!words.every((w) => hay.includes(w))) continue;
      const at = locateSpot({ doc: thing.doc, path: [...thing.path, 'id'], on: 'value' }, files);
      if (at) found.push({ ...at, name, detail });
      if (found.length >= MOST) return found;
    }
  }
  return found;
}
