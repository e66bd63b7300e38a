// The command `explain`: which pages are meant by the names that were typed, as text or JSON. Must not word them: reports/pages does.
import type { Look } from '../reports/ink';
import { headingOf, type Page, pathOf, sortWords } from '../reports/page';
import { clausesOfPages, isClause } from '../reports/page-names';
import { linksIn, type Pages } from '../reports/pages';
import { plain } from '../reports/plain';
import { listed } from '../rules/words';
import type { Wrong } from './asked';

/** A name of several words may be typed with or without quotes. Of several pages of one name that of a kind comes first. */
export function pagesNamed(names: readonly string[], pages: Pages): readonly Page[] | Wrong {
  const find = (name: string) => [...pages.find(name)].sort((a, b) => Number(b.sort === 'kinds') - Number(a.sort === 'kinds'));
  const together = find(names.join(' '));
  if (together.length > 0) return together;
  const each = names.map((name) => ({ name, found: find(name) }));
  const missed = each.find(({ found }) => found.length === 0);
  // Several plain words are more likely one name, mistyped, than several names.
  if (missed) return { wrong: unknown(names.every((name) => /^[a-z]+$/i.test(name)) ? names.join(' ') : missed.name, pages) };
  return [...new Set(each.flatMap(({ found }) => found))];
}

function unknown(name: string, pages: Pages): string {
  if (/\.ya?ml:?$/i.test(name)) {
    const file = name.replace(/:$/, '');
    return `explain tells of one line of a file: write its number behind it, such as ${file}:12. "sms-evidence check ${file}" tells what is found in all of it.`;
  }
  if (isClause(name)) {
    const clauses = clausesOfPages(pages.all);
    const below = clauses.filter((c) => c.startsWith(`${name}.`));
    return below.length > 0
      ? `Clause ${name} has many parts: please name one of ${below.join(', ')}.`
      : `Nothing here is asked for by a clause ${name}. Those that are looked at, of both editions: ${clauses.join(', ')}.`;
  }
  const near = pages.near(name);
  const [kind = '', field] = name.split('.');
  const holders = pages.kindsWith(field ?? name).filter((holder) => field === undefined || holder === kind);
  if (holders.length > 0) {
    const some = holders.length > MOST ? `${holders.slice(0, MOST).join(', ')} and ${holders.length - MOST} more` : listed(holders);
    return `"${name}" is a field, and has no page of its own. The pages of the documents that have it tell of it: ${some}.`;
  }
  const meant = near.length > 0 ? ` Did you mean ${near.map((n) => `"${n}"`).join(' or ')}?` : '';
  return `Nothing is called "${name}": no demand, kind of document, finding, process or term.${meant}`;
}

/** More kinds than these are not named one by one. */
const MOST = 6;

/** Ends with a line break. */
export const textPages = (found: readonly Page[], pages: Pages, look: Look): string =>
  found
    .map((page) => `${look.ink('bold', `${headingOf(page)} (${sortWords[page.sort]})`)}\n\n${plain(pages.body(page), look)}`)
    .join('\n\n');

const FORMAT = 1;
/** Text for programs is not wrapped. */
const UNWRAPPED: Look = { ink: (_, text) => text, width: Number.POSITIVE_INFINITY };

/** The shape is an interface: docs/json.md describes it. */
export function jsonPages(found: readonly Page[], pages: Pages, tool: string): string {
  const byPath = new Map(pages.all.map((page) => [pathOf(page), page]));
  const head = (page: Page) => ({ id: page.id, is: page.sort, page: pathOf(page) });
  const shown = found.map((page) => ({
    ...head(page),
    title: headingOf(page),
    text: plain(pages.body(page), UNWRAPPED),
    markdown: pages.markdown(page),
    links: linksIn(pages.body(page)).flatMap((path) => {
      const other = byPath.get(path);
      return other ? [head(other)] : [];
    }),
  }));
  return `${JSON.stringify({ format: FORMAT, tool, pages: shown }, undefined, 2)}\n`;
}
