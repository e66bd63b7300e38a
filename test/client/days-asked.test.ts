// What somebody types for a day or a period.
import assert from 'node:assert/strict';
import { questionIn } from '../../client/days-asked';

describe('days that are asked about', () => {
  it('are one, or two with a word or a stroke between', () => {
    const period = { from: '2026-01-01', to: '2026-12-31' };
    assert.deepEqual(questionIn(' 2026-06-30 '), { on: '2026-06-30' });
    assert.deepEqual(questionIn('2026-01-01/2026-12-31'), { period });
    assert.deepEqual(questionIn('2026-01-01 to 2026-12-31'), { period });
  });

  it('are none in other words', () => {
    for (const typed of ['', 'June', '30.06.2026', '2026-06', '2026-01-01 2026-12-31']) assert.equal(questionIn(typed), undefined, typed);
  });
});
