// What the manifest settles for the whole SMS, with what holds where it says nothing.
// Must not know who asks.
import { parseInterval } from '../arithmetic/interval';
import type { Reader } from './reader';

/** How long after its day something may still be done before it counts as overdue; two weeks where nothing is said. */
export function graceOf(pack: Reader): string {
  const manifest = pack.manifest();
  const text = manifest && pack.at(manifest, 'grace').text;
  return text !== undefined && parseInterval(text) ? text : '14 days';
}
