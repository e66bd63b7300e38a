// Budgets of downtime, what is left of a percentage in effect, wholes from parts, and downtime in words.

import { strict as assert } from 'node:assert';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { aroundTheClock } from '../../server/arithmetic/calendar';
import { addDays } from '../../server/arithmetic/dates';
import { downtimeBudget, oneOutage } from '../../server/arithmetic/downtime';
import { withExclusions, worstWithin } from '../../server/arithmetic/in-effect';
import { percentageInWords, saidWithin } from '../../server/arithmetic/percentage';
import { serviceTime, usualTime } from '../../server/arithmetic/service-time';
import { comparedWithWords, spokenDowntime } from '../../server/arithmetic/spoken';
import { givenAs, wholeOf } from '../../server/arithmetic/whole';
import { told, week } from './calendars';

const CLOCK = aroundTheClock('UTC');
const usual = (window: string, calendar = CLOCK) => told(usualTime(window, calendar));
const days = (number: number) => told(serviceTime(CLOCK, { from: '2026-01-01', to: addDays('2026-01-01', number - 1) }));
const minutes = (target: string, window: string) => told(downtimeBudget(target, usual(window))).minutes.toFixed();

describe('downtime budgets', () => {
  it('around the clock', () => {
    const month = {
      '99.99 %': '4.32',
      '99.95 %': '21.6',
      '99.9 %': '43.2',
      '99.7 %': '129.6',
      '99.5 %': '216',
      '99 %': '432',
      '98 %': '864',
    };
    for (const [target, budget] of Object.entries(month)) assert.equal(minutes(target, 'month'), budget, target);
    assert.equal(minutes('99.99 %', 'year'), '52.56');
    assert.equal(minutes('99.9 %', 'year'), '525.6');
    assert.equal(minutes('99.9 %', 'quarter'), '129.6');
  });

  it('in words, with the working', () => {
    const budget = told(downtimeBudget('99.9 %', usual('month')));
    assert.equal(budget.words, '43.2 min a month of 24 x 7');
    assert.equal(budget.working, '0.1 % of 720 h = 43.2 min');
    assert.equal(told(downtimeBudget('99.9 %', usual('year'))).words, '8.76 h a year of 24 x 7');
    const march = told(
      serviceTime(aroundTheClock('Europe/Berlin'), { from: '2026-03-01', to: '2026-03-31' }, [{ when: 'Sunday 02:00-06:00' }]),
    );
    // On the last Sunday of March one of the four hours is skipped.
    assert.equal(told(downtimeBudget('99 %', march)).working, '743 h − 19 h (Sunday 02:00-06:00) = 724 h; 1 % of 724 h = 7.24 h');
    assert.equal(told(downtimeBudget('99 %', march)).words, '7.24 h in March 2026');
    assert.deepEqual(downtimeBudget('fast', usual('month')), { cannotTell: '"fast" is no percentage' });
  });

  it('of office hours and around the clock both hold together', () => {
    const office = usual('week', week('08:30-17:00'));
    assert.equal(told(downtimeBudget('97 %', office)).minutes.dividedBy(60).toFixed(), '1.275');
    assert.equal(
      told(downtimeBudget('98 %', usual('week')))
        .minutes.dividedBy(60)
        .toFixed(),
      '3.36',
    );
  });

  it('tell whether one outage breaks them', () => {
    assert.deepEqual(oneOutage('99.9 %', '4 h', usual('month')), {
      breaks: true,
      working: '0.1 % of 720 h = 43.2 min; an outage of 4 h leaves 99.44 %',
    });
    assert.equal(told(oneOutage('99 %', '4 h', usual('month'))).breaks, false);
    assert.equal(told(oneOutage('99.5 %', '216 min', usual('month'))).breaks, false);
    assert.deepEqual(oneOutage('99 %', '2 working days', usual('month')), {
      cannotTell: 'nobody can say how many hours "2 working days" are',
    });
  });

  it('add up over windows that follow one another', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2024-01-01', n));
    const target = fc.integer({ min: 0, max: 10000 }).map((n) => `${n / 100} %`);
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(60), target, fc.constantFrom('Europe/Berlin', 'UTC'), (from, a, b, of, zone) => {
        const budget = (first: string, last: string) =>
          told(downtimeBudget(of, told(serviceTime(week('20:00-04:00', zone), { from: first, to: last })))).minutes;
        const [middle, end] = [addDays(from, a), addDays(from, a + b + 1)];
        assert.ok(
          budget(from, middle)
            .plus(budget(addDays(middle, 1), end))
            .equals(budget(from, end)),
        );
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('a percentage in effect', () => {
  it('where time is excluded', () => {
    const counted = told(usualTime('month', CLOCK, [{ upTo: '8 h', per: 'month' }]));
    const found = told(withExclusions('99.9 %', usual('month'), counted));
    assert.equal(found.percentage.toFixed(4), '98.7900');
    assert.equal(found.working, '99.9 % × (720 h − 8 h) / 720 h = 98.79 %');
  });

  it('in the worst month of a quarter', () => {
    const worst = (short: ReturnType<typeof usual>) => told(worstWithin('99.9 %', usual('quarter'), short)).percentage.toFixed(2);
    assert.deepEqual(
      [30, 28, 31].map((n) => worst(days(n))),
      ['99.70', '99.68', '99.71'],
    );
    assert.equal(
      told(worstWithin('99.9 %', usual('quarter'), usual('month'))).working,
      '0.1 % of 2160 h = 129.6 min; all 129.6 min in 720 h = 99.70 %',
    );
    assert.equal(worst(days(28)), '99.68');
    assert.equal(told(worstWithin('90 %', usual('year'), usual('week'))).percentage.toFixed(), '0');
    assert.deepEqual(worstWithin('99 %', usual('month'), usual('month')), {
      cannotTell: 'a month of 24 x 7 is no shorter than a month of 24 x 7',
    });
  });

  it('is never more than what was said', () => {
    const number = fc.integer({ min: 0, max: 10000 });
    fc.assert(
      fc.property(number, fc.nat(700), (n, hours) => {
        const target = `${n / 100} %`;
        const counted = told(usualTime('month', CLOCK, [{ upTo: `${hours} h`, per: 'month' }]));
        assert.ok(told(withExclusions(target, usual('month'), counted)).percentage.lessThanOrEqualTo(n / 100));
        assert.ok(told(worstWithin(target, usual('quarter'), usual('month'))).percentage.lessThanOrEqualTo(n / 100));
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('a whole from its parts', () => {
  const quarter = [
    { percentage: '100 %', minutes: 31 * 1440 },
    { percentage: '99.0 %', minutes: 28 * 1440 },
    { percentage: '100 %', minutes: 31 * 1440 },
  ];

  it('counts each part as long as it lasts', () => {
    const found = told(wholeOf(quarter));
    assert.equal(found.working, '6.72 h of 2160 h = 99.69 %; the mean of the 3 figures is 99.67 %');
    assert.equal(found.whole.toFixed(2), '99.69');
    assert.equal(
      new Decimal(100)
        .minus(found.whole)
        .times(90 * 1440)
        .dividedBy(100)
        .toFixed(1),
      '403.2',
    );
    assert.deepEqual(
      ['99.69 %', '99.67 %', '99.7 %', '99.5 %'].map((said) => givenAs(said, found)),
      ['whole', 'mean', 'whole', 'neither'],
    );
    assert.deepEqual(wholeOf([]), { cannotTell: 'there is no service time' });
    assert.deepEqual(wholeOf([{ percentage: 'good', minutes: 1 }]), { cannotTell: '"good" is no percentage' });
  });

  it('lies between its weakest and its best part', () => {
    const part = fc.record({
      percentage: fc.integer({ min: 0, max: 1000 }).map((n) => `${n / 10} %`),
      minutes: fc.integer({ min: 1, max: 9999 }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const values = parts.map(({ percentage }) => Number.parseFloat(percentage));
        const whole = told(wholeOf(parts)).whole.toNumber();
        assert.ok(whole >= Math.min(...values) - 1e-9 && whole <= Math.max(...values) + 1e-9);
      }),
      { seed: 7 },
    );
  });
});

describe('percentages', () => {
  it('are never rounded up to all', () => {
    assert.equal(percentageInWords(new Decimal('99.9999')), '99.9999 %');
    assert.equal(percentageInWords(new Decimal('99.6889')), '99.69 %');
    assert.equal(percentageInWords(new Decimal('100')), '100.00 %');
  });

  it('as they were given, rounded or cut', () => {
    const value = new Decimal('99.786');
    for (const said of ['99.79 %', '99.78 %', '99.8 %', '99.7 %', '99.786 %', '100 %', '99 %'])
      assert.ok(saidWithin(said, value, value), said);
    for (const said of ['99.93 %', '99.77 %', '99.9 %', '98 %', 'much']) assert.ok(!saidWithin(said, value, value), said);
  });
});

describe('downtime in words', () => {
  const read = (text: string) => {
    const found = spokenDowntime(text);
    return found && `${found.minutes.toDecimalPlaces(3)} ${found.window} ${found.days ?? ''} ±${found.tolerance.toDecimalPlaces(3)}`;
  };

  it('is read', () => {
    assert.equal(read('99.99 % or 1 hour a year'), '60 year  ±0.5');
    assert.equal(read('at most 43 minutes a month'), '43 month  ±0.5');
    assert.equal(read('at most 10.9 hours in a quarter of 91 days'), '654 quarter 91 ±3');
    assert.equal(read('no more than 8 hours and 46 minutes per year'), '526 year  ±0.5');
    assert.equal(read('almost nine hours a year'), '540 year  ±30');
    assert.equal(read('half an hour of downtime each week'), '30 week  ±0.5');
    assert.equal(read('an hour per calendar month'), '60 month  ±0.5');
    assert.equal(read('two days a year'), '2880 year  ±30');
    assert.equal(read('30 s a day'), '0.5 day  ±0.008');
    assert.equal(read('99.99 % (52.56 min a year)'), '52.56 year  ±0.5');
  });

  it('is not read out of other words', () => {
    for (const text of [
      'at least 23 hours a day',
      'it works 10 hours a day',
      'as good as always',
      '4 hours',
      'available for 20 h a day',
      '',
    ]) {
      assert.equal(read(text), undefined, text);
    }
  });

  it('is held against the percentage', () => {
    const agrees = (target: string, words: string, calendar = CLOCK) => told(comparedWithWords(target, words, calendar)).agrees;
    assert.deepEqual(comparedWithWords('99.99 %', '1 hour a year', CLOCK), {
      agrees: false,
      working: '0.01 % of 8760 h a year = 52.56 min, the words say 1 h',
    });
    assert.ok(agrees('99.99 %', '53 minutes a year'));
    assert.ok(agrees('99.99 %', 'about an hour a year'));
    assert.ok(agrees('99.9 %', 'at most 43 minutes a month'));
    assert.ok(agrees('99.9 %', '44 minutes a month'));
    assert.ok(!agrees('99.9 %', '4.3 minutes a month'));
    assert.ok(agrees('99.5 %', 'at most 10.9 hours in a quarter of 91 days'));
    assert.ok(agrees('99.5 %', 'at most 3.6 hours in a month of 30 days'));
    assert.ok(!agrees('99.5 %', 'at most 3.4 hours in a month of 30 days'));
    assert.ok(agrees('99.9 %', '8.8 hours a year'));
    assert.ok(!agrees('99.9 %', '43 minutes a month', week('08:00-18:00')));
    assert.ok(agrees('99 %', '2 hours a month', week('08:00-18:00')));
    assert.deepEqual(comparedWithWords('99 %', 'very good', CLOCK), { cannotTell: '"very good" says no downtime in a time' });
  });

  it('agrees where the words are the budget itself', () => {
    const window = fc.constantFrom('day', 'week', 'month', 'quarter', 'year');
    fc.assert(
      fc.property(fc.integer({ min: 9000, max: 9999 }), window, (n, of) => {
        const target = `${n / 100} %`;
        const budget = told(downtimeBudget(target, usual(of))).minutes;
        assert.ok(told(comparedWithWords(target, `${budget.toFixed(0)} minutes a ${of}`, CLOCK)).agrees);
        assert.ok(!told(comparedWithWords(target, `${budget.times(1.2).plus(3).toFixed(0)} minutes a ${of}`, CLOCK)).agrees);
      }),
      { seed: 7 },
    );
  });
});
