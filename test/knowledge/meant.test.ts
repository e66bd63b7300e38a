// What is made of values as people write them: the one thing they can mean, several, or nothing.
import assert from 'node:assert/strict';
import { type FormatName, formats } from '../../server/knowledge/formats';
import { meant } from '../../server/knowledge/meant';
import { shortMonth } from '../../server/knowledge/meant-day';
import { isAlways, truthOf } from '../../server/knowledge/meant-word';

/** What is typed, and what it may mean; where it can mean but one thing and that is certain, a text by itself. */
const CASES: Readonly<Partial<Record<FormatName, Readonly<Record<string, string | readonly string[]>>>>> = {
  date: {
    '01.02.2026': '2026-02-01',
    '1. 2. 2026': '2026-02-01',
    '2026/02/01': '2026-02-01',
    '2026.2.1': '2026-02-01',
    '20260201': '2026-02-01',
    '1 Feb 2026': '2026-02-01',
    '1st February 2026': '2026-02-01',
    'February 1st, 2026': '2026-02-01',
    '3 Sept. 2026': '2026-09-03',
    '31/12/2026': '2026-12-31',
    '12/31/2026': '2026-12-31',
    '2026-02-01T00:00:00Z': '2026-02-01',
    '“2026-02-01”': '2026-02-01',
    '3/4/2026': ['2026-04-03', '2026-03-04'],
    '3/3/2026': '2026-03-03',
    '31.02.2026': [],
    '2026-13-45': [],
    '1 Foo 2026': [],
    'next spring': [],
    '01.02.26': [],
  },
  moment: {
    '2026/02/01 9:30': '2026-02-01 09:30',
    '01.02.2026 14:05:10': '2026-02-01 14:05',
    '2026-02-01T14:05:00+02:00': '2026-02-01 14:05',
  },
  duration: {
    monthly: '1 month',
    Quarterly: '3 months',
    annually: '1 year',
    'every 3 months': '3 months',
    'every month': '1 month',
    'two weeks': '2 weeks',
    'an hour': '1 hour',
    'within 4 h': '4 h',
    '1,5 h': '1.5 h',
    '2 month(s)': '2 months',
    biannually: [],
    soon: [],
  },
  percentage: { '99,5 %': '99.5 %', '99.95 percent': '99.95 %', '99 per cent': '99 %', '101 percent': [], most: [] },
  money: {
    '5 €': '5 EUR',
    '€ 12,50': '12.50 EUR',
    '12000 Euro': '12000 EUR',
    '5.000,00 €': '5000.00 EUR',
    "5'000 chf": '5000 CHF',
    '1.234.567 €': '1234567 EUR',
    '500,- €': '500 EUR',
    '5.000 €': ['5000 EUR', '5.00 EUR'],
    '5 $': [],
    plenty: [],
  },
  target: { '99.95 percent': '99.95 %', 'at least 99.5 %': '99.5 %', '>= 99.5 %': ['99.5 %'], '4,5 h': '4.5 h' },
  version: { 'v2.1': '2.1', 'Version 3': '3', final: [] },
  identifier: { 'Büro (Nord)': ['Buero-Nord'], mail_hr: ['mail-hr'], '!': [] },
  reference: { 'signed\\mail.pdf': 'signed/mail.pdf' },
  'period-of-day': { '8-18': '08:00-18:00', '8.00 – 18.00': '08:00-18:00', '8am to 6:30 pm': '08:00-18:30', '8-6': [], 'all day': [] },
  sha256: { [`sha256:${'a'.repeat(64)}`]: 'a'.repeat(64) },
};

describe('what is meant', () => {
  for (const [name, texts] of Object.entries(CASES)) {
    const format = name as FormatName;
    for (const [text, wanted] of Object.entries(texts)) {
      it(`by ${text} as ${name}`, () => {
        const { to, certain } = meant(format, text);
        assert.deepEqual(certain ? to[0] : to, wanted);
        assert.ok(to.every((t) => formats[format](t) && !formats[format](text)));
      });
    }
  }

  it('by a day that no calendar has', () => {
    assert.deepEqual(shortMonth('2026-06-31'), { month: 'June', days: 30 });
    assert.deepEqual(shortMonth('2026-02-29'), { month: 'February 2026', days: 28 });
    for (const text of ['2024-02-29', '2026-13-01', '2026-06-30', 'x']) assert.equal(shortMonth(text), undefined);
  });

  it('by words for true and false, and for hours without end', () => {
    assert.deepEqual(['yes', 'No', ' ja ', 'off', 'perhaps'].map(truthOf), ['true', 'false', 'true', 'false', undefined]);
    for (const text of ['24/7', '24x7', '24 x 7', '24h', '24/7/365', 'Round the clock']) assert.ok(isAlways(text), text);
    for (const text of ['office', '24', '7x24x2', 'hours']) assert.ok(!isAlways(text), text);
  });
});
