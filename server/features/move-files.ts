// Files that get another name or place: what evidence says of them by their paths is put right, in the files that stay and in those that go.
// Must not know any kind or field by name, nor which files there are.
import type { Files } from '../assess/located';
import { namedFiles } from './file-links';
import type { FileEdit } from './rename';
import { replaceWord } from './replace-word';

/** Files or whole folders, as uris in our own spelling without a slash at their end. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** To be made before the files move: the uris are those of before. */
export function moveFiles(moves: readonly Move[], files: Files): FileEdit[] {
  const after = (uri: string): string => {
    const move = moves.find(({ from }) => uri === from || uri.startsWith(`${from}/`));
    return move ? `${move.to}${uri.slice(move.from.length)}` : uri;
  };
  return [...files.values()].flatMap((file) =>
    namedFiles(file).flatMap(({ start, end, uri, fragment }): FileEdit[] => {
      const way = wayTo(after(uri), after(file.uri));
      if (way === wayTo(uri, file.uri)) return [];
      const replaced = replaceWord(file.read.text, { start, end }, `${way}${fragment}`);
      return replaced ? [{ ...replaced.edit, uri: file.uri }] : [];
    }),
  );
}

/** A file's path as one writes it in a file beside it. */
function wayTo(uri: string, from: string): string {
  const [own, other] = [from.split('/').slice(0, -1), uri.split('/')];
  const apart = own.findIndex((part, i) => part !== other[i]);
  const shared = apart < 0 ? own.length : apart;
  return [...own.slice(shared).map(() => '..'), ...other.slice(shared).map(decodeURIComponent)].join('/');
}
