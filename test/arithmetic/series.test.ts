// Results one after the other, shares of cases, and what is due by a plan.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { missesAllowed, missesPassedOn } from '../../server/arithmetic/cases';
import { addDays, compareDates } from '../../server/arithmetic/dates';
import { claimed, dueByPlan } from '../../server/arithmetic/planned';
import { contradicts, driftOf, inARow, trendOf } from '../../server/arithmetic/series';
import { told } from './calendars';

const FALLING = ['99.98 %', '99.95 %', '99.91 %'];

describe('a series of results', () => {
  it('points somewhere, by the side that is better', () => {
    assert.equal(trendOf(['99.8 %', '99.7 %', '99.5 %'], 'more'), 'falling');
    assert.equal(trendOf(['4 h', '3 h', '170 min'], 'less'), 'improving');
    assert.equal(trendOf(['4 h', '5 h'], 'less'), 'falling');
    assert.equal(trendOf(['99.8 %', '99.80 %'], 'more'), 'steady');
    assert.equal(trendOf(['99.8 %', '99.7 %', '99.9 %'], 'more'), 'mixed');
    assert.deepEqual(trendOf(['99.8 %'], 'more'), { cannotTell: 'there is no figure before this one' });
    assert.deepEqual(trendOf(['99.8 %', '4 h'], 'more'), { cannotTell: '99.8 % and 4 h are not alike' });
    assert.deepEqual(trendOf(['99.8 %', 'good'], 'more'), { cannotTell: '"good" is no number with its unit' });
  });

  it('denies a word that says the opposite, and no other', () => {
    assert.equal(contradicts('improving', ['99.8 %', '99.7 %', '99.5 %'], 'more'), true);
    assert.equal(contradicts('falling', ['99.8 %', '99.7 %', '99.5 %'], 'more'), false);
    assert.equal(contradicts('steady', ['99.8 %', '99.7 %', '99.5 %'], 'more'), false);
    assert.equal(contradicts('falling', ['4 h', '3 h', '2 h'], 'less'), true);
    assert.equal(contradicts('improving', ['99.8 %', '99.7 %', '99.9 %'], 'more'), false);
    assert.deepEqual(contradicts('improving', ['99.8 %', '99.7 %'], 'more'), { cannotTell: 'there are too few figures to see a trend' });
    assert.deepEqual(contradicts('improving', ['99.8 %', '99.7 %', 'low'], 'more'), { cannotTell: '"low" is no number with its unit' });
  });

  it('drifts towards a miss', () => {
    assert.deepEqual(driftOf(FALLING, '99.9 %', 'more'), {
      missesNext: true,
      working: '99.98 %, 99.95 %, 99.91 %: next 99.875 %, promised 99.9 %',
    });
    assert.equal(told(driftOf(FALLING, '99.5 %', 'more')).missesNext, false);
    assert.equal(told(driftOf([...FALLING, '99.89 %'], '99.9 %', 'more')).missesNext, false);
    assert.equal(told(driftOf(['99.95 %', '99.98 %', '99.91 %'], '99.9 %', 'more')).missesNext, false);
    assert.equal(told(driftOf(['2 h', '3 h', '3.8 h'], '4 h', 'less')).missesNext, true);
    assert.equal(
      told(driftOf(['900 pages', '950 pages', '990 pages'], '1000 pages', 'less')).working,
      '900 pages, 950 pages, 990 pages: next 1035 pages, promised 1000 pages',
    );
    assert.deepEqual(driftOf(FALLING.slice(1), '99.9 %', 'more'), { cannotTell: 'there are too few figures to see a trend' });
    assert.deepEqual(driftOf(FALLING, '4 h', 'more'), { cannotTell: '99.98 % and 4 h are not alike' });
  });

  it('never both drifts and gets better', () => {
    const values = fc.array(
      fc.integer({ min: 9000, max: 10000 }).map((n) => `${n / 100} %`),
      { minLength: 3, maxLength: 6 },
    );
    fc.assert(
      fc.property(values, (list) => {
        if (told(driftOf(list, '95 %', 'more')).missesNext) assert.equal(trendOf(list, 'more'), 'falling');
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('has so many in a row at its end', () => {
    const missed = (list: string[]) => inARow(list, (r) => r === 'missed');
    assert.deepEqual([missed(['met', 'missed', 'missed']), missed(['missed', 'met']), missed([]), missed(['missed'])], [2, 0, 0, 1]);
  });
});

describe('shares of cases', () => {
  it('leave no miss among too few', () => {
    assert.deepEqual(missesAllowed('95 %', 19), { misses: 0, fewest: 20, working: '18 of 19 = 94.7 %' });
    assert.equal(told(missesAllowed('95 %', 20)).misses, 1);
    assert.equal(told(missesAllowed('90 %', 31)).misses, 3);
    assert.deepEqual([told(missesAllowed('100 %', 50)).fewest, told(missesAllowed('100 %', 50)).misses], [undefined, 0]);
    assert.equal(told(missesAllowed('95 %', 0)).misses, 0);
    assert.deepEqual(missesAllowed('most', 3), { cannotTell: '"most" is no percentage' });
  });

  it('are passed on by those who take a part of them', () => {
    assert.deepEqual(missesPassedOn('95 %', '90 %', '60 %'), { isMore: true, working: '10 % of 60 % of the cases = 6 %, allowed 5 %' });
    assert.equal(told(missesPassedOn('95 %', '90 %', '50 %')).isMore, false);
    assert.deepEqual(missesPassedOn('95 %', '90 %'), { isMore: true, working: '10 % of all cases, if all go there = 10 %, allowed 5 %' });
    assert.deepEqual(missesPassedOn('95 %', 'most'), { cannotTell: '95 %, most are not all percentages' });
  });

  it('allow exactly the misses that still keep them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 500 }), (tenths, cases) => {
        const { misses, fewest } = told(missesAllowed(`${tenths / 10} %`, cases));
        assert.ok((cases - misses) * 1000 >= tenths * cases);
        assert.ok((cases - misses - 1) * 1000 < tenths * cases);
        assert.equal(misses > 0, fewest !== undefined && cases >= fewest);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('what is due by a plan', () => {
  const plan = { first: '2025-03-31', interval: '3 months', grace: '14 days' };
  const due = (last?: string) => dueByPlan(plan, last)?.due;

  it('stays on its days, whenever it was really done', () => {
    assert.equal(due(), '2025-03-31');
    assert.equal(due('2025-12-31'), '2026-03-31');
    assert.deepEqual(dueByPlan(plan, '2026-01-20'), {
      last: '2026-01-20',
      due: '2026-03-31',
      overdueFrom: '2026-04-15',
      interval: '3 months',
      grace: '14 days',
    });
    assert.equal(due('2026-03-25'), '2026-06-30');
    assert.equal(due('2025-03-01'), '2025-06-30');
    assert.equal(due('2024-11-01'), '2024-12-31');
    assert.equal(dueByPlan({ ...plan, interval: 'often' }, undefined), undefined);
    assert.equal(dueByPlan({ ...plan, grace: 'some' }, undefined), undefined);
  });

  it('comes after what was done, no more than one and a half intervals', () => {
    const days = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2010-01-01', n));
    fc.assert(
      fc.property(days, days, fc.constantFrom('1 month', '3 months', '1 year', '2 weeks', '5 working days'), (first, last, interval) => {
        const found = dueByPlan({ first, interval }, last)?.due ?? assert.fail();
        const days = { '1 month': 31, '3 months': 92, '1 year': 366, '2 weeks': 14, '5 working days': 9 }[interval] ?? 0;
        assert.ok(compareDates(found, last) >= 0, `${found} after ${last}`);
        assert.ok(compareDates(found, addDays(last, Math.ceil(days * 1.5) + 1)) <= 0);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('a record and the period it is shown for', () => {
  it('lie within each other or not', () => {
    const period = { from: '2026-01-01', to: '2026-12-31' };
    const of = (from?: string, to?: string) => claimed({ ...(from && { from }), ...(to && { to }) }, period);
    assert.equal(of('2024-05-01', '2024-05-01'), 'before');
    assert.equal(of('2026-05-01'), 'within');
    assert.equal(of('2026-01-01', '2026-12-31'), 'within');
    assert.equal(of('2025-12-01', '2026-01-31'), 'partly');
    assert.equal(of('2026-12-01', '2027-01-31'), 'partly');
    assert.equal(of('2027-01-01'), 'after');
    assert.equal(of(undefined, '2025-12-31'), 'before');
    assert.equal(claimed({ from: '2024-05-01' }, {}), 'within');
  });
});
