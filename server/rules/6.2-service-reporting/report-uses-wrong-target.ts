// A report holds a result against another value than was promised in its days.
import { compareMeasures, parseMeasure } from '../../arithmetic/measure';
import { describeTarget } from '../../arithmetic/target';
import { periodInWords } from '../../arithmetic/windows';
import { heldAgainst, resultsOf } from '../../model/results';
import { rule } from '../rule';

export default rule({
  demands: ['6.2-performance', '6.3-availability-monitored'],
  each: 'service',
  severity: 'error',
  says: 'The result for {target} in {period} is compared with {said}, but "{agreement}" {version} promised {promised} then.',
  do: 'Compare it with the promise that was in force then, and check whether it was kept.',
  works: '"{agreement}" {version} promised {promised} in {period}; the result is compared with {said}.',
  because: '"{agreement}" promises {promised} here; the result for {period} is compared with {said}.',
  fix: 'Compare it with {right}',
  about:
    'The promised value beside each result in a service report or an availability record is compared with the version of the agreement that was in force on the first or the last of its days. Where the target is for a share of cases, that share will do, too. Where no version of those days is on record, nobody can tell.',
  example: {
    target: 'mail-hr/availability',
    period: 'July 2026',
    said: '99.5 %',
    agreement: 'mail-hr',
    version: '2.1',
    promised: '99.9 % a month',
    right: '99.9 %',
  },
  check(service, pack, report) {
    for (const result of resultsOf(service, pack)) {
      const at = result.line.get('promised');
      const said = parseMeasure(at.text ?? '');
      const held = heldAgainst(result, pack);
      const [first] = held;
      if (!said || at.text === undefined || !result.names.written) continue;
      if (!first) {
        report.cantTell(`no agreement that was in force in the days of "${result.record.id}" has the target ${result.names.text ?? ''}`);
        continue;
      }
      const texts = held.flatMap(({ target }) => [target.target, ...(target.share === undefined ? [] : [target.share])]);
      const compared = texts.map((text) => {
        const measure = parseMeasure(text);
        return measure && compareMeasures(measure, said);
      });
      const alike = compared.filter((order) => order !== undefined);
      if (alike.length === 0) {
        report.cantTell(`${at.text} and ${first.target.target} are not alike`);
        continue;
      }
      const { target, agreement } = first;
      const right = parseMeasure(target.target)?.sort === said.sort ? target.target : (target.share ?? target.target);
      const values = {
        target: result.names.text ?? '',
        period: periodInWords(result.period),
        said: at.text,
        agreement: agreement.id,
        version: String(agreement.frame.says.version ?? ''),
        promised: describeTarget(target),
        right,
      };
      report.works([at, ...held.map((h) => h.target.at)], values);
      if (alike.includes(0)) continue;
      report(at, values, { because: held.map((h) => h.target.at), ...(held.length === 1 && { fix: { set: at, to: right } }) });
    }
  },
});
