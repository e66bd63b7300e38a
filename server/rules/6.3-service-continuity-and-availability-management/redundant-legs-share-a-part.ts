// Parts that are to stand in for each other fail together, since all of them lean on one more part.
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { fatalFor, neededAnyway, neededBy, type StandIns, standInsUnder } from '../../model/stand-ins';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.3-design-achieves'],
  each: 'service',
  severity: 'warning',
  says: '{legs} are to stand in for each other, but {lean}: when that fails, "{service}" stops as if there were only one.',
  do: 'Lead one of them another way, or write in the notes of this dependency why you accept that.',
  because: 'This leads to {part}, which more than one of the stand-ins depends on.',
  about:
    'Of the parts that the catalogue gives as stand-ins for each other the check looks at what each of them cannot do without. A part under so many of them that too few are left when it fails is reported, unless the service could not do without that part anyway. Notes on the dependency settle it.',
  example: {
    legs: '"line-north" (Line by the lighthouse) and "line-south" (Line by the fish market)',
    lean: 'both depend on "duct" (Duct under the quay)',
    part: '"duct" (Duct under the quay)',
    service: 'network',
  },
  check(service, pack, report) {
    const anyway = neededAnyway(service, pack);
    for (const standIns of standInsUnder(service, pack)) {
      if (standIns.item.get('notes').written) continue;
      const fatal = [...fatalFor(standIns, pack)].filter(([part]) => !anyway.has(part));
      // What leans on a part that is told is no second cause.
      const causes = fatal.filter(([part]) => !neededBy(part, pack).some((below) => fatal.some(([other]) => other === below)));
      for (const [part, legs] of causes) {
        const values = {
          legs: listed(standIns.legs.map((leg) => named(leg, pack))),
          lean: leanWords(part, legs, standIns, pack),
          part: named(part, pack),
          service: standIns.of.id,
        };
        const because = legs.flatMap((leg) => leaning(leg, part, pack) ?? []);
        report(standIns.item.get('of'), values, { because });
      }
    }
  },
});

/** "both depend on …", "all of them depend on …", "a depends on b itself". */
function leanWords(part: Thing, legs: readonly Thing[], standIns: StandIns, pack: Reader): string {
  const others = legs.filter((leg) => leg !== part).map((leg) => `"${leg.id}"`);
  if (others.length < legs.length) return `${listed(others)} ${others.length === 1 ? 'depends' : 'depend'} on "${part.id}" itself`;
  if (legs.length < standIns.legs.length) return `${listed(others)} depend on ${named(part, pack)}`;
  return `${legs.length === 2 ? 'both' : 'all of them'} depend on ${named(part, pack)}`;
}

const named = (thing: Thing, pack: Reader): string => {
  const name = pack.at(thing, 'name').text;
  return name === undefined ? `"${thing.id}"` : `"${thing.id}" (${name})`;
};

/** Where a leg says that it leans on a part, or on what leads there. */
function leaning(leg: Thing, part: Thing, pack: Reader): At | undefined {
  const places = pack.at(leg, 'dependsOn').items.flatMap((item) => [item.get('component'), item.get('service')].filter((at) => at.written));
  const leads = (at: At) => {
    const [thing] = pack.target({ refers: [String(at.path.at(-1))], id: at.text ?? '' });
    return thing !== undefined && (thing === part || neededBy(thing, pack).includes(part));
  };
  return places.find(leads);
}
