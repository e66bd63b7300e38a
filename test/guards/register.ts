// What the knowledge says of its demands, populations and kinds, held against the register that it was taken from.
// Must not read files, nor know any of them by name.
import { aboutSorts } from '../../server/knowledge/about';
import type { Knowledge } from '../../server/knowledge/knowledge';
import type { RawDemand, RawPopulation, Schema } from '../../server/knowledge/types';

type Named<T> = Readonly<Record<string, T>>;

/** A kind, or a sort of thing inside documents, as the register has it. */
export interface RegisterKind {
  readonly form?: string | undefined;
  readonly list?: string | undefined;
  readonly date?: string | undefined;
  readonly about?: 'all' | Named<readonly string[]>;
  readonly none?: readonly string[];
  readonly is?: Named<string>;
}

/** What differs, as "id field"; "id id" where only one side has it. */
export function demandDifferences(built: readonly RawDemand[], register: readonly RawDemand[]): string[] {
  const byId = (demands: readonly RawDemand[]) => Object.fromEntries(demands.map((demand) => [demand.id, demand]));
  const fields = ['iso2018', 'only', 'stage', 'basis', 'each', 'demand', 'evidence', 'joined', 'every', 'within'] as const;
  return differences(byId(built), byId(register), fields, 'id');
}

/** The same of populations; how their words are compared is ours alone. */
export const populationDifferences = (built: Named<RawPopulation>, register: Named<RawPopulation>): string[] =>
  differences(built, register, ['of', 'in', 'where', 'enum', 'empty', 'follows', 'says'], 'name');

function differences<T>(built: Named<T>, register: Named<T>, fields: readonly (keyof T & string)[], name: string): string[] {
  return [...new Set([...Object.keys(register), ...Object.keys(built)])].flatMap((id) => {
    const [ours, theirs] = [built[id], register[id]];
    if (!ours || !theirs) return [`${id} ${name}`];
    return fields.filter((field) => JSON.stringify(ours[field]) !== JSON.stringify(theirs[field])).map((field) => `${id} ${field}`);
  });
}

/** The same of kinds, and of the sorts that stand inside their documents. */
export function kindDifferences(knowledge: Knowledge, kinds: Named<RegisterKind>, sorts: Named<RegisterKind>): string[] {
  const walk = new Walk(knowledge, sorts);
  for (const { kind, schema, list } of knowledge.kinds.values()) walk.down(schema, '', walk.of(kind), list);
  const ours = [...knowledge.kinds.values()].map(({ kind, form, list, schema }): [string, RegisterKind] => {
    const said = schema['x-about'] === 'all' ? { about: 'all' as const } : {};
    return [kind, { form, list, date: schema['x-date'], ...walk.of(kind).plain(), ...said }];
  });
  const isKind = (name: string) => Object.hasOwn(kinds, name);
  const theirs = Object.entries(kinds).map(([name, kind]) => [name, inOrder({ ...sorts[name], ...kind })]);
  const inside = Object.entries(sorts).flatMap(([name, sort]) => (isKind(name) ? [] : [[name, inOrder(sort)]]));
  const found = Object.keys(sorts).flatMap((name) => (isKind(name) || !walk.has(name) ? [] : [[name, walk.of(name).plain()]]));
  return [
    ...differences<RegisterKind>(
      Object.fromEntries(ours),
      Object.fromEntries(theirs),
      ['form', 'list', 'date', 'about', 'none', 'is'],
      'kind',
    ),
    ...differences<RegisterKind>(Object.fromEntries(found), Object.fromEntries(inside), ['about', 'none'], 'sort'),
  ];
}

/** However the register puts them. */
function inOrder({ about, none, is, ...rest }: RegisterKind): RegisterKind {
  const said = new Said();
  for (const [sort, paths] of typeof about === 'object' ? Object.entries(about) : [])
    for (const path of paths) said.about(sort, path.replace(/\[\]$/, ''));
  for (const path of none ?? []) said.none.add(path);
  for (const [path, kind] of Object.entries(is ?? {})) said.is.set(path, kind);
  return { ...rest, ...said.plain(), ...(about === 'all' && { about }) };
}

/** What schemas say of one kind or sort. */
class Said {
  readonly #about = new Map<string, Set<string>>();
  readonly none = new Set<string>();
  readonly is = new Map<string, string>();

  about(sort: string, path: string) {
    this.#about.set(sort, (this.#about.get(sort) ?? new Set()).add(path));
  }

  plain(): RegisterKind {
    const about = [...this.#about].sort().map(([sort, paths]) => [sort, [...paths].sort()]);
    return {
      ...(about.length > 0 && { about: Object.fromEntries(about) }),
      ...(this.none.size > 0 && { none: [...this.none].sort() }),
      ...(this.is.size > 0 && { is: Object.fromEntries([...this.is].sort()) }),
    };
  }
}

class Walk {
  readonly #said = new Map<string, Said>();

  constructor(
    readonly knowledge: Knowledge,
    readonly sorts: Named<RegisterKind>,
  ) {}

  has = (sort: string): boolean => this.#said.has(sort);

  of(sort: string): Said {
    const said = this.#said.get(sort) ?? new Said();
    this.#said.set(sort, said);
    return said;
  }

  /** `path` counts from the thing that `said` tells about; `list` repeats the whole document and is passed over. */
  down(schema: Schema, path: string, said: Said, list?: string) {
    const at = path.replace(/\[\]$/, '');
    const about = schema['x-about'];
    const onward = typeof about === 'string' ? ` -> ${about.replaceAll(/\[\].*$/g, '')}` : '';
    if (path !== '') for (const sort of aboutSorts(schema, this.knowledge.places)) said.about(sort, at + onward);
    if (path !== '' && schema['x-none']) said.none.add(at);
    const is = schema['x-is'];
    if (is !== undefined) said.is.set(at, is);
    if (is !== undefined) return;
    const sort = path === '' ? undefined : schema['x-defines'];
    const own = sort !== undefined && Object.hasOwn(this.sorts, sort);
    const holder = own ? this.of(sort) : said;
    for (const [name, below] of schema.properties) {
      if (path === '' && name === list) continue;
      const step = own || path === '' ? name : `${path}.${name}`;
      this.down(below, step, holder);
      if (below.items) this.down(below.items, `${step}[]`, holder);
    }
  }
}
