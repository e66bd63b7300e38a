// In which order templates are offered, so that a beginner can go from top to bottom: first what nearly everything else names, then
// process by process as its demands come up. From the knowledge alone; must not know any kind by name.
import type { Knowledge } from '../knowledge/knowledge';
import type { Entry, Kind, Schema } from '../knowledge/types';

/** `of`: the folder of the kinds' process; undefined for what to begin with. */
export interface TemplateGroup {
  readonly of: string | undefined;
  readonly kinds: readonly Kind[];
}

/** All kinds that have a template; what belongs to no process comes last. */
export function templateGroups(knowledge: Knowledge): TemplateGroup[] {
  const kinds = [...knowledge.kinds.values()].filter((kind) => kind.template !== '');
  const folders = [...new Set(kinds.map((kind) => kind.folder))];
  const isOfProcess = (folder: string) => knowledge.processes.some((p) => folder.startsWith(`${p.clause}-`));
  const naming = foldersNaming(kinds);
  const first = kinds.filter((kind) => FIRST.includes(kind.form) && others(kind, naming, knowledge) === folders.length - 1);
  const begin = [...first].sort((a, b) => FIRST.indexOf(a.form) - FIRST.indexOf(b.form));
  const rest = [...folders.filter(isOfProcess), ...folders.filter((folder) => !isOfProcess(folder))].map((of) => {
    const own = kinds.filter((kind) => kind.folder === of && !first.includes(kind));
    return { of, kinds: own.sort((a, b) => comesUp(a, knowledge) - comesUp(b, knowledge)) };
  });
  return [{ of: undefined, kinds: begin }, ...rest];
}

/** What is written once and kept up, in the order in which one leads to the next. */
const FIRST: readonly Kind['form'][] = ['manifest', 'register', 'controlled'];

type Naming = ReadonlyMap<string, ReadonlySet<string>>;

/** By sort: the folders whose kinds name such things. */
function foldersNaming(kinds: readonly Kind[]): Naming {
  const naming = new Map<string, Set<string>>();
  const walk = (schema: Schema, folder: string) => {
    for (const sort of [schema['x-refers'] ?? []].flat()) naming.set(sort, (naming.get(sort) ?? new Set()).add(folder));
    for (const below of [...schema.properties.values(), ...(schema.items ? [schema.items] : []), ...(schema.oneOf ?? [])])
      walk(below, folder);
  };
  for (const { schema, folder } of kinds) walk(schema, folder);
  return naming;
}

/** How many other folders name the document, or what is known by its id alone and stands in it. */
function others({ kind, folder }: Kind, naming: Naming, { places }: Knowledge): number {
  const sorts = [...places]
    .filter(([, all]) => all.some((place) => place.kind === kind && !place.schema['x-within']))
    .map(([sort]) => sort);
  const all = new Set(sorts.flatMap((sort) => [...(naming.get(sort) ?? [])]));
  all.delete(folder);
  return all.size;
}

/** Which demand first reads it, of its own process where one does. A thing in a file of its own comes last: mostly it stands in its register. */
function comesUp({ kind, form, folder }: Kind, { demands, places }: Knowledge): number {
  const isOwn = (head: string) => head === kind || (places.get(head) ?? []).every((place) => place.kind === kind);
  const reads = (entry: Entry) => entry.every((e) => 'path' in e && (isOwn(e.path.head) || (e.to !== undefined && isOwn(e.to.head))));
  const reading = demands.filter(({ evidence }) => evidence.some(reads));
  const own = reading.find(({ process }) => folder.startsWith(`${process.clause}-`));
  return ((own ?? reading[0])?.order ?? demands.length) + (form === 'entry' ? demands.length : 0);
}
