// Whom a case passes through until it is restored, with how long each may take and in which hours. Must not know who asks.
import type { Step } from '../arithmetic/time-chain';
import type { At } from './at';
import { calendarNamed } from './hours';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { agreementsWith, partyName, slasOver } from './supply';
import { type TargetAt, targetsOf } from './targets';

export const RESTORE = 'time-to-restore';

/** A group's work, or the time in which a case may lie before it. */
export interface WayStep extends Step {
  readonly isHandOver: boolean;
}

export interface Way {
  readonly steps: readonly WayStep[];
  /** Where the time of each is written, and in which agreement. */
  readonly times: readonly { readonly at: At; readonly offer: TargetAt; readonly by: Thing }[];
  /** Of whom nobody can say how long they take, in clauses: the way takes at least as long as its steps. */
  readonly open: readonly string[];
}

/**
 * The way of a case under a promise to restore, as far as it leads through an agreement: the groups that the SLA names for it, one
 * after the other, or the agreement's own alone where it names none. Undefined where it names others, or the agreement has no time for it.
 */
export function wayOf(promise: TargetAt, sla: Thing, agreement: Thing, pack: Reader): Way | undefined {
  const own = pack.at(agreement, 'parties', 'supplier').text;
  const path = promise.item?.get('path').items ?? [];
  if (path.length > 0 && !path.some(({ text }) => text !== undefined && text === own)) return undefined;
  if (!restoreIn(agreement, promise, pack)) return undefined;
  const way = { steps: [] as WayStep[], times: [] as { at: At; offer: TargetAt; by: Thing }[], open: [] as string[] };
  if (path.length === 0) addTo(way, agreement, promise, pack);
  for (const { text } of path) {
    const by = text === own ? agreement : text === undefined ? undefined : agreementOf(text, sla, promise, pack);
    if (by) addTo(way, by, promise, pack);
    else way.open.push(`how long "${text ?? ''}" may take is written in no agreement`);
  }
  return way;
}

/** What an agreement has for the priority; where it has nothing for that one, what it has for all cases. */
function restoreIn(agreement: Thing, promise: TargetAt, pack: Reader): TargetAt | undefined {
  const all = targetsOf(agreement, pack).filter(({ metric }) => metric === RESTORE);
  return all.find(({ priority }) => priority === promise.priority) ?? all.find(({ priority }) => priority === undefined);
}

/** The one agreement with a group that speaks of it; of several the one that the SLA rests on. */
function agreementOf(group: string, sla: Thing, promise: TargetAt, pack: Reader): Thing | undefined {
  const all = pack.find('supplier', group).flatMap((supplier) => agreementsWith(supplier, pack));
  const speaking = all.filter((a) => restoreIn(a, promise, pack) !== undefined);
  const beneath = speaking.filter((a) => slasOver(a, pack).includes(sla));
  const [one, ...more] = beneath.length > 0 ? beneath : speaking;
  return more.length === 0 ? one : undefined;
}

function addTo(way: { steps: WayStep[]; times: Way['times'][number][]; open: string[] }, by: Thing, promise: TargetAt, pack: Reader): void {
  const offer = restoreIn(by, promise, pack);
  const calendar = calendarNamed(offer?.clock, pack);
  if (!offer || 'cannotTell' in calendar) {
    way.open.push('cannotTell' in calendar ? `for "${by.id}" ${calendar.cannotTell}` : `"${by.id}" has no time for it`);
    return;
  }
  const who = partyName(by, pack);
  const handOver = pack.at(by, 'handOver').text;
  if (handOver !== undefined) way.steps.push({ who, takes: handOver, calendar, isHandOver: true });
  way.steps.push({ who, takes: offer.target, calendar, isHandOver: false });
  way.times.push({ at: offer.at, offer, by });
}
