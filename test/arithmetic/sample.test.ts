// Answers beside the people they stand for.

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { answeredOf, spreadOf } from '../../server/arithmetic/sample';
import { told } from './calendars';

describe('the answers of a sample', () => {
  it('lie off the people they stand for', () => {
    const [first, second] = told(
      spreadOf([
        { name: 'branches', number: 60, answered: 3 },
        { name: 'head office', number: 40, answered: 27 },
      ]),
    );
    assert.equal(first?.working, 'branches: 10.0 % of the answers, 60.0 % of the people');
    assert.equal(second?.working, 'head office: 90.0 % of the answers, 40.0 % of the people');
    assert.deepEqual([first?.points.toNumber(), second?.points.toNumber()], [-50, 50]);
    const absent = told(
      spreadOf([
        { name: 'a', number: 5, answered: 5 },
        { name: 'b', number: 1, answered: 0 },
      ]),
    );
    assert.deepEqual(
      absent.filter((s) => s.isAbsent).map((s) => s.name),
      ['b'],
    );
  });

  it("can't be judged without numbers", () => {
    assert.deepEqual(spreadOf([]), { cannotTell: 'nobody says how many people there are' });
    assert.deepEqual(spreadOf([{ name: 'a', number: 5, answered: 0 }]), { cannotTell: 'there are no answers' });
    assert.deepEqual(spreadOf([{ name: 'a', number: 5, answered: 6 }]), { cannotTell: 'more people of a answered than there are' });
  });

  it('are as much too many as too few', () => {
    const group = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(500))
      .map(([number, n]) => ({ name: 'x', number, answered: Math.min(n, number) }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
        fc.pre(groups.some((g) => g.answered > 0));
        const total = told(spreadOf(groups)).reduce((sum, s) => sum + s.points.toNumber(), 0);
        assert.ok(Math.abs(total) < 1e-9);
      }),
      { seed: 7 },
    );
  });
});

describe('the share of those who answered', () => {
  it('is theirs of those who were asked', () => {
    assert.equal(answeredOf(14, 80)?.working, '14 of 80 (17.5 %)');
    assert.equal(answeredOf(0, 0), undefined);
  });
});
