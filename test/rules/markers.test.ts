// That markers say what they seem to say, and that a wrong one is noticed.
import assert from 'node:assert/strict';
import { inWordsOf, type Mark, mark, unmark } from './markers';

const MARKED = `kind: contract
#<^^ unknown-field no such key
#     ^^^^^^^^ contract-weaker-than-sla guarantees … promises
#     ^^^^^^^^ because contract-weaker-than-sla
# a comment like any other
term:
  from: 2024-07-01
# ^^^^^^^^^^^^^^^^ +1:18 warning contract-ends-before-sla ends on 2027-06-30
  initial: 3 years
`;
const PLAIN = 'kind: contract\n# a comment like any other\nterm:\n  from: 2024-07-01\n  initial: 3 years\n';

const found = (words: string, change: Partial<Mark> = {}): Mark => ({
  start: { line: 0, character: 6 },
  end: { line: 0, character: 14 },
  as: '',
  code: 'contract-weaker-than-sla',
  words,
  ...change,
});

describe('markers', () => {
  it('are taken out of a text, and lines count without them', () => {
    const { text, marks } = unmark(MARKED);
    assert.equal(text, PLAIN);
    assert.deepEqual(
      marks.map(({ start, end, as, code, words }) => [start.line, start.character, end.line, end.character, as, code, words]),
      [
        [0, 0, 0, 4, '', 'unknown-field', 'no such key'],
        [0, 6, 0, 14, '', 'contract-weaker-than-sla', 'guarantees … promises'],
        [0, 6, 0, 14, 'because', 'contract-weaker-than-sla', ''],
        [3, 2, 4, 18, 'warning', 'contract-ends-before-sla', 'ends on 2027-06-30'],
      ],
    );
  });

  it('are put back where they were, in order', () => {
    const { text, marks } = unmark(MARKED);
    assert.equal(mark({ text, marks: [...marks].reverse() }), MARKED);
  });

  it("can't be drawn where nothing can stand", () => {
    for (const end of [0, 1]) {
      const narrow = found('', { start: { line: 0, character: 0 }, end: { line: 0, character: end } });
      assert.throws(() => mark({ text: 'kind: contract', marks: [narrow] }), /too narrow/);
    }
  });

  it('keep their words where these occur in the message', () => {
    const message = 'Acme guarantees 99.0 %, but the SLA promises 99.5 %.';
    for (const words of [message, 'guarantees', 'Acme … but … 99.5 %', '… 99.5 %']) {
      assert.deepEqual(inWordsOf([found(words)], [found(message)]), [found(words)], words);
    }
  });

  it('give way to the message where anything differs', () => {
    const message = 'Acme guarantees 99.0 %, but the SLA promises 99.5 %.';
    const wrong = [
      found('guarantees 99.5 %'),
      found('promises … guarantees'),
      found(''),
      found('guarantees', { code: 'contract-ends-before-sla' }),
      found('guarantees', { as: 'warning' }),
      found('guarantees', { end: { line: 0, character: 13 } }),
      found('guarantees', { start: { line: 1, character: 6 } }),
    ];
    for (const one of wrong) assert.deepEqual(inWordsOf([one], [found(message)]), [found(message)], JSON.stringify(one));
  });

  it('stand for one finding each', () => {
    assert.deepEqual(inWordsOf([found('guarantees')], [found('It guarantees.'), found('It guarantees.')]), [
      found('guarantees'),
      found('It guarantees.'),
    ]);
  });
});
