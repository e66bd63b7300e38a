// Days, intervals and due dates.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { addDays, compareDates, dayOfWeek, daysBetween, FIRST_DAY, LAST_DAY } from '../../server/arithmetic/dates';
import { addInterval, dueDate, type Interval, parseInterval } from '../../server/arithmetic/interval';

const settings = { seed: 7, numRuns: 300 };
const days = fc.integer({ min: 0, max: 36_500 }).map((n) => addDays('1990-01-01', n));
const interval = (text: string): Interval => parseInterval(text) ?? assert.fail(text);
const intervals = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom('days', 'weeks', 'months', 'years', 'working days', 'h'))
  .map(([count, unit]) => interval(`${count} ${unit}`));

describe('days', () => {
  it('are counted over leap days, both ways', () => {
    assert.equal(daysBetween('2024-02-28', '2024-03-01'), 2);
    assert.equal(daysBetween('2026-02-28', '2026-03-01'), 1);
    assert.equal(daysBetween('2026-03-01', '2026-02-28'), -1);
    assert.equal(dayOfWeek('2026-03-31'), 2);
  });

  it('are compared', () => {
    assert.deepEqual(
      [compareDates('2026-01-31', '2026-02-01'), compareDates('2026-02-01', '2026-02-01'), compareDates('2027-01-01', '2026-12-31')],
      [-1, 0, 1],
    );
  });

  it('stay within what four digits of a year can say', () => {
    assert.equal(addInterval('2026-01-01', interval('999999 years')), LAST_DAY);
    assert.equal(addInterval('2026-01-01', interval('999999 days'), 999_999), LAST_DAY);
    assert.equal(addInterval('2026-01-01', interval('999999 months'), -1), FIRST_DAY);
  });

  it('are refused when they are none', () => {
    assert.throws(() => addDays('2026-02-30', 1), RangeError);
  });
});

describe('intervals', () => {
  it('are read with their words', () => {
    assert.deepEqual(parseInterval('1 year'), { unit: 'month', count: 12, words: '1 year' });
    assert.deepEqual(parseInterval('P1Y6M'), { unit: 'month', count: 18, words: '1 year 6 months' });
    assert.deepEqual(parseInterval('2 weeks'), { unit: 'day', count: 14, words: '2 weeks' });
    assert.deepEqual(parseInterval('36 h'), { unit: 'day', count: 2, words: '36 h' });
    assert.deepEqual(parseInterval('next business day'), { unit: 'working day', count: 1, words: 'next business day' });
    assert.equal(parseInterval('quarterly'), undefined);
  });

  it('end on the last day of a shorter month', () => {
    assert.equal(addInterval('2025-12-31', interval('3 months')), '2026-03-31');
    assert.equal(addInterval('2026-01-31', interval('1 month')), '2026-02-28');
    assert.equal(addInterval('2024-02-29', interval('1 year')), '2025-02-28');
    assert.equal(addInterval('2026-08-01', interval('3 months'), -1), '2026-05-01');
  });

  it('of a series come back to the day it began on', () => {
    const series = [1, 2, 3, 4].map((times) => addInterval('2026-01-31', interval('1 month'), times));
    assert.deepEqual(series, ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
  });

  it('in working days leave out weekends', () => {
    const from = (day: string, count: number) => addInterval(day, interval('1 working day'), count);
    assert.equal(from('2026-04-03', 1), '2026-04-06'); // Friday
    assert.equal(from('2026-04-04', 1), '2026-04-06'); // Saturday
    assert.equal(from('2026-04-05', 6), '2026-04-13'); // Sunday
    assert.equal(from('2026-04-01', 10), '2026-04-15'); // Wednesday
    assert.equal(from('2026-04-06', -1), '2026-04-03'); // Monday
    assert.equal(from('2026-04-05', -5), '2026-03-30'); // Sunday
    assert.equal(from('2026-04-05', 0), '2026-04-05');
  });

  it('in working days agree with counting one by one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), fc.constantFrom(1, -1), (day, count, step) => {
        let counted = day;
        for (let left = count; left > 0; ) {
          counted = addDays(counted, step);
          if (dayOfWeek(counted) < 6) left--;
        }
        assert.equal(addInterval(day, interval(`${count} working days`), step), counted);
      }),
      settings,
    );
  });

  it('keep the order of the days they are added to, and never go back', () => {
    fc.assert(
      fc.property(days, days, intervals, (a, b, added) => {
        const [earlier, later] = compareDates(a, b) < 0 ? [a, b] : [b, a];
        assert.ok(compareDates(addInterval(earlier, added), addInterval(later, added)) <= 0);
        assert.ok(compareDates(addInterval(a, added), a) >= 0);
        assert.ok(compareDates(addInterval(a, added, 2), addInterval(a, added)) >= 0);
      }),
      settings,
    );
  });
});

describe('due dates', () => {
  it('quarterly, last done at the end of a year, with 14 days of grace', () => {
    assert.deepEqual(dueDate({ last: '2025-12-31', interval: '3 months', grace: '14 days' }), {
      last: '2025-12-31',
      due: '2026-03-31',
      overdueFrom: '2026-04-15',
      interval: '3 months',
      grace: '14 days',
    });
  });

  it('without grace: overdue the day after', () => {
    assert.deepEqual(dueDate({ last: '2025-03-01', interval: 'P1Y' }), {
      last: '2025-03-01',
      due: '2026-03-01',
      overdueFrom: '2026-03-02',
      interval: '1 year',
    });
  });

  it("can't tell from a text that is no duration", () => {
    assert.equal(dueDate({ last: '2025-12-31', interval: 'now and then' }), undefined);
    assert.equal(dueDate({ last: '2025-12-31', interval: '1 year', grace: 'some' }), undefined);
  });
});
