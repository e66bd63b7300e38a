// When agreements hold, and when contracts end.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { addDays, compareDates } from '../../server/arithmetic/dates';
import { type ContractTerm, fixedEnd, termEnd, termHolds, termPeriods, termState, validState } from '../../server/arithmetic/term';

const hosting: ContractTerm = { from: '2020-08-01', initial: '36 months', renewal: '1 year', notice: '3 months' };

describe('valid from and to', () => {
  it('with both days included', () => {
    const valid = { from: '2026-02-01', to: '2026-12-31' };
    const states = ['2026-01-31', '2026-02-01', '2026-12-31', '2027-01-01'].map((day) => validState(valid, day));
    assert.deepEqual(states, ['not yet', 'in force', 'in force', 'expired']);
  });

  it('open at an end that is not written, or not readable', () => {
    assert.equal(validState({}, '2026-01-01'), 'in force');
    assert.equal(validState({ from: '2026-01-02' }, '2026-01-01'), 'not yet');
    assert.equal(validState({ to: '2025-12-31' }, '2026-01-01'), 'expired');
    assert.equal(validState({ from: '2026-02-30', to: 'soon' }, '2026-01-01'), 'in force');
  });
});

describe('terms of contracts', () => {
  it('36 months, then yearly, with 3 months of notice', () => {
    assert.deepEqual(termEnd(hosting, '2026-01-15'), {
      end: '2026-07-31',
      initialEnd: '2023-07-31',
      renewals: 3,
      renewsTacitly: true,
      noticeBy: '2026-05-01',
    });
  });

  it('end on the last day of a period, and a new one begins on the next', () => {
    assert.equal(termEnd(hosting, '2026-07-31').end, '2026-07-31');
    assert.equal(termEnd(hosting, '2026-08-01').end, '2027-07-31');
    assert.deepEqual(termEnd(hosting, '2019-01-01'), {
      end: '2023-07-31',
      initialEnd: '2023-07-31',
      renewals: 0,
      renewsTacitly: true,
      noticeBy: '2023-05-01',
    });
  });

  it('without renewal end with the initial term', () => {
    const term = { from: '2024-07-01', initial: '2 years', notice: '3 months' };
    assert.deepEqual(termEnd(term, '2027-01-01'), { end: '2026-06-30', initialEnd: '2026-06-30', renewals: 0, renewsTacitly: false });
    assert.equal(fixedEnd(term), '2026-06-30');
    assert.deepEqual(
      ['2024-06-30', '2024-07-01', '2026-06-30', '2026-07-01'].map((day) => termState(term, day)),
      ['not yet', 'in force', 'in force', 'expired'],
    );
    assert.equal(fixedEnd({ ...term, renewal: '0 months' }), '2026-06-30');
  });

  it('with a tacit renewal hold until they are ended', () => {
    assert.equal(fixedEnd(hosting), undefined);
    assert.equal(termHolds(hosting, '2099-01-01'), true);
    const ended = { ...hosting, to: '2026-07-31' };
    assert.equal(fixedEnd(ended), '2026-07-31');
    assert.equal(termHolds(ended, '2026-08-01'), false);
    assert.deepEqual(termEnd(ended, '2026-01-01'), { end: '2026-07-31', initialEnd: '2023-07-31', renewals: 0, renewsTacitly: false });
  });

  it('are open where no length is written or readable', () => {
    for (const term of [{ from: '2024-07-01' }, { initial: '2 years' }, { from: '2024-07-01', initial: 'long' }]) {
      assert.deepEqual(termEnd(term, '2026-01-01'), { end: undefined, initialEnd: undefined, renewals: 0, renewsTacitly: false });
      assert.equal(termHolds(term, '2026-01-01'), true);
    }
  });

  it("don't creep towards the beginning of the month", () => {
    const term = { from: '2025-01-31', initial: '1 month', renewal: '1 month' };
    assert.deepEqual(
      ['2025-02-01', '2025-03-01', '2025-04-01'].map((today) => termEnd(term, today).end),
      ['2025-02-27', '2025-03-30', '2025-04-29'],
    );
  });

  it('renewals leave out no day and count none twice', () => {
    const durations = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('days', 'weeks', 'months', 'years', 'working days'))
      .map(([n, unit]) => `${n} ${unit}`);
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n));
    fc.assert(
      fc.property(days, durations, durations, fc.integer({ min: 0, max: 20_000 }), (from, initial, renewal, later) => {
        const term = { from, initial, renewal };
        const today = addDays(from, later);
        const period = termEnd(term, today);
        const end = period.end ?? assert.fail();
        assert.ok(compareDates(today, end) <= 0);
        assert.deepEqual(termEnd(term, end), period);
        const next = termEnd(term, addDays(end, 1));
        assert.equal(next.renewals, period.renewals + 1);
        if (period.renewals === 0) assert.equal(end, period.initialEnd);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('end on the anniversary itself where that is what was agreed', () => {
    const term = { ...hosting, throughAnniversary: true };
    assert.deepEqual(termEnd(term, '2023-08-01').end, '2023-08-01');
    assert.deepEqual([termEnd(term, '2023-08-02').end, termEnd(term, '2023-08-02').noticeBy], ['2024-08-01', '2024-05-02']);
    assert.equal(fixedEnd({ from: '2024-07-01', initial: '1 year', throughAnniversary: true }), '2025-07-01');
  });

  it('follow one another, until a day or a fixed end', () => {
    const ends = (term: ContractTerm, until: string) => termPeriods(term, until).map(({ from, to }) => `${from} ${to}`);
    assert.deepEqual(ends(hosting, '2024-12-31'), ['2020-08-01 2023-07-31', '2023-08-01 2024-07-31', '2024-08-01 2025-07-31']);
    assert.deepEqual(ends({ ...hosting, to: '2024-01-15' }, '2030-01-01'), ['2020-08-01 2023-07-31', '2023-08-01 2024-01-15']);
    assert.deepEqual(ends({ from: '2024-07-01', initial: '1 year' }, '2030-01-01'), ['2024-07-01 2025-06-30']);
    assert.deepEqual(ends({ from: '2024-07-01' }, '2030-01-01'), []);
    assert.equal(ends({ from: '2000-01-01', initial: '1 day', renewal: '1 day' }, '2030-01-01').length, 200);
  });

  it('are found at once, however many renewals', () => {
    const daily = termEnd({ from: '1000-01-01', initial: '1 day', renewal: '1 day', notice: '1 day' }, '2026-01-01');
    assert.deepEqual([daily.end, daily.noticeBy], ['2026-01-01', '2026-01-01']);
    assert.equal(termEnd({ from: '2026-01-01', initial: '999999 years', renewal: '999999 years' }, '2026-01-01').end, '9999-12-30');
  });

  it('have periods that leave out no day', () => {
    const units = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('days', 'weeks', 'months')).map(([n, unit]) => `${n} ${unit}`);
    const from = fc.integer({ min: 0, max: 9_000 }).map((n) => addDays('2000-01-01', n));
    fc.assert(
      fc.property(from, units, units, fc.boolean(), (day, initial, renewal, throughAnniversary) => {
        const until = addDays(day, 900);
        const periods = termPeriods({ from: day, initial, renewal, throughAnniversary }, until);
        assert.equal(periods[0]?.from, day);
        periods.slice(1).forEach((period, i) => {
          assert.equal(period.from, addDays(periods[i]?.to ?? '', 1));
        });
        assert.ok(periods.length === 200 || compareDates(periods.at(-1)?.to ?? '', until) >= 0);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
