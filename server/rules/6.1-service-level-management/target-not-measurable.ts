// A target with a figure that can't be measured as what it is about: a time in per cent, a share without its unit.
import { parseMeasure } from '../../arithmetic/measure';
import { schemaAt } from '../../knowledge/schema';
import type { MeasuredIn } from '../../knowledge/types';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-sla-clear'],
  each: 'sla',
  severity: 'error',
  says: 'The target "{id}" promises {metric} of {target}, but {metric} is measured as {wanted}, so nobody can say whether it was kept.',
  do: '{hint}',
  because: 'This says what is measured.',
  about:
    'The figure of each target is compared with what it measures: availability is a percentage, a time is a time, an amount has a unit. A word instead of a figure is reported as a wrong format, and a window or source that is not written as missing. Of the metric `other` anything will do.',
  example: {
    id: 'answer',
    metric: 'response time',
    target: '95 %',
    wanted: 'a time',
    hint: 'Write how long it may take, and 95 % as the share of the cases for which it holds.',
  },
  check(sla, pack, report) {
    const kind = pack.knowledge.kinds.get(sla.sort);
    for (const at of pack.at(sla, 'targets').items) {
      const [metric, target] = [at.get('metric'), at.get('target')];
      const wanted = kind && metric.text !== undefined ? schemaAt(kind.schema, metric.path)?.['x-measured-in']?.[metric.text] : undefined;
      const measure = target.text === undefined ? undefined : parseMeasure(target.text);
      if (!wanted || !measure || metric.text === undefined) continue;
      const is: MeasuredIn = measure.sort === 'quantity' && measure.unit === '' ? 'number' : measure.sort;
      if (wanted.includes(is)) continue;
      const name = metric.text.replaceAll('-', ' ');
      const isShare = is === 'percentage' && wanted.includes('duration') && !at.get('share').written;
      const hint = isShare
        ? `Write how long it may take, and ${measure.text} as the share of the cases for which it holds.`
        : 'Write the figure with the unit that was agreed.';
      const values = {
        id: at.get('id').text ?? name,
        metric: name,
        target: measure.text,
        wanted: wanted.map((w) => WORDS[w]).join(' or '),
        hint,
      };
      report(target, values, { because: [metric] });
    }
  },
});

const WORDS: Readonly<Record<MeasuredIn, string>> = {
  percentage: 'a percentage',
  duration: 'a time',
  quantity: 'an amount with its unit',
  number: 'a number',
};
