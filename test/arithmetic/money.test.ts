// Amounts of money.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { compareMoney, convert, type Money, moneyInWords, parseMoney, sameMoney, sumOfMoney } from '../../server/arithmetic/money';
import { told } from './calendars';

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

  it('is shown with the decimals of its currency', () => {
    for (const text of ['60,000 EUR', '1,234,567.89 EUR', '0.05 USD', '500 JPY']) assert.equal(moneyInWords(money(text)), text);
    assert.equal(moneyInWords({ ...money('1 EUR'), amount: money('1000 EUR').amount.dividedBy(3) }), '333.33 EUR');
  });

  it('is the same but for a coin for each line', () => {
    assert.equal(sameMoney(money('100.00 EUR'), money('100.01 EUR')), true);
    assert.equal(sameMoney(money('100.00 EUR'), money('100.02 EUR')), false);
    assert.equal(sameMoney(money('100.00 EUR'), money('100.02 EUR'), 2), true);
    assert.equal(sameMoney(money('100 JPY'), money('101 JPY')), true);
    assert.deepEqual(sameMoney(money('1 EUR'), money('1 USD')), {
      cannotTell: "EUR and USD can't be held against each other without a rate and its day",
    });
  });
});

describe('sums of money', () => {
  const rate = { from: 'USD', to: 'EUR', rate: '0.92', on: '2025-11-01' };
  const sum = (texts: string[], ...rest: [Parameters<typeof sumOfMoney>[1]?, string?]) => sumOfMoney(texts.map(money), ...rest);

  it('show their working', () => {
    assert.equal(told(sum(['412,000 EUR', '9,000 EUR'])).working, '412,000 EUR + 9,000 EUR = 421,000 EUR');
    assert.equal(told(sum(['0.10 EUR', '0.20 EUR'])).sum.amount.toString(), '0.3');
    assert.equal(told(sum(['60,000 EUR', '10,000 USD'], [rate])).working, '60,000 EUR + 10,000 USD × 0.92 (2025-11-01) = 69,200 EUR');
    assert.equal(told(sum(['9,200 EUR'], [rate], 'USD')).working, '9,200 EUR / 0.92 (2025-11-01) = 10,000 USD');
  });

  it('never mix currencies without a rate and its day', () => {
    const why = (rates: Parameters<typeof convert>[2]) => convert(money('1 USD'), 'EUR', rates);
    assert.deepEqual(why([]), { cannotTell: "USD and EUR can't be held against each other without a rate and its day" });
    assert.deepEqual(why([{ ...rate, on: undefined }]), { cannotTell: 'the rate between USD and EUR has no day' });
    assert.deepEqual(why([{ ...rate, rate: 'none' }]), { cannotTell: 'the rate between USD and EUR is no number' });
    assert.deepEqual(why([rate, rate]), { cannotTell: 'there are several rates between USD and EUR' });
    assert.deepEqual(sum(['1 EUR', '1 USD']), { cannotTell: "USD and EUR can't be held against each other without a rate and its day" });
    assert.deepEqual(sum([]), { cannotTell: 'there is no amount' });
  });

  it('are the same in any order', () => {
    const amounts = fc.array(
      fc.integer({ min: 0, max: 10 ** 9 }).map((n) => ({ amount: money('0.01 EUR').amount.times(n), currency: 'EUR' })),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(amounts, (list) => {
        assert.ok(told(sumOfMoney(list)).sum.amount.equals(told(sumOfMoney([...list].reverse())).sum.amount));
      }),
      { seed: 7 },
    );
  });
});
