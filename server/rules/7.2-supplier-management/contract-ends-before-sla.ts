// A contract runs out, renewals walked, while an SLA that rests on it goes on.

import { addDays, compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { fixedEnd } from '../../arithmetic/term';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { inForce, termOf } from '../../model/standing';
import { slasOver } from '../../model/supply';
import { rule } from '../rule';

export default rule({
  demands: ['7.2-alignment'],
  each: 'contract',
  severity: 'warning',
  says: 'The contract "{contract}" ends on {end}, but the SLA "{sla}" that rests on it {goesOn}.',
  do: 'Renew or replace the contract in time, or end the SLA with it.',
  because: 'This SLA {goesOn}; the contract "{contract}" beneath it ends on {end}.',
  about:
    'A contract without renewal, or with a fixed last day, is held against the SLAs that rest on it. An SLA without a last day counts only when the end is within the horizon of the manifest (three months, unless it says otherwise). A contract that renews by itself does not end, and one whose components another agreed contract delivers from the next day on is followed.',
  check(contract, pack, report) {
    const end = fixedEnd(termOf(contract.frame.says.term)) ?? fixedEnd(termOf(contract.frame.says.valid));
    if (end === undefined || hasSuccessor(contract, end, pack)) return;
    for (const sla of slasOver(contract, pack)) {
      const last = pack.at(sla, 'valid', 'to');
      const over = last.text === undefined ? compareDates(end, horizon(pack)) <= 0 : compareDates(end, last.text) < 0;
      if (!over) continue;
      const goesOn = last.text === undefined ? 'has no end' : `goes on until ${last.text}`;
      const at = pack.at(contract, 'term');
      report(
        at.written ? at : pack.at(contract, 'valid'),
        { contract: contract.id, sla: sla.id, end, goesOn },
        { because: [last.written ? last : pack.at(sla, 'valid')] },
      );
    }
  },
});

/** Everything it delivers is delivered by another agreed contract from the day after its end, at the latest. */
function hasSuccessor(contract: Thing, end: string, pack: Reader): boolean {
  const components = pack.at(contract, 'delivers').items.flatMap((c) => (c.text === undefined ? [] : pack.find('component', c.text)));
  return (
    components.length > 0 &&
    components.every((c) => pack.references(c).some((r) => r.kind === contract.sort && r.doc !== contract.doc && goesOn(pack.root(r), end)))
  );
}

function goesOn(other: Thing | undefined, end: string): boolean {
  return other?.frame.says.status === 'agreed' && inForce(other, addDays(end, 1));
}

/** The last day that counts as near. */
function horizon(pack: Reader): string {
  const manifest: Thing | undefined = pack.manifest();
  const text = manifest && pack.at(manifest, 'horizon').text;
  const interval = parseInterval(text ?? '3 months') ?? parseInterval('3 months');
  return interval ? addInterval(pack.today(), interval) : pack.today();
}
