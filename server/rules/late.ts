// Whether a case can be restored in time on its way, from the worst moment on, in words that checks of OLAs and contracts share.
// Must not know which of them asks.
import { AROUND_THE_CLOCK, type Calendar } from '../arithmetic/calendar';
import { parseMeasure } from '../arithmetic/measure';
import { hoursInWords } from '../arithmetic/minutes';
import { compareTargets } from '../arithmetic/target';
import { type WorstCase, worstStart } from '../arithmetic/worst-start';
import { calendarNamed } from '../model/hours';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { side, type TargetAt } from '../model/targets';
import type { Way, WayStep } from '../model/way-of-a-case';

/** `open`: nobody can tell, and why. `told`: the longest it takes, and how that comes about, wherever that could be worked out. */
export type Lateness =
  | { readonly is: 'left to others' }
  | { readonly is: 'in time' | 'late'; readonly told: { readonly longest: string; readonly story: string } }
  | { readonly is: 'open'; readonly open: string };

/** How a way keeps the promise of an SLA. A time that by itself is longer than promised is left to the check that compares the two. */
export function lateness(way: Way, promise: TargetAt, sla: Thing, pack: Reader): Lateness {
  if (way.times.some(({ offer }) => isWeakerAlone(offer, promise))) return { is: 'left to others' };
  const name = `${promise.priority ?? promise.id} in "${sla.id}"`;
  if (promise.share !== undefined && parseMeasure(promise.share)?.number.lessThan(100) !== false)
    return {
      is: 'open',
      open: `${name} has to be kept for ${promise.share} of the cases only, and how many come at a bad moment is not known`,
    };
  const calendar = calendarNamed(promise.clock, pack);
  if ('cannotTell' in calendar) return { is: 'open', open: `for ${name} ${calendar.cannotTell}` };
  const worst = worstStart(way.steps, { takes: promise.target, calendar }, pack.today());
  if ('cannotTell' in worst) return { is: 'open', open: worst.cannotTell };
  if (!worst.late && way.open.length > 0) return { is: 'open', open: way.open.join('; ') };
  const clock = calendar.name === AROUND_THE_CLOCK ? AROUND_THE_CLOCK : `in the hours "${calendar.name}"`;
  const told = { longest: `${hoursInWords(worst.minutes)} ${clock}`, story: [storyOf(way.steps, worst, calendar), ...way.open].join('; ') };
  return { is: worst.late ? 'late' : 'in time', told };
}

/** "reported Friday 17:30, due Monday 11:30"; where everybody works around the clock, when it was reported doesn't matter. */
function storyOf(steps: readonly WayStep[], { reported, until }: WorstCase, promised: Calendar): string {
  const [only] = steps.length === 1 ? until : [];
  if (only !== undefined && [promised, ...steps.map((s) => s.calendar)].every(({ name }) => name === AROUND_THE_CLOCK))
    return 'at any hour';
  if (only !== undefined) return `reported ${reported}, due ${only}`;
  if (steps.every(({ calendar }) => calendar.name === AROUND_THE_CLOCK)) {
    return steps.map(({ who, takes, isHandOver }) => `${takes} ${isHandOver ? 'to hand it over to' : 'at'} ${who}`).join(' + ');
  }
  const work = steps.map(({ who, takes, calendar, isHandOver }, i) =>
    [isHandOver ? 'handed over to' : 'done by', who, `by ${until[i] ?? ''}`, `(${takes}, ${calendar.name})`].join(' '),
  );
  return [`reported ${reported}`, ...work].join('; ');
}

/** "4 h in the hours "office"", "until the next business day". */
export function timeWords({ target, clock }: Pick<TargetAt, 'target' | 'clock'>): string {
  const time = target === 'next business day' ? `until the ${target}` : target;
  return clock === undefined || clock === AROUND_THE_CLOCK ? time : `${time} in the hours "${clock}"`;
}

function isWeakerAlone(offer: TargetAt, promise: TargetAt): boolean {
  const compared = compareTargets(...side(promise, offer), promise.better);
  return offer.priority === promise.priority && !('unlike' in compared) && compared.comparison === 'weaker';
}
