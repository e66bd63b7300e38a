// What has to be reached when a service is brought back: by a plan, and by what was agreed. Must not know what is compared.
import { AROUND_THE_CLOCK } from '../arithmetic/calendar';
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { inForce } from './standing';
import { slasFor } from './supply';
import { targetsOf } from './targets';

export type Aim = 'recoveryTime' | 'recoveryPoint';

/** In words, as in the middle of a sentence. */
export const AIM_WORDS: Readonly<Record<Aim, string>> = { recoveryTime: 'recovery time', recoveryPoint: 'recovery point' };

const METRICS: Readonly<Record<Aim, string>> = { recoveryTime: 'recovery-time', recoveryPoint: 'recovery-point' };

/** A value that was agreed for a service, with who says it. */
export interface Agreed {
  readonly at: At;
  readonly text: string;
  readonly by: Thing;
}

/** What requirements that were agreed and in force on a day say of a service; with SLAs in force today, where these count around the clock. */
export function agreedFor(service: Thing, aim: Aim, day: string, pack: Reader): readonly Agreed[] {
  const needs = pack.references(service).flatMap((r): Agreed[] => {
    const [list, index, field] = r.path;
    const root = r.kind === 'continuity-requirements' && list === 'services' && field === 'service' ? pack.root(r) : undefined;
    if (!root || !agreedOn(root, day)) return [];
    const at = pack.at(root, 'services', index ?? '', aim);
    return at.text === undefined ? [] : [{ at, text: at.text, by: root }];
  });
  const promised = slasFor([service], pack).flatMap((sla) =>
    targetsOf(sla, pack).flatMap(({ metric, clock, share, target, at }): Agreed[] =>
      metric === METRICS[aim] && share === undefined && clock === AROUND_THE_CLOCK ? [{ at, text: target, by: sla }] : [],
    ),
  );
  return [...needs, ...promised];
}

/** Agreed, and in force on that day. */
export const agreedOn = (document: Thing, day: string): boolean => document.frame.says.status === 'agreed' && inForce(document, day);

/** The line of a plan's recovery that is about a service; undefined where it has none, or says it elsewhere. */
export const recoveryOf = (plan: Thing, service: string, pack: Reader): At | undefined =>
  pack.at(plan, 'recovery').items.find((item) => item.get('service').text === service);
