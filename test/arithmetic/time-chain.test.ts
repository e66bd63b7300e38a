// How long work takes that passes from group to group, each in its own hours.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { aroundTheClock, type Calendar, openIn } from '../../server/arithmetic/calendar';
import { addDays } from '../../server/arithmetic/dates';
import { minutesOf } from '../../server/arithmetic/stretches';
import { nextBusinessDay, runThrough, type Step } from '../../server/arithmetic/time-chain';
import { worstStart } from '../../server/arithmetic/worst-start';
import { told, week } from './calendars';

const DAY = '2026-03-02';
const CLOCK = aroundTheClock('Europe/Berlin');
const OFFICE = week('08:00-18:00');
const step = (who: string, takes: string, calendar: Calendar = OFFICE): Step => ({ who, takes, calendar });
const promise = (takes: string, calendar = CLOCK) => ({ takes, calendar });

describe('a chain of times', () => {
  it('runs from a moment through the hours of each group', () => {
    assert.deepEqual(runThrough([step('Acme', '4 h')], '2026-03-06 17:30'), {
      end: '2026-03-09 11:30',
      working: 'from 2026-03-06 17:30; Acme 4 h (office) until 2026-03-09 11:30',
    });
    const end = (steps: readonly Step[], start: string) => told(runThrough(steps, start)).end;
    assert.equal(end([step('desk', '30 min', CLOCK), step('Acme', '4 h')], '2026-03-06 17:30'), '2026-03-09 12:00');
    assert.equal(end([step('Acme', '4 h')], '2026-03-06 14:00'), '2026-03-06 18:00');
    assert.equal(end([step('Acme', 'next business day')], '2026-03-06 09:00'), '2026-03-09 18:00');
    assert.equal(end([step('Acme', '2 working days')], '2026-03-05 19:00'), '2026-03-09 18:00');
    const easter = week('08:00-18:00', 'Europe/Berlin', undefined, [{ on: '2026-04-03' }, { on: '2026-04-06' }]);
    assert.equal(end([step('Acme', '4 h', easter)], '2026-04-02 17:30'), '2026-04-07 11:30');
    assert.equal(end([step('Acme', 'next business day', easter)], '2026-04-02 12:00'), '2026-04-07 18:00');
    assert.equal(end([step('Acme', '24 h', CLOCK)], '2026-03-28 12:00'), '2026-03-29 13:00');
  });

  it('is held against a promise from its worst moment on', () => {
    assert.deepEqual(worstStart([step('Acme', '4 h')], promise('8 h'), DAY), {
      late: true,
      minutes: 66 * 60,
      reported: 'Friday 17:30',
      until: ['Monday 11:30'],
      working: 'reported Friday 17:30; Acme 4 h (office) until Monday 11:30; 66 h around the clock, promised 8 h',
    });
    const groups = [step('desk', '1 h', CLOCK), step('network', '4 h', CLOCK), step('applications', '4 h', CLOCK)];
    assert.deepEqual(
      [told(worstStart(groups, promise('8 h'), DAY)).minutes, told(worstStart(groups, promise('8 h'), DAY)).late],
      [540, true],
    );
    assert.equal(told(worstStart(groups, promise('9 h'), DAY)).late, false);
    assert.equal(told(worstStart([step('Acme', '4 h')], promise('4 h', OFFICE), DAY)).late, false);
    assert.equal(told(worstStart([step('Acme', '4 h'), step('desk', '1 min')], promise('4 h', OFFICE), DAY)).late, true);
    assert.equal(told(worstStart([step('Acme', '4 h')], promise('66 h'), DAY)).late, false);
    assert.equal(told(worstStart([], promise('0 min'), DAY)).late, false);
  });

  it('knows days that depend on a calendar', () => {
    const late = (takes: string, promised: string, calendar = OFFICE) =>
      told(worstStart([step('Acme', takes)], promise(promised, calendar), DAY)).late;
    assert.equal(late('next business day', '4 h', CLOCK), true);
    assert.equal(late('next business day', 'next business day'), false);
    assert.equal(late('2 working days', 'next business day'), true);
    assert.equal(late('4 h', 'next business day'), false);
    assert.equal(late('next business day', '2 working days'), false);
    assert.match(told(worstStart([step('Acme', '8 working days')], promise('8 h'), DAY)).working, /until \w+day 18:00, 1\d days later;/);
  });

  it('is worst where zones change their clocks on different days', () => {
    // Nine to twelve in New York is three to six in Berlin, but two to five while only New York has changed.
    const [berlin, newYork] = [week('08:00-17:30'), week('09:00-12:00', 'America/New_York')];
    const found = told(worstStart([step('desk', '30 min', berlin), step('Acme', '30 min', newYork)], promise('8 h', berlin), DAY));
    assert.match(found.working, /^reported (just after )?2026-/);
    assert.ok(found.late);
  });

  it("can't tell what has no length in those hours", () => {
    const why = { cannotTell: 'nobody can say how long "2 months" is in the hours of office' };
    assert.deepEqual(worstStart([step('Acme', '2 months')], promise('8 h'), DAY), why);
    assert.deepEqual(runThrough([step('Acme', '2 months')], '2026-03-02 09:00'), why);
    assert.deepEqual(runThrough([step('Acme', '1 day')], '2026-03-02 09:00'), {
      cannotTell: 'nobody can say how long "1 day" is in the hours of office',
    });
    assert.deepEqual(runThrough([step('Acme', '1 h')], '2026-03-02'), {
      cannotTell: '"2026-03-02" is no moment that something can begin at',
    });
    assert.deepEqual(runThrough([], '2026-03-02 09:00'), { cannotTell: '"2026-03-02 09:00" is no moment that something can begin at' });
    assert.deepEqual(worstStart([step('Acme', '9000 h')], promise('8 h'), DAY), { cannotTell: 'it takes longer than a year' });
    assert.deepEqual(runThrough([step('Acme', '9000 h')], '2026-03-02 09:00'), { cannotTell: 'it takes longer than a year' });
  });
});

describe('the next business day', () => {
  it('is the next on which a calendar is open', () => {
    const office = week('08:00-18:00', 'Europe/Berlin', undefined, [{ on: '2026-03-09' }]);
    assert.equal(nextBusinessDay(office, '2026-03-06 17:30'), '2026-03-10');
    assert.equal(nextBusinessDay(office, '2026-03-10'), '2026-03-11');
    assert.equal(nextBusinessDay(CLOCK, '2026-03-06'), '2026-03-07');
  });
});

describe('a chain of times, by trying', () => {
  const hour = fc.integer({ min: 0, max: 23 }).map((h) => `${String(h).padStart(2, '0')}:00`);
  const days = fc.subarray(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'], { minLength: 1 });
  const calendars = fc.oneof(
    fc.constant(aroundTheClock('UTC')),
    fc
      .tuple(hour, hour, days)
      .filter(([a, b]) => a !== b)
      .map(([a, b, of]) => week(`${a}-${b}`, 'UTC', of)),
  );
  const takes = fc.oneof(
    fc.integer({ min: 1, max: 900 }).map((n) => `${n} min`),
    fc.constantFrom('4 h', '1 working day', 'next business day'),
  );
  const steps = fc.array(fc.record({ who: fc.constant('X'), takes, calendar: calendars }), { minLength: 1, maxLength: 3 });
  const MONDAY = '2024-01-01';
  const starts = fc.array(fc.nat(7 * 1440 - 1), { minLength: 12, maxLength: 12 });
  const textOf = (minute: number) => {
    const of = minute % 1440;
    return `${addDays(MONDAY, Math.floor(minute / 1440))} ${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
  };
  const minuteOf = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`) / 60_000;
  const elapsed = (from: string, to: string, calendar: Calendar) =>
    minutesOf(
      openIn(calendar, { from: from.slice(0, 10), to: to.slice(0, 10) }).map((s) => ({
        from: Math.min(Math.max(s.from, minuteOf(from)), s.to),
        to: Math.max(s.from, Math.min(s.to, minuteOf(to))),
      })),
    );

  it('runs minute by minute', () => {
    const simple = steps.map((list) => list.map((s) => ({ ...s, takes: s.takes.includes('day') ? '7 h' : s.takes })));
    fc.assert(
      fc.property(simple, fc.nat(7 * 1440 - 1), (list, at) => {
        const end = told(runThrough(list, textOf(at))).end;
        let minute = minuteOf(textOf(at));
        for (const { takes: text, calendar } of list) {
          let left = text.endsWith('h') ? Number.parseInt(text, 10) * 60 : Number.parseInt(text, 10);
          const open = openIn(calendar, { from: MONDAY, to: '2024-03-31' });
          for (; left > 0; minute++) if (open.some(({ from, to }) => from <= minute && minute < to)) left--;
        }
        assert.equal(minuteOf(end), minute);
      }),
      { seed: 7, numRuns: 50 },
    );
  });

  it('is never better than from any moment that was tried', () => {
    fc.assert(
      fc.property(steps, calendars, starts, (list, clock, tried) => {
        const worst = told(worstStart(list, promise('1 h', clock), DAY));
        for (const at of tried) {
          const { end } = told(runThrough(list, textOf(at)));
          const took = elapsed(textOf(at), end, clock);
          assert.ok(took <= worst.minutes, `${took} from ${textOf(at)}, but ${worst.working}`);
        }
      }),
      { seed: 7, numRuns: 50 },
    );
  });

  it('is late exactly beyond its worst case', () => {
    fc.assert(
      fc.property(steps, calendars, (list, clock) => {
        const { minutes } = told(worstStart(list, promise('1 h', clock), DAY));
        assert.equal(told(worstStart(list, promise(`${minutes} min`, clock), DAY)).late, false);
        if (minutes > 1) assert.equal(told(worstStart(list, promise(`${minutes - 1} min`, clock), DAY)).late, true);
      }),
      { seed: 7, numRuns: 40 },
    );
  });
});
