// Approving from the editor: what is written, in the author's layout; for whom it is offered; and that it settles what was found.
import assert from 'node:assert/strict';
import { approving } from '../../server/features/approve';
import { approvalsHere } from '../../server/features/approve-here';
import { applied, questionAt, smsOf, TODAY, uriOf } from './sms';

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
const LATER = `${POLICY.replace('version: "1.0"', 'version: "1.1"')}  - {version: "1.1", on: 2026-03-12, by: sk}\n`;
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
/** Why that person can't approve it. */
function refusedTo(by: string, text: string): string {
  const question = questionAt(NAME, at(text, 'kind: slm'), { 'sms.yaml': SMS });
  const document = question.file.documents[0]?.evidence;
  const [person] = question.reader.find('person', by);
  assert.ok(document && person);
  const result = approving(person, { ...question, document });
  assert.ok('why' in result, 'it is not refused');
  return result.why;
}
const codes = (text: string) => {
  const sms = smsOf({ 'sms.yaml': SMS, [NAME]: text });
  return sms.findings(uriOf(NAME)).map((f) => f.code);
};
const hash = (text: string) => /[0-9a-f]{64}/.exec(text)?.[0] ?? '';

describe('approving', () => {
  it('is offered to those who may today, and are not the author', () => {
    assert.deepEqual(titles(at(POLICY, 'kind: slm')), [`Approve "rules" as H. Olsen on ${TODAY}`]);
    assert.deepEqual(titles(at(POLICY.replace(', by: sk', ''), 'kind: slm')), [
      `Approve "rules" as S. Krause on ${TODAY}`,
      `Approve "rules" as H. Olsen on ${TODAY}`,
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

  it('of a later version is written over that of the one before, in braces and line by line', () => {
    const inBraces = approvedText(`${LATER}approval: {by: sk, role: desk, on: 2026-02-20}   # by mail\n`);
    assert.match(
      inBraces,
      new RegExp(`approval: \\{by: ho, role: "head of IT, deputy director", on: ${TODAY}, content: ${hash(inBraces)}\\}   # by mail\n$`),
    );
    const inLines = approvedText(`${LATER}approval:\n    by: "sk"\n    on: 2026-02-20 # a Friday\n`);
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
    assert.deepEqual([first?.title, others.length], [`Approve "mail" for our side as S. Krause on ${TODAY}`, 0]);
    const text = applied(sla, first?.edits ?? []);
    assert.equal(text, `${sla}  - {party: provider, by: sk, on: ${TODAY}, content: ${hash(text)}}\n`);
  });

  it('makes a draft agreed', () => {
    const draft = POLICY.replace('status: agreed', 'status: draft');
    assert.deepEqual(titles(at(draft, 'kind: slm')), [`Approve "rules" as H. Olsen on ${TODAY}, from now on agreed`]);
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

  const approve = (on: string, more = '') => `approval: {by: ho, on: ${on}${more}}\n`;
  const changed = approve('2026-02-20', `, content: ${'0'.repeat(64)}`);

  it('says that it takes the place of what was approved of an earlier version', () => {
    const said = `Approve "rules" as H. Olsen on ${TODAY}, in place of the approval of an earlier version`;
    for (const text of [approve('2026-02-20'), changed]) assert.deepEqual(titles(at(LATER + text, 'kind: slm')), [said]);
  });

  it('is offered in place of that of somebody who may not, and says so', () => {
    for (const by of ['sk', 'tl']) {
      const text = `${POLICY}approval: {by: ${by}, on: 2026-02-20}\n`;
      const name = by === 'sk' ? 'S. Krause' : 'T. Lind';
      assert.deepEqual(titles(at(text, 'kind: slm')), [
        `Approve "rules" as H. Olsen on ${TODAY}, in place of the approval of ${name}, who may not`,
      ]);
    }
  });

  it('only adds the fingerprint to what somebody approved before, and only for themselves', () => {
    const anybody = POLICY.replace(', by: sk', '');
    const text = `${anybody}${approve('2026-02-20', ', role: head of IT')}`;
    assert.deepEqual(titles(at(text, 'kind: slm')), ['Add the fingerprint of "rules" to what H. Olsen approved on 2026-02-20']);
    const after = approvedText(text);
    assert.equal(after, text.replace('02-20, role', `02-20, content: ${hash(after)}, role`));
    assert.match(
      refusedTo('sk', text),
      /^H\. Olsen already approved "rules" on 2026-02-20\. To record the fingerprint .* approve it as "ho"\./,
    );
    assert.match(
      refusedTo('sk', text.replace('by: ho', 'by: N. Gone')),
      /^N\. Gone already approved "rules" on 2026-02-20\. Who that is sms\.yaml does not say/,
    );
  });

  it('is refused for a text that was changed under the same version, and helped by a new one', () => {
    const text = POLICY + changed;
    assert.ok(codes(text).includes('changed-after-approval'));
    assert.deepEqual(titles(at(text, 'kind: slm')), []);
    assert.match(
      refusedTo('ho', text),
      /^H\. Olsen already approved "rules" on 2026-02-20 as version 1\.0, and its text has changed since\. .* new version/,
    );
    const after = approvedText(LATER + changed);
    assert.ok(!codes(after).includes('changed-after-approval'));
    assert.match(refusedTo('ho', after), /its text is still the same: there is nothing to do\.$/);
  });

  it('is refused where the history does not say since when the version is, and helped by that line', () => {
    const text = LATER.replace('on: 2026-03-12, ', '') + changed;
    assert.match(refusedTo('ho', text), /has no line with a day for version 1\.1, .* Write that line, and approve again\.$/);
    assert.equal(titles(at(LATER + changed, 'kind: slm')).length, 1);
  });

  it('is refused where the other side agreed to another text of that version', () => {
    const sla = `kind: sla\nid: mail\nversion: "1.0"\nstatus: agreed\nservices: [mail]\nagreement:\n  - {party: hr, by: mb, on: 2026-01-20, content: ${'0'.repeat(64)}}\n`;
    assert.deepEqual(approvalsHere(questionAt('mail.sla.yaml', at(sla, 'kind: s'), { 'sms.yaml': SMS })), []);
  });

  it('goes on where a text is approved, changed and given another version on one day', () => {
    const second = (day: string) => `${POLICY.replace('"1.0"', '"1.1"').replace('2026-02-12', day)}  - {version: "1.1", on: ${day}}\n`;
    const text = second(TODAY) + changed.replace('2026-02-20', TODAY);
    assert.ok(!codes(text).includes('changed-after-approval'));
    assert.equal(titles(at(text, 'kind: slm')).length, 2);
    const longAgo = second('2026-02-20') + changed;
    assert.ok(!codes(longAgo).includes('changed-after-approval'));
    assert.match(
      refusedTo('ho', longAgo),
      /two versions of that day, .* If it was an earlier one than 1\.1, take it out, and approve again\.$/,
    );
  });

  for (const [what, by, text, why] of [
    [
      'whoever may not',
      'tl',
      POLICY,
      /^sms\.yaml does not say that T\. Lind may approve it: .*"slm-policy".* Those who may: H\. Olsen \(ho\)\.$/,
    ],
    ['whoever has left', 'km', POLICY, /^By sms\.yaml K\. Meer has these roles only until 2026-04-30\. Those who may: /],
    ['its author', 'sk', POLICY, /^By its history S\. Krause wrote version 1\.0 of "rules"/],
    ['a version of tomorrow', 'ho', POLICY.replace('2026-02-12', '2026-11-25'), /is of 2026-11-25, so that nobody can have approved it/],
    ['a withdrawn one', 'ho', POLICY.replace('status: agreed', 'status: withdrawn'), /^"rules" is withdrawn/],
    [
      'a question',
      'ho',
      POLICY.replace('Customers know', '<Who knows?>').replace(' what they get.', ''),
      /open questions, such as "<Who knows\?>"/,
    ],
    ['half an approval', 'ho', `${POLICY}approval: {on: 2026-02-20}\n`, /half written: it says a day \(2026-02-20\), but not who/],
    [
      'a signed paper',
      'ho',
      `${POLICY}approval: {by: ho, on: 2026-02-20, signed: {reference: r.pdf}}\n`,
      /^A signed original is named in "rules"/,
    ],
  ] as const) {
    it(`says why it is refused: ${what}`, () => assert.match(refusedTo(by, text), why));
  }
});
