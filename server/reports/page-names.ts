// Which pages are meant by what somebody types: any name whatever its case, plural or hyphens, a clause of either edition, and what may
// have been meant where nothing is called so. Must not know what pages say, nor any of them by name.
import { nearest } from '../knowledge/nearest';
import { type Page, pathOf } from './page';

const MOST = 4;

/** Every page that goes by that name; "kinds/sla" means one. Of a clause first the page that is most about it. */
export function pagesCalled<P extends Page>(typed: string, all: readonly P[]): readonly P[] {
  const name = bare(typed);
  const exact = all.filter((page) => namesOf(page).some((n) => n.toLowerCase() === name.toLowerCase()));
  if (CLAUSE.test(name)) return exact.length > 0 ? byRank(name, exact) : ofClause(name, all);
  if (exact.length > 0) return exact;
  const wanted = [folded(name), singular(folded(name))];
  return all.filter((page) => namesOf(page).some((n) => wanted.includes(folded(n))));
}

/** Names that may have been meant, the likeliest first; of each page one. */
export function namesNear(typed: string, all: readonly Page[]): readonly string[] {
  const name = bare(typed);
  const words = wordsOf(name);
  const called = all.filter(({ sort }) => sort === 'terms' || sort === 'kinds');
  const telling = words.filter((word) => !EVERYWHERE.includes(word));
  const holding = namesWhere(called, (own) => words.every((word) => own.includes(word)));
  const held = namesWhere(called, (own) => own.every((word) => words.includes(word)) && own.some((word) => telling.includes(word)));
  const byLength = [...held].sort((a, b) => wordsOf(b).length - wordsOf(a).length);
  const alike = nearest(name, all.flatMap(ownNames));
  // One word is more likely mistyped than made up of others.
  const mistyped = /\s/.test(name) ? [] : alike;
  const near = [...holding, ...mistyped, ...byLength.filter((n) => wordsOf(n).length > 1), ...alike, ...byLength];
  const found = near.length > 0 ? near : namesWhere(called, (own) => telling.some((word) => own.includes(word)));
  // Spelled with spaces where it may be.
  const spelled = [...found].sort((a, b) => Number(folded(a) === folded(b)) * (Number(b.includes(' ')) - Number(a.includes(' '))));
  const seen = new Set<string>();
  const pages = new Set<Page | undefined>();
  return spelled
    .filter((n) => {
      const page = all.find((p) => ownNames(p).includes(n));
      const isNew = !seen.has(folded(n)) && !pages.has(page);
      seen.add(folded(n));
      pages.add(page);
      return isNew;
    })
    .slice(0, MOST);
}

/** Words that say little by themselves. */
const EVERYWHERE: readonly string[] = ['service', 'management', 'of', 'the', 'a', 'and', 'for', 'in', 'document', 'record'];

const namesWhere = (pages: readonly Page[], is: (words: readonly string[]) => boolean): readonly string[] =>
  pages.flatMap((page) =>
    ownNames(page)
      .filter((name) => is(wordsOf(name)))
      .slice(0, 1),
  );

const wordsOf = (name: string): readonly string[] => singular(folded(name)).split(' ');

/** The clauses of either edition that some page is about, in order. */
export const clausesOfPages = (all: readonly Page[]): readonly string[] =>
  [...new Set(all.filter(({ sort }) => sort === 'clauses').flatMap(clausesOf))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

export const isClause = (typed: string): boolean => CLAUSE.test(bare(typed));

const CLAUSE = /^\d{1,2}(?:\.\d{1,2})*$/;

/** What people write around a name. */
const bare = (typed: string): string =>
  typed
    .trim()
    .replace(/^["'“„«[(]+|["'”“»\]).,:;?]+$/g, '')
    .replace(/^iso(?:\/iec)?[ -]?20000(?:-1)?(?::\d{4})?[ ,:]*/i, '')
    .replace(/^(?:clauses?|cl\.|chapter|section|sec\.|§+) *(?=\d)/i, '');

/** A clause that has parts, or a part of one. */
function ofClause<P extends Page>(number: string, all: readonly P[]): readonly P[] {
  const pages = all.filter(({ sort }) => sort === 'clauses');
  // One figure alone would be nearly everything.
  const parts = number.includes('.') ? pages.filter((page) => clausesOf(page).some((c) => c.startsWith(`${number}.`))) : [];
  if (parts.length > 0) return [...parts].sort((a, b) => rankBelow(number, a) - rankBelow(number, b));
  for (let whole = above(number); whole !== ''; whole = above(whole)) {
    const around = pages.filter((page) => clausesOf(page).includes(whole));
    if (around.length > 0) return byRank(whole, around);
  }
  return [];
}

const above = (number: string): string => number.slice(0, Math.max(0, number.lastIndexOf('.')));

/** Its own clauses stand first among the names of a process. */
const byRank = <P extends Page>(name: string, pages: readonly P[]): readonly P[] =>
  [...pages].sort((a, b) => ownNames(a).indexOf(name) - ownNames(b).indexOf(name));

const rankBelow = (number: string, page: Page): number => ownNames(page).findIndex((name) => name.startsWith(`${number}.`));

const clausesOf = (page: Page): readonly string[] => ownNames(page).filter((name) => CLAUSE.test(name));

const ownNames = ({ id, names }: Page): readonly string[] => [id, ...names];

const namesOf = (page: Page): readonly string[] => [...ownNames(page), pathOf(page)];

const folded = (name: string): string => name.toLowerCase().replace(/[-_\s]+/g, ' ');

/** "policies" → "policy", "service targets" → "service target". */
const singular = (words: string): string => words.replace(/ies$/, 'y').replace(/(?<=[^su'])'?s$/, '');
