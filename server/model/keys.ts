// What can be wrong with the keys of one map: the same twice, or far too many.
// Must not know YAML or schemas.
import { LIMITS, tooManyKeys } from './limits';
import type { Fault, Range } from './node';

/** A key and where it stands, `start` and `end` counting from wherever the faults shall count from. */
export interface PlacedKey extends Range {
  readonly key: string;
}

/** One fault for each key that stands there already; only one in all where the keys are more than the limit. */
export function keyFaults(keys: readonly PlacedKey[]): Fault[] {
  const excess = keys[LIMITS.keys];
  if (excess) return [tooManyKeys(keys.length, excess)];
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const { key, start, end } of keys) {
    if (seen.has(key)) faults.push({ id: 'duplicate-key', start, end, values: { key } });
    seen.add(key);
  }
  return faults;
}

/** Where a second document begins whose line "---" was forgotten: a kind and an id, and below them a kind and an id once more. */
export function secondDocument(keys: readonly PlacedKey[]): number | undefined {
  const first = keys.findIndex((k) => k.key === 'kind');
  const second = keys.findIndex((k, i) => i > first && k.key === 'kind');
  const hasId = (part: readonly PlacedKey[]) => part.some((k) => k.key === 'id');
  return first >= 0 && second > 0 && hasId(keys.slice(0, second)) && hasId(keys.slice(second)) ? second : undefined;
}
