// Texts in, diagnostics out, over a real connection: which text counts, which version, and when a finding goes.
import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWorkspaceFoldersNotification,
} from 'vscode-languageserver/node';
import type { Host } from '../../server/host/host';
import { MemoryHost } from '../../server/host/memory';
import { otherYamlChanged } from '../../server/lsp/protocol';
import { rules } from '../../server/rules/gathered';
import { Editor } from './editor';

const SMS = 'kind: sms\nformat: 1\nprovider: Nordlicht IT\nedition: "2011"\nzone: Europe/Berlin\n';
const CALENDAR = 'kind: calendar\nid: office\ntitle: Office hours\n';
const WRONG = CALENDAR.replace('title', 'titlle');
const OTHER = { syntax: true, outline: true, folding: true, format: true };

describe('texts over the wire', () => {
  const folder = 'file:///sms';
  const uri = `${folder}/office.calendar.yaml`;
  let editors: Editor[] = [];

  async function start(files: Readonly<Record<string, string>>, more: Partial<Parameters<typeof Editor.of>[0]> = {}) {
    const disk = new Map(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
    const editor = await Editor.of({ host: new MemoryHost(disk), folders: [folder], ...more });
    editors.push(editor);
    await editor.until('read', () => editor.coverageChanges > 0);
    return { disk, editor };
  }

  afterEach(async () => {
    await Promise.all(editors.map((editor) => editor.close()));
    editors = [];
  });

  it('finds what is wrong in files that nobody has opened', async () => {
    const { editor } = await start({ 'sms.yaml': SMS, 'office.calendar.yaml': WRONG });
    const [found] = editor.shown(uri);
    assert.equal(found?.code, 'unknown-field');
    assert.deepEqual(found?.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 6 } });
    assert.match(String(found?.message), /Did you mean "title"\?/);
    assert.equal(found?.source, 'SMS Evidence');
    assert.equal(editor.published.at(-1)?.version, undefined);
  });

  it('sends the findings of a new version with its number', async () => {
    const { editor } = await start({ 'sms.yaml': SMS });
    await editor.open(uri, WRONG);
    await editor.until('found', () => editor.codes(uri).includes('unknown-field'));
    assert.equal(editor.published.findLast((p) => p.uri === uri)?.version, 1);
    const version = await editor.change(uri, `# a line more\n${WRONG}`);
    await editor.until('moved', () => editor.shown(uri)[0]?.range.start.line === 3);
    assert.equal(editor.published.findLast((p) => p.uri === uri)?.version, version);
    await editor.change(uri, CALENDAR);
    await editor.until('gone', () => editor.shown(uri).length === 0);
  });

  it('takes edits of parts of the text', async () => {
    const { editor } = await start({ 'sms.yaml': SMS });
    await editor.open(uri, WRONG);
    const range = { start: { line: 2, character: 3 }, end: { line: 2, character: 4 } };
    await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range, text: '' }],
    });
    await editor.settled();
    assert.deepEqual(editor.codes(uri), []);
  });

  it('never sends what was found in an old version after what was found in a newer one', async () => {
    const { editor } = await start({ 'sms.yaml': SMS });
    await editor.open(uri, CALENDAR);
    let last = 1;
    for (let i = 0; i < 60; i++) {
      last = await editor.change(uri, `${'# a line more\n'.repeat(i % 7)}${i % 3 === 0 ? CALENDAR : WRONG}`);
      if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await editor.change(uri, `${'\n'.repeat(90)}${WRONG}`);
    await editor.until('the last one', () => editor.shown(uri)[0]?.range.start.line === 92);
    const versions = editor.published.filter((p) => p.uri === uri).map((p) => p.version ?? 0);
    assert.ok(versions.length > 2, String(versions));
    assert.equal(versions.at(-1), last + 1);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
  });

  it('lets unsaved text win, and the disk again once the file is closed', async () => {
    const { disk, editor } = await start({ 'sms.yaml': SMS, 'office.calendar.yaml': CALENDAR });
    await editor.open(uri, WRONG);
    await editor.until('found', () => editor.codes(uri).includes('unknown-field'));
    disk.set(uri, `${CALENDAR}zone: nowhere\n`);
    await editor.saved(uri);
    await editor.settled();
    assert.deepEqual(editor.codes(uri), ['unknown-field']);
    await editor.shut(uri);
    await editor.until('as on the disk', () => editor.codes(uri).includes('wrong-format'));
    assert.deepEqual(editor.codes(uri), ['wrong-format']);
    assert.equal(editor.published.findLast((p) => p.uri === uri)?.version, undefined);
  });

  it('keeps the findings of a file that is closed', async () => {
    const { editor } = await start({ 'sms.yaml': SMS, 'office.calendar.yaml': WRONG });
    await editor.open(uri, WRONG);
    await editor.settled();
    await editor.shut(uri);
    await editor.settled();
    assert.deepEqual(editor.codes(uri), ['unknown-field']);
  });

  it('shows those of open files only, where the settings want that, and all again where they do not', async () => {
    const other = `${folder}/night.calendar.yaml`;
    const wrong = WRONG.replace('office', 'night');
    const { editor } = await start({ 'sms.yaml': SMS, 'office.calendar.yaml': WRONG, 'night.calendar.yaml': wrong });
    const wanted = (openFilesOnly: boolean) =>
      editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { smsEvidence: { openFilesOnly } } });
    const isShown = (of: string) => editor.shown(of).length > 0;
    await editor.open(uri, WRONG);
    await editor.until('both', () => isShown(uri) && isShown(other));
    await wanted(true);
    await editor.until('only what is open', () => !isShown(other));
    assert.ok(isShown(uri));
    await editor.open(other, wrong);
    await editor.until('what is opened', () => isShown(other));
    await editor.shut(other);
    await editor.until('no longer what is closed', () => !isShown(other));
    await wanted(false);
    await editor.until('all again', () => isShown(other));
  });

  it('marks what is of no more use, where the editor knows such marks', async () => {
    const waiver = `${folder}/w.waiver.yaml`;
    const text =
      'kind: waiver\nid: w\nstatus: agreed\nfinding: contract-weaker-than-sla\nwhere: acme\nreason: It is borne.\napprovedBy: ho\nuntil: 2027-06-30\n';
    const files = { 'sms.yaml': SMS, 'w.waiver.yaml': text };
    const capabilities: ClientCapabilities = { textDocument: { publishDiagnostics: { tagSupport: { valueSet: [1, 2] } } } };
    const tags = async (more: object) => {
      const { editor } = await start(files, more);
      const unused = () => editor.shown(waiver).find((d) => d.code === 'waiver-matches-nothing');
      return (await editor.until('the waiver that allows nothing', unused)).tags;
    };
    assert.deepEqual(await tags({ capabilities }), [DiagnosticTag.Unnecessary]);
    assert.equal(await tags({}), undefined);
  });

  it('sends nothing of files in which nothing else is found by now', async () => {
    const other = `${folder}/night.calendar.yaml`;
    const wrong = WRONG.replace('office', 'night');
    const { editor } = await start({ 'sms.yaml': SMS, 'office.calendar.yaml': WRONG, 'night.calendar.yaml': wrong });
    await editor.open(uri, WRONG);
    await editor.settled();
    const before = editor.published.length;
    await editor.change(uri, `${WRONG}nonsense: 1\n`);
    await editor.settled();
    await editor.saved(other);
    await editor.settled();
    assert.deepEqual(
      editor.published.slice(before).map((p) => p.uri),
      [uri],
    );
  });

  it('leads from what a supplier guarantees to what is promised above it', async () => {
    const { editor } = await start({
      'sms.yaml': SMS,
      'services.service-catalogue.yaml':
        'kind: service-catalogue\nid: services\nstatus: agreed\nservices: [{id: mail, status: live, usedBy: customers, dependsOn: [{component: boxes, loss: stops}]}]\ncomponents: [{id: boxes, deliveredBy: acme}]\n',
      'mail.sla.yaml':
        'kind: sla\nid: mail-hr\nstatus: agreed\nvalid: {from: 2026-01-01}\nservices: [mail]\ntargets:\n  - {id: a, metric: availability, target: 99.5 %, window: month}\n',
      'acme.contract.yaml':
        'kind: contract\nid: acme\nstatus: agreed\nparties: {supplier: acme}\nterm: {from: 2026-01-01}\ndelivers: [boxes]\ntargets:\n  - {id: a, metric: availability, target: 99.0 %, window: month}\n',
    });
    const weaker = () => editor.shown(`${folder}/acme.contract.yaml`).find((d) => d.code === 'contract-weaker-than-sla');
    const [above] = (await editor.until('the weaker contract', weaker)).relatedInformation ?? [];
    assert.deepEqual(above?.location, {
      uri: `${folder}/mail.sla.yaml`,
      range: { start: { line: 6, character: 42 }, end: { line: 6, character: 48 } },
    });
    assert.match(above.message, /99\.5 %/);
  });

  it('clears the findings of a file that is deleted', async () => {
    const { disk, editor } = await start({ 'sms.yaml': SMS, 'office.calendar.yaml': WRONG });
    assert.deepEqual(editor.codes(uri), ['unknown-field']);
    disk.delete(uri);
    await editor.saved(uri);
    await editor.until('cleared', () => editor.published.at(-1)?.uri === uri && editor.shown(uri).length === 0);
  });

  it('sees files that come, also those that a reference names', async () => {
    const policy = `${folder}/hours.md`;
    const text = `${CALENDAR}notes: {reference: hours.md}\n`.replace('notes', 'source');
    const { disk, editor } = await start({
      'sms.yaml': SMS,
      'sources.supplier-register.yaml': 'kind: supplier-register\nid: s\nsource: {reference: hours.md}\n',
    });
    const register = `${folder}/sources.supplier-register.yaml`;
    assert.ok(editor.codes(register).includes('reference-not-found'));
    disk.set(policy, '# Hours');
    disk.set(uri, text);
    await editor.saved(policy, uri);
    await editor.settled();
    assert.ok(editor.codes(uri).includes('unknown-field'));
    assert.ok(!editor.codes(register).includes('reference-not-found'));
  });

  it('takes what was written last, however long the disk takes', async () => {
    const disk = new Map([[`${folder}/sms.yaml`, SMS]]);
    const memory = new MemoryHost(disk);
    let wait = 0;
    const slow: Host = {
      list: (of) => memory.list(of),
      readBytes: (of) => memory.readBytes(of),
      read: async (of) => {
        const found = await memory.read(of);
        await new Promise((resolve) => setTimeout(resolve, wait));
        return found;
      },
    };
    const { editor } = await start({}, { host: slow });
    disk.set(uri, WRONG);
    wait = 60;
    await editor.saved(uri);
    await new Promise((resolve) => setTimeout(resolve, 80));
    wait = 0;
    disk.set(uri, `${CALENDAR}zone: nowhere\n`);
    await editor.saved(uri);
    await editor.until('found', () => editor.codes(uri).includes('wrong-format'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(editor.codes(uri), ['wrong-format']);
  });

  it('goes on when files can not be had', async () => {
    const noDisk = () => Promise.reject(new Error('no disk'));
    const broken: Host = { list: () => Promise.reject(new Error('no such folder')), read: noDisk, readBytes: noDisk };
    const { editor } = await start({}, { host: broken });
    await editor.open(uri, WRONG);
    await editor.until('found', () => editor.codes(uri).includes('unknown-field'));
    assert.match(editor.log.join('\n'), /no such folder/);
  });

  it('leaves to another YAML server what that one reports, and only that', async () => {
    const broken = `${WRONG}zone:Europe/Berlin\n`;
    const { editor } = await start({ 'sms.yaml': SMS, 'office.calendar.yaml': broken }, { options: { otherYaml: OTHER } });
    assert.deepEqual(editor.codes(uri), ['unknown-field']);
    await editor.connection.sendNotification(otherYamlChanged, { ...OTHER, syntax: false });
    await editor.until('more', () => editor.codes(uri).length > 1);
    assert.equal(editor.shown(uri).at(-1)?.range.start.line, 3);
    await editor.connection.sendNotification(otherYamlChanged, OTHER);
    await editor.until('less', () => editor.codes(uri).length === 1);
  });

  it('beside another YAML server still says what was not checked because of it', async () => {
    const broken = 'kind: calendar\nid: office\nweek: [\nzone: nowhere\n';
    const { editor } = await start({ 'sms.yaml': SMS, 'office.calendar.yaml': broken }, { options: { otherYaml: OTHER } });
    await editor.until('found', () => editor.codes(uri).length > 0);
    assert.deepEqual(editor.codes(uri), ['not-checked', 'wrong-format']);
    assert.equal(
      editor.shown(uri)[0]?.message,
      'Not checked: "week", because of what is wrong with the YAML in line 3. Correct that first.',
    );
  });

  it('tells once that a check failed, and goes on', async () => {
    const first = rules.find((r) => [r.each].flat().includes('catalogued service'));
    assert.ok(first && rules.length > 1);
    const broken = first as { check: typeof first.check };
    const { check } = broken;
    broken.check = () => {
      throw new Error('made to fail');
    };
    try {
      const services = ['a', 'b', 'c'].map((id) => `  - {id: ${id}, status: planned, usedBy: services}\n`).join('');
      const catalogue = `kind: service-catalogue\nid: services\nversion: 1.0\nstatus: agreed\nservices:\n${services}`;
      const { editor } = await start({ 'sms.yaml': SMS, 'services.service-catalogue.yaml': catalogue, 'office.calendar.yaml': WRONG });
      assert.deepEqual(editor.codes(uri), ['unknown-field']);
      const failed = editor.codes(`${folder}/services.service-catalogue.yaml`).filter((code) => code === 'rule-failed');
      assert.equal(failed.length, 1);
      assert.equal(editor.messages.length, 1);
      assert.match(editor.messages[0] ?? '', new RegExp(first.id));
      assert.match(editor.log.join('\n'), /made to fail/);
    } finally {
      broken.check = check;
    }
  });

  it('keeps two folders apart, and follows when one goes or comes', async () => {
    const [a, b] = ['file:///a', 'file:///b/inner'];
    const files = new Map([
      [`${a}/sms.yaml`, SMS],
      [`${a}/office.calendar.yaml`, CALENDAR],
      [`${b}/sms.yaml`, SMS],
      [`${b}/office.calendar.yaml`, CALENDAR],
      [`${b}/other.calendar.yaml`, CALENDAR],
    ]);
    const capabilities: ClientCapabilities = { workspace: { workspaceFolders: true } };
    const { editor } = await start({}, { host: new MemoryHost(files), folders: [a, b], capabilities });
    const twice = `${b}/other.calendar.yaml`;
    assert.deepEqual(
      editor.published.filter((p) => p.diagnostics.length > 0).map((p) => [p.uri, p.diagnostics.map((d) => d.code)]),
      [[twice, ['duplicate-id']]],
    );
    const folders = (change: { added?: string[]; removed?: string[] }) => {
      const named = (uris: string[] = []) => uris.map((u) => ({ uri: u, name: u }));
      return editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
        event: { added: named(change.added), removed: named(change.removed) },
      });
    };
    await folders({ removed: [b] });
    await editor.until('gone', () => editor.shown(twice).length === 0);
    await folders({ added: [b] });
    await editor.until('back', () => editor.shown(twice).length === 1);
  });
});
