// A survey shows that people are displeased, and nothing is done about it.
import { compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import type { At } from '../../model/at';
import { graceOf, periodsOf } from '../../model/manifest';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { type Score, scoresOf } from '../../model/surveys';
import { addTo, rule } from '../rule';

export default rule({
  demands: ['7.1-satisfaction-actions'],
  each: 'survey',
  severity: 'warning',
  says: 'In the survey "{survey}" {group} gave {score}, {why}, and no action follows from it.',
  do: 'Write down what is done, by whom and until when, or the reason why nothing is.',
  because: 'This is the score.',
  fix: 'Add an action to the survey "{survey}"',
  about:
    'The averages of a survey are compared with the score that calls for action: its own, else that of the manifest. One that got worse from survey to survey as often as the manifest names under tolerances (three times, unless it says otherwise) counts, too. Any action of the survey will do, and so will "none, because …"; until the grace of the manifest is over nothing is said.',
  example: { survey: 'users-2026', group: 'hr, payroll clerks, service desk', score: '3.1', why: 'below the 3.5 that call for action' },
  check(survey, pack, report) {
    const actions = pack.at(survey, 'actions');
    if (actions.items.length > 0 || /because/i.test(actions.text ?? '') || hasTime(survey, pack)) return;
    const scores = scoresOf(survey, pack);
    if (scores.length === 0) return report.cantTell(`the scores of "${survey.id}" are not written out`);
    const better = pack.at(survey, 'scale', 'better').text;
    if (better !== 'more' && better !== 'less')
      return report.cantTell(`"${survey.id}" does not say which end of its scale is the good one`);
    const sign = better === 'more' ? 1 : -1;
    const own = pack.at(survey, 'floor').text ?? pack.says('tolerances', 'satisfaction')?.text;
    const floor = own === undefined ? Number.NaN : Number(own);
    const low = scores.filter((s) => (s.average - floor) * sign < 0).sort((a, b) => (a.average - b.average) * sign)[0];
    const side = better === 'more' ? 'below' : 'above';
    if (low) return say(low, `${side} the ${own} that call for action`);
    const falling = scores.find((s) => isFalling(s, survey, sign, pack));
    if (falling) return say(falling, `worse for the ${ordinal(periodsOf(pack))} time running`);
    if (own === undefined) report.cantTell(`neither "${survey.id}" nor sms.yaml says which score calls for action`);

    function say(score: Score, why: string) {
      const values = { survey: survey.id, group: `"${score.name}"`, score: digits(score), why };
      report(actions, values, { because: [score.at], fix: { add: addTo(actions) } });
    }
  },
});

const digits = ({ average }: Score): string => String(Math.round(average * 100) / 100);

const ordinal = (n: number): string => ['first', 'second', 'third'][n - 1] ?? `${n}th`;

function hasTime(survey: Thing, pack: Reader): boolean {
  const grace = parseInterval(graceOf(pack));
  return survey.day === undefined || !grace || compareDates(pack.today(), addInterval(survey.day, grace)) <= 0;
}

/** Worse than in the survey before, which was worse than in the one before it, and so on, all on the same scale. */
function isFalling({ name, average }: Score, survey: Thing, sign: number, pack: Reader): boolean {
  let [now, score] = [survey, average];
  for (let i = 0; i < periodsOf(pack); i++) {
    const [before] = pack.find(survey.sort, pack.at(now, 'previous').text ?? '');
    const then = before && scoresOf(before, pack).find((s) => s.name === name)?.average;
    if (!before || then === undefined || !sameScale(pack.at(before, 'scale'), pack.at(survey, 'scale')) || (score - then) * sign >= 0)
      return false;
    [now, score] = [before, then];
  }
  return true;
}

const sameScale = (a: At, b: At): boolean => ['from', 'to', 'better'].every((f) => a.get(f).text === b.get(f).text);
