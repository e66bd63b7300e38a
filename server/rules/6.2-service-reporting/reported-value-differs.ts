// The availability that a report or record states isn't what the outages of its days come to.
import { digitsOf, percentageOf, saidWithin } from '../../arithmetic/percentage';
import type { Period } from '../../arithmetic/periods';
import { deniedBy } from '../../arithmetic/readings';
import { periodInWords, windowOf, windowsIn } from '../../arithmetic/windows';
import { isMean } from '../../model/months';
import type { Reader } from '../../model/reader';
import { type Recomputed, recomputed } from '../../model/recomputed';
import { type Held, heldAgainst, isOfTheSame, type Result, resultsOf } from '../../model/results';
import { rule } from '../rule';

export default rule({
  demands: ['6.2-performance', '6.3-availability-monitored'],
  each: 'service',
  severity: 'error',
  says: 'The availability of "{service}" in {period} is given as {said}, but {source} {working}.',
  do: 'Correct the figure, or what it is worked out from.',
  works: 'In {period} {source} {working}; given for "{service}" is {said}.',
  because: 'From this it is {working}; {said} was given.',
  fix: 'Write {stated}, as "{record}" does',
  about:
    'Each availability in a report or an availability record is worked out anew: from the down time and agreed time beside it, and from the outages on record in the service hours of the SLA, less its exceptions. It may be rounded or cut to the digits that were given, planned outages and those of services beneath may count or not, and the figure may be of the period or of the window that the target is counted over. A figure lower than the outages come to is a warning, since only an outage may be missing from the list. Where outages are not listed for all of the days, nobody can tell.',
  example: {
    service: 'mail',
    period: 'June 2026',
    said: '99.93 %',
    source: 'the outages come to',
    working: '95 min (INC-4711) of 720 h = 99.78 %',
    stated: '99.78 %',
    record: 'availability-2026-06',
  },
  check(service, pack, report) {
    const results = resultsOf(service, pack).map((result) => ({ result, held: heldAgainst(result, pack) }));
    for (const { result, held } of results) {
      const said = result.value.text;
      if (said === undefined || percentageOf(said) === undefined) continue;
      const values = { service: service.id, period: periodInWords(result.period), said };
      const own = byOwnTimes(result, said);
      if (own) {
        const told = { ...values, source: 'the times beside it come to', working: own };
        report.works([result.value, result.line.get('downtime'), result.line.get('agreedTime')], told);
        report(result.value, told, { because: [result.line.get('downtime')] });
        continue;
      }
      const [only, ...more] = held.filter(({ target }) => target.metric === 'availability');
      if (!only) continue;
      if (more.length > 0) {
        report.cantTell(`"${only.agreement.id}" changed in the days of "${result.record.id}"`);
        continue;
      }
      const against = judge(result, only, said, pack);
      if ('cannotTell' in against) {
        report.cantTell(against.cannotTell);
        continue;
      }
      const { highest, working, counted } = against.whole;
      const told = { ...values, source: 'the outages on record come to', working };
      report.works([result.value, ...counted], told);
      if (!against.holds && !isMean(result, results, pack)) {
        const isTooLow = percentageOf(said)?.lessThan(highest) ?? false;
        const right = results.find((r) => isRight(r.result, result.period, against.whole) && isOfTheSame(r.held, held));
        const stated = { stated: right?.result.value.text ?? '', record: right?.result.record.id ?? '' };
        report(
          result.value,
          { ...told, ...stated },
          {
            because: counted.filter((at) => at.doc !== result.value.doc || at.path.join() !== result.value.path.join()),
            ...(isTooLow && { severity: 'warning' as const }),
            ...(right && { fix: { set: result.value, to: right.result.value.text ?? '' } }),
          },
        );
      }
    }
  },
});

/** The working of a figure that the down time and agreed time beside it deny. */
function byOwnTimes({ line }: Result, said: string): string | undefined {
  const [down, all] = [line.get('downtime').text, line.get('agreedTime').text];
  return down === undefined || all === undefined ? undefined : deniedBy(down, all, said);
}

type Verdict = { readonly holds: boolean; readonly whole: Recomputed } | { readonly cannotTell: string };

/** The figure may be that of the period, of the worst window in it, or of the window that is running. */
function judge({ service, period }: Result, held: Held, said: string, pack: Reader): Verdict {
  const digits = Math.max(2, digitsOf(said));
  const of = (days: Period) => recomputed(service, held, days, pack, digits);
  const whole = of(period);
  if ('cannotTell' in whole) return whole;
  if (saidWithin(said, whole.lowest, whole.highest)) return { holds: true, whole };
  const window = held.target.window ?? '';
  const running = windowOf(window, period.to);
  const others = [...windowsIn(window, period), ...(running ? [{ from: running.from, to: period.to }] : [])];
  const read = others.filter(({ from, to }) => from !== period.from || to !== period.to).map(of);
  if (read.some((r) => !('cannotTell' in r) && saidWithin(said, r.lowest, r.highest))) return { holds: true, whole };
  const open = read.find((r) => 'cannotTell' in r);
  return open && 'cannotTell' in open ? open : { holds: false, whole };
}

function isRight({ value, period }: Result, { from, to }: Period, { lowest, highest }: Recomputed): boolean {
  return period.from === from && period.to === to && value.text !== undefined && saidWithin(value.text, lowest, highest);
}
