// Parts that stand for a document of another kind: what proves there, how they are called, and how what they lack is written.
import assert from 'node:assert/strict';
import { fixes } from '../../server/features/fixes';
import { applied, knowledge, locatedIn, smsOf, uriOf } from '../features/sms';

const MANIFEST = 'kind: sms\nformat: 1\nedition: 2011\n';
const DEMAND = '7.2-disputes';

function judged(more: string) {
  const sms = smsOf({ 'sms.yaml': MANIFEST + more });
  const state = sms.coverage().demands.find((d) => d.demand.id === DEMAND)?.state;
  const located = locatedIn(sms, 'sms.yaml').filter(({ finding }) => finding.demands.includes(DEMAND));
  const file = sms.files.get(uriOf('sms.yaml')) ?? assert.fail();
  const here = fixes(file, located, knowledge, sms.reader()).filter(({ edits }) => edits.length > 0);
  const after = here.map((fix) => applied(file.read.text, fix.edits));
  return { state, messages: located.map(({ finding }) => finding.message), after };
}

describe('a part that stands for a document', () => {
  it('proves what its document would', () => {
    assert.deepEqual(judged('disputeProcedure: {steps: [The owners talk.]}\n'), { state: 'evidenced', messages: [], after: [] });
    assert.deepEqual(judged(''), { state: 'missing', messages: [], after: [] });
  });

  it('proves all by where it is written', () => {
    assert.deepEqual(judged('disputeProcedure: {reference: "https://example.com/disputes"}\n').state, 'evidenced');
    assert.deepEqual(judged('disputeProcedure: {reference: <Where?>}\n').state, 'missing');
  });

  it('is told by the document it stands in, and mended as the template of its kind has it', () => {
    const { state, messages, after } = judged('disputeProcedure:\n  owner: sk\n');
    assert.equal(state, 'missing');
    assert.match(messages.join('\n'), /^The dispute procedure "sms" lacks "steps"\. /);
    assert.match(
      after.join('\n'),
      /\ndisputeProcedure:\n {2}steps: # [^\n]+\n {4}- <What is done first[^\n]+\n {4}- <[^\n]+\n {2}owner: sk\n$/,
    );
  });
});
