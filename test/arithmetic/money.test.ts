// Amounts of money, and shares.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { compareMoney, type Money, parseMoney, sharesAgree } from '../../server/arithmetic/money';

const money = (text: string): Money => parseMoney(text) ?? assert.fail(text);
const compare = (a: string, b: string) => compareMoney(money(a), money(b));

describe('money', () => {
  it('is a number with its currency', () => {
    for (const [text, amount] of [
      ['60,000 EUR', '60000'],
      ['1,234,567.89 EUR', '1234567.89'],
      ['12000EUR', '12000'],
      ['0.05 USD', '0.05'],
      ['500 JPY', '500'],
    ] as const) {
      assert.equal(money(text).amount.toString(), amount);
      assert.equal(money(text).currency, text.slice(-3));
    }
    for (const text of ['60.000 EUR', '1,00 EUR', 'EUR 5', '5 Euro', '']) assert.equal(parseMoney(text), undefined, text);
  });

  it('compares within one currency', () => {
    assert.equal(compare('25,000 EUR', '25000.00 EUR'), 0);
    assert.equal(compare('25,000.01 EUR', '25,000 EUR'), 1);
    assert.equal(compare('9,999 EUR', '10,000 EUR'), -1);
    assert.equal(compare('1 EUR', '1 USD'), undefined);
  });

  it('is read back as it was written', () => {
    const cents = fc.integer({ min: 0, max: 10 ** 12 });
    fc.assert(
      fc.property(cents, (n) => {
        const text = `${Math.floor(n / 100).toLocaleString('en')}.${String(n % 100).padStart(2, '0')} EUR`;
        assert.equal(money(text).amount.times(100).toNumber(), n);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('shares', () => {
  it('agree in the digits that both show', () => {
    for (const [a, b, agree] of [
      ['60 %', '60.0 %', true],
      ['33.3 %', '33.33 %', true],
      ['66.7 %', '66.67 %', true],
      ['60 %', '50 %', false],
      ['33.3 %', '33.4 %', false],
      ['60.0 %', '60.4 %', false],
      ['60 %', 'most', undefined],
    ] as const) {
      assert.equal(sharesAgree(a, b), agree, `${a}, ${b}`);
      assert.equal(sharesAgree(b, a), agree, `${b}, ${a}`);
    }
  });
});
