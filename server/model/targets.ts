// The targets of an agreement, those under its priorities too, in a shape in which two can be held side by side.
// Must not know which agreements are compared.

import { parseMeasure } from '../arithmetic/measure';
import type { ServiceTarget } from '../arithmetic/target';
import { schemaAt } from '../knowledge/schema';
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';

export interface TargetAt extends ServiceTarget {
  /** The target's id, or the priority's; of a promise without one the service's. */
  readonly id: string;
  /** Its value, where it is written. */
  readonly at: At;
  /** The target or priority as a whole, in an agreement. */
  readonly item?: At;
  /** The priority whose cases it is for: only targets for the same one are alike. */
  readonly priority?: string;
  readonly better: 'more' | 'less';
}

/** Those that are written out with a value; a target that isn't can't be compared. */
export function targetsOf(agreement: Thing, pack: Reader): readonly TargetAt[] {
  return [
    ...pack.at(agreement, 'targets').items.flatMap((t) => target(t, agreement, pack)),
    ...pack.at(agreement, 'priorities').items.flatMap((p) => times(p, agreement, pack)),
  ];
}

/** A target wherever one stands in a document, such as one that a customer wants. */
export const targetIn = (at: At, document: Thing, pack: Reader): TargetAt | undefined => target(at, document, pack)[0];

function target(at: At, agreement: Thing, pack: Reader): TargetAt[] {
  const metric = at.get('metric').text;
  const value = at.get('target');
  const better = metric === undefined ? undefined : betterSide(metric, at, agreement, pack);
  if (metric === undefined || value.text === undefined || !better) return [];
  const window = at.get('window').text;
  const share = at.get('share').text;
  return [
    {
      id: at.get('id').text ?? metric,
      at: value,
      item: at,
      metric,
      better,
      target: value.text,
      clock: hours(at.get('clock').text, agreement, pack),
      ...(window !== undefined && { window }),
      ...(share !== undefined && { share }),
    },
  ];
}

const TIMES = { response: 'time-to-respond', restore: 'time-to-restore' } as const;

/** Response and restore of a priority are targets for each of its cases. */
function times(at: At, agreement: Thing, pack: Reader): TargetAt[] {
  const priority = at.get('id').text;
  const share = at.get('share').text;
  return Object.entries(TIMES).flatMap(([field, metric]) => {
    const value = at.get(field);
    if (priority === undefined || value.text === undefined) return [];
    const clock = hours(at.get('clock').text, agreement, pack);
    return [
      {
        id: priority,
        priority,
        at: value,
        item: at,
        metric,
        better: 'less' as const,
        target: value.text,
        window: 'case',
        clock,
        ...(share !== undefined && { share }),
      },
    ];
  });
}

/** The metric's better side as the schema says it; of `other` what the target itself says. */
function betterSide(metric: string, at: At, agreement: Thing, pack: Reader): 'more' | 'less' | undefined {
  const kind = pack.knowledge.kinds.get(agreement.sort);
  const known = kind && schemaAt(kind.schema, [...at.path, 'metric'])?.['x-better']?.[metric];
  const said = at.get('better').text;
  return known ?? (said === 'more' || said === 'less' ? said : undefined);
}

/** The hours that a target's or priority's own clock means. */
export const clockOf = (at: At, agreement: Thing, pack: Reader): string | undefined => hours(at.get('clock').text, agreement, pack);

/** The calendar behind a clock: the words for a document's own hours mean different hours in two documents. */
function hours(clock: string | undefined, agreement: Thing, pack: Reader): string | undefined {
  if (clock === 'supportHours') return pack.at(agreement, 'supportHours').text;
  return clock === undefined || clock === 'serviceHours' ? pack.at(agreement, 'serviceHours').text : clock;
}

/** Two that can be held side by side at all; hours that one of them leaves out are no difference for a percentage. */
export function side(promised: TargetAt, bought: TargetAt): [TargetAt, TargetAt] {
  const percentages = [promised, bought].every((t) => parseMeasure(t.target)?.sort === 'percentage');
  if (!percentages || (promised.clock !== undefined && bought.clock !== undefined)) return [promised, bought];
  return [
    { ...promised, clock: undefined },
    { ...bought, clock: undefined },
  ];
}
