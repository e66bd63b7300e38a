// Maintenance windows and planned outages.

import { strict as assert } from 'node:assert';
import { aroundTheClock } from '../../server/arithmetic/calendar';
import { announcedInTime, minutesOutside, windowBeyond } from '../../server/arithmetic/maintenance';
import { told, week } from './calendars';

const CLOCK = aroundTheClock('Europe/Berlin');
const SATURDAY = { what: 'planned maintenance', when: 'Saturday 06:00-10:00' };

describe('a maintenance window of those beneath', () => {
  const beyond = (theirs: object, agreed: object[] = [], service = CLOCK) => told(windowBeyond(theirs, service, agreed)).isBeyond;

  it('is felt where nobody agreed to it', () => {
    assert.equal(beyond(SATURDAY), true);
    assert.equal(beyond(SATURDAY, [SATURDAY]), false);
    assert.equal(beyond(SATURDAY, [{ when: 'Saturday 00:00-08:00' }]), true);
    assert.equal(beyond(SATURDAY, [], week('08:00-18:00')), false);
    assert.equal(beyond({ when: 'first Saturday of the month 06:00-10:00' }, [SATURDAY]), false);
    assert.equal(beyond(SATURDAY, [{ when: 'first Saturday of the month 06:00-10:00' }]), true);
    assert.match(told(windowBeyond(SATURDAY, CLOCK, [])).working, /^16 h a month in the service hours, none agreed$/);
  });

  it('has room in an allowance, if that is large enough', () => {
    assert.equal(beyond({ when: 'first Saturday of the month 06:00-10:00' }, [{ upTo: '4 h', per: 'month' }]), false);
    assert.equal(beyond(SATURDAY, [{ upTo: '4 h', per: 'month' }]), true);
    assert.equal(beyond({ upTo: '4 h', per: 'month' }), false);
  });

  it("can't be judged in words nobody can work out", () => {
    const why = { cannotTell: 'nobody can work out which hours "at night" are' };
    assert.deepEqual(windowBeyond({ when: 'at night' }, CLOCK, []), why);
    assert.deepEqual(windowBeyond(SATURDAY, CLOCK, [{ when: 'at night' }]), why);
  });
});

describe('a planned outage', () => {
  const outside = (start: string, end: string, service = CLOCK) => told(minutesOutside({ start, end }, [SATURDAY], service)).minutes;

  it('counts as far as it lies in no agreed window', () => {
    assert.deepEqual(minutesOutside({ start: '2026-06-09 14:00', end: '2026-06-09 16:00' }, [SATURDAY], CLOCK), {
      minutes: 120,
      working: '2 h outside Saturday 06:00-10:00',
    });
    assert.equal(outside('2026-06-06 06:00', '2026-06-06 10:00'), 0);
    assert.equal(outside('2026-06-06 05:30', '2026-06-06 10:30'), 60);
    assert.equal(outside('2026-06-09 17:00', '2026-06-09 20:00', week('08:00-18:00')), 60);
    assert.deepEqual(minutesOutside({ start: '2026-06-09', end: undefined }, [], CLOCK), {
      cannotTell: 'nobody says from when to when it was',
    });
    assert.deepEqual(minutesOutside({ start: '2026-06-09', end: '2026-06-09' }, [], CLOCK), {
      cannotTell: 'nobody says at what time one of the outages began',
    });
  });

  it('was announced in time, or not', () => {
    const kept = (announced: string, notice: string) => announcedInTime(announced, '2026-06-09 14:00', notice, 'Europe/Berlin');
    assert.equal(kept('2026-06-02', '5 working days'), true);
    assert.equal(kept('2026-06-03', '5 working days'), false);
    assert.equal(kept('2026-06-06 14:00', '3 days'), true);
    assert.equal(kept('2026-06-09 10:00', '4 h'), true);
    assert.equal(kept('2026-06-09 10:01', '4 h'), false);
    assert.equal(kept('2026-06-09', '4 h'), true);
    assert.deepEqual(kept('2026-06-09', 'soon'), { cannotTell: '"soon" is no time' });
  });
});
