// The mean of the months is given as the figure of the quarter.
import { periodInWords } from '../../arithmetic/windows';
import { isMean } from '../../model/months';
import { heldAgainst, resultsOf } from '../../model/results';
import { rule } from '../rule';

export default rule({
  demands: ['6.2-performance'],
  each: 'service',
  severity: 'error',
  says: 'The availability of "{service}" in {period} is given as {said}, but that is only the mean of its parts; together they come to {working}.',
  do: 'Work the figure out from the downtime of all parts, since they are not equally long.',
  works: 'The mean of its parts is given for "{service}" in {period}, {said}; they come to {working}.',
  because: 'This part counts as long as it lasts: {working}.',
  about:
    'The availability of a period is compared with the figures of its parts, such as the months of a quarter, where reports or records give each of them for the same target. Each part counts for its agreed service time. It is found only where what is given is the mean of the parts in the digits that were given, and the whole is not, rounded or cut.',
  example: {
    service: 'mail',
    period: 'quarter 1 of 2026',
    said: '99.67 %',
    working: '403.2 min of 2160 h = 99.69 %; the mean of the 3 figures is 99.67 %',
  },
  check(service, pack, report) {
    const results = resultsOf(service, pack).map((result) => ({ result, held: heldAgainst(result, pack) }));
    for (const { result } of results) {
      const mean = isMean(result, results, pack);
      if (!mean) continue;
      const values = {
        service: service.id,
        period: periodInWords(result.period),
        said: result.value.text ?? '',
        working: mean.whole.working,
      };
      const because = mean.of.map(({ value }) => value);
      report.works([result.value, ...because], values);
      report(result.value, values, { because });
    }
  },
});
