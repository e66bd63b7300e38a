// Approving from the editor: what is written, in the author's layout; for whom it is offered; and that it settles what was found.
import assert from 'node:assert/strict';
import { approvalsHere } from '../../server/features/approve-here';
import { fixes } from '../../server/features/fixes';
import { applied, knowledge, locatedIn, questionAt, smsOf, TODAY, uriOf } from './sms';

const SMS = `kind: sms
format: 1
provider: Nordlicht IT
edition: "2018"
people:
  - {id: sk, name: S. Krause, roles: [service-level-manager], mayApprove: [slm-policy, sla]}
  - {id: ho, name: H. Olsen, jobTitle: "head of IT, deputy director", mayApprove: [slm-policy]}
  - {id: tl, name: T. Lind, mayApprove: [contract]}
  - {id: km, name: K. Meer, mayApprove: [slm-policy], until: 2026-04-30}
`;
const POLICY = `kind: slm-policy
id: rules   # of ours
version: "1.0"
status: agreed
valid: {from: 2026-11-24}
purpose: Customers know what they get.
history:
  - {version: "1.0", on: 2026-02-12, by: sk}
`;
const NAME = 'rules.slm-policy.yaml';

const offered = (marked: string, sms = SMS) => approvalsHere(questionAt(NAME, marked, { 'sms.yaml': sms }));
const at = (text: string, from: string) => text.replace(from, `${from}|`);
const titles = (marked: string) => offered(marked).map((o) => o.title);
/** The text after the first one. */
function approvedText(text: string, place = 'kind: slm'): string {
  const [first] = offered(at(text, place));
  assert.ok(first, 'nothing is offered');
  return applied(text, first.edits);
}
const codes = (text: string) => {
  const sms = smsOf({ 'sms.yaml': SMS, [NAME]: text });
  return sms.findings(uriOf(NAME)).map((f) => f.code);
};
const hash = (text: string) => /[0-9a-f]{64}/.exec(text)?.[0] ?? '';

describe('approving', () => {
  it('is offered to those who may today, and are not the author', () => {
    assert.deepEqual(titles(at(POLICY, 'kind: slm')), [`Approve "rules" as H. Olsen, with today's date`]);
    assert.deepEqual(titles(at(POLICY.replace(', by: sk', ''), 'kind: slm')), [
      `Approve "rules" as S. Krause, with today's date`,
      `Approve "rules" as H. Olsen, with today's date`,
    ]);
  });

  it('is offered in the head and at the approval, and not in the text', () => {
    const text = `${POLICY}approval: {by: ho}\n`;
    for (const place of ['id: ru', 'status: ag', 'version: "1', '{by: h', '{version: "1'])
      assert.equal(titles(at(text, place)).length, 1, place);
    for (const place of ['purpose: Cus', 'from: 2026-1']) assert.deepEqual(titles(at(text, place)), []);
  });

  it('writes person, office, day and fingerprint', () => {
    const text = approvedText(POLICY);
    const written = `approval:\n  by: ho\n  role: head of IT, deputy director\n  on: ${TODAY}\n  content: ${hash(text)}\n`;
    assert.equal(text, POLICY.replace('history:', `${written}history:`));
    assert.deepEqual(
      codes(text).filter((c) => c !== 'missing-content' && !c.startsWith('6.1')),
      [],
    );
  });

  it('writes it into what stands there, in braces and line by line', () => {
    const inBraces = approvedText(`${POLICY}approval: {by: sk, role: desk, on: 2026-02-20}   # by mail\n`);
    assert.match(
      inBraces,
      new RegExp(`approval: \\{by: ho, role: "head of IT, deputy director", on: ${TODAY}, content: ${hash(inBraces)}\\}   # by mail\n$`),
    );
    const inLines = approvedText(`${POLICY}approval:\n    by: "sk"\n    on: 2026-02-20 # a Friday\n`);
    assert.match(
      inLines,
      new RegExp(
        `approval:\n    by: "ho"\n    role: head of IT, deputy director\n    on: ${TODAY} # a Friday\n    content: ${hash(inLines)}\n$`,
      ),
    );
  });

  it("of an agreement with others writes the line of one's own side", () => {
    const sla =
      'kind: sla\nid: mail\nversion: "1.0"\nstatus: agreed\nservices: [mail]\nagreement:\n  - {party: hr, by: mb, on: 2026-01-20}\n';
    const [first, ...others] = approvalsHere(questionAt('mail.sla.yaml', at(sla, 'kind: s'), { 'sms.yaml': SMS }));
    assert.deepEqual([first?.title, others.length], [`Agree to "mail" as S. Krause, with today's date`, 0]);
    const text = applied(sla, first?.edits ?? []);
    assert.equal(text, `${sla}  - {party: provider, by: sk, on: ${TODAY}, content: ${hash(text)}}\n`);
  });

  it('makes a draft agreed', () => {
    const draft = POLICY.replace('status: agreed', 'status: draft');
    assert.deepEqual(titles(at(draft, 'kind: slm')), [`Approve "rules" as H. Olsen, with today's date, from now on agreed`]);
    assert.match(approvedText(draft), /^status: agreed$/m);
  });

  for (const [what, text] of [
    ['with an open question', POLICY.replace('Customers know what they get.', '<What is it for?>')],
    ["that can't be read", POLICY.replace('Customers know what they get.', '"Customers')],
    ['with a signed original', `${POLICY}approval: {by: ho, on: 2026-02-20, signed: {reference: rules.pdf}}\n`],
    ['that is approved as it stands', approvedText(POLICY)],
  ] as const) {
    it(`is not offered for a document ${what}`, () => assert.deepEqual(titles(at(text, 'kind: slm')), []));
  }

  it('is offered where the text was changed, and settles it', () => {
    const text = approvedText(POLICY).replace('what they get', 'what they pay for');
    assert.ok(codes(text).includes('changed-after-approval'));
    const sms = smsOf({ 'sms.yaml': SMS, [NAME]: text });
    const file = sms.files.get(uriOf(NAME));
    const found = locatedIn(sms, NAME).filter((l) => l.finding.code === 'changed-after-approval');
    assert.ok(file);
    const [fix] = fixes(file, found, knowledge, sms.reader());
    assert.equal(fix?.title, `Approve again "rules" as H. Olsen, with today's date`);
    assert.ok(!codes(applied(text, fix.edits)).includes('changed-after-approval'));
  });
});
