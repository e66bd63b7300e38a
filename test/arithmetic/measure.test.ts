// Numbers with units, and which of two is the larger.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { compareMeasures, type Measure, parseDuration, parseMeasure } from '../../server/arithmetic/measure';

const measure = (text: string): Measure => parseMeasure(text) ?? assert.fail(text);
const compare = (a: string, b: string) => compareMeasures(measure(a), measure(b));

describe('measures', () => {
  it('are percentages, durations or quantities', () => {
    const read = (text: string) => {
      const { sort, unit, number, text: shown } = measure(text);
      return [sort, unit, number.toString(), shown];
    };
    assert.deepEqual(read('99.50 %'), ['percentage', '%', '99.5', '99.50 %']);
    assert.deepEqual(read('4 h'), ['duration', 's', '14400', '4 h']);
    assert.deepEqual(read('PT1H30M'), ['duration', 's', '5400', '1 h 30 min']);
    assert.deepEqual(read('200 ms'), ['duration', 's', '0.2', '200 ms']);
    assert.deepEqual(read('1 day 12 h'), ['duration', 's', '129600', '1 day 12 h']);
    assert.deepEqual(read('2 weeks 1 day'), ['duration', 'day', '15', '2 weeks 1 day']);
    assert.deepEqual(read('1 year'), ['duration', 'month', '12', '1 year']);
    assert.deepEqual(read('2 business days'), ['duration', 'working day', '2', '2 working days']);
    assert.deepEqual(read('Next business day'), ['duration', 'next business day', '1', 'next business day']);
    assert.deepEqual(read('10 TB'), ['quantity', 'TB', '10', '10 TB']);
    assert.deepEqual(read('1200'), ['quantity', '', '1200', '1200']);
    assert.equal(parseMeasure('fast'), undefined);
    assert.equal(parseMeasure('>= 99.5 %'), undefined);
  });

  it('say a duration in words, one or many', () => {
    for (const [text, words] of [
      ['P1M', '1 month'],
      ['P3M', '3 months'],
      ['P14D', '14 days'],
      ['1days', '1 day'],
      ['0 h', '0 h'],
      ['90sec', '90 s'],
    ] as const) {
      assert.equal(parseDuration(text)?.words, words);
    }
  });

  it('compare alike where the units are', () => {
    assert.equal(compare('99.5 %', '99.50 %'), 0);
    assert.equal(compare('99.0 %', '99.5 %'), -1);
    assert.equal(compare('60 min', '1 h'), 0);
    assert.equal(compare('4 h', '30 min'), 1);
    assert.equal(compare('1 day', '24 h'), 0);
    assert.equal(compare('1 year', '12 months'), 0);
    assert.equal(compare('2 working days', '1 business day'), 1);
    assert.equal(compare('next business day', 'next working day'), 0);
    assert.equal(compare('1200', '900'), 1);
    assert.equal(compare('10 TB', '10.0 TB'), 0);
    // Too close for binary fractions.
    assert.equal(compare('99.999999999 %', '99.999999998 %'), 1);
    assert.equal(compare('0.3 h', '1080 s'), 0);
  });

  it("can't tell where they are not", () => {
    for (const [a, b] of [
      ['3 months', '90 days'],
      ['1 month', '700 h'],
      ['1 working day', '24 h'],
      ['1 working day', '1 day'],
      ['next business day', '1 working day'],
      ['next business day', '8 h'],
      ['10 TB', '900 tickets'],
      ['1200', '900 tickets'],
      ['99.5 %', '99.5'],
    ] as const) {
      assert.equal(compare(a, b), undefined, `${a}, ${b}`);
    }
  });

  it('order the same from both sides', () => {
    const texts = fc
      .tuple(
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom('%', 'h', 'min', 's', 'days', 'weeks', 'months', 'years', 'working days', 'TB', ''),
      )
      .map(([number, unit]) => measure(`${number} ${unit}`.trim()));
    fc.assert(
      fc.property(texts, texts, texts, (a, b, c) => {
        const [ab, ba, bc, ac] = [compareMeasures(a, b), compareMeasures(b, a), compareMeasures(b, c), compareMeasures(a, c)];
        assert.equal(compareMeasures(a, a), 0);
        if (ab === undefined) assert.equal(ba, undefined);
        else assert.equal(ab + (ba ?? Number.NaN), 0);
        if (ab !== undefined && bc !== undefined) assert.notEqual(ac, undefined);
        if (ab === 1 && bc === 1) assert.equal(ac, 1);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
