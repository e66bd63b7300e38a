// The reference as files below docs/reference. Must not write them.
import { loadKnowledge } from '../knowledge/knowledge';
import { rules } from '../rules/gathered';
import { pathOf } from './page';
import { INDEX, pages } from './pages';

/** Texts by their paths below the folder. */
export function referenceFiles(): ReadonlyMap<string, string> {
  const all = pages(loadKnowledge(), rules);
  return new Map([[`${INDEX}.md`, all.index()], ...all.all.map((page) => [`${pathOf(page)}.md`, all.markdown(page)] as const)]);
}
