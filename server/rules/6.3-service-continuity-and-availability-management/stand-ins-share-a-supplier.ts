// Parts that are to stand in for each other come from different suppliers, and yet lean on the same firm or stand in the same place.
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { fatalFor, type StandIns, standInsUnder } from '../../model/stand-ins';
import { type SubContractor, subContractorsOf } from '../../model/sub-contractors';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.3-design-achieves'],
  each: 'service',
  severity: 'warning',
  says: '{legs} are to stand in for each other under "{service}", but {all} {share}: one mishap there can take {all}.',
  do: 'Find one that does not, or write in the notes of this dependency why you accept that.',
  because: 'Here it says so: {all} {share}.',
  about:
    'Of the parts that the catalogue gives as stand-ins for each other the suppliers are followed through their sub-contractors, all the way down, and the sites of the parts. The same firm behind different suppliers, or the same site, under so many of them that too few are left is reported. Two parts of one supplier are not told for that alone, and what they share as a part of the catalogue is reported by another check. Notes on the dependency settle it.',
  example: { legs: '"line-north" and "line-south"', service: 'network', all: 'both', share: 'depend on Grabenbau GmbH in the end' },
  check(service, pack, report) {
    for (const standIns of standInsUnder(service, pack)) {
      if (standIns.item.get('notes').written || fatalFor(standIns, pack).size > 0) continue;
      for (const { words, legs, because } of [...sharedFirms(standIns, pack), ...sharedSites(standIns, pack)]) {
        if (legs.length < 2 || standIns.legs.length - legs.length >= standIns.need) continue;
        const values = {
          legs: listed(standIns.legs.map(({ id }) => `"${id}"`)),
          service: standIns.of.id,
          all:
            legs.length === standIns.legs.length ? (legs.length === 2 ? 'both' : 'all of them') : listed(legs.map(({ id }) => `"${id}"`)),
          share: words,
        };
        report(standIns.item.get('of'), values, { because });
      }
    }
  },
});

interface Shared {
  readonly words: string;
  readonly legs: readonly Thing[];
  readonly because: readonly SubContractor['at'][];
}

/** Firms behind the suppliers of several legs; a supplier of one leg may be the sub-contractor of another's. */
function sharedFirms({ legs }: StandIns, pack: Reader): readonly Shared[] {
  const behind = new Map<string, { name: string; by: Map<string, Thing[]>; because: SubContractor['at'][] }>();
  for (const leg of legs) {
    const by = pack.at(leg, 'deliveredBy').text;
    const [supplier] = by === undefined ? [] : pack.find('supplier', by);
    if (!supplier) continue;
    const own = { key: supplier.id, name: pack.called(supplier), at: undefined };
    const firms = new Map([own, ...subContractorsOf(supplier, pack)].map((firm) => [firm.key, firm]));
    for (const { key, name, at } of firms.values()) {
      const one = behind.get(key) ?? { name, by: new Map<string, Thing[]>(), because: [] };
      one.by.set(supplier.id, [...(one.by.get(supplier.id) ?? []), leg]);
      if (at) one.because.push(at.get('supplier'));
      behind.set(key, one);
    }
  }
  return [...behind.values()].flatMap(({ name, by, because }) =>
    by.size < 2 ? [] : [{ words: `depend on ${name} in the end`, legs: [...by.values()].flat(), because }],
  );
}

function sharedSites({ legs }: StandIns, pack: Reader): readonly Shared[] {
  const at = new Map<string, Thing[]>();
  for (const leg of legs) {
    const site = pack.at(leg, 'site').text;
    if (site !== undefined) at.set(site, [...(at.get(site) ?? []), leg]);
  }
  return [...at].map(([site, on]) => ({ words: `stand in "${site}"`, legs: on, because: on.map((leg) => pack.at(leg, 'site')) }));
}
