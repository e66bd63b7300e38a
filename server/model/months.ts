// The figures of the parts of a period that a result is of, such as the months of a quarter. Must not know what is found wrong.
import { addDays } from '../arithmetic/dates';
import { saidWithin } from '../arithmetic/percentage';
import { serviceTime } from '../arithmetic/service-time';
import { givenAs, type Whole, wholeOf } from '../arithmetic/whole';
import { calendarNamed } from './hours';
import type { Reader } from './reader';
import { exceptionsOf } from './recomputed';
import { type Held, isOfTheSame, type Result } from './results';

export interface Told {
  readonly result: Result;
  readonly held: readonly Held[];
}

export interface Parts {
  readonly of: readonly Result[];
  readonly whole: Whole;
}

/** The mean of the parts of a result, where that is what it gives and the whole is something else; undefined where not, or nobody can tell. */
export function isMean(result: Result, all: readonly Told[], pack: Reader): Parts | undefined {
  const said = result.value.text;
  const held = all.find((one) => one.result === result)?.held ?? [];
  const [only] = held;
  if (said === undefined || !only || only.target.metric !== 'availability') return undefined;
  const of = partsOf(
    result,
    all.filter((one) => isOfTheSame(one.held, held)).map((one) => one.result),
  );
  const calendar = calendarNamed(only.target.clock, pack);
  const exceptions = exceptionsOf(only.agreement, pack);
  if (of.length < 2 || 'cannotTell' in calendar || 'cannotTell' in exceptions) return undefined;
  const parts = of.flatMap((part) => {
    const time = serviceTime(calendar, part.period, exceptions);
    return 'cannotTell' in time || time.minutes.isZero() ? [] : [{ percentage: part.value.text ?? '', minutes: time.minutes }];
  });
  if (parts.length < of.length) return undefined;
  const whole = wholeOf(parts);
  if ('cannotTell' in whole) return undefined;
  const fits = saidWithin(said, whole.whole, whole.whole);
  return !fits && givenAs(said, whole) === 'mean' ? { of, whole } : undefined;
}

/** Results of shorter periods that follow one another from the first day to the last; none where they don't. */
function partsOf({ period, record }: Result, others: readonly Result[]): readonly Result[] {
  const found: Result[] = [];
  let open = period.from;
  while (open <= period.to) {
    const next = others.find(
      (o) =>
        o.record !== record &&
        o.period.from === open &&
        o.period.to <= period.to &&
        (o.period.from !== period.from || o.period.to !== period.to),
    );
    if (!next) return [];
    found.push(next);
    open = addDays(next.period.to, 1);
  }
  return found;
}
