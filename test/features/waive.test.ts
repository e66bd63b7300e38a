// Beginning a waiver for a finding: where it is written and what is asked; that nothing is waived before that is answered, and just
// this finding afterwards.
import assert from 'node:assert/strict';
import type { Fix } from '../../server/features/fix';
import { waivings } from '../../server/features/waive';
import { formats } from '../../server/knowledge/formats';
import type { Sms } from '../../server/workspace/sms';
import { folderUri, readPack } from '../guards/pack';
import { applied, judgedOn, knowledge, locatedIn, uriOf } from './sms';

type Folder = Readonly<Record<string, string>>;
const TODAY = '2026-11-24';

const pack = (name: string): Folder =>
  Object.fromEntries([...readPack(name)].map(([uri, text]) => [uri.slice(folderUri(name).length + 1), text]));

const judged = (folder: Folder): Sms => judgedOn(folder, TODAY);

/** What is offered for the findings of a file; `files` are known to be there. */
function offered(folder: Folder, name: string): Fix[] {
  const sms = judged(folder);
  sms.engine.setFiles(new Set(Object.keys(folder).map(uriOf)));
  return locatedIn(sms, name).flatMap((l) => (l.finding.waived ? [] : waivings(l, knowledge, sms.reader(), sms.files)));
}

function made(folder: Folder, { edits, files = [] }: Fix): Folder {
  assert.deepEqual(edits, []);
  const [change, ...more] = files;
  assert.ok(change && more.length === 0 && change.is !== 'rename');
  const name = decodeURIComponent(change.uri.slice(uriOf('').length));
  if (change.is === 'edit') return { ...folder, [name]: applied(folder[name] ?? assert.fail(name), change.edits) };
  assert.ok(!(name in folder), `${name} would be written over`);
  return { ...folder, [name]: change.text };
}

/** With an answer to each question that the fix asked. */
const answered = (folder: Folder, before: Folder): Folder =>
  Object.fromEntries(
    Object.entries(folder).map(([name, text]) => [
      name,
      text === before[name]
        ? text
        : text.replace(/^(\w+): <.*>$/gm, (_, field: string) => `${field}: ${ANSWERS[field] ?? assert.fail(field)}`),
    ]),
  );
const ANSWERS: Readonly<Record<string, string>> = {
  reason: 'The new contract says it.',
  instead: 'We ask by telephone.',
  approvedBy: 'un',
  on: '2026-11-20',
  until: '2027-02-28',
};

const all = (folder: Folder) => {
  const sms = judged(folder);
  return Object.keys(folder).flatMap((name) => (name.endsWith('.yaml') ? sms.findings(uriOf(name)) : []));
};
const told = (folder: Folder) =>
  all(folder)
    .flatMap((f) => (f.waived ? [] : [f.code]))
    .sort();

describe('beginning a waiver', () => {
  const folder = pack('bare-contract');
  const CONTRACT = 'buchwerk-lending.contract.yaml';

  it('is offered for each gap, also of those that are shown as one, in a file of its own', () => {
    const titles = offered(folder, CONTRACT).map(({ title }) => title);
    assert.equal(titles.length, 12);
    assert.equal(titles[0], 'Waive 7.2-contract-scope at contract/buchwerk-lending, in "buchwerk-lending-7-2-contract-scope.waiver.yaml"');
    assert.ok(offered(folder, CONTRACT).every(({ preferred, safe }) => !preferred && !safe));
  });

  it('fills in what is known, and asks for the rest', () => {
    const fix = offered(folder, CONTRACT).find(({ title }) => title.includes('7.2-contract-charging')) ?? assert.fail();
    const text = made(folder, fix)['buchwerk-lending-7-2-contract-charging.waiver.yaml'] ?? '';
    assert.deepEqual(text.split('\n'), [
      'kind: waiver',
      'id: buchwerk-lending-7-2-contract-charging',
      'status: agreed',
      'demand: 7.2-contract-charging',
      'where: contract/buchwerk-lending',
      'reason: <Why is it better to live with it for a while than to mend it now?>',
      'instead: <What is done in the meantime to make it bearable?>',
      'approvedBy: <Who decided that it may stand?>',
      'on: <On which day?>',
      'until: <What is the last day on which it may stand (you plan ahead up to 2027-02-24)?>',
      '',
    ]);
    const planned = { ...folder, 'sms.yaml': `${folder['sms.yaml']}horizon: 6 months\n` };
    const later = offered(planned, CONTRACT)[0]?.files?.[0];
    assert.ok(later?.is === 'create' && later.text.includes('you plan ahead up to 2027-05-24)?>'));
  });

  it('waives nothing before the questions are answered, and only this afterwards', () => {
    for (const fix of offered(folder, CONTRACT).slice(0, 3)) {
      const begun = made(folder, fix);
      const open = told(begun);
      assert.deepEqual(
        open.filter((code) => code !== 'unanswered'),
        told(folder),
        fix.title,
      );
      const done = answered(begun, folder);
      const waived = all(done).filter((f) => f.waived);
      assert.deepEqual(
        waived.map((f) => f.code),
        [/^Waive (\S+) /.exec(fix.title)?.[1]],
      );
      assert.equal(told(done).length, told(folder).length - 1, fix.title);
      assert.ok(!offered(done, CONTRACT).some(({ title }) => title === fix.title), 'it is offered again');
    }
  });

  it('goes where several waivers stand in one file, behind them', () => {
    const waived = pack('waived');
    const [fix = assert.fail()] = offered(waived, CONTRACT);
    assert.equal(fix.title, 'Waive 7.2-contract-scope at contract/buchwerk-lending, in "exceptions.waiver.yaml"');
    const before = waived['exceptions.waiver.yaml'] ?? '';
    const now = made(waived, fix)['exceptions.waiver.yaml'] ?? '';
    assert.ok(now.startsWith(`${before}---\nkind: waiver\nid: buchwerk-lending-7-2-contract-scope\n`));
    const done = answered(made(waived, fix), waived);
    assert.equal(told(done).length, told(waived).length - 1);
    const windows = { ...waived, 'exceptions.waiver.yaml': before.trimEnd().replaceAll('\n', '\r\n') };
    const [other = assert.fail()] = offered(windows, CONTRACT);
    const text = made(windows, other)['exceptions.waiver.yaml'] ?? '';
    assert.ok(text.startsWith(windows['exceptions.waiver.yaml']));
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('names the finding of a check, and the innermost thing it is at', () => {
    const incomplete = pack('incomplete');
    const fix = offered(incomplete, 'acme-hosting.contract.yaml').find((f) => f.title.includes('contract-weaker')) ?? assert.fail();
    assert.equal(
      fix.title,
      'Waive contract-weaker-than-sla at target/acme-hosting/availability, in "acme-hosting-availability-contract-weaker-than-sla.waiver.yaml"',
    );
    const begun = made(incomplete, fix);
    const name = 'acme-hosting-availability-contract-weaker-than-sla.waiver.yaml';
    assert.match(begun[name] ?? '', /\nfinding: contract-weaker-than-sla\nwhere: target\/acme-hosting\/availability\n/);
    const done = answered(begun, incomplete);
    assert.deepEqual(
      all(done).flatMap((f) => (f.waived ? [f.code] : [])),
      ['contract-weaker-than-sla'],
    );
  });

  it('is not offered for what is wrong with words, drafts, waivers and baselines', () => {
    const texts = {
      ...folder,
      'x.waiver.yaml': 'kind: waiver\nid: x\nstatus: agreed\nfinding: y\nreason: z\napprovedBy: un\nuntil: 2026-01-01\n',
      'd.contract.yaml': 'kind: contract\nid: d\nstatus: draft\nfoo: 1\n',
      'findings.baseline.yaml': 'kind: baseline\nid: b\nfindings:\n  - {code: unknown-field, document: sla/gone}\n',
    };
    for (const name of ['x.waiver.yaml', 'd.contract.yaml', 'findings.baseline.yaml']) {
      assert.ok(locatedIn(judged(texts), name).length > 0, name);
      assert.deepEqual(offered(texts, name), [], name);
    }
  });

  it('takes another id where the first one is taken', () => {
    const [fix = assert.fail()] = offered(folder, CONTRACT);
    const begun = made(folder, fix);
    const again = offered(begun, CONTRACT)[0];
    assert.match(again?.title ?? '', /in "buchwerk-lending-7-2-contract-scope-2\.waiver\.yaml"$/);
    assert.ok(formats.identifier('buchwerk-lending-7-2-contract-scope-2'));
  });
});
