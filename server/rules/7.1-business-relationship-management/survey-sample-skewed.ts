// The answers to a survey come from other people than those for whom they are to stand.

import { percentageOf } from '../../arithmetic/percentage';
import { spreadOf } from '../../arithmetic/sample';
import { groupsOf } from '../../model/surveys';
import { rule } from '../rule';

export default rule({
  demands: ['7.1-satisfaction-sample'],
  each: 'survey',
  severity: 'warning',
  says: 'The answers to the survey "{survey}" do not represent everybody: {group}.',
  do: 'Ask the groups with too few answers again, or weight the groups and say so with the results.',
  because: 'These are all the people who could have been asked.',
  about:
    "Each group's part of the answers is compared with its part of the people. A group of which nobody answered is reported, and one whose part is off by more percentage points than the manifest allows for samples (20, unless it says otherwise). The group that is furthest off is named. Where the numbers are not written out, nobody can tell.",
  example: { survey: 'users-2026', group: '"head office": 90.0 % of the answers, 40.0 % of the people' },
  check(survey, pack, report) {
    const groups = pack.at(survey, 'sample', 'groups');
    const population = pack.at(survey, 'population');
    if (groups.items.length === 0 || population.items.length === 0 || population.items.some((g) => !g.get('number').written)) {
      return report.cantTell(`how many people of each group were asked in "${survey.id}" is not written out`);
    }
    const spread = spreadOf(groupsOf(survey, pack));
    if ('cannotTell' in spread) return report.cantTell(spread.cannotTell);
    const most = percentageOf(pack.says('tolerances', 'sample')?.text ?? USUAL);
    const off = spread.find((s) => s.isAbsent) ?? spread.find((s) => most !== undefined && s.points.abs().greaterThan(most));
    if (off) report(groups, { survey: survey.id, group: off.working }, { because: [population] });
  },
});

/** Where the manifest says nothing. */
const USUAL = '20 %';
