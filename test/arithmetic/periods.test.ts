// Periods without a gap, and the ones that are missing.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { addDays, compareDates } from '../../server/arithmetic/dates';
import { addInterval, parseInterval } from '../../server/arithmetic/interval';
import { missingPeriods, overdueDays, type Period, type Series } from '../../server/arithmetic/periods';

const every = (text: string) => parseInterval(text) ?? assert.fail(text);
const month = (text: string): Period => {
  const from = `${text}-01`;
  return { from, to: addDays(addInterval(from, every('1 month')), -1) };
};
const series = (more: Partial<Series> = {}): Series => ({ every: every('1 month'), since: '2026-01-01', until: '2026-06-30', ...more });
const missing = (there: readonly Period[], more?: Partial<Series>) =>
  missingPeriods(there, series(more)).map(({ from, to }) => `${from}/${to}`);

describe('missing periods', () => {
  const [january, march, april] = [month('2026-01'), month('2026-03'), month('2026-04')];

  it('lie between two, and after the last', () => {
    assert.deepEqual(missing([january, march, april, month('2026-05'), month('2026-06')]), ['2026-02-01/2026-02-28']);
    assert.deepEqual(missing([january, month('2026-02'), march, april]), ['2026-05-01/2026-05-31', '2026-06-01/2026-06-30']);
    assert.deepEqual(missing([april, january, march]), ['2026-02-01/2026-02-28', '2026-05-01/2026-05-31', '2026-06-01/2026-06-30']);
  });

  it('are whole ones that are over', () => {
    assert.deepEqual(missing([january], { until: '2026-02-27' }), []);
    assert.deepEqual(missing([january], { until: '2026-02-28' }), ['2026-02-01/2026-02-28']);
    assert.deepEqual(missing([january, { from: '2026-02-03', to: '2026-06-30' }]), []);
    assert.deepEqual(missing([january, { from: '2026-02-28', to: '2026-06-30' }]), []);
  });

  it('are not missed where another one covers them', () => {
    assert.deepEqual(missing([{ from: '2026-01-01', to: '2026-05-31' }, march, month('2026-06')]), []);
  });

  it('lie before the first only where somebody says since when', () => {
    const rest = [march, april, month('2026-05'), month('2026-06')];
    assert.deepEqual(missing(rest), []);
    assert.deepEqual(missing(rest, { start: '2026-01-01' }), ['2026-01-01/2026-01-31', '2026-02-01/2026-02-28']);
    assert.deepEqual(missing(rest, { start: '2026-01-20' }), ['2026-02-01/2026-02-28']);
    assert.deepEqual(missing(rest, { start: '2025-01-01' }), ['2026-01-01/2026-01-31', '2026-02-01/2026-02-28']);
  });

  it('begin with the calendar where there is none yet', () => {
    assert.deepEqual(missing([], { start: '2026-04-01' }).length, 3);
    assert.deepEqual(missing([], { start: '2026-04-20' }), ['2026-05-01/2026-05-31', '2026-06-01/2026-06-30']);
    assert.deepEqual(missing([], { start: '2026-02-01', every: every('3 months') }), ['2026-04-01/2026-06-30']);
    assert.deepEqual(missing([], { start: '2025-02-01', every: every('1 year') }), []);
    assert.deepEqual(missing([], { every: every('5 months') }), ['2026-01-01/2026-05-31']);
    assert.deepEqual(missing([], { start: '2026-06-08', every: every('1 week') }).length, 3);
  });

  it('go back no further than is asked, and are not without end', () => {
    assert.deepEqual(missing([month('1999-12')], { since: '2026-06-01' }), ['2026-06-01/2026-06-30']);
    assert.equal(missing([], { since: '1000-01-01', every: every('1 day') }).length, 500);
    assert.deepEqual(missing([], { every: every('0 days') }), []);
    assert.equal(missing([{ from: '1000-01-01', to: '1000-01-01' }], { every: every('1 day') }).length, 181);
  });

  it('are none once they are filled', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2025-06-01', n));
    const periods = fc.array(
      fc.tuple(days, fc.integer({ min: 0, max: 60 })).map(([from, n]) => ({ from, to: addDays(from, n) })),
      { maxLength: 6 },
    );
    const intervals = fc.constantFrom('1 week', '10 days', '1 month', '3 months', '1 year', '20 working days').map(every);
    fc.assert(
      fc.property(periods, intervals, fc.option(days, { nil: undefined }), (there, interval, start) => {
        const asked = series({ every: interval, since: '2025-09-01', start });
        const found = missingPeriods(there, asked);
        for (const [i, p] of found.entries()) {
          const next = found[i + 1];
          assert.ok(compareDates(p.from, p.to) <= 0 && compareDates(p.to, asked.until) <= 0 && compareDates(p.to, asked.since) >= 0);
          assert.ok(!next || compareDates(p.to, next.from) < 0);
          assert.ok(there.every(({ from, to }) => compareDates(to, p.from) < 0 || compareDates(p.to, from) < 0));
        }
        assert.deepEqual(missingPeriods([...there, ...found], asked), []);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('the days on which something was overdue', () => {
  const year = { start: undefined, from: '2026-01-01', to: '2026-12-31' };
  const yearly = { interval: '1 year', grace: '14 days' };
  const cases: readonly (readonly [string, readonly string[], Partial<Parameters<typeof overdueDays>[2]>, readonly string[]])[] = [
    ['end on the day before it was done', ['2025-04-15', '2026-09-10'], {}, ['2026-04-30/2026-09-09']],
    ['are none where it was done on the last day of its grace', ['2025-04-15', '2026-04-29'], {}, []],
    ['are none where it was done on the first day after', ['2025-04-15', '2026-04-30'], {}, []],
    ['are one where it was done on the second day after', ['2025-04-15', '2026-05-01'], {}, ['2026-04-30/2026-04-30']],
    ['go on to the end of the period', ['2025-04-15'], {}, ['2026-04-30/2026-12-31']],
    ['begin with the period', ['2024-01-01'], {}, ['2026-01-01/2026-12-31']],
    ['are counted from the start, where it is known', ['2026-06-01'], { start: '2025-01-01' }, ['2026-01-16/2026-05-31']],
    ['are not counted before the first time, where no start is known', ['2026-06-01'], {}, []],
    ['may be several stretches', ['2024-02-01', '2025-12-20'], { from: '2025-01-01' }, ['2025-02-16/2025-12-19']],
    ['are none where nothing was ever done and nobody says since when', [], {}, []],
  ];
  for (const [what, days, more, expected] of cases) {
    it(what, () => {
      const found = overdueDays(days, yearly, { ...year, ...more });
      assert.deepEqual(
        found.map(({ from, to }) => `${from}/${to}`),
        expected,
      );
    });
  }

  it('come later where what was done may take a while to be there', () => {
    const found = overdueDays(['2026-01-31', '2026-04-30'], { interval: '1 month', after: '10 days', grace: '14 days' }, year);
    // Due on 28 February, there by 10 March, in grace until 24 March.
    assert.deepEqual(found[0], { from: '2026-03-25', to: '2026-04-29' });
  });
});
