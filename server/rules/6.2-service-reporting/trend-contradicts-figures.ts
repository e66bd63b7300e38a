// A report calls improving what got worse each time, or the other way round.
import { daysBetween } from '../../arithmetic/dates';
import { contradicts } from '../../arithmetic/series';
import { periodsOf } from '../../model/manifest';
import type { Reader } from '../../model/reader';
import { heldAgainst, isShare, type Result, resultsOf } from '../../model/results';
import { rule } from '../rule';

export default rule({
  demands: ['6.2-trends'],
  each: 'service',
  severity: 'warning',
  says: 'The trend of {target} is called {word}, but the figures are {figures}, and {better} is better.',
  do: 'Correct the word, or say under trends what else makes you think so.',
  because: '"{word}" does not fit these figures: {figures}.',
  fix: 'Write {right} here',
  about:
    'The word for a trend is compared with the figures of the same target in the last reports, as many as the manifest counts periods in a row, this one among them. It contradicts them only where all of them point the other way; a figure that turned in between, or stayed the same each time, fits any word. Fewer figures, or figures that are not alike, cannot be judged.',
  example: { target: 'mail-hr/availability', word: 'improving', figures: '99.8 %, 99.7 %, 99.5 %', better: 'more', right: 'falling' },
  check(service, pack, report) {
    const fewest = Math.max(2, periodsOf(pack));
    const results = resultsOf(service, pack).filter(({ record }) => record.sort === 'service-report');
    for (const result of results) {
      const word = result.line.get('trend');
      const [held] = heldAgainst(result, pack);
      if (word.text === undefined || !held) continue;
      const series = upTo(result, results, pack).slice(-fewest);
      const figures = series.flatMap(({ value }) => value.text ?? []);
      const better = isShare(result, held) ? 'more' : held.target.better;
      const found = contradicts(word.text, figures, better, fewest);
      if (typeof found === 'object') report.cantTell(found.cannotTell);
      else if (found) {
        const right = word.text === 'improving' ? 'falling' : 'improving';
        const values = { target: nameOf(result), word: word.text, figures: figures.join(', '), better, right };
        report(word, values, { because: series.filter((s) => s !== result).map(({ value }) => value), fix: { set: word, to: right } });
      }
    }
  },
});

/** The figures of the same target, in reports of the same description on as many days, one for each period, up to this one. */
function upTo(result: Result, all: readonly Result[], pack: Reader): readonly Result[] {
  const own = pack.at(result.record, 'report').text;
  const same = all.filter(
    (one) =>
      pack.at(one.record, 'report').text === own &&
      one.names.text === result.names.text &&
      one.line.get('time').text === result.line.get('time').text &&
      Math.abs(days(one) - days(result)) <= SAME_LENGTH &&
      one.period.to <= result.period.to &&
      !Number.isNaN(Number.parseFloat(one.value.text ?? '')),
  );
  return same.filter((one, i) => one === result || (one.period.to < result.period.to && one.period.from !== same[i + 1]?.period.from));
}

/** Months have up to three days more or less, quarters up to two. */
const SAME_LENGTH = 3;

const days = ({ period }: Result) => daysBetween(period.from, period.to);

const nameOf = ({ names, line }: Result) => [names.text ?? '', ...[line.get('time').text].flatMap((t) => t ?? [])].join(', ');
