// "Did you mean": which of some words a mistyped one is likely to be. Must not know what the words are for.
import { distance } from 'fastest-levenshtein';

const MOST = 3;

/** The nearest words, nearest first, at most three; none where nothing is near enough to be meant. */
export function nearest(word: string, words: Iterable<string>): readonly string[] {
  const small = word.toLowerCase();
  const limit = Math.max(1, Math.floor(small.length / 3));
  const ranked = [...new Set(words)].flatMap((w) => {
    const other = w.toLowerCase();
    const d = (other !== small && other.startsWith(small) && small.length > 2) || isSwap(small, other) ? 1 : distance(small, other);
    return d <= limit ? [{ w, d }] : [];
  });
  // But for capitals it is that word: then no other can be meant.
  const same = ranked.filter(({ d }) => d === 0);
  return (same.length > 0 ? same : ranked)
    .sort((a, b) => a.d - b.d || (a.w < b.w ? -1 : 1))
    .slice(0, MOST)
    .map(({ w }) => w);
}

/** The same letters, but for two neighbours that changed places. */
function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return (
    at >= 0 &&
    a.length === b.length &&
    a.slice(0, at) + b[at] + b[at + 1] + a.slice(at + 2) === b &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at]
  );
}
