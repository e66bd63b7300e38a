// Two targets side by side: like with like, and the reason where they are not.

import { strict as assert } from 'node:assert';
import { compareTargets, describeTarget, type ServiceTarget, unlikeWords } from '../../server/arithmetic/target';

const availability = (target: string, more: Partial<ServiceTarget> = {}): ServiceTarget => ({
  metric: 'availability',
  target,
  window: 'month',
  ...more,
});
const restore = (target: string, more: Partial<ServiceTarget> = {}): ServiceTarget => ({ metric: 'time-to-restore', target, ...more });

describe('targets side by side', () => {
  it('where more is better', () => {
    assert.deepEqual(compareTargets(availability('99.5 %'), availability('99.0 %'), 'more'), {
      comparison: 'weaker',
      promised: '99.5 % a month',
      bought: '99.0 % a month',
    });
    const judge = (bought: string) => compareTargets(availability('99.5 %'), availability(bought), 'more');
    assert.deepEqual(judge('99.50%'), { comparison: 'equal', promised: '99.5 % a month', bought: '99.50% a month' });
    assert.deepEqual(judge('99.9 %'), { comparison: 'stronger', promised: '99.5 % a month', bought: '99.9 % a month' });
  });

  it('where less is better', () => {
    assert.deepEqual(compareTargets(restore('4 h'), restore('480 min'), 'less'), {
      comparison: 'weaker',
      promised: '4 h',
      bought: '480 min',
    });
    assert.deepEqual(compareTargets(restore('4 h'), restore('PT30M'), 'less'), {
      comparison: 'stronger',
      promised: '4 h',
      bought: '30 min',
    });
    assert.deepEqual(compareTargets(restore('60 min'), restore('1 h'), 'less'), { comparison: 'equal', promised: '60 min', bought: '1 h' });
  });

  it('say what is unlike, with both values', () => {
    const more = (a: ServiceTarget, b: ServiceTarget) => compareTargets(a, b, 'more');
    const less = (a: ServiceTarget, b: ServiceTarget) => compareTargets(a, b, 'less');
    assert.deepEqual(more(availability('99.9 %', { window: 'quarter' }), availability('99.0 %')), {
      unlike: 'window',
      promised: 'quarter',
      bought: 'month',
    });
    assert.deepEqual(more(availability('99.9 %', { window: undefined }), availability('99.0 %')), {
      unlike: 'window',
      promised: 'not stated',
      bought: 'month',
    });
    assert.deepEqual(less(restore('4 h'), availability('99 %')), { unlike: 'metric', promised: 'time-to-restore', bought: 'availability' });
    assert.deepEqual(less(restore('4 h', { clock: 'office' }), restore('8 h', { clock: 'desk' })), {
      unlike: 'clock',
      promised: 'office',
      bought: 'desk',
    });
    assert.deepEqual(less(restore('4 h', { clock: 'office' }), restore('8 h')), {
      unlike: 'clock',
      promised: 'office',
      bought: 'not stated',
    });
    assert.deepEqual(less(restore('4 h', { share: '95 %' }), restore('8 h')), { unlike: 'share', promised: '95 %', bought: 'not stated' });
    assert.deepEqual(less(restore('4 h', { share: '95 %' }), restore('8 h', { share: '90 %' })), {
      unlike: 'share',
      promised: '95 %',
      bought: '90 %',
    });
    assert.deepEqual(less(restore('4 h'), restore('8 h', { share: '90 %' })), { unlike: 'share', promised: 'not stated', bought: '90 %' });
    assert.deepEqual(less(restore('4 h'), restore('2 working days')), { unlike: 'unit', promised: '4 h', bought: '2 working days' });
    assert.deepEqual(less(restore('4 h'), restore('soon')), { unlike: 'number', promised: '4 h', bought: 'soon' });
    const other = { metric: 'other', target: '10 TB' };
    assert.deepEqual(more(other, other), { unlike: 'meaning', promised: 'other', bought: 'other' });
  });

  it('with the same share, however written', () => {
    const judged = compareTargets(
      restore('4 h', { share: '95 %', window: 'month' }),
      restore('8 h', { share: '95.0 %', window: 'month' }),
      'less',
    );
    assert.deepEqual(judged, {
      comparison: 'weaker',
      promised: '4 h for 95 % of the cases a month',
      bought: '8 h for 95.0 % of the cases a month',
    });
  });

  it('a day is 24 hours only on a clock that never stops', () => {
    const judge = (clock?: string) => compareTargets(restore('12 h', { clock }), restore('1 day', { clock }), 'less');
    assert.deepEqual(judge(), { comparison: 'weaker', promised: '12 h', bought: '1 day' });
    assert.deepEqual(judge('around the clock'), { comparison: 'weaker', promised: '12 h', bought: '1 day' });
    assert.deepEqual(judge('office'), { unlike: 'unit', promised: '12 h', bought: '1 day' });
  });

  it('every reason has words for its values', () => {
    for (const words of Object.values(unlikeWords)) assert.match(words, /\{promised\}/);
  });

  it('in words', () => {
    assert.equal(describeTarget({ metric: 'time-to-respond', target: '30 min', window: 'case' }), '30 min in each case');
    assert.equal(
      describeTarget({ metric: 'availability', target: '99.5 %', window: 'rolling 12 months' }),
      '99.5 % over rolling 12 months',
    );
    assert.equal(describeTarget({ metric: 'availability', target: 'high' }), 'high');
  });
});
