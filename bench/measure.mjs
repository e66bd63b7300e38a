// All measurements, one after the other. Must not know how the figures are shown.
import { edits } from './edits.mjs';
import { loading } from './loading.mjs';
import { redHat } from './peers.mjs';
import { documents, typing } from './typing.mjs';

/**
 * `edits` of each document after `warmUp` others, `runs` cold starts in each of `folders`, edits in each of `packs` (numbers of documents).
 * Gives { peer, typing, loading, packs } as the modules of those names return them.
 */
export async function measure({ edits: count, warmUp, runs, folders, packs, ownNode }) {
  const { name, node, debounce } = redHat({ ownNode });
  const typed = [];
  for (const [title, document] of documents()) {
    console.error(`typing: ${title}`);
    typed.push({ title, ...(await typing(document, { edits: count, warmUp, ownNode })) });
  }
  const loaded = [];
  for (const size of folders) {
    console.error(`loading: ${size} documents`);
    loaded.push({ documents: size, ...(await loading(size, { runs, ownNode })) });
  }
  const edited = [];
  for (const size of packs) {
    console.error(`edits among ${size} documents`);
    edited.push({ documents: size, ...(await edits(size, { count: count + 2 })) });
  }
  return { peer: { name, node, debounce }, typing: typed, loading: loaded, packs: edited };
}
