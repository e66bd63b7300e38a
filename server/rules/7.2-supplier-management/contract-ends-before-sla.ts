// A contract runs out, renewals walked, while an SLA that rests on it goes on.

import { addDays, compareDates } from '../../arithmetic/dates';
import { fixedEnd } from '../../arithmetic/term';
import type { At } from '../../model/at';
import { horizonOf } from '../../model/manifest';
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
    'A contract without renewal, or with a fixed last day, is compared with the SLAs that rest on it. An SLA without a last day counts only when the end is within the horizon of the manifest (three months, unless it says otherwise). A contract that renews by itself does not end, and one whose components another agreed contract delivers from the next day on is followed.',
  example: { contract: 'acme-mailboxes', end: '2026-06-30', sla: 'mail-pilots', goesOn: 'goes on until 2026-12-31' },
  check(contract, pack, report) {
    if (endOf(contract) === undefined) return;
    const known = new Map<Thing, Close>();
    for (const sla of slasOver(contract, pack)) {
      const last = pack.at(sla, 'valid', 'to');
      const tooEarly = (end: string | undefined) =>
        end !== undefined && (last.text === undefined ? compareDates(end, horizonOf(pack)) <= 0 : compareDates(end, last.text) < 0);
      if (!tooEarly(endOf(contract))) continue;
      const { end, of } = close(contract, sla, pack, isNamed(sla, contract.sort, pack) ? new Map() : known);
      if (end === undefined || !tooEarly(end)) continue;
      const goesOn = last.text === undefined ? 'has no end' : `goes on until ${last.text}`;
      const values = { contract: of.id, sla: sla.id, end, goesOn };
      report(endAt(contract, pack), values, { because: [last.written ? last : pack.at(sla, 'valid')] });
    }
  },
});

const endOf = (contract: Thing): string | undefined =>
  fixedEnd(termOf(contract.frame.says.term)) ?? fixedEnd(termOf(contract.frame.says.valid));

/** When the work ends for good, and with which contract; without `end` it goes on. */
interface Close {
  readonly end?: string;
  readonly of: Thing;
}

/**
 * Contracts that follow from the next day on are walked, each by what it delivers or the SLA it names: the earliest end of any part.
 * Each ends later than the one before, so there is no circle, and each is walked once.
 */
function close(contract: Thing, sla: Thing, pack: Reader, known: Map<Thing, Close>): Close {
  const before = known.get(contract);
  if (before) return before;
  const end = endOf(contract);
  const found = end === undefined ? { of: contract } : closeOf(contract, end, sla, pack, known);
  known.set(contract, found);
  return found;
}

function closeOf(contract: Thing, end: string, sla: Thing, pack: Reader, known: Map<Thing, Close>): Close {
  const day = addDays(end, 1);
  const next = (needed: Thing, may = (_: Thing) => true) => {
    const others = pack.references(needed).flatMap((r) => (r.kind === contract.sort ? (pack.root(r) ?? []) : []));
    const followers = [...new Set(others)].filter((c) => c.frame.says.status === 'agreed' && inForce(c, day) && may(c));
    return followers.map((c) => close(c, sla, pack, known));
  };
  const components = pack.at(contract, 'delivers').items.flatMap((c) => (c.text === undefined ? [] : pack.find('component', c.text)));
  // A contract for other parts of the SLA follows nothing.
  const named = next(sla, (c) => !pack.at(c, 'delivers').written);
  const parts = components.length === 0 ? [named] : components.map((c) => [...next(c), ...named]);
  const lasting = parts.map((closes) => closes.reduce<Close | undefined>((a, b) => (a === undefined || later(b, a) ? b : a), undefined));
  return lasting.reduce<Close>(
    (a, b) => (b === undefined ? { end, of: contract } : later(a, b) ? b : a),
    lasting[0] ?? { end, of: contract },
  );
}

/** Some contract names the SLA, so that what follows is this SLA's own matter. */
const isNamed = (sla: Thing, kind: string, pack: Reader): boolean => pack.references(sla).some((r) => r.kind === kind);

const later = (a: Close, b: Close): boolean => b.end !== undefined && (a.end === undefined || compareDates(a.end, b.end) > 0);

/** The end where it is typed, else the term it follows from. */
function endAt(contract: Thing, pack: Reader): At {
  const places = [pack.at(contract, 'term', 'to'), pack.at(contract, 'term'), pack.at(contract, 'valid', 'to')];
  return places.find((at) => at.written) ?? pack.at(contract, 'valid');
}
