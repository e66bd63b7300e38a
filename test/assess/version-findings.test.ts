// Findings between the versions of one document, and between a document and its history: failing, settled, and silent.
import assert from 'node:assert/strict';
import { fixes } from '../../server/features/fixes';
import { applied, knowledge, locatedIn, smsOf, uriOf } from '../features/sms';

const MANIFEST = 'kind: sms\nformat: 1\nedition: 2018\nauditPeriod: {from: 2026-01-01, to: 2026-12-31}\n';
const CODES = ['versions-overlap', 'versions-leave-a-gap', 'version-out-of-order', 'version-not-in-history', 'version-not-the-latest'];

interface Version {
  readonly version: string;
  readonly valid?: string;
  readonly status?: string;
  readonly id?: string;
  readonly history?: readonly string[];
  readonly more?: string;
}

const text = ({
  version,
  valid,
  status = 'agreed',
  id = 'mail-hr',
  history = [`{version: ${version}, on: 2025-01-01}`],
  more = '',
}: Version) =>
  `kind: sla\nid: ${id}\nversion: ${version}\nstatus: ${status}\n${valid === undefined ? '' : `valid: {${valid}}\n`}history: [${history.join(', ')}]\n${more}`;

const OLD = 'mail.v1-0.sla.yaml';
const NEW = 'mail.sla.yaml';

/** What is found between the versions, as "file: message", and the newer and older text after its fix. */
function found(older: Version | undefined, newer: Version) {
  const files = { 'sms.yaml': MANIFEST, ...(older && { [OLD]: text(older) }), [NEW]: text(newer) };
  const sms = smsOf(files);
  const all = (older ? [OLD, NEW] : [NEW]).flatMap((name) =>
    locatedIn(sms, name).flatMap((located) => (CODES.includes(located.finding.code) ? [{ name, located }] : [])),
  );
  const mended = all.flatMap(({ name, located }) => {
    const file = sms.files.get(uriOf(name)) ?? assert.fail();
    return fixes(file, [located], knowledge, sms.reader()).map((fix) => ({
      name,
      title: fix.title,
      text: applied(file.read.text, fix.edits),
    }));
  });
  return { said: all.map(({ name, located: { finding } }) => `${name} ${finding.severity} ${finding.code}: ${finding.message}`), mended };
}

const said = (older: Version | undefined, newer: Version) => found(older, newer).said;

describe('two versions in force at once', () => {
  const OVERLAP = `${OLD} error versions-overlap: The service level agreement "mail-hr" is in force in two versions at once, 1.0 and 2.0,`;

  it('are told with their days, and the older one can be ended', () => {
    const older = { version: '1.0', valid: 'from: 2025-01-01, to: 2026-08-31' };
    const newer = { version: '2.0', valid: 'from: 2026-07-01' };
    const { said: words, mended } = found(older, newer);
    assert.equal(words.length, 1);
    assert.ok(words[0]?.startsWith(`${OVERLAP} from 2026-07-01 to 2026-08-31.`), words[0]);
    assert.deepEqual(
      mended.map(({ title }) => title),
      ['End version 1.0 on 2026-06-30'],
    );
    assert.equal(mended[0]?.text, text({ ...older, valid: 'from: 2025-01-01, to: 2026-06-30' }));
    assert.deepEqual(said({ ...older, valid: 'from: 2025-01-01, to: 2026-06-30' }, newer), []);
  });

  it('are told where the older one has no end, where they share one day, and where neither has days', () => {
    const newer = { version: '2.0', valid: 'from: 2026-07-01' };
    assert.ok(said({ version: '1.0', valid: 'from: 2025-01-01' }, newer)[0]?.startsWith(`${OVERLAP} from 2026-07-01 on.`));
    assert.ok(said({ version: '1.0', valid: 'from: 2025-01-01, to: 2026-07-01' }, newer)[0]?.startsWith(`${OVERLAP} on 2026-07-01.`));
    assert.ok(said({ version: '1.0' }, { version: '2.0' })[0]?.startsWith(`${OVERLAP} as neither says from when.`));
  });

  it('are none where one is a draft or withdrawn, has another id, or the other ends in time', () => {
    const older = { version: '1.0', valid: 'from: 2025-01-01' };
    const newer = { version: '2.0', valid: 'from: 2026-07-01' };
    for (const status of ['draft', 'withdrawn']) {
      assert.deepEqual(said({ ...older, status }, newer), []);
      assert.deepEqual(said(older, { ...newer, status }), []);
    }
    assert.deepEqual(said({ ...older, id: 'mail-it' }, newer), []);
    assert.deepEqual(said(older, { ...newer, valid: 'from: 2027-01-01' }), []);
    assert.deepEqual(said({ ...older, valid: 'from: 2025-01-01, to: 2026-06-30' }, newer), []);
  });
});

describe('days between two versions', () => {
  const older = { version: '1.0', valid: 'from: 2025-01-01, to: 2026-05-31' };
  const newer = { version: '2.0', valid: 'from: 2026-07-01' };

  it('are told with the days, and settled by a note', () => {
    assert.deepEqual(said(older, newer), [
      `${NEW} information versions-leave-a-gap: Between version 1.0 and version 2.0 of the service level agreement "mail-hr" nothing was in force from 2026-06-01 to 2026-06-30. Correct the days, or say under "notes" of 2.0 why there was none for a while.`,
    ]);
    assert.deepEqual(said(older, { ...newer, more: 'notes: HR moved house in June and used nothing.\n' }), []);
  });

  it('are passed over where they lie before the audit period, or a version is a draft', () => {
    const longAgo = { version: '1.0', valid: 'from: 2020-01-01, to: 2024-12-31' };
    assert.deepEqual(said(longAgo, { version: '2.0', valid: 'from: 2025-03-01' }), []);
    assert.deepEqual(said({ ...older, status: 'withdrawn' }, newer), []);
    assert.deepEqual(said(older, { ...newer, status: 'draft' }), []);
  });
});

describe('numbers of versions', () => {
  const later = 'from: 2026-07-01';
  const before = 'from: 2025-01-01, to: 2026-06-30';

  it('that go down are told', () => {
    const words = said({ version: '2.0', valid: before }, { version: '1.9', valid: later });
    assert.equal(words.length, 1);
    assert.match(words[0] ?? '', /^mail\.sla\.yaml warning version-out-of-order: Version 1\.9 of .* begins later than version 2\.0/);
  });

  it('are compared part by part, and only where they are numbers', () => {
    assert.deepEqual(said({ version: '1.9', valid: before }, { version: '1.10', valid: later }), []);
    assert.deepEqual(said({ version: '2.0', valid: before, status: 'withdrawn' }, { version: '1.9', valid: later }), []);
  });
});

describe('the version at the top', () => {
  it('that the history does not know is told, and a line can be added', () => {
    const { said: words, mended } = found(undefined, { version: '2.0', history: ['{version: 1.0, on: 2025-01-01}'] });
    assert.match(words.join(), /^mail\.sla\.yaml error version-not-in-history: .* its latest line is about 1\.0\./);
    assert.deepEqual(
      mended.map(({ title }) => title),
      ['Add a line to the history'],
    );
    assert.match(mended[0]?.text ?? '', /history: \[\{version: 1\.0, on: 2025-01-01\}, \{version: <.+>/);
  });

  it('that the history has left behind is told', () => {
    const history = ['{version: 1.0, on: 2025-01-01}', '{version: 2.0, on: 2026-01-01}'];
    assert.match(said(undefined, { version: '1.0', history }).join(), /version-not-the-latest: .* goes on to version 2\.0/);
    assert.deepEqual(said(undefined, { version: '1.0', history: ['{version: 1.0}', '{version: 2.0}'] }), []);
    assert.match(said(undefined, { version: '3.0', history: ['{version: 1.0}', '{version: 2.0}'] }).join(), /version-not-in-history/);
  });

  it('may be the newest of a history that is written the other way round, or looked through since', () => {
    const history = ['{version: 2.0, on: 2026-01-01}', '{version: 1.0, on: 2025-01-01}'];
    assert.deepEqual(said(undefined, { version: '2.0', history }), []);
    const unchanged = ['{version: 2.0, on: 2026-01-01}', '{version: 2.0, on: 2026-06-01, unchanged: true}'];
    assert.deepEqual(said(undefined, { version: '2.0', history: unchanged }), []);
  });

  it('is not asked of a draft, of what is withdrawn, or without a history', () => {
    const history = ['{version: 1.0, on: 2025-01-01}'];
    for (const status of ['draft', 'withdrawn']) assert.deepEqual(said(undefined, { version: '2.0', history, status }), []);
    assert.deepEqual(said(undefined, { version: '2.0', history: [] }), []);
  });
});
