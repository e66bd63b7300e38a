// Which texts each format takes and refuses.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { durationParts } from '../../server/knowledge/durations';
import { commaToPoint, type FormatName, formatHelp, formats, percentageNumber, quantityParts } from '../../server/knowledge/formats';

const cases: Readonly<Record<FormatName, { takes: readonly string[]; refuses: readonly string[] }>> = {
  moment: {
    takes: ['2026-03-31', '2026-03-31 14:05', '2026-03-31T00:00'],
    refuses: ['2026-02-30', '2026-03-31 24:05', '2026-03-31 1405', '14:05', ''],
  },
  date: {
    takes: ['2026-03-31', '2024-02-29', '2000-02-29', '1999-12-31'],
    refuses: [
      '2026-02-29',
      '2100-02-29',
      '2026-02-30',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '26-01-01',
      '0206-03-31',
      '2026-3-1',
      '31.03.2026',
      '2026-03-31T10:00',
      '',
    ],
  },
  duration: {
    takes: [
      ...[
        '30 min',
        '4 h',
        '4h',
        '90 s',
        '200 ms',
        '2 working days',
        '1 working day',
        'next business day',
        'Next Business Day',
        '3 months',
        '1 month',
      ],
      ...[
        '1 year',
        '2 weeks',
        '14 days',
        '14 d',
        '2 business days',
        '1.5 h',
        '1 h 30 min',
        '6 h 10 min',
        '0 min',
        '4\u00a0h',
        '2 Hours',
        '1 year 6 months',
        '1 day 12 h',
      ],
      ...['PT4H', 'P3M', 'PT30M', 'P1Y6M', 'P14D', 'P2W', 'P1DT12H', 'PT1.5H'],
    ],
    refuses: [
      ...[
        '4',
        'h',
        '4 m',
        '4 x',
        'quarterly',
        'fast',
        '1,5 h',
        '1.5 months',
        '-4 h',
        '6 h 10',
        '4 h ',
        ' 4 h',
        '4  h',
        '30 min 1 h',
        '1 h 1 h',
        '',
      ],
      ...[
        '1 month 14 days',
        '1 working day 4 h',
        '2 months 1 working day',
        'P',
        'PT',
        'P1',
        'P4H',
        'P1M14D',
        'P1.5Y',
        '4 constructor',
        '1234567 h',
      ],
    ],
  },
  percentage: {
    takes: ['99.5 %', '99.5%', '0 %', '100 %', '100.00 %', '99.5\u00a0%', '99.5\u202f%'],
    refuses: ['99,5 %', '99.5', '100.1 %', '100.000000001 %', '-1 %', '.5 %', '99. %', '>= 99.5 %', '99.5 percent', '99.5 % ', '1e2 %'],
  },
  money: {
    takes: ['12000 EUR', '12000.50 EUR', '0 USD', '12000EUR', '1.234 KWD', '60,000 EUR', '1,200,000.00 EUR', '100 JPY'],
    refuses: [
      '12.000 EUR',
      '12.000,00 EUR',
      '12,00 EUR',
      '1,2000 EUR',
      '100.50 JPY',
      '12 000 EUR',
      'EUR 12000',
      '12000',
      '12000 €',
      '12000 eur',
      '12000 EUX',
      '-5 EUR',
    ],
  },
  quantity: {
    takes: ['1200', '10 TB', '10TB', '900 tickets', '0.5 requests/s', '300 users at once', '4.2 of 5'],
    refuses: ['', 'tickets', '1,200', '10 ', '>10 TB', '10 TB!', '-3', '99.5 %', '10 a b c d e'],
  },
  target: {
    takes: ['99.5 %', '4 h', 'next business day', '3 months', '900 tickets', '1200', 'PT4H'],
    refuses: ['99,5 %', '>= 99.5 %', '< 4 h', 'max 4 h', 'fast', 'fast response', '101 %', ''],
  },
  version: { takes: ['3.1', '2.0.1', '1', '1.10', '2026.1'], refuses: ['', 'v1', '1.', '.1', '1.0-draft', '1..2', '1,0'] },
  identifier: { takes: ['mail', 'CHG-71', '7', 'mail-hr'], refuses: ['', '-mail', 'mail hr', 'mail_hr', 'mail/hr', 'straße'] },
  reference: {
    takes: [
      'contracts/acme.pdf',
      'acme.pdf',
      '../shared/acme.pdf',
      './a b.pdf',
      'plan.md#way-back',
      'https://example.org/a?b#c',
      'http://example.org',
      'mailto:desk@example.org',
      'minutes 10:30.md',
    ],
    refuses: [
      '',
      '/etc/acme.pdf',
      '~/acme.pdf',
      'C:\\acme.pdf',
      'C:/acme.pdf',
      'contracts\\acme.pdf',
      '//host/share',
      'https://',
      'https:///a',
      'https://a b',
      'file:///a',
      'ftp://a',
      'javascript:alert(1)',
      'mailto:desk',
      ' a.pdf',
      'a.pdf ',
      'a\nb',
    ],
  },
  'period-of-day': {
    takes: ['08:00-18:00', '8:00-18:00', '22:00-06:00', '08:00–18:00', '08:00 – 18:00', '00:00-24:00'],
    refuses: ['', '08:00', '8-18', '08:00-08:00', '8:00-08:00', '24:00-08:00', '08:60-18:00', '08:00 to 18:00', '08:00-25:00'],
  },
  zone: { takes: ['Europe/Berlin', 'America/New_York', 'UTC'], refuses: ['', 'Berlin', '+01:00', 'Europe/Nowhere', 'GMT+1:00'] },
  sha256: { takes: ['0123456789abcdef'.repeat(4), 'A'.repeat(64)], refuses: ['', '9f2c…', 'a'.repeat(63), 'a'.repeat(65), 'g'.repeat(64)] },
};

describe('formats', () => {
  for (const [name, { takes, refuses }] of Object.entries(cases) as [FormatName, (typeof cases)[FormatName]][]) {
    it(`${name}: takes what people write`, () => {
      for (const text of takes) assert.equal(formats[name](text), true, JSON.stringify(text));
    });
    it(`${name}: refuses the rest`, () => {
      for (const text of refuses) assert.equal(formats[name](text), false, JSON.stringify(text));
    });
  }

  it('every format has words, and an example that it takes', () => {
    assert.deepEqual(Object.keys(formatHelp).sort(), Object.keys(formats).sort());
    for (const name of Object.keys(formats) as FormatName[]) {
      assert.equal(formats[name](formatHelp[name].example), true, name);
      assert.match(formatHelp[name].says, /^an? /, name);
    }
  });

  it('answers for any text, soon', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,:-–% PTHMDYhm sdaywork/²\u00a0'), maxLength: 200 }), (text) => {
        for (const takes of Object.values(formats)) assert.equal(typeof takes(text), 'boolean');
      }),
      { seed: 7, numRuns: 300 },
    );
    for (const text of ['1 h '.repeat(20_000), '1'.repeat(100_000), `1 ${'a '.repeat(50_000)}!`, `P${'1Y'.repeat(50_000)}`]) {
      for (const [name, takes] of Object.entries(formats))
        if (name !== 'reference' && name !== 'identifier') assert.equal(takes(text), false, name);
    }
  });
});

describe('what a format read', () => {
  it('parts of a duration', () => {
    assert.deepEqual(durationParts('1 h 30 min'), [
      { number: '1', unit: 'h' },
      { number: '30', unit: 'min' },
    ]);
    assert.deepEqual(durationParts('P1Y6M'), [
      { number: '1', unit: 'year' },
      { number: '6', unit: 'month' },
    ]);
    assert.deepEqual(durationParts('2 Business Days'), [{ number: '2', unit: 'working day' }]);
    assert.deepEqual(durationParts('next working day'), [{ number: '1', unit: 'next business day' }]);
  });

  it('numbers with the digits typed', () => {
    assert.equal(percentageNumber('99.50 %'), '99.50');
    assert.deepEqual(quantityParts('10 TB'), { number: '10', unit: 'TB' });
    assert.deepEqual(quantityParts('1200'), { number: '1200', unit: '' });
  });

  it('a comma for the point, unless it may mean thousands', () => {
    assert.equal(commaToPoint('99,5 %'), '99.5 %');
    assert.equal(commaToPoint('99,955 %'), '99.955 %');
    assert.equal(commaToPoint('1,5 h'), '1.5 h');
    assert.equal(commaToPoint('12000,50 EUR'), '12000.50 EUR');
    for (const text of ['1,200 tickets', '1,200', '99.5 %', 'a,b', '1,5,5', '101,5 %', '1,5 %x', ''])
      assert.equal(commaToPoint(text), undefined, text);
  });
});
