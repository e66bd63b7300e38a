// When agreements hold, and when contracts end.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { addDays, compareDates } from '../../server/arithmetic/dates';
import { type ContractTerm, fixedEnd, termEnd, termHolds, termState, validHolds, validState } from '../../server/arithmetic/term';

const hosting: ContractTerm = { from: '2020-08-01', initial: '36 months', renewal: '1 year', notice: '3 months' };

describe('valid from and to', () => {
  it('with both days included', () => {
    const valid = { from: '2026-02-01', to: '2026-12-31' };
    const states = ['2026-01-31', '2026-02-01', '2026-12-31', '2027-01-01'].map((day) => validState(valid, day));
    assert.deepEqual(states, ['not yet', 'in force', 'in force', 'expired']);
  });

  it('open at an end that is not written, or not readable', () => {
    assert.equal(validHolds({}, '2026-01-01'), true);
    assert.equal(validHolds({ from: '2026-01-02' }, '2026-01-01'), false);
    assert.equal(validHolds({ to: '2025-12-31' }, '2026-01-01'), false);
    assert.equal(validHolds({ from: '2026-02-30', to: 'soon' }, '2026-01-01'), true);
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

  it('are found at once, however many renewals', () => {
    const daily = termEnd({ from: '1000-01-01', initial: '1 day', renewal: '1 day', notice: '1 day' }, '2026-01-01');
    assert.deepEqual([daily.end, daily.noticeBy], ['2026-01-01', '2026-01-01']);
    assert.equal(termEnd({ from: '2026-01-01', initial: '999999 years', renewal: '999999 years' }, '2026-01-01').end, '9999-12-30');
  });
});
