// Files that move: every path that names one is put right, from wherever it is seen, and nothing else is touched.
import assert from 'node:assert/strict';
import { type Move, moveFiles } from '../../server/features/move-files';
import { applied, smsOf, uriOf } from './sms';

const SLA = `kind: sla
id: mail-hr
services: [mail]
source: {reference: "signed/mail 2.1.pdf#page=2"}   # the paper
agreement:
  - {party: hr, by: mb, on: 2026-01-20, signed: {reference: 'signed/mail 2.1.pdf'}}
outages: none
`;
const RECORD = `kind: availability-record
id: q2
outages: {export: ../exports/outages.csv}
procedure: {reference: in the safe, place: room 12}
link: {reference: https://example.org/signed/mail.pdf}
`;
const FILES = { 'mail.sla.yaml': SLA, 'records/q2.availability-record.yaml': RECORD };

/** The texts after those moves; files that are not touched are left out. */
function moved(...moves: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  const sms = smsOf(FILES);
  const uris = moves.map(([from, to]): Move => ({ from: uriOf(encodeURI(from)), to: uriOf(encodeURI(to)) }));
  const edits = moveFiles(uris, sms.files);
  return Object.fromEntries(
    Object.entries(FILES).flatMap(([name, text]) => {
      const own = edits.filter((e) => e.uri === uriOf(name));
      return own.length > 0 ? [[name, applied(text, own)]] : [];
    }),
  );
}

describe('files that move', () => {
  it('are named by their new names, in the quotes and with the page that stand there', () => {
    assert.deepEqual(moved(['signed/mail 2.1.pdf', 'signed/mail-2.1.pdf']), {
      'mail.sla.yaml': SLA.replaceAll('signed/mail 2.1.pdf', 'signed/mail-2.1.pdf'),
    });
  });

  it('take the folder along in which they lie', () => {
    assert.deepEqual(moved(['signed', 'archive/2026']), { 'mail.sla.yaml': SLA.replaceAll('signed/', 'archive/2026/') });
    assert.deepEqual(moved(['exports', 'records/exports']), {
      'records/q2.availability-record.yaml': RECORD.replace('../exports/', 'exports/'),
    });
  });

  it('find what they name themselves from their new place', () => {
    assert.deepEqual(moved(['mail.sla.yaml', 'agreements/mail.sla.yaml']), { 'mail.sla.yaml': SLA.replaceAll('signed/', '../signed/') });
  });

  it('need nothing where all of it moves together, or only their name changes', () => {
    assert.deepEqual(moved(['mail.sla.yaml', 'a/mail.sla.yaml'], ['signed', 'a/signed']), {});
    assert.deepEqual(moved(['mail.sla.yaml', 'mail-hr.sla.yaml']), {});
    assert.deepEqual(moved(['signed-elsewhere', 'other']), {});
  });
});
