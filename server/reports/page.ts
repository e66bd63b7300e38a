// What a page of the reference is: its place, the names it goes by, and what its writers draw on. Must not know what pages say.
import type { Knowledge } from '../knowledge/knowledge';
import type { Proofs } from '../knowledge/proves';
import type { NamedRule } from '../rules/rule';
import { link } from './markdown';

/** The folders of the reference. */
export type PageSort = 'clauses' | 'demands' | 'kinds' | 'findings' | 'terms';

export interface Page {
  readonly sort: PageSort;
  /** The file's name without its ending; within its sort no other has it, whatever the case of its letters. */
  readonly id: string;
  /** Other names by which one may ask for it. */
  readonly names: readonly string[];
  /** Plain words, in one line: what it is about. */
  readonly title: string;
}

/** "demands/7.2-contract-targets": stable, and the path below docs/reference. */
export const pathOf = ({ sort, id }: Pick<Page, 'sort' | 'id'>): string => `${sort}/${id}`;

/** What a page of each sort is about, in plain words. */
export const sortWords: Readonly<Record<PageSort, string>> = {
  clauses: 'process',
  demands: 'demand',
  kinds: 'kind of document',
  findings: 'finding',
  terms: 'term',
};

/** What pages are written from. */
export interface Source {
  readonly knowledge: Knowledge;
  readonly rules: readonly NamedRule[];
  readonly proofs: Proofs;
  /** The paths of all pages. */
  readonly paths: ReadonlySet<string>;
}

/** Words that lead to another page as seen from a page; only words where there is no such page. */
export const toPage = (sort: PageSort, id: string, words: string, { paths }: Source): string =>
  paths.has(pathOf({ sort, id })) ? link(words, `../${pathOf({ sort, id })}.md`) : words;

/** "known error" → "known-error" */
export const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Its id; of a term and a process the words themselves. */
export const headingOf = ({ sort, id, names }: Page): string => (sort === 'terms' || sort === 'clauses' ? (names[0] ?? id) : id);
