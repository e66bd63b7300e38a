// Hours of one calendar that another hasn't.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { aroundTheClock } from '../../server/arithmetic/calendar';
import { holidaysUncovered, uncovered } from '../../server/arithmetic/uncovered';
import { MONDAY_TO_FRIDAY, week } from './calendars';

const DAY = '2026-01-15';
const SATURDAY_TOO = [...MONDAY_TO_FRIDAY, 'saturday'];

describe('hours that are not covered', () => {
  it('are named', () => {
    const [clock, office] = [aroundTheClock('UTC'), week('08:00-18:00')];
    assert.deepEqual(uncovered(week('08:00-20:00'), office, DAY), { words: 'Mon–Fri 18:00–20:00', minutes: 600 });
    assert.deepEqual(uncovered(week('08:00-18:00', 'Europe/Berlin', SATURDAY_TOO), office, DAY), { words: 'Saturday', minutes: 600 });
    assert.deepEqual(uncovered(clock, week('00:00-24:00'), DAY), { words: 'Saturday and Sunday', minutes: 2880 });
    assert.deepEqual(uncovered(clock, office, DAY), { words: 'Mon–Fri 00:00–08:00 and 18:00–24:00, Saturday and Sunday', minutes: 7080 });
    assert.deepEqual(
      uncovered(week('08:00-10:00', 'UTC', ['monday', 'wednesday']), week('08:00-09:00', 'UTC', ['monday', 'wednesday']), DAY),
      {
        words: 'Mon and Wed 09:00–10:00',
        minutes: 120,
      },
    );
    assert.deepEqual(uncovered(office, week('18:00-20:00'), DAY)?.words, 'Mon–Fri 08:00–18:00');
    assert.equal(uncovered(office, office, DAY), undefined);
    assert.equal(uncovered(office, clock, DAY), undefined);
    assert.equal(uncovered(clock, clock, DAY), undefined);
  });

  it('are those of the worst week where two zones change their clocks on different days', () => {
    // Six hours behind all year, but for the weeks in which only one side has changed: then five.
    const supplier = week('02:00-12:00', 'America/New_York');
    assert.deepEqual(uncovered(week('08:00-18:00'), supplier, DAY), { words: 'Mon–Fri 17:00–18:00', minutes: 300, week: '2026-03-09' });
    assert.equal(uncovered(week('08:00-17:00'), supplier, DAY), undefined);
    assert.deepEqual(uncovered(week('08:00-19:00'), week('07:00-17:00', 'Europe/London'), DAY), {
      words: 'Mon–Fri 18:00–19:00',
      minutes: 300,
    });
  });

  it('name the holidays on which fewer are covered than usual', () => {
    const desk = week('08:00-18:00', 'Europe/Berlin', undefined, [
      { on: '2026-05-01', name: 'Labour Day' },
      { on: '2026-05-02', name: 'a Saturday' },
    ]);
    const year = { from: '2026-01-01', to: '2026-12-31' };
    assert.deepEqual(holidaysUncovered(week('08:00-16:00'), desk, year), [{ on: '2026-05-01', name: 'Labour Day' }]);
    assert.deepEqual(holidaysUncovered(desk, desk, year), []);
    assert.deepEqual(holidaysUncovered(week('08:00-16:00'), desk, { from: '2026-06-01', to: '2026-12-31' }), []);
  });

  it('are none exactly where no minute is missing', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(hour, hour, hour, hour, (a, b, c, d) => {
        fc.pre(a < b && c < d);
        const of = (from: number, to: number) => week(`${String(from).padStart(2, '0')}:00-${String(to).padStart(2, '0')}:00`);
        assert.equal(uncovered(of(a, b), of(c, d), DAY) === undefined, c <= a && b <= d);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
