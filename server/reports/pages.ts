// The reference: a page for each process, demand, kind, finding and term, as Markdown, written from the knowledge and the rules alone.
// The same words go to docs/reference, to `explain` and to the editor. Must not know any of them by name.
import type { Knowledge } from '../knowledge/knowledge';
import type { NamedRule } from '../rules/rule';
import { headingOf, type Page, type PageSort, pathOf, type Source, slug, sortWords } from './page';
import { demandPage } from './page-demand';
import { lackPage, rulePage, wordedPage } from './page-finding';
import { indexPage } from './page-index';
import { kindPage } from './page-kind';
import { namesNear, pagesCalled } from './page-names';
import { clausePage, termPage } from './page-term';

export const INDEX = 'README';

export interface Pages {
  /** By sort, each in its own order. */
  readonly all: readonly Page[];
  /** The whole page, with links to others relative to its place. */
  markdown(page: Page): string;
  /** Without its heading and the way back to the first page. */
  body(page: Page): string;
  /** The page on which all others are listed, one folder higher. */
  index(): string;
  /** Every page that goes by that name, however it is written; "kinds/sla" means one. */
  find(name: string): readonly Page[];
  /** Names that may have been meant. */
  near(name: string): readonly string[];
  /** The kinds of document with a field of that key. */
  kindsWith(field: string): readonly string[];
}

interface Written extends Page {
  write(source: Source): readonly string[];
}

export function pages(knowledge: Knowledge, rules: readonly NamedRule[]): Pages {
  const all = [
    ...clauses(knowledge),
    ...knowledge.demands.map((d): Written => ({ sort: 'demands', id: d.id, names: [], title: d.demand, write: (s) => demandPage(d, s) })),
    ...kinds(knowledge),
    ...findings(knowledge, rules),
    ...terms(knowledge),
  ];
  const source: Source = { knowledge, rules, proofs: knowledge.proofs, paths: new Set(all.map(pathOf)) };
  const written = (page: Page) => all.find((p) => p.sort === page.sort && p.id === page.id)?.write(source) ?? [];
  const joined = (blocks: readonly string[]) => `${blocks.join('\n\n')}\n`;
  return {
    all,
    markdown: (page) => joined([`# ${headingOf(page)}`, `[Reference](../${INDEX}.md) / ${sortWords[page.sort]}`, ...written(page)]),
    body: (page) => joined(written(page)),
    index: () => joined(indexPage(all)),
    find: (name) => pagesCalled(name, all),
    near: (name) => namesNear(name, all),
    kindsWith: (field) => [...knowledge.kinds.values()].filter(({ schema }) => schema.properties.has(field)).map(({ kind }) => kind),
  };
}

/** The pages that a page leads to, by their paths, each once. */
export const linksIn = (markdown: string): readonly string[] => [
  ...new Set([...markdown.matchAll(/\]\(\.\.\/([a-z]+\/[^)]+)\.md\)/g)].map((m) => m[1] ?? '')),
];

const clauses = ({ processes, demands }: Knowledge): Written[] =>
  processes.map((p) => {
    const of2018 = demands.filter((d) => d.process === p && d.iso2018 !== '-').flatMap((d) => d.iso2018.split(', '));
    const names = [p.name, p.name.slice(p.clause.length).trim(), ...new Set([...p.iso2018, ...of2018])];
    return { sort: 'clauses', id: p.clause, names, title: p.objective, write: (s) => clausePage(p, s) };
  });

/** The manifest and what else holds for all first, then process by process. */
const kinds = (knowledge: Knowledge): Written[] =>
  [...knowledge.kinds.values()]
    .sort(
      (a, b) =>
        Number(b.folder === 'common') - Number(a.folder === 'common') || Number(b.form === 'manifest') - Number(a.form === 'manifest'),
    )
    .map((k) => ({ sort: 'kinds', id: k.kind, names: k.title === k.kind ? [] : [k.title], title: k.says, write: (s) => kindPage(k, s) }));

const terms = ({ glossary }: Knowledge): Written[] =>
  glossary.map((t) => ({
    sort: 'terms',
    id: slug(t.term),
    names: [t.term, ...(t.short === undefined ? [] : [t.short]), ...(t.also ?? [])],
    title: t.meaning,
    write: (s) => termPage(t, s),
  }));

/** Checks, what things lack or are late with, and all other findings, by their ids. What is missing in a document is its demand's. */
function findings({ demands, findings: worded }: Knowledge, rules: readonly NamedRule[]): Written[] {
  const page = (id: string, title: string, write: Written['write']): Written => ({
    sort: 'findings' satisfies PageSort,
    id,
    names: [],
    title: title.replace(/\{([a-zA-Z]+)\}/g, '‹$1›'),
    write,
  });
  return [
    ...rules.map((rule) => page(rule.id, rule.says, (s) => rulePage(rule, s))),
    ...demands.flatMap((d) =>
      [d.lacks, d.overdue].flatMap((lack) => (lack ? [page(lack.id, lack.says, (s) => lackPage(lack, d, s))] : [])),
    ),
    ...[...worded].map(([id, finding]) => page(id, finding.says, (s) => wordedPage(finding, s))),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}
