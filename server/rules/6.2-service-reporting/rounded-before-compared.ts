// A result was rounded, and only so does it look as if the target was kept.
import { percentageOf, saidWithin } from '../../arithmetic/percentage';
import { digitsToTell } from '../../arithmetic/readings';
import type { At } from '../../model/at';
import type { Reader } from '../../model/reader';
import { recomputed } from '../../model/recomputed';
import { type Held, heldAgainst, isOfTheSame, type Result, resultsOf } from '../../model/results';
import { rule } from '../rule';

export default rule({
  demands: ['6.2-performance'],
  each: 'service',
  severity: 'error',
  says: '"{service}" is given as {said}, so that {promised} looks kept, but {exact} was reached: {working}.',
  do: 'Compare before you round, show enough digits, and call it missed.',
  works: 'Unrounded, {exact} was reached for "{service}" ({working}); given is {said}, promised {promised}.',
  because: 'Unrounded it is {exact}; {promised} was promised.',
  about:
    'A result in a report that is said to be met is compared with the same figure with more digits: in the availability record of the same days, or worked out from the outages on record. It is found only where the figure given keeps the promise and the exact one, in every reading that is in use, does not.',
  example: { service: 'mail', said: '99.9 %', promised: '99.9 %', exact: '99.86 %', working: '60 min (INC-4711) of 720 h = 99.86 %' },
  check(service, pack, report) {
    const results = resultsOf(service, pack).map((result) => ({ result, held: heldAgainst(result, pack) }));
    for (const { result, held } of results) {
      const [only, ...more] = held.filter(({ target }) => target.metric === 'availability');
      const [said, promised] = [percentageOf(result.value.text ?? ''), percentageOf(only?.target.target ?? '')];
      if (!only || more.length > 0 || !said || !promised || said.lessThan(promised)) continue;
      if (result.line.get('result').text === 'missed') continue;
      const recorded = results.find((r) => isMoreExact(r.result, result) && isOfTheSame(r.held, held))?.result.value;
      const exact = inRecord(result, recorded, promised) ?? byOutages(result, only, promised, pack);
      if (!exact) continue;
      const about = { service: service.id, said: result.value.text ?? '', promised: only.target.target };
      const values = { ...about, exact: exact.words, working: exact.working };
      report.works([only.target.at, ...exact.at, result.value], values);
      report(result.value, values, { because: [...exact.at, only.target.at] });
    }
  },
});

type Percentage = NonNullable<ReturnType<typeof percentageOf>>;

interface Exact {
  readonly words: string;
  readonly working: string;
  readonly at: readonly At[];
}

/** The same figure with more digits, which rounds to what was said and misses the promise. */
function inRecord({ value }: Result, recorded: At | undefined, promised: Percentage): Exact | undefined {
  const exact = percentageOf(recorded?.text ?? '');
  if (!exact || !recorded?.text || !exact.lessThan(promised) || !saidWithin(value.text ?? '', exact, exact)) return undefined;
  return { words: recorded.text, working: `${recorded.text} is on record`, at: [recorded] };
}

const isMoreExact = (a: Result, { record, period, value }: Result) =>
  a.record !== record &&
  a.period.from === period.from &&
  a.period.to === period.to &&
  (a.value.text ?? '').length > (value.text ?? '').length;

function byOutages({ service, period, value }: Result, held: Held, promised: Percentage, pack: Reader): Exact | undefined {
  const found = recomputed(service, held, period, pack, MOST_DIGITS);
  if ('cannotTell' in found || !found.highest.lessThan(promised) || !saidWithin(value.text ?? '', found.lowest, found.highest))
    return undefined;
  const shown = recomputed(service, held, period, pack, digitsToTell(found.highest, promised, MOST_DIGITS));
  const working = 'cannotTell' in shown ? '' : shown.working;
  return { words: working.split(' = ').at(-1) ?? '', working, at: found.counted };
}

const MOST_DIGITS = 5;
