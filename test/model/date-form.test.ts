// Days in the form that an author says: whatever signs stand in it mean themselves.
import assert from 'node:assert/strict';
import { momentIn } from '../../server/model/date-form';

describe('a form of days', () => {
  it('takes its signs as they are', () => {
    assert.deepEqual(momentIn('(03/11/2026)', '(DD/MM/YYYY)'), { day: '2026-11-03' });
    assert.deepEqual(momentIn('03.11.2026 +', 'DD.MM.YYYY +'), { day: '2026-11-03' });
    assert.equal(momentIn('03x11x2026', 'DD.MM.YYYY'), undefined);
  });

  it('is no pattern that a text could be laid out in many ways for', () => {
    assert.equal(momentIn(`${'a'.repeat(60)}!`, '(a+)+'), undefined);
  });
});
