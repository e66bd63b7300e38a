// Scores of risks, and who may bear them.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { acceptanceState, bandOf, compareScores, isAcceptable, type Scale, scoreAgrees, scoreOn } from '../../server/arithmetic/risk';

const levels = [1, 2, 3, 4].map((n) => ({ level: String(n), name: ['rare', 'unlikely', 'likely', 'certain'][n - 1] }));
const bands = [
  { name: 'low', from: '1', to: '4', priority: 'P4' },
  { name: 'high', from: '5', to: '16', priority: 'P1' },
];
const product: Scale = { likelihood: levels, impact: levels, score: 'product', bands, acceptable: '4' };
const words: Scale = {
  likelihood: [{ level: 'rare' }, { level: 'unlikely' }],
  impact: [{ level: 'serious' }],
  score: 'matrix',
  matrix: [
    { likelihood: 'rare', impact: 'serious', score: 'medium' },
    { likelihood: 'unlikely', impact: 'serious', score: 'high' },
  ],
  bands: [{ name: 'low' }, { name: 'medium' }, { name: 'high' }],
  acceptable: 'medium',
};

describe('scores of risks', () => {
  it('come from the scale that was declared', () => {
    assert.deepEqual(scoreOn(product, '4', '4'), { score: '16', working: '4 × 4 = 16' });
    assert.deepEqual(scoreOn({ ...product, score: 'sum' }, '4', '4'), { score: '8', working: '4 + 4 = 8' });
    assert.deepEqual(scoreOn(product, 'Unlikely', '4'), { score: '8', working: '2 × 4 = 8' });
    assert.deepEqual(scoreOn(words, 'unlikely', 'serious'), { score: 'high', working: 'unlikely and serious: high' });
  });

  it('lie off the scale, or are open', () => {
    assert.deepEqual(scoreOn(product, '7', '4'), { offScale: 'the likelihood "7"' });
    assert.deepEqual(scoreOn(product, '4', 'awful'), { offScale: 'the impact "awful"' });
    assert.deepEqual(scoreOn({ ...product, impact: [] }, '4', '4'), { cannotTell: 'the scale has no levels' });
    assert.deepEqual(scoreOn({ ...words, score: 'product' }, 'rare', 'serious'), {
      cannotTell: 'the levels rare and serious are no numbers',
    });
    assert.deepEqual(scoreOn({ ...product, score: undefined }, '4', '4'), { cannotTell: 'the scale does not say how a score comes about' });
    assert.deepEqual(scoreOn({ ...words, matrix: [] }, 'rare', 'serious'), { cannotTell: 'the matrix has no score for rare and serious' });
    const twice = [...(words.matrix ?? []), { likelihood: 'rare', impact: 'serious', score: 'low' }];
    assert.deepEqual(scoreOn({ ...words, matrix: twice }, 'rare', 'serious'), {
      cannotTell: 'the matrix has two scores for rare and serious',
    });
  });

  it('agree by number or by the name of their band', () => {
    assert.equal(scoreAgrees(product, '12', { score: '16' }), false);
    assert.equal(scoreAgrees(product, '16', { score: '16' }), true);
    assert.equal(scoreAgrees(product, '16.0', { score: '16' }), true);
    assert.equal(scoreAgrees(product, 'High', { score: '16' }), true);
    assert.equal(scoreAgrees(product, 'low', { score: '16' }), false);
    assert.equal(scoreAgrees(words, 'high', { score: 'high' }), true);
  });

  it('are higher by number, else by the order of the bands', () => {
    assert.equal(Math.sign(Number(compareScores(product, '16', '4'))), 1);
    assert.equal(compareScores(product, '8', 'high'), 0);
    assert.equal(Math.sign(Number(compareScores(words, 'medium', 'high'))), -1);
    assert.deepEqual(compareScores(words, 'medium', 'awful'), { cannotTell: 'the scale does not say which of medium and awful is higher' });
    assert.deepEqual(compareScores({ ...words, bands: [] }, 'medium', 'high'), {
      cannotTell: 'the scale does not say which of medium and high is higher',
    });
    assert.equal(bandOf(product, '5')?.priority, 'P1');
    assert.equal(bandOf(product, '99'), undefined);
    assert.equal(bandOf(words, '5'), undefined);
  });

  it('may be borne up to the score that was declared', () => {
    assert.deepEqual(
      [isAcceptable(product, '4'), isAcceptable(product, '20'), isAcceptable(words, 'high'), isAcceptable(words, 'low')],
      [true, false, false, true],
    );
    assert.deepEqual(isAcceptable({ ...product, acceptable: undefined }, '4'), { cannotTell: 'the scale does not say what may be borne' });
  });

  it('are ordered the same from both sides, and the product never falls', () => {
    const level = fc.integer({ min: 1, max: 4 }).map(String);
    fc.assert(
      fc.property(level, level, level, level, (a, b, c, d) => {
        const [x, y] = [scoreOn(product, a, b), scoreOn(product, c, d)];
        assert.ok('score' in x && 'score' in y);
        assert.equal(Number(compareScores(product, x.score, y.score)) + Number(compareScores(product, y.score, x.score)), 0);
        if (a >= c && b >= d) assert.ok(Number(compareScores(product, x.score, y.score)) >= 0);
      }),
      { seed: 7 },
    );
  });
});

describe('acceptance of a risk', () => {
  const state = (acceptance: object, hasAuthority = true) =>
    acceptanceState({ by: 'ho', on: '2026-01-12', until: '2026-12-31', ...acceptance }, '2026-06-01', hasAuthority);

  it('has a name, authority and an end', () => {
    assert.equal(state({}), 'holds');
    assert.equal(state({ by: undefined }), 'nobody');
    assert.equal(state({}, false), 'without authority');
    assert.equal(state({ until: undefined }), 'without end');
    assert.equal(state({ until: '2026-05-31' }), 'lapsed');
    assert.equal(state({ until: '2026-06-01' }), 'holds');
    assert.equal(state({ on: '2026-07-01' }), 'not yet');
  });
});
