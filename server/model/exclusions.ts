// What a contract or OLA leaves out of its promises though the SLA above counts it. Must not know which checks ask.
import { type InEffect, withExclusions } from '../arithmetic/in-effect';
import { windowBeyond } from '../arithmetic/maintenance';
import { percentageOf } from '../arithmetic/percentage';
import { type Exception, usualTime } from '../arithmetic/service-time';
import type { CannotTell } from '../arithmetic/told';
import type { At } from './at';
import { exceptionsOf } from './exceptions';
import { calendarNamed } from './hours';
import type { Thing } from './pack';
import type { Reader } from './reader';
import type { TargetAt } from './targets';
import { type Beneath, isWeaker } from './underpinning';

export interface Excluded {
  readonly at: At;
  readonly exception: Exception;
  /** "17.33 h a month in the service hours, none agreed" */
  readonly working?: string;
}

/**
 * The windows of an agreement that lie in the service hours of the SLA and in none that was agreed there, and its allowances where
 * they come to more than the SLA's.
 */
export function excludedBeyond(agreement: Thing, sla: Thing, pack: Reader): readonly Excluded[] | CannotTell {
  if (!pack.at(sla, 'exceptions').written) return [];
  const service = calendarNamed(pack.at(sla, 'serviceHours').text, pack);
  if ('cannotTell' in service) return service;
  const [theirs, ours] = [exceptionsOf(agreement, pack), exceptionsOf(sla, pack)];
  const places = pack.at(agreement, 'exceptions').items;
  const beyond: Excluded[] = [];
  for (const [i, exception] of theirs.entries()) {
    const at = places[i];
    if (exception.when === undefined || !at) continue;
    const found = windowBeyond(exception, service, ours);
    if ('cannotTell' in found) return found;
    if (found.isBeyond) beyond.push({ at: at.get('when'), exception, working: found.working });
  }
  const isAllowance = ({ when, upTo }: Exception) => when === undefined && upTo !== undefined;
  const [most, left, none] = [theirs, ours, []].map((all) => usualTime('month', service, all.filter(isAllowance)));
  if (!most || !left || !none) return beyond;
  for (const time of [most, left, none]) if ('cannotTell' in time) return time;
  if ('minutes' in most && 'minutes' in left && most.minutes.lessThan(left.minutes)) {
    theirs.forEach((exception, i) => {
      const at = places[i];
      if (at && isAllowance(exception)) beyond.push({ at: at.get('upTo'), exception });
    });
  }
  return beyond;
}

/** What a like promise of a contract still comes to in the hours that the SLA counts; undefined where it holds or is no percentage of time. */
export function shortInEffect(
  { sla, promise, offers }: Beneath,
  beyond: readonly Excluded[],
  pack: Reader,
): { readonly offer: TargetAt; readonly effect: InEffect } | CannotTell | undefined {
  const alike = offers.find((o) => !('unlike' in o.result) && !isWeaker(o));
  const wanted = percentageOf(promise.target);
  if (promise.metric !== 'availability' || !alike || !wanted || promise.window === undefined || beyond.length === 0) return undefined;
  const calendar = calendarNamed(promise.clock ?? alike.offer.clock, pack);
  if ('cannotTell' in calendar) return calendar;
  const ours = exceptionsOf(sla, pack);
  const all = usualTime(promise.window, calendar, ours);
  const counted = usualTime(promise.window, calendar, [...ours, ...beyond.map(({ exception }) => exception)]);
  if ('cannotTell' in all) return all;
  if ('cannotTell' in counted) return counted;
  const effect = withExclusions(alike.offer.target, all, counted);
  if ('cannotTell' in effect) return effect;
  return effect.percentage.lessThan(wanted) ? { offer: alike.offer, effect } : undefined;
}
