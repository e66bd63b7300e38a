// Hours of calendars over windows, less what was agreed not to count.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { aroundTheClock, openIn, readCalendar } from '../../server/arithmetic/calendar';
import { addDays } from '../../server/arithmetic/dates';
import { readRecurring } from '../../server/arithmetic/recurring';
import { serviceTime, usualTime } from '../../server/arithmetic/service-time';
import { common, merged, minutesOf, type Stretch, without } from '../../server/arithmetic/stretches';
import { periodInWords, usualDays, windowOf, windowsIn } from '../../server/arithmetic/windows';
import { told, week } from './calendars';

const ALL_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const hours = (zone: string, month: string) =>
  minutesOf(openIn(aroundTheClock(zone), windowOf('month', `${month}-10`) ?? assert.fail())) / 60;

describe('service time', () => {
  it('counts the hour that a change of clocks takes or gives', () => {
    assert.deepEqual(
      ['2026-03', '2026-04', '2026-10'].map((m) => hours('Europe/Berlin', m)),
      [743, 720, 745],
    );
    assert.deepEqual(
      ['2026-03', '2026-10', '2026-11'].map((m) => hours('America/New_York', m)),
      [743, 744, 721],
    );
    assert.deepEqual(
      ['2026-03', '2026-10'].map((m) => hours('UTC', m)),
      [744, 744],
    );
    assert.equal(hours('Australia/Lord_Howe', '2026-04'), 720.5);
  });

  it('knows hours a week, and a usual window', () => {
    assert.equal(told(usualTime('week', week('08:30-17:00'))).working, '42.5 h');
    assert.equal(told(usualTime('week', aroundTheClock('UTC'))).working, '168 h');
    assert.deepEqual(['day', 'week', 'month', 'quarter', 'year', 'rolling 12 months', 'rolling 3 months', 'case'].map(usualDays), [
      1,
      7,
      30,
      90,
      365,
      365,
      90,
      undefined,
    ]);
    assert.equal(told(usualTime('year', aroundTheClock('UTC'))).working, '8760 h');
    assert.equal(told(usualTime('month', week('08:00-18:00'))).over, 'a month of office');
    assert.equal(told(usualTime('month', aroundTheClock('UTC'))).over, 'a month of 24 x 7');
    assert.deepEqual(usualTime('case', aroundTheClock('UTC')), { cannotTell: '"case" is no time that hours can be counted in' });
  });

  it('takes holidays out, in part where they have hours', () => {
    const office = week('08:00-18:00', 'Europe/Berlin', undefined, [
      { on: '2026-12-24', name: 'Christmas Eve', hours: '08:00-12:00' },
      { on: '2026-12-25', name: 'Christmas Day' },
    ]);
    assert.equal(told(serviceTime(office, { from: '2026-12-21', to: '2026-12-27' })).working, '34 h');
    assert.equal(told(usualTime('week', office)).working, '50 h');
  });

  it('takes hours over midnight to the day on which they begin', () => {
    const night = week('22:00-06:00', 'Europe/Berlin', ['saturday']);
    assert.equal(minutesOf(openIn(night, { from: '2026-01-03', to: '2026-01-03' })), 120);
    assert.equal(minutesOf(openIn(night, { from: '2026-01-04', to: '2026-01-04' })), 360);
    // The clocks go forward in the night from 28 to 29 March.
    assert.equal(minutesOf(openIn(night, { from: '2026-03-28', to: '2026-03-29' })), 420);
  });

  it('takes off windows and allowances', () => {
    const clock = aroundTheClock('UTC');
    const april = { from: '2026-04-01', to: '2026-04-30' };
    const sundays = { what: 'planned maintenance', when: 'Sunday 02:00-06:00' };
    assert.equal(told(serviceTime(clock, april, [sundays])).working, '720 h − 16 h (Sunday 02:00-06:00) = 704 h');
    assert.equal(
      told(serviceTime(clock, april, [sundays, { when: 'daily 05:00-07:00' }])).working,
      '720 h − 16 h (Sunday 02:00-06:00) − 56 h (daily 05:00-07:00) = 648 h',
    );
    assert.equal(
      told(serviceTime(clock, april, [{ upTo: '4 h', per: 'month' }, { what: "the customer's own line" }])).working,
      '720 h − 4 h (4 h a month) = 716 h',
    );
    assert.equal(
      told(serviceTime(clock, april, [{ ...sundays, upTo: '4 h', per: 'month' }])).working,
      '720 h − 4 h (Sunday 02:00-06:00) = 716 h',
    );
    assert.equal(
      told(serviceTime(clock, april, [{ when: 'first Sunday of the month 06:00-08:00' }])).working,
      '720 h − 2 h (first Sunday of the month 06:00-08:00) = 718 h',
    );
    assert.equal(told(serviceTime(week('08:00-18:00'), april, [sundays])).working, '220 h');
    const allowed = [
      { upTo: '1 h', per: 'week' },
      { upTo: '4 h', per: 'quarter' },
    ];
    assert.equal(told(usualTime('month', clock, allowed)).working, '720 h − 4.29 h (1 h a week) − 4 h (4 h a quarter) = 711.71 h');
    assert.equal(told(usualTime('week', clock, [sundays])).working, '168 h − 4 h (Sunday 02:00-06:00) = 164 h');
    assert.equal(
      told(usualTime('month', clock, [{ when: 'first Sunday of the month 06:00-08:00' }])).working,
      '720 h − 2 h (first Sunday of the month 06:00-08:00) = 718 h',
    );
  });

  it("can't tell what it can't read", () => {
    const [clock, day] = [aroundTheClock('UTC'), { from: '2026-04-01', to: '2026-04-01' }];
    assert.deepEqual(serviceTime(clock, day, [{ when: 'when it suits' }]), {
      cannotTell: 'nobody can work out which hours "when it suits" are',
    });
    assert.deepEqual(serviceTime(clock, day, [{ upTo: '2 working days', per: 'month' }]), {
      cannotTell: '"2 working days" is no number of hours',
    });
    assert.deepEqual(serviceTime(clock, day, [{ upTo: '4 h' }]), { cannotTell: 'nobody says in which time 4 h are allowed' });
    assert.deepEqual(serviceTime(clock, { from: '1000-01-01', to: '9999-12-31' }), { cannotTell: 'the time is longer than ten years' });
    const read = (hours: string, days: string[], zone?: string) => readCalendar({ name: 'x', zone, week: [{ days, hours }] });
    assert.deepEqual(read('8-18', ['monday'], 'UTC'), { cannotTell: 'the calendar "x" has hours that can\'t be read (8-18)' });
    assert.deepEqual(read('08:00-18:00', ['mon'], 'UTC'), { cannotTell: 'the calendar "x" names a day that is none (mon)' });
    assert.deepEqual(read('08:00-18:00', [], 'UTC'), { cannotTell: 'the calendar "x" has no hours' });
    assert.deepEqual(read('08:00-18:00', ['monday']), { cannotTell: 'the calendar "x" has no time zone' });
  });

  it('is the sum over its days, whatever the zone', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n));
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC', 'Australia/Lord_Howe');
    const span = fc.constantFrom('08:00-18:00', '22:00-06:00', '00:00-24:00', '01:30-02:30', '02:30-03:30');
    fc.assert(
      fc.property(days, fc.nat(40), zones, span, fc.subarray(ALL_DAYS, { minLength: 1 }), (from, length, zone, hours, of) => {
        const calendar = week(hours, zone, of, [{ on: addDays(from, 3), name: 'a day' }]);
        const whole = minutesOf(openIn(calendar, { from, to: addDays(from, length) }));
        let sum = 0;
        for (let i = 0; i <= length; i++) sum += minutesOf(openIn(calendar, { from: addDays(from, i), to: addDays(from, i) }));
        assert.equal(whole, sum);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('windows', () => {
  it('are those of the calendar, and rolling ones end with the day', () => {
    const of = (window: string, day: string) => Object.values(windowOf(window, day) ?? {}).join(' ');
    assert.equal(of('quarter', '2026-02-28'), '2026-01-01 2026-03-31');
    assert.equal(of('month', '2028-02-01'), '2028-02-01 2028-02-29');
    assert.equal(of('week', '2026-01-01'), '2025-12-29 2026-01-04');
    assert.equal(of('year', '2026-12-31'), '2026-01-01 2026-12-31');
    assert.equal(of('rolling 12 months', '2026-03-31'), '2025-04-01 2026-03-31');
    assert.equal(of('rolling 3 months', '2026-05-30'), '2026-03-01 2026-05-30');
    assert.equal(windowOf('case', '2026-01-01'), undefined);
    assert.deepEqual(windowsIn('month', { from: '2026-01-02', to: '2026-03-31' }).map(periodInWords), ['February 2026', 'March 2026']);
    assert.equal(windowsIn('rolling 12 months', { from: '2025-01-01', to: '2026-03-31' }).length, 4);
    assert.equal(windowsIn('case', { from: '2025-01-01', to: '2026-03-31' }).length, 0);
    assert.equal(windowsIn('day', { from: '1000-01-01', to: '9999-12-31' }, 20).length, 20);
    assert.equal(periodInWords({ from: '2026-04-01', to: '2026-06-30' }), 'quarter 2 of 2026');
    assert.equal(periodInWords({ from: '2026-01-01', to: '2026-12-31' }), '2026');
    assert.equal(periodInWords({ from: '2026-01-05', to: '2026-02-08' }), '2026-01-05 to 2026-02-08');
  });
});

describe('what comes again and again', () => {
  it('is read from its words', () => {
    const read = (text: string) => {
      const found = readRecurring(text);
      return found && [found.days.join(''), found.which, found.hours.from, found.hours.to];
    };
    assert.deepEqual(read('Saturday 06:00-10:00'), ['6', undefined, 360, 600]);
    assert.deepEqual(read('Sundays, 02:00–06:00'), ['7', undefined, 120, 360]);
    assert.deepEqual(read('Mon-Fri 22:00-02:00'), ['12345', undefined, 1320, 120]);
    assert.deepEqual(read('Monday to Friday from 18:00 to 20:00'), ['12345', undefined, 1080, 1200]);
    assert.deepEqual(read('Saturday and Sunday 00:00-06:00'), ['67', undefined, 0, 360]);
    assert.deepEqual(read('Fri-Mon 00:00-06:00'), ['1567', undefined, 0, 360]);
    assert.deepEqual(read('every day 02:00-03:00'), ['1234567', undefined, 120, 180]);
    assert.deepEqual(read('daily 02:00-03:00'), ['1234567', undefined, 120, 180]);
    assert.deepEqual(read('first Sunday of the month 06:00-08:00'), ['7', 1, 360, 480]);
    assert.deepEqual(read('the last Saturday of each month, 06:00-08:00'), ['6', -1, 360, 480]);
    for (const no of [
      'Saturday',
      'in the morning 06:00-08:00',
      'every other Sunday 06:00-08:00',
      'fifth Sunday of the month 06:00-08:00',
      'Sunday 6-8',
      '',
    ]) {
      assert.equal(read(no), undefined, no);
    }
  });
});

describe('stretches', () => {
  const stretches = fc.array(
    fc.tuple(fc.nat(50), fc.nat(10)).map(([from, length]): Stretch => ({ from, to: from + length })),
    { maxLength: 8 },
  );
  const holds = (list: readonly Stretch[], minute: number) => list.some(({ from, to }) => from <= minute && minute < to);

  it('are merged, held against each other and taken off, minute by minute', () => {
    fc.assert(
      fc.property(stretches, stretches, (a, b) => {
        const [x, y] = [merged(a), merged(b)];
        for (let m = 0; m < 61; m++) {
          assert.equal(holds(x, m), holds(a, m));
          assert.equal(holds(common(x, y), m), holds(a, m) && holds(b, m));
          assert.equal(holds(without(x, y), m), holds(a, m) && !holds(b, m));
        }
        assert.equal(minutesOf(x), minutesOf(common(x, y)) + minutesOf(without(x, y)));
        assert.ok(x.every(({ from }, i) => i === 0 || from > (x[i - 1]?.to ?? 0)));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
