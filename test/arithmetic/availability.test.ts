// A whole from its parts: in a row, as stand-ins for each other, and with what they share.

import { strict as assert } from 'node:assert';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { chanceOf, inARow, reckon, type Structure } from '../../server/arithmetic/availability';
import { countedAs } from '../../server/arithmetic/redundancy';
import { told } from './calendars';

const part = (name: string): Structure => ({ part: name });
const row = (...names: string[]): Structure => inARow(names.map(part));
const some = (need: number, ...of: Structure[]): Structure => ({ need, of });

/** The chance of a structure whose parts have these chances, all of the same one where one is given. */
function chance(structure: Structure, chances: Readonly<Record<string, string>> | string, most = 10): string | undefined {
  const of = (name: string) => new Decimal(typeof chances === 'string' ? chances : (chances[name] ?? assert.fail(name)));
  return chanceOf(structure, of, most)?.toDecimalPlaces(6).toString();
}

const figures = (...texts: string[]) => new Map(texts.map((text, i) => [String.fromCharCode(97 + i), text]));

describe('availability of a whole', () => {
  it('of parts in a row', () => {
    assert.equal(chance(row('a', 'b', 'c'), { a: '0.999', b: '0.995', c: '0.9995' }), '0.993508');
    assert.equal(chance(row('a', 'b', 'c'), { a: '0.9999', b: '0.9995', c: '0.999' }), '0.998401');
    assert.equal(chance(row('a', 'b', 'c'), '0.999'), '0.997003');
    assert.equal(chance(row(), '0.5'), '1');
  });

  it('of parts that stand in for each other', () => {
    assert.equal(chance(some(1, part('a'), part('b')), '0.995'), '0.999975');
    assert.equal(chance(some(2, part('a'), part('b'), part('c')), '0.99'), '0.999702');
    assert.equal(chance(some(0, part('a')), '0.5'), '1');
  });

  it('of stand-ins behind a shared part', () => {
    const chances = { a: '0.995', b: '0.995', duct: '0.9995' };
    assert.equal(chance(some(1, row('a', 'duct'), row('b', 'duct')), chances), '0.999475');
    assert.equal(chance(inARow([part('duct'), some(1, part('a'), part('b'))]), chances), '0.999475');
    assert.equal(chance(inARow([part('duct'), some(1, row('a', 'duct'), row('b', 'duct'))]), chances), '0.999475');
  });

  it('counts a part once, however often it is needed', () => {
    assert.equal(chance(row('a', 'a', 'b'), '0.9'), '0.81');
    assert.equal(chance(some(1, part('a'), row('a', 'b')), '0.9'), '0.9');
  });

  it('gives up where too much is shared', () => {
    const bridge = some(1, row('a', 'c'), row('b', 'c'), row('a', 'd'), row('b', 'd'));
    assert.equal(chance(bridge, '0.5', 0), undefined);
    assert.equal(chance(bridge, '0.5'), '0.5625');
  });
});

describe('availability in words', () => {
  it('shows the working in the digits of the parts', () => {
    assert.deepEqual(reckon(row('a', 'b', 'c'), figures('99.9 %', '99.5 %', '99.95 %'), '99.5 %'), {
      short: true,
      working: '99.9 % × 99.5 % × 99.95 % = 99.35 %',
    });
    assert.deepEqual(reckon(row('a'), figures('99.0 %'), '99.5 %'), { short: true, working: '99.0 %' });
    assert.deepEqual(reckon(row('a', 'b'), figures('99.9 %', '99.9 %'), '99.8 %'), { short: false, working: '99.9 % × 99.9 % = 99.8 %' });
  });

  it('never rounds a miss to the promise', () => {
    assert.deepEqual(reckon(row('a', 'b', 'c'), figures('99.9 %', '99.9 %', '99.9 %'), '99.71 %'), {
      short: true,
      working: '99.9 % × 99.9 % × 99.9 % = 99.70 %',
    });
    assert.equal(reckon(row('a', 'b'), figures('99.96 %', '99.95 %'), '99.911 %')?.working, '99.96 % × 99.95 % = 99.910 %');
    assert.equal(reckon(row('a', 'b'), figures('99.99 %', '99.999 %'), '99.989 %')?.working, '99.99 % × 99.999 % = 99.989 %');
    assert.equal(reckon(row('a', 'b'), figures('99.9 %', '99.6 %'), '99.5005 %')?.working, '99.9 % × 99.6 % = 99.5004 %');
    assert.equal(reckon(row('a', 'b'), figures('99.7 %', '99.8 %'), '99.501 %')?.working, '99.7 % × 99.8 % = 99.5006 %');
    assert.equal(reckon(row('a', 'b'), figures('99.99 %', '99.99 %'), '99.9800011 %')?.working, '99.99 % × 99.99 % = 99.9800010 %');
    assert.equal(reckon(row('a', 'b'), figures('99.95 %', '99.95 %'), '99.9003 %')?.working, '99.95 % × 99.95 % = 99.9000 %');
  });

  it('names stand-ins, and what they share before them', () => {
    const lines = some(1, row('a', 'c'), row('b', 'c'));
    assert.equal(reckon(lines, figures('99.5 %', '99.4 %', '99.95 %'), '99.99 %')?.working, '99.95 % × (1 of 99.5 %, 99.4 %) = 99.95 %');
    const legs = inARow([part('d'), some(1, row('a', 'b'), part('c'))]);
    assert.equal(reckon(legs, figures('99 %', '98 %', '97 %', '99.9 %'), '99.9 %')?.working, '99.9 % × (1 of 99 % × 98 %, 97 %) = 99.8 %');
  });

  it('takes a part without a figure as never failing', () => {
    assert.deepEqual(reckon(row('a', 'b', 'x'), figures('99.9 %', '99.5 %'), '99.5 %'), {
      short: true,
      working: '99.9 % × 99.5 % = 99.4 %',
    });
    assert.deepEqual(reckon(some(1, part('a'), part('x')), figures('90 %'), '99 %'), { short: false, working: '100 %' });
    assert.deepEqual(reckon(row('x'), figures(), '100 %'), { short: false, working: '100 %' });
  });

  it('gives up what it cannot read, or not in time', () => {
    assert.equal(reckon(row('a'), figures('high'), '99 %'), undefined);
    assert.equal(reckon(row('a'), figures('99 %'), 'high'), undefined);
    const twice = (s: Structure) => some(1, s, s);
    const many = Array.from({ length: 40 }).reduce<Structure>(twice, part('a'));
    assert.equal(reckon(many, figures('99 %'), '99 %'), undefined);
  });
});

describe('availability, by trying all cases', () => {
  const NAMES = ['a', 'b', 'c', 'd', 'e'];
  const structures = fc.letrec<{ whole: Structure; leaf: Structure; several: Structure }>((tie) => ({
    whole: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie('leaf'), tie('several')),
    leaf: fc.constantFrom(...NAMES).map(part),
    several: fc
      .tuple(fc.nat(3), fc.array(tie('whole'), { minLength: 1, maxLength: 3 }))
      .map(([need, of]) => ({ need: Math.min(need, of.length), of })),
  })).whole;
  const chances = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: NAMES.length, maxLength: NAMES.length });
  const works = (s: Structure, up: ReadonlySet<string>): boolean =>
    'part' in s ? up.has(s.part) : s.of.filter((below) => works(below, up)).length >= s.need;
  const lookUp = (of: readonly number[]) => (name: string) => new Decimal(of[NAMES.indexOf(name)] ?? 0).dividedBy(100);

  it('is the sum over all cases in which it works', () => {
    const byCases = (s: Structure, of: readonly number[]) =>
      Array.from({ length: 2 ** NAMES.length }, (_, bits) => NAMES.filter((_name, i) => (bits >> i) & 1)).reduce((sum, up) => {
        const weight = NAMES.reduce(
          (w, name) => w.times(up.includes(name) ? lookUp(of)(name) : new Decimal(1).minus(lookUp(of)(name))),
          new Decimal(1),
        );
        return works(s, new Set(up)) ? sum.plus(weight) : sum;
      }, new Decimal(0));
    fc.assert(
      fc.property(structures, chances, (s, of) => {
        const found = chanceOf(s, lookUp(of), NAMES.length) ?? assert.fail('gave up');
        assert.ok(found.minus(byCases(s, of)).abs().lessThan('1e-15'), `${found} differs from ${byCases(s, of)}`);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('never falls when a part gets better', () => {
    fc.assert(
      fc.property(structures, chances, fc.nat(NAMES.length - 1), fc.nat(100), (s, of, which, more) => {
        const better = of.map((c, i) => (i === which ? Math.min(100, c + more) : c));
        const [a, b] = [chanceOf(s, lookUp(of), 9) ?? assert.fail(), chanceOf(s, lookUp(better), 9) ?? assert.fail()];
        assert.ok(b.minus(a).greaterThan('-1e-15'));
        assert.ok(a.greaterThanOrEqualTo(0) && a.lessThanOrEqualTo(1));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('in a row is never above its weakest part, and needing more of several never makes it better', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(numbers, (of) => {
        const parts = of.map((_, i) => part(NAMES[i] ?? ''));
        const found = Array.from({ length: of.length + 1 }, (_, need) => chanceOf(some(need, ...parts), lookUp(of), 0) ?? assert.fail());
        assert.ok(found.at(-1)?.lessThanOrEqualTo(Math.min(...of) / 100));
        assert.ok(found.slice(1).every((chance, i) => chance.minus(found[i] ?? 0).lessThan('1e-15')));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('stand-ins as somebody counted them', () => {
  const lines = some(1, row('north', 'duct'), row('south', 'duct'));
  const texts = new Map([
    ['north', '99.5 %'],
    ['south', '99.5 %'],
    ['duct', '99.95 %'],
  ]);
  const as = (said: string) => told(countedAs(said, lines, texts)).as;

  it('are right, multiplied, or counted as if they shared nothing', () => {
    assert.deepEqual(
      [as('99.9475 %'), as('99.95 %'), as('98.95 %'), as('99.997 %'), as('97.3 %')],
      ['right', 'right', 'in a row', 'apart', 'otherwise'],
    );
    assert.equal(told(countedAs('99.0 %', some(1, part('north'), part('south')), texts)).as, 'in a row');
    assert.equal(told(countedAs('99.9975 %', some(1, part('north'), part('south')), texts)).as, 'right');
    assert.equal(told(countedAs('98.95 %', lines, texts)).working, '99.9475 %, not 98.95 %: stand-ins were multiplied');
    assert.deepEqual(countedAs('99 %', row('north', 'x'), texts), { cannotTell: 'nothing is said of x' });
    assert.deepEqual(countedAs('much', lines, texts), { cannotTell: '"much" is no percentage' });
  });
});
