// The availability of a period from its outages.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { aroundTheClock } from '../../server/arithmetic/calendar';
import { availabilityOf, type Outage } from '../../server/arithmetic/outages';
import { saidWithin } from '../../server/arithmetic/percentage';
import { told, week } from './calendars';

const CLOCK = aroundTheClock('Europe/Berlin');
const JUNE = { from: '2026-06-01', to: '2026-06-30' };
const outage = (id: string, start: string, end: string, excused = false): Outage => ({ id, start, end, excused });

describe('availability from outages', () => {
  it('is what they leave of the service hours', () => {
    const found = told(availabilityOf([outage('INC-4711', '2026-06-09 14:05', '2026-06-09 15:40')], CLOCK, JUNE));
    assert.equal(found.working, '95 min (INC-4711) of 720 h = 99.78 %');
    assert.equal(saidWithin('99.93 %', found.lowest, found.highest), false);
    assert.equal(saidWithin('99.78 %', found.lowest, found.highest), true);
    assert.equal(told(availabilityOf([], CLOCK, JUNE)).working, '0 min of 720 h = 100.00 %');
  });

  it('counts what overlaps once, and cuts to hours and period', () => {
    const two = [outage('A', '2026-06-09 14:00', '2026-06-09 16:00'), outage('B', '2026-06-09 15:00', '2026-06-09 17:00')];
    assert.equal(told(availabilityOf(two, CLOCK, JUNE)).downMinutes, 180);
    const over = [outage('A', '2026-05-31 23:00', '2026-06-01 01:00'), outage('B', '2026-06-30 23:30', '2026-07-01 04:00')];
    assert.equal(told(availabilityOf(over, CLOCK, JUNE)).downMinutes, 90);
    const friday = [outage('A', '2026-06-05 17:30', '2026-06-08 08:15')];
    assert.equal(told(availabilityOf(friday, week('08:00-18:00'), JUNE)).working, '45 min (A) of 220 h = 99.66 %');
  });

  it('leaves out what was excused, but not what was down besides', () => {
    const planned = outage('CHG', '2026-06-06 06:00', '2026-06-06 10:00', true);
    assert.equal(told(availabilityOf([planned], CLOCK, JUNE)).working, '0 min of 716 h = 100.00 %');
    const besides = [planned, outage('INC', '2026-06-06 09:00', '2026-06-06 11:00')];
    assert.equal(told(availabilityOf(besides, CLOCK, JUNE)).downMinutes, 120);
    const notReally = { ...outage('CHG', '2026-06-09 14:00', '2026-06-09 16:00') };
    assert.equal(told(availabilityOf([notReally], CLOCK, JUNE)).percentage.toFixed(2), '99.72');
  });

  it('takes off the agreed windows, and knows the other readings', () => {
    const night = [outage('INC', '2026-06-07 05:00', '2026-06-07 07:00')];
    const found = told(availabilityOf(night, CLOCK, JUNE, [{ when: 'Sunday 02:00-06:00' }]));
    assert.equal(found.working, '1 h (INC) of 704 h = 99.86 %');
    assert.deepEqual([found.lowest.toFixed(2), found.highest.toFixed(2)], ['99.72', '99.86']);
  });

  it("can't tell without times", () => {
    const of = (start?: string, end?: string) => availabilityOf([{ id: 'A', start, end }], CLOCK, JUNE);
    assert.deepEqual(of('2026-06-09', '2026-06-09 14:00'), { cannotTell: 'nobody says at what time the outage A began' });
    assert.deepEqual(of('2026-06-09 14:00'), { cannotTell: 'nobody says at what time the outage A ended' });
    assert.deepEqual(of('2026-06-09 14:00', '2026-06-09 13:00'), { cannotTell: 'the outage A ends before it begins' });
    assert.deepEqual(availabilityOf([], week('08:00-18:00'), { from: '2026-06-06', to: '2026-06-07' }), {
      cannotTell: 'there are no service hours in that time',
    });
    assert.deepEqual(availabilityOf([], CLOCK, { from: '1000-01-01', to: '9999-12-31' }), {
      cannotTell: 'the time is longer than ten years',
    });
    assert.deepEqual(availabilityOf([], CLOCK, JUNE, [{ when: 'at night' }]), {
      cannotTell: 'nobody can work out which hours "at night" are',
    });
  });

  it('never has more downtime than service hours, and more outages never make it better', () => {
    const at = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 23 }))
      .map(([day, hour]) => `2026-06-${String(day).padStart(2, '0')} ${String(hour).padStart(2, '0')}:30`);
    const some = fc.tuple(at, at, fc.boolean()).map(([a, b, excused]) => {
      const [start = a, end = b] = [a, b].sort();
      return outage('X', start, end, excused);
    });
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 12 }),
        at,
        fc.constantFrom(CLOCK, week('08:00-18:00'), week('22:00-06:00')),
        (outages, end, calendar) => {
          const found = told(availabilityOf(outages, calendar, JUNE));
          assert.ok(found.downMinutes >= 0 && found.lowest.greaterThanOrEqualTo(0) && found.highest.lessThanOrEqualTo(100));
          assert.ok(found.lowest.lessThanOrEqualTo(found.percentage) && found.highest.greaterThanOrEqualTo(found.percentage));
          const more = told(availabilityOf([...outages, outage('Y', '2026-06-01 00:00', end)], calendar, JUNE));
          assert.ok(more.downMinutes >= found.downMinutes);
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });
});
