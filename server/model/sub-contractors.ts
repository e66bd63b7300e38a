// Who stands behind a supplier, all the way down, as the register says. Must not know agreements.
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';

export interface SubContractor {
  /** The line of the register that names it. */
  readonly at: At;
  /** Its name, else its id or what stands there. */
  readonly name: string;
  /** What it goes by: its id, else its name in small letters. */
  readonly key: string;
}

/** The sub-contractors of a supplier and theirs in turn; each line once, circles too. */
export function subContractorsOf(supplier: Thing, pack: Reader): readonly SubContractor[] {
  const found: SubContractor[] = [];
  const seen = new Set<Thing>();
  const walk = (of: Thing) => {
    if (seen.has(of)) return;
    seen.add(of);
    for (const at of pack.at(of, 'subcontractors').items) {
      const text = at.get('supplier').text;
      if (text === undefined) continue;
      const [known] = pack.find('supplier', text);
      found.push({ at, name: (known && pack.at(known, 'name').text) ?? text, key: known?.id ?? text.trim().toLowerCase() });
      if (known) walk(known);
    }
  };
  walk(supplier);
  return found;
}
