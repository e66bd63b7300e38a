// Uris of files that the editor has not named yet, spelled as it spells those beside them. Must not know what they are for.
import { canonical } from '../workspace/uri';

/** `uri` in our spelling, as the editor would write it; `like` is a file of the same folder, or of one near it, in its own spelling. */
export function spelledLike(uri: string, like: string, asKnown: (uri: string) => string): string {
  const known = asKnown(uri);
  if (known !== uri) return known;
  const [own, wanted] = [canonical(like).split('/'), uri.split('/')];
  const apart = own.findIndex((part, i) => part !== wanted[i]);
  const shared = apart < 0 ? own.length : apart;
  return [...like.split('/').slice(0, shared), ...wanted.slice(shared)].join('/');
}
