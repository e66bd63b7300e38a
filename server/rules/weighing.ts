// The fix that many checks of agreements offer: to write under alignmentRisks what is done about a gap. Must not know which check asks.
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { addTo, type Mend } from './rule';

/** `target`: which target of the agreement is too weak. Nothing where it says that there are none, or where they stand elsewhere. */
export function weighing(agreement: Thing, target: string, pack: Reader): { readonly fix?: Mend } {
  const risks = pack.at(agreement, 'alignmentRisks');
  return risks.items.length > 0 || !risks.written ? { fix: { add: addTo(risks), known: { target } } } : {};
}
