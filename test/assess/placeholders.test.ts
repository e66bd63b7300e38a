// That words which hold the place of an answer count as not written, and are told once and as loud as what they leave open.
import assert from 'node:assert/strict';
import { placeholders } from '../../server/knowledge/gathered/placeholders';
import { isPlaceholder, isWritten } from '../../server/model/written';
import { smsOf, uriOf } from '../features/sms';

const MANIFEST = 'kind: sms\nformat: 1\nedition: 2011\n';

/** Code and severity of what is found in a contract with these lines. */
function found(lines: string): string[] {
  const text = `kind: contract\nid: acme\nversion: 1.0\nstatus: agreed\n${lines}\n`;
  const sms = smsOf({ 'sms.yaml': MANIFEST, 'acme.contract.yaml': text });
  return sms.findings(uriOf('acme.contract.yaml')).map(({ code, severity }) => `${code} ${severity}`);
}

describe('a placeholder', () => {
  it('is a closed list of words, in small letters', () => {
    assert.ok(placeholders.size > 10 && placeholders.has('tbd'));
    for (const word of placeholders) assert.equal(word, word.toLowerCase().trim());
  });

  it('is known in capitals, with spaces around it and a full stop behind it, and only where it is all there is', () => {
    for (const value of ['TBD', ' tbd ', 'To be defined.', 'To  be\nagreed', '???', 'n/a', 'N.A.', '…'])
      assert.ok(isPlaceholder(value) && !isWritten(value), value);
    for (const value of ['TBD by the board on 3 May', 'none', 'none, because n/a', 'tbd-mail', '?!', '5', ''])
      assert.ok(!isPlaceholder(value), value);
  });

  it('is one error where the standard wants an answer, and no second finding on the same value', () => {
    const codes = (lines: string) => found(lines).filter((f) => /scope|placeholder|format|type/.test(f));
    assert.deepEqual(codes('scope: Mailboxes'), []);
    assert.deepEqual(codes('scope: TBD'), ['placeholder-left error']);
    assert.deepEqual(codes('scope: Mailboxes\nterm: {from: tbd}'), ['placeholder-left information']);
  });

  it('is a remark where nothing is asked for, and no broken reference', () => {
    assert.deepEqual(
      found('notes: n/a\ndelivers: [to be decided]').filter((f) => /placeholder|unknown/.test(f)),
      ['placeholder-left information', 'placeholder-left error'],
    );
  });
});
