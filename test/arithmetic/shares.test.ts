// Shares of a whole, prices over a period, credits and deviations.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { chargedIn } from '../../server/arithmetic/charges';
import { bandFaults, creditAgainstRefund } from '../../server/arithmetic/credits';
import { addDays } from '../../server/arithmetic/dates';
import { deviation } from '../../server/arithmetic/deviation';
import { type Money, moneyInWords, parseMoney } from '../../server/arithmetic/money';
import { sharedOut, sharesAgree, sumOfShares } from '../../server/arithmetic/shares';
import { sumAgainst } from '../../server/arithmetic/sums';
import { told } from './calendars';

const money = (text: string): Money => parseMoney(text) ?? assert.fail(text);

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

  it('make up the whole but for rounding', () => {
    const whole = (...shares: string[]) => told(sumOfShares(shares)).isWhole;
    assert.deepEqual(sumOfShares(['40 %', '35 %', '20 %']), { isWhole: false, working: '40 % + 35 % + 20 % = 95 %' });
    assert.ok(whole('40 %', '35 %', '25 %'));
    assert.ok(whole('33 %', '33 %', '33 %'));
    assert.ok(whole('33.3 %', '33.3 %', '33.3 %'));
    assert.ok(whole('33.33 %', '66.67 %'));
    assert.ok(!whole('50 %', '49 %'));
    assert.ok(!whole('50.0 %', '49.8 %'));
    assert.deepEqual(sumOfShares(['half']), { cannotTell: '"half" is no percentage' });
    assert.deepEqual(sumOfShares([]), { cannotTell: 'there are no shares' });
  });

  it('are shared out to the last coin', () => {
    assert.deepEqual(told(sharedOut(money('100.00 EUR'), ['33.3 %', '33.3 %', '33.3 %'])).map(moneyInWords), [
      '33.34 EUR',
      '33.33 EUR',
      '33.33 EUR',
    ]);
    assert.deepEqual(told(sharedOut(money('1,000 EUR'), ['60 %', '40 %'])).map(moneyInWords), ['600 EUR', '400 EUR']);
    assert.deepEqual(sharedOut(money('1 EUR'), ['60 %', '20 %']), {
      cannotTell: "the shares don't make up the whole (60 % + 20 % = 80 %)",
    });
    const amounts = fc.integer({ min: 0, max: 10 ** 9 });
    const parts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(amounts, parts, (cents, some) => {
        const all = [...some, 100 - some.reduce((a, b) => a + b, 0)];
        const out = told(
          sharedOut(
            { amount: money('0.01 EUR').amount.times(cents), currency: 'EUR' },
            all.map((n) => `${n} %`),
          ),
        );
        assert.equal(
          out.reduce((sum, m) => sum + m.amount.times(100).toNumber(), 0),
          cents,
        );
        out.forEach((m, i) => {
          assert.ok(Math.abs(m.amount.times(100).toNumber() - (cents * (all[i] ?? 0)) / 100) < 1);
        });
      }),
      { seed: 7 },
    );
  });
});

describe('what is charged', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const yearly = { amount: '60,000 EUR', per: 'year' };

  it('in whole windows and in parts of them', () => {
    assert.equal(told(chargedIn(yearly, year)).working, '60,000 EUR a year = 60,000 EUR');
    assert.equal(told(chargedIn({ ...yearly, from: '2026-07-01' }, year)).working, '60,000 EUR a year × 184/365 = 30,246.58 EUR');
    assert.equal(told(chargedIn({ amount: '1,000 EUR', per: 'month' }, year)).working, '1,000 EUR a month × 12 = 12,000 EUR');
    assert.equal(
      told(chargedIn({ amount: '1,000 EUR', per: 'month', to: '2026-02-14' }, year)).working,
      '1,000 EUR a month × (1 + 14/28) = 1,500 EUR',
    );
    assert.equal(
      told(chargedIn({ amount: '900 EUR', per: 'quarter' }, { from: '2026-04-01', to: '2026-06-30' })).working,
      '900 EUR a quarter = 900 EUR',
    );
    assert.equal(told(chargedIn({ ...yearly, to: '2025-12-31' }, year)).working, 'nothing = 0 EUR');
    assert.equal(told(chargedIn({ amount: '500 EUR', per: 'once', from: '2026-03-01' }, year)).working, '500 EUR once');
    assert.equal(told(chargedIn({ amount: '500 EUR', per: 'once', from: '2025-03-01' }, year)).working, '0 EUR once');
  });

  it('is more from the day of an index step on', () => {
    const found = told(chargedIn(yearly, year, [{ from: '2026-07-01', by: '3 %' }]));
    assert.equal(
      found.working,
      '60,000 EUR a year × 181/365, 60,000 EUR a year + 3 % × 184/365 = 60,907.4 EUR'.replace('60,907.4', '60,907.40'),
    );
    assert.equal(
      told(
        chargedIn(yearly, year, [
          { from: '2025-01-01', by: '10 %' },
          { from: '2026-01-01', by: '10 %' },
        ]),
      ).sum.amount.toString(),
      '72600',
    );
    assert.equal(told(chargedIn(yearly, year, [{ from: '2027-01-01', by: '3 %' }])).sum.amount.toString(), '60000');
  });

  it("can't tell what depends on something else", () => {
    const why = (charge: object, index: { from: string; by: string }[] = []) => chargedIn({ ...yearly, ...charge }, year, index);
    assert.deepEqual(why({ per: 'use' }), { cannotTell: 'it depends on how much is used' });
    assert.deepEqual(why({ per: undefined }), { cannotTell: 'nobody says how often it is charged' });
    assert.deepEqual(why({ per: 'once' }), { cannotTell: 'nobody says when it is paid' });
    assert.deepEqual(why({ amount: 'much' }), { cannotTell: '"much" is no amount of money' });
    assert.deepEqual(why({}, [{ from: '2026-01-01', by: 'inflation' }]), {
      cannotTell: 'nobody can say what "inflation" from 2026-01-01 on adds',
    });
  });

  it('adds up over periods that follow one another', () => {
    const days = fc.tuple(fc.nat(800), fc.nat(800)).map(([a, b]) => [addDays('2024-01-01', a), addDays('2024-01-01', a + b)] as const);
    fc.assert(
      fc.property(days, fc.nat(400), fc.constantFrom('month', 'quarter', 'year'), ([from, middle], more, per) => {
        const charge = { amount: '36,525 EUR', per };
        const steps = [{ from: '2025-03-17', by: '2.5 %' }];
        const end = addDays(middle, 1 + more);
        const of = (a: string, b: string) => told(chargedIn(charge, { from: a, to: b }, steps)).sum.amount;
        assert.ok(
          of(from, middle)
            .plus(of(addDays(middle, 1), end))
            .minus(of(from, end))
            .abs()
            .lessThan('1e-9'),
        );
      }),
      { seed: 7 },
    );
  });
});

describe('credits', () => {
  it('are held against refunds in money', () => {
    assert.deepEqual(creditAgainstRefund({ share: '25 %', of: '10,000 EUR' }, { share: '10 %', of: '4,000 EUR' }), {
      isLarger: true,
      working: '25 % of 10,000 EUR = 2,500 EUR, 10 % of 4,000 EUR = 400 EUR',
    });
    assert.equal(told(creditAgainstRefund({ share: '10 %', of: '4,000 EUR' }, { share: '10 %', of: '4,000 EUR' })).isLarger, false);
    assert.deepEqual(creditAgainstRefund({ share: '10 %', of: '1 EUR' }, { share: '10 %', of: '1 USD' }), {
      cannotTell: 'EUR and USD want a rate and its day',
    });
    assert.deepEqual(creditAgainstRefund({ share: 'a lot', of: '1 EUR' }, { share: '10 %', of: '1 EUR' }), {
      cannotTell: '"a lot" is no percentage',
    });
    assert.deepEqual(creditAgainstRefund({ share: '1 %', of: '1 EUR' }, { share: '10 %', of: 'fee' }), {
      cannotTell: '"fee" is no amount of money',
    });
  });

  it('have bands without holes and overlaps', () => {
    assert.deepEqual(bandFaults([{ from: '99.0 %', to: '99.9 %' }, { to: '98.9 %' }]), [
      { fault: 'gap', from: '98.9 %', to: '99.0 %', at: 1, next: 0 },
    ]);
    assert.deepEqual(bandFaults([{ from: '99 %', to: '99.9 %' }, { to: '99.0 %' }]), []);
    assert.deepEqual(bandFaults([{ from: '98.5 %', to: '99.9 %' }, { to: '99.0 %' }]), [
      { fault: 'overlap', from: '98.5 %', to: '99.0 %', at: 1, next: 0 },
    ]);
    assert.deepEqual(bandFaults([{ from: '4 h', to: '8 h' }, { from: '480 min' }]), []);
    assert.deepEqual(bandFaults([{ to: '4 h' }, { to: '8 h' }]), [{ fault: 'overlap', from: 'nothing', to: '4 h', at: 0, next: 1 }]);
    assert.deepEqual(bandFaults([{ from: '4 h' }, { from: '6 h' }]), [{ fault: 'overlap', from: '6 h', to: 'all', at: 0, next: 1 }]);
    assert.deepEqual(bandFaults([{ to: 'low' }]), { cannotTell: '"low" is no number with its unit' });
    assert.deepEqual(bandFaults([{ to: '99 %' }, { from: '4 h' }]), { cannotTell: '99 % and 4 h are not alike' });
    assert.deepEqual(bandFaults([]), []);
  });
});

describe('deviations', () => {
  it('are in percent of what was expected', () => {
    assert.equal(told(deviation('30,000 EUR', '35,400 EUR')).working, '35,400 EUR against 30,000 EUR: +18 %');
    assert.equal(told(deviation('10 TB', '14 TB')).working, '14 TB against 10 TB: +40 %');
    assert.equal(told(deviation('1200', '1140')).working, '1140 against 1200: −5 %');
    assert.deepEqual(deviation('10 TB', '14 users'), { cannotTell: '10 TB and 14 users are not alike' });
    assert.deepEqual(deviation('10 EUR', '14 USD'), { cannotTell: 'USD and EUR want a rate and its day' });
    assert.deepEqual(deviation('0 EUR', '14 EUR'), { cannotTell: 'nothing was expected' });
  });
});

describe('sums against a limit', () => {
  it('of one unit', () => {
    assert.deepEqual(sumAgainst(['900 tickets', '300 tickets'], '900 tickets'), {
      isMore: true,
      working: '900 tickets + 300 tickets = 1200 tickets',
    });
    assert.deepEqual(sumAgainst(['400', '400', '400'], '1000 users'), { isMore: true, working: '400 + 400 + 400 = 1200 users' });
    assert.deepEqual(sumAgainst(['24 h', '2 h'], '4 h'), { isMore: true, working: '24 h + 2 h = 26 h' });
    assert.deepEqual(sumAgainst(['30 min', '1 h', '1 day'], '2 days'), { isMore: false, working: '30 min + 1 h + 1 day = 25.5 h' });
    assert.deepEqual(sumAgainst(['6 months'], '3 months'), { isMore: true, working: '6 months' });
    assert.deepEqual(sumAgainst(['1 month', '1 year'], '13 months'), { isMore: false, working: '1 month + 1 year = 13 months' });
    assert.deepEqual(sumAgainst(['4 h', '30 min'], '1 month'), { cannotTell: "1 month, 4 h, 30 min can't be added up" });
    assert.deepEqual(sumAgainst(['4 h'], '10 tickets'), { cannotTell: "10 tickets, 4 h can't be added up" });
    assert.deepEqual(sumAgainst(['1 working day', '2 working days'], '2 working days'), {
      isMore: true,
      working: '1 working day + 2 working days = 3 working days',
    });
    assert.deepEqual(sumAgainst(['next business day'], 'next business day'), { isMore: false, working: 'next business day' });
    assert.deepEqual(sumAgainst(['4', '5'], '8 h'), { cannotTell: "8 h, 4, 5 can't be added up" });
    assert.deepEqual(sumAgainst(['many'], '10 tickets'), { cannotTell: '"many" is no number with its unit' });
    assert.deepEqual(sumAgainst([], '10 tickets'), { cannotTell: 'there is nothing to add up' });
  });
});
