// Days and periods as people type them, and what is left alone because nobody could tell.
import assert from 'node:assert/strict';
import { dayMeant, periodMeant } from '../../server/knowledge/meant-period';

describe('a period that is meant', () => {
  for (const [text, from, to] of [
    ['2025', '2025-01-01', '2025-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-q3', '2025-07-01', '2025-09-30'],
    ['Q3/2025', '2025-07-01', '2025-09-30'],
    ['H1 2025', '2025-01-01', '2025-06-30'],
    ['2025-01/2025-06', '2025-01-01', '2025-06-30'],
    ['2025-Q1/2025-Q2', '2025-01-01', '2025-06-30'],
    ['1.1.2025–31.3.2025', '2025-01-01', '2025-03-31'],
    ['2025-01-01 until 2025-03-31', '2025-01-01', '2025-03-31'],
  ] as const) {
    it(`is read: ${text}`, () => assert.deepEqual(periodMeant(text), { from, to }));
  }

  for (const text of [
    '',
    '25',
    '2025-13',
    '2025-Q5',
    '2025-H3',
    '2025-0',
    '2025/',
    '/2025',
    '01/02/2025-03/04/2025',
    'last year',
    '2025/2026/2027',
  ])
    it(`is none: "${text}"`, () => assert.equal(periodMeant(text), undefined));
});

describe('a day that is meant', () => {
  it('is read where it can be one only', () => {
    assert.equal(dayMeant('2025-03-31'), '2025-03-31');
    assert.equal(dayMeant('31.3.2025'), '2025-03-31');
    assert.equal(dayMeant('2025-03-31T10:00'), '2025-03-31');
    for (const text of ['03/04/2025', '2025-02-30', '2025-01-01 to 2025-03-31', '2025-01-01 or so', '2025', ''])
      assert.equal(dayMeant(text), undefined, text);
  });
});
