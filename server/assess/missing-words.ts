// The words for what is missing. Their templates stand in schemas/common/findings.yaml; must not know any demand by name.
import { type Path, schemaAt } from '../knowledge/schema';
import type { Kind } from '../knowledge/types';
import type { Thing } from '../model/pack';
import { fill } from '../rules/rule';
import { listed } from '../rules/words';
import { type Context, clauseWords, editionOf, nameOf, sortTitle } from './context';
import { fieldWords } from './field-titles';
import type { Finding } from './finding';
import type { Missing } from './missing';

export function missingFinding({ paths, demands, advice, draft }: Missing, thing: Thing, context: Context): Finding {
  const { knowledge, reader } = context;
  const edition = editionOf(reader);
  const first = demands[0];
  const words = knowledge.findings.get('missing-content');
  const kind = knowledge.kinds.get(reader.root(thing)?.sort ?? thing.sort);
  const at = itemAbove(paths[0] ?? [], thing);
  const values = {
    field: listed(paths.map((p) => fieldWords(kind, p))),
    ...holder(at, kind, thing, context),
    demand: first?.demand ?? '',
    clause: first ? clauseWords(first, edition) : '',
  };
  return {
    code: first?.id ?? 'missing-content',
    demands: demands.map((d) => d.id),
    severity: draft ? 'hint' : advice ? 'information' : 'error',
    message: fill(`${words?.says ?? ''} ${words?.do ?? ''}`, values).trim(),
    values,
    at: { doc: thing.doc, path: at, on: 'head' },
    because: [],
    missing: paths,
  };
}

/** What it is that lacks something: the item of a list by its own title and id, else the thing. */
function holder(at: Path, kind: Kind | undefined, thing: Thing, { knowledge, reader }: Context): { kind: string; id: string } {
  const whole = { kind: sortTitle(knowledge, thing.sort), id: nameOf(thing, reader) };
  if (at.length <= thing.path.length || !kind) return whole;
  const item = reader.at(thing, ...at.slice(thing.path.length));
  const id = item.get('id').text ?? item.get('name').text ?? String(Number(at.at(-1)) + 1);
  return { kind: schemaAt(kind.schema, at)?.title ?? whole.kind, id };
}

/** Inside a list the finding stands on the item, else on the thing. */
function itemAbove(path: Path, thing: Thing): Path {
  const last = path.findLastIndex((k) => typeof k === 'number');
  return last < thing.path.length ? thing.path : path.slice(0, last + 1);
}
