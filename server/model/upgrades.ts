// What a capacity plan says of a resource: how much is used and will be, and what is added when.
// Must not know what is compared.
import type { Use } from '../arithmetic/capacity';
import { compareDates } from '../arithmetic/dates';
import { addInterval, parseInterval } from '../arithmetic/interval';
import { formats } from '../knowledge/formats';
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';

export interface UseAt extends Use {
  /** The value, where it is written. */
  readonly at: At;
}

export interface Upgrade {
  readonly at: At;
  readonly name: string;
  readonly when: string;
  readonly adds: string | undefined;
  /** The last day on which it can be started; undefined where nobody says how long it takes. */
  readonly startBy: string | undefined;
  /** A change carries it out. */
  readonly isStarted: boolean;
}

/** What is used on the day of the measurement (without one, today), and what is forecast after it. */
export function usesOf(resource: Thing, pack: Reader): readonly UseAt[] {
  const used = pack.at(resource, 'used');
  const measured = dayAt(pack.at(resource, 'on')) ?? pack.today();
  const points = pack.at(resource, 'forecast').items.flatMap((point) => {
    const [by, at] = [dayAt(point.get('by')), point.get('value')];
    return by !== undefined && at.text !== undefined && compareDates(by, measured) > 0 ? [{ by, value: at.text, at }] : [];
  });
  return [...(used.text === undefined ? [] : [{ by: measured, value: used.text, at: used }]), ...points];
}

/** The upgrades that its plan has for a resource after the day of its measurement, the earliest first. */
export function upgradesOf(resource: Thing, pack: Reader): readonly Upgrade[] {
  const measured = dayAt(pack.at(resource, 'on'));
  const upgrades = upgradesIn(resource, pack).items.flatMap((at): Upgrade[] => {
    const when = dayAt(at.get('when'));
    if (at.get('resource').text !== resource.id || when === undefined) return [];
    if (measured !== undefined && compareDates(when, measured) <= 0) return [];
    const lead = parseInterval(at.get('leadTime').text ?? pack.at(resource, 'leadTime').text ?? '');
    const startBy = lead && addInterval(when, lead, -1);
    return [{ at, name: upgradeName(at), when, adds: at.get('adds').text, startBy, isStarted: at.get('change').written }];
  });
  return upgrades.sort((a, b) => compareDates(a.when, b.when));
}

/** All upgrades of the plan that a resource stands in. */
export const upgradesIn = (resource: Thing, pack: Reader): At => pack.at(pack.root(resource) ?? resource, 'upgrades');

export const upgradeName = (upgrade: At): string => upgrade.get('id').text ?? upgrade.get('what').text ?? '';

export const dayAt = ({ text }: At): string | undefined => (text !== undefined && formats.date(text) ? text : undefined);
