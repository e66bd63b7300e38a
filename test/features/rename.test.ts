// That an id is renamed wherever it is written and used and nowhere else: every id of the samples, there and back.
import assert from 'node:assert/strict';
import { definition, highlights, references } from '../../server/features/find';
import { definitionsOf, nameAt } from '../../server/features/names';
import type { Question } from '../../server/features/question';
import { type FileEdit, rename } from '../../server/features/rename';
import { locate } from '../../server/model/position';
import type { Sms } from '../../server/workspace/sms';
import { codesIn, type Folder, knowledge, smsOf as packOf, readFolder } from '../packs/mending';
import { applied, questionAt, smsOf, uriOf } from './sms';

const TODAY = '2026-11-24';
const FOLDER = 'file:///sms/';

const edited = (folder: Folder, edits: readonly FileEdit[]): Folder =>
  new Map(
    [...folder].map(([file, text]) => [
      file,
      applied(
        text,
        edits.filter((e) => decodeURI(e.uri) === FOLDER + file),
      ),
    ]),
  );

function renamed(sms: Sms, question: Question, to: string): readonly FileEdit[] {
  const edits = rename(question, to, sms.files);
  return 'refused' in edits ? assert.fail(edits.refused) : edits;
}

const isInExport = (id: string, folder: Folder): boolean =>
  [...folder].some(([file, text]) => file.endsWith('.csv') && text.split(/[;\n]/).includes(id));

/** Where each id of a pack is written, one question each. */
function ids(sms: Sms): { readonly question: Question; readonly sort: string; readonly id: string }[] {
  return [...sms.engine.pack.documents.values()].flatMap(({ contents }) =>
    [...contents].flatMap(([thing, { id }]) => {
      const file = sms.files.get(thing.doc.slice(0, thing.doc.lastIndexOf('#')));
      const yaml = file?.documents[Number(thing.doc.slice(thing.doc.lastIndexOf('#') + 1))]?.yaml;
      const place = yaml && typeof id === 'string' && !thing.part ? locate(yaml, [...thing.path, 'id'])?.value : undefined;
      if (!file || !place || typeof id !== 'string') return [];
      return [{ question: { file, offset: place.start + 1, knowledge, reader: sms.reader() }, sort: thing.sort, id }];
    }),
  );
}

describe('rename', () => {
  for (const pack of ['small', 'incomplete', 'complete-2018']) {
    it(`gives every id of ${pack} another one and back again: the files are what they were`, async () => {
      const before = readFolder(pack);
      const sms = await packOf(before, TODAY);
      const all = ids(sms);
      assert.ok(all.length > 20);
      const seen = new Set<string>();
      for (const [i, { question, sort, id }] of all.entries()) {
        const key = `${sort} ${nameAt(question)?.things[0]?.id}`;
        if (seen.has(key)) continue;
        seen.add(key);
        // What other tools wrote is not rewritten: exports.test.ts has those.
        if (isInExport(id, before)) {
          const refused = rename(question, 'Renamed-4711', sms.files);
          assert.ok('refused' in refused && /another tool wrote/.test(refused.refused), key);
          continue;
        }
        const there = renamed(sms, question, 'Renamed-4711');
        assert.ok(there.length > 0, key);
        const after = edited(before, there);
        // Whole packs are judged anew for some of them only.
        if (i % 40 !== 0) {
          assert.deepEqual(takenBack(before, after, there, id), before, key);
          continue;
        }
        const now = await packOf(after, TODAY);
        assert.deepEqual(
          codesIn(now).filter((c) => /unknown-|twice|duplicate/.test(c)),
          codesIn(sms).filter((c) => /unknown-|twice|duplicate/.test(c)),
          key,
        );
        const again = ids(now).find((other) => other.id === 'Renamed-4711') ?? assert.fail(key);
        assert.deepEqual(edited(after, renamed(now, again.question, id)), before, key);
      }
    }).timeout(120_000);
  }

  const CATALOGUE =
    'kind: service-catalogue\nid: services\nservices:\n  - {id: mail, name: Mail}\n  - {id: "web", name: Web, dependsOn: [{service: mail}]}\n';
  const report = 'kind: service-report\nid: june\nperformance:\n  - {target: mail-hr/availability, value: 99.9 %}\n';
  const sla = (marked: string) =>
    `kind: sla\nid: mail-hr\nservices: [${marked}]\ntargets: [{id: availability, metric: availability, target: 99.5 %}]\n`;

  it('keeps quotes, and changes what uses it in other files', () => {
    const question = questionAt('a.sla.yaml', sla('w|eb'), { 'c.yaml': CATALOGUE });
    const sms = smsOf({ 'a.sla.yaml': sla('web'), 'c.yaml': CATALOGUE });
    const edits = renamed(sms, { ...question, reader: sms.reader() }, 'shop');
    assert.deepEqual(
      edits.map((e) => `${e.uri.slice(FOLDER.length)} ${e.text}`),
      ['a.sla.yaml shop', 'c.yaml "shop"'],
    );
  });

  it('changes the half that is meant where a thing is named with its document', () => {
    const files = { 'a.yaml': sla('mail'), 'c.yaml': CATALOGUE, 'r.yaml': report };
    const sms = smsOf(files);
    const at = (name: string, marked: string) => ({ ...questionAt(name, marked, files), reader: sms.reader() });
    const texts = (question: Question, to: string) => renamed(sms, question, to).map((e) => `${e.uri.slice(FOLDER.length)} ${e.text}`);
    assert.deepEqual(texts(at('a.yaml', sla('mail').replace('id: mail-hr', 'id: mail|-hr')), 'mail-staff'), [
      'a.yaml mail-staff',
      'r.yaml mail-staff/availability',
    ]);
    assert.deepEqual(texts(at('r.yaml', report.replace('/avail', '/av|ail')), 'uptime'), ['a.yaml uptime', 'r.yaml mail-hr/uptime']);
    assert.deepEqual(texts(at('r.yaml', report.replace('mail-hr/', 'mail-|hr/')), 'mail-staff'), [
      'a.yaml mail-staff',
      'r.yaml mail-staff/availability',
    ]);
  });

  it('refuses an id that is taken, that can be none, and where there is none', () => {
    const files = { 'a.yaml': sla('mail'), 'c.yaml': CATALOGUE };
    const sms = smsOf(files);
    const ask = (marked: string, to: string) => rename({ ...questionAt('a.yaml', marked, files), reader: sms.reader() }, to, sms.files);
    assert.deepEqual(ask(sla('m|ail'), 'web'), { refused: 'There is already a service with the id "web".' });
    assert.match(JSON.stringify(ask(sla('m|ail'), 'two words')), /letters, digits and hyphens only/);
    assert.match(JSON.stringify(ask(sla('mail').replace('kind: sla', 'kind: s|la'), 'x')), /no id here/);
  });
});

describe("finding one's way by ids", () => {
  const CATALOGUE = 'kind: service-catalogue\nid: services\nservices:\n  - {id: mail, name: Mail}\n';
  const SLA = 'kind: sla\nid: mail-hr\nservices: [m|ail]\n';
  const files = { 'c.yaml': CATALOGUE };

  it('leads to where it is written, to all who use it, and marks them in the file', () => {
    const question = questionAt('a.yaml', SLA, files);
    const sms = smsOf({ 'a.yaml': SLA.replace('|', ''), ...files });
    const inWords = (all: readonly { uri: string; start: number; end: number }[]) =>
      all.map(({ uri, start, end }) => `${uri.slice(FOLDER.length)} ${sms.files.get(uri)?.read.text.slice(start, end)} at ${start}`);
    const mail = CATALOGUE.indexOf('mail');
    const used = SLA.indexOf('m|ail');
    assert.deepEqual(inWords(definition(question, sms.files)), [`c.yaml mail at ${mail}`]);
    assert.deepEqual(inWords(references(question, sms.files, true)), [`a.yaml mail at ${used}`, `c.yaml mail at ${mail}`]);
    assert.deepEqual(inWords(references(question, sms.files, false)), [`a.yaml mail at ${used}`]);
    assert.deepEqual(inWords(highlights(question, sms.files)), [`a.yaml mail at ${used}`]);
    assert.equal(definitionsOf([], sms.files, sms.reader()).length, 0);
    assert.ok(sms.files.has(uriOf('a.yaml')));
  });
});

/** Each place that was changed says the old id again. */
function takenBack(before: Folder, after: Folder, there: readonly FileEdit[], id: string): Folder {
  const back = there.map((edit) => {
    const file = decodeURI(edit.uri).slice(FOLDER.length);
    const sooner = there.filter((e) => e.uri === edit.uri && e.start < edit.start);
    const start = edit.start + sooner.reduce((sum, e) => sum + e.text.length - (e.end - e.start), 0);
    const text = edit.text.replace('Renamed-4711', id);
    assert.equal(before.get(file)?.slice(edit.start, edit.end), text);
    return { ...edit, start, end: start + edit.text.length, text };
  });
  return edited(after, back);
}
