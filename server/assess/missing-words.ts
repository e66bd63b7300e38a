// The words for what is missing. Their templates stand in schemas/common/findings.yaml; must not know any demand by name.
import { type Path, schemaAt } from '../knowledge/schema';
import type { Knowledge } from '../knowledge/knowledge';
import type { Thing } from '../model/pack';
import { clauseOf, type Context, editionOf, nameOf, sortTitle } from './context';
import { type Finding, fill } from './finding';
import type { Missing } from './missing';

export function missingFinding({ paths, demands, advice, draft }: Missing, thing: Thing, context: Context): Finding {
  const { knowledge, reader } = context;
  const edition = editionOf(reader);
  const first = demands[0];
  const words = knowledge.findings.get('missing-content');
  const fields = paths.map((p) => fieldTitle(knowledge, thing, p, reader.root(thing)?.sort));
  const values = {
    field: listed(fields),
    kind: sortTitle(knowledge, thing.sort),
    id: nameOf(thing),
    demand: first?.demand ?? '',
    clause: first ? clauseOf(first, edition) : '',
  };
  return {
    code: first?.id ?? 'missing-content',
    demands: demands.map((d) => d.id),
    severity: draft ? 'hint' : advice ? 'information' : 'error',
    message: fill(`${words?.says ?? ''} ${words?.do ?? ''}`, values).trim(),
    values,
    at: { doc: thing.doc, path: itemAbove(paths[0] ?? [], thing), on: 'head' },
    because: [],
    missing: paths,
  };
}

/** Inside a list the finding stands on the item, else on the thing. */
function itemAbove(path: Path, thing: Thing): Path {
  const last = path.findLastIndex((k) => typeof k === 'number');
  return last < thing.path.length ? thing.path : path.slice(0, last + 1);
}

/** The plain name of the field at a path: its title, else its key. */
export function fieldTitle(knowledge: Knowledge, thing: Thing, path: Path, kind = thing.frame.kind): string {
  const schema = knowledge.kinds.get(kind)?.schema;
  const title = schema && schemaAt(schema, path)?.title;
  return title ?? String(path.at(-1) ?? '');
}

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
