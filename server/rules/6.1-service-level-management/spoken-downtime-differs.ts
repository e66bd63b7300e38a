// A target says one thing as a percentage and another in words.
import { comparedWithWords } from '../../arithmetic/spoken';
import { exceptionsOf } from '../../model/exceptions';
import { calendarNamed } from '../../model/hours';
import { clockOf } from '../../model/targets';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-sla-clear'],
  each: 'sla',
  severity: 'error',
  says: 'The target "{id}" says {target}, and in words "{words}", which is not the same: {working}.',
  do: 'Find out which of the two was agreed, and correct the other one.',
  works: 'In figures {target}, in words "{words}": {working}.',
  because: 'This is the percentage: {target}.',
  about:
    'Where an availability is also said in words ("at most 43 minutes a month"), the downtime in the words is compared with what the percentage leaves of the hours that it is counted in. Months of 28 to 31 days are all right, as are figures worked out with or without the agreed exceptions, or rounded to the unit they are said in. Words that name no downtime are left alone.',
  example: {
    id: 'availability',
    target: '99.99 %',
    words: 'or 2 hours a year',
    working: '0.01 % of 8760 h a year = 52.56 min, the words say 120 min',
  },
  check(sla, pack, report) {
    for (const at of pack.at(sla, 'targets').items) {
      const [target, words] = [at.get('target'), at.get('inWords')];
      if (at.get('metric').text !== 'availability' || target.text === undefined || words.text === undefined) continue;
      const calendar = calendarNamed(clockOf(at, sla, pack), pack);
      const compared = 'cannotTell' in calendar ? calendar : comparedWithWords(target.text, words.text, calendar, exceptionsOf(sla, pack));
      if ('cannotTell' in compared) report.cantTell(compared.cannotTell);
      else {
        const values = { id: at.get('id').text ?? 'availability', target: target.text, words: words.text, working: compared.working };
        report.works([target, words], values);
        if (!compared.agrees) report(words, values, { because: [target] });
      }
    }
  },
});
