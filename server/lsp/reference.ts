// The reference for editors: its pages to pick from and to read, and the links that lead to them from findings. Must not word pages.
import type { Connection } from 'vscode-languageserver';
import { headingOf, type Page, pathOf, sortWords } from '../reports/page';
import { INDEX, type Pages } from '../reports/pages';
import type { HrefOf } from './codes';
import { type PageEntry, type PageText, pageRequest, pagesRequest } from './protocol';

/** Pages are made when they are first asked for. */
export function explain(connection: Connection, reference: () => Pages): void {
  connection.onRequest(pagesRequest, () => answerPages(reference()));
  connection.onRequest(pageRequest, ({ id }: { id: string }) => answerPage(id, reference()));
}

const answerPages = (pages: Pages): PageEntry[] =>
  pages.all.map((page) => {
    const title = headingOf(page);
    return { page: pathOf(page), title, names: page.names.filter((n) => n !== title), is: sortWords[page.sort], says: page.title };
  });

/** Of several pages of one name the first. */
function answerPage(id: string, pages: Pages): PageText | null {
  if (id === INDEX) return { page: INDEX, title: INDEX, markdown: pages.index() };
  const [page] = pages.find(id);
  return page ? { page: pathOf(page), title: headingOf(page), markdown: pages.markdown(page) } : null;
}

/** `template` as the editor gave it: `{page}` stands for a page's path. Codes are ids of demands and of findings. */
export function hrefsBy(template: string, pages: Pages): HrefOf {
  const isCode = ({ sort }: Page) => sort === 'demands' || sort === 'findings';
  const hrefs = new Map(pages.all.filter(isCode).map((page) => [page.id, template.replaceAll('{page}', pathOf(page))]));
  return (code) => hrefs.get(code);
}
