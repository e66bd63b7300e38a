// The first page of the reference: every process, kind, finding and term. Demands stand on the pages of their processes.
// Must not know any of them by name.
import { list, section, text } from './markdown';
import { headingOf, type Page, pathOf } from './page';

/** Links are as seen from the folder that holds all pages. */
export function indexPage(pages: readonly Page[]): string[] {
  const of = (sort: Page['sort']) => list(pages.filter((page) => page.sort === sort).map(line));
  return [
    '# Reference',
    'What SMS Evidence knows: each demand in our own words, each kind of document with its fields, each finding, each term. `sms-evidence explain ID` shows the same in a terminal, for the id of anything that has a page here.',
    'These pages are written by `npm run docs` from `schemas/`, `snippets/` and the checks: change those, not these.',
    ...section('Processes and their demands', of('clauses')),
    ...section('Kinds of documents', of('kinds')),
    ...section('Findings', of('findings')),
    ...section('Terms', of('terms')),
  ];
}

const line = (page: Page): string => `[${headingOf(page)}](${pathOf(page)}.md): ${text(page.title)}`;
