// The command `explain`: which pages are meant by the names that were typed, as text or JSON. Must not word them: reports/pages does.
import type { Look } from '../reports/ink';
import { headingOf, type Page, pathOf, sortWords } from '../reports/page';
import { linksIn, type Pages } from '../reports/pages';
import { plain } from '../reports/plain';
import type { Wrong } from './asked';

/** A name of several words may be typed with or without quotes. Of several pages of one name the longest comes last: that of a kind. */
export function pagesNamed(names: readonly string[], pages: Pages): readonly Page[] | Wrong {
  const find = (name: string) => [...pages.find(name)].sort((a, b) => Number(a.sort === 'kinds') - Number(b.sort === 'kinds'));
  const together = find(names.join(' '));
  if (together.length > 0) return together;
  const found: Page[] = [];
  for (const name of names) {
    const named = find(name);
    if (named.length === 0) return { wrong: unknown(name, pages.near(name)) };
    found.push(...named);
  }
  return [...new Set(found)];
}

function unknown(name: string, near: readonly string[]): string {
  const meant = near.length > 0 ? ` Did you mean ${near.map((n) => `"${n}"`).join(' or ')}?` : '';
  return `Nothing is called "${name}": no demand, kind of document, finding, process or term.${meant}`;
}

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
