// Fewer people answered a survey than it set itself beforehand.
import { percentageOf } from '../../arithmetic/percentage';
import { answeredOf } from '../../arithmetic/sample';
import { answersTo } from '../../model/surveys';
import { rule } from '../rule';

export default rule({
  demands: ['7.1-satisfaction-sample'],
  each: 'survey',
  severity: 'warning',
  says: 'Too few people answered the survey "{survey}": {answered}, and it needs {needed}.',
  do: 'Ask again, or say with the results that they are not to be relied on.',
  because: 'This is what was fixed beforehand.',
  about:
    'The answers of all groups together are compared with the number, and with the share of those who were asked, that the survey itself says it needs. A survey that says nothing of it is left alone.',
  example: { survey: 'users-2026', answered: '14 of 80 (17.5 %)', needed: '25 %' },
  check(survey, pack, report) {
    const needed = pack.at(survey, 'answersNeeded');
    if (!needed.written) return;
    const groups = pack.at(survey, 'sample', 'groups');
    const answers = answersTo(survey, pack);
    if (!answers) return report.cantTell(`how many people answered "${survey.id}" is not written out`);
    const { asked, answered } = answers;
    const number = needed.get('number');
    if (typeof number.value === 'number' && answered < number.value) {
      return report(groups, { survey: survey.id, answered: String(answered), needed: String(number.value) }, { because: [number] });
    }
    const share = needed.get('share');
    const least = share.text === undefined ? undefined : percentageOf(share.text);
    if (!least || share.text === undefined) return;
    const reached = asked === undefined ? undefined : answeredOf(answered, asked);
    if (!reached) return report.cantTell(`how many people were asked in "${survey.id}" is not written out`);
    if (reached.percentage.lessThan(least))
      report(groups, { survey: survey.id, answered: reached.working, needed: share.text }, { because: [share] });
  },
});
