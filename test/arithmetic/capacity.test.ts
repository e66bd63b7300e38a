// When use reaches what is provided.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type Addition, firstReaching } from '../../server/arithmetic/capacity';
import { addDays } from '../../server/arithmetic/dates';

const uses = (...values: string[]) => values.map((value, i) => ({ by: `2026-0${i + 1}-01`, value }));
const day = (values: string[], level: string, capacity?: string, additions?: readonly Addition[]) => {
  const found = firstReaching(uses(...values), level, capacity, additions);
  return typeof found === 'object' ? found.by : found;
};

describe('use that reaches a level', () => {
  it('as a share of the capacity, or as an amount', () => {
    assert.equal(day(['6.5 TB', '7.4 TB', '8 TB', '9 TB'], '80 %', '10 TB'), '2026-03-01');
    assert.equal(day(['6.5 TB', '7.4 TB', '8.3 TB'], '8 TB'), '2026-03-01');
    assert.equal(day(['65 %', '74 %', '83 %'], '80 %'), '2026-03-01');
    assert.equal(day(['65 %', '74 %', '83 %'], '8 TB', '10 TB'), '2026-03-01');
    assert.equal(day(['6.5 TB', '7.9999 TB'], '80 %', '10 TB'), undefined);
    assert.equal(day([], '80 %', '10 TB'), undefined);
  });

  it('by day, in whatever order it is written', () => {
    const written = [
      { by: '2027-01-01', value: '9 TB' },
      { by: '2026-07-01', value: '8 TB' },
    ];
    assert.deepEqual(firstReaching(written, '80 %', '10 TB'), { by: '2026-07-01', value: '8 TB' });
  });

  it('later, where something is added before', () => {
    const shelves = [{ on: '2026-03-01', adds: '5 TB' }];
    assert.equal(day(['7 TB', '8 TB', '9 TB'], '80 %', '10 TB', shelves), '2026-02-01');
    assert.equal(day(['7 TB', '7.5 TB', '9 TB', '12 TB'], '80 %', '10 TB', shelves), '2026-04-01');
    assert.equal(day(['7 TB', '7.5 TB', '9 TB', '12.9 TB'], '8 TB', undefined, shelves), undefined);
    assert.equal(day(['70 %', '75 %', '90 %', '120 %'], '80 %', '10 TB', shelves), 'unlike');
  });

  it('in the same unit, which need not be written each time', () => {
    assert.equal(day(['1200', '1450'], '90 %', '1500 mailboxes'), '2026-02-01');
    assert.equal(day(['1200 seats'], '90 %', '1500 mailboxes'), 'unlike');
    assert.equal(day(['6 TB'], '8000 GB'), 'unlike');
    assert.equal(day(['much'], '80 %', '10 TB'), 'unlike');
    assert.equal(day(['6 TB'], 'full', '10 TB'), 'unlike');
  });

  it('cannot be told of a share of nobody knows what', () => {
    assert.equal(day(['6 TB'], '80 %'), 'unlike');
    assert.equal(day(['60 %'], '8 TB'), 'unlike');
    assert.equal(day(['60 %', '90 %'], '80 %', undefined, [{ on: '2026-01-15', adds: '5 TB' }]), 'unlike');
  });

  it('never sooner when more is added', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 100 }), fc.nat(100), fc.nat(40), (values, level, adds, on) => {
        const series = values.map((value, i) => ({ by: addDays('2026-01-01', 7 * i), value: `${value}` }));
        const before = firstReaching(series, `${level} %`, '100');
        const after = firstReaching(series, `${level} %`, '100', [{ on: addDays('2026-01-01', on), adds: `${adds}` }]);
        assert.ok(before !== 'unlike' && after !== 'unlike');
        if (after) assert.ok(before && before.by <= after.by);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
