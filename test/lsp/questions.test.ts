// Questions over the wire: that each reaches the feature that answers it, and that the answer is what the protocol wants.
// What the answers say is tested with the features.
import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  ExecuteCommandRequest,
  HoverRequest,
  InsertTextFormat,
  InsertTextMode,
  type Range,
  type ShowDocumentParams,
  ShowDocumentRequest,
} from 'vscode-languageserver/node';
import { MemoryHost } from '../../server/host/memory';
import {
  type CheckedId,
  type CoverageTree,
  checkIdRequest,
  coverageRequest,
  FILL_IN,
  type InitializationOptions,
  kindsRequest,
  type TemplateEntry,
  type TemplateText,
  type ToAsk,
  templateRequest,
  toAskRequest,
} from '../../server/lsp/protocol';
import { Editor } from './editor';

const SMS = 'kind: sms\nformat: 1\nprovider: Nordlicht IT\nedition: "2011"\nzone: Europe/Berlin\n';
const CATALOGUE = `kind: service-catalogue
id: services
version: 1.0
status: agreed
services:
  - {id: mail, name: Mail and calendar, status: live, usedBy: customers, dependsOn: none}
`;
const SLA = `kind: sla
id: mail-hr
version: 1.0
status: agreed
services: [mail]
targets:
  - {id: availability, metric: availability, target: 99.5 %, window: month, source: probes}
`;

const folder = 'file:///sms';
const uri = `${folder}/mail.sla.yaml`;
let editor: Editor;

async function start(capabilities: ClientCapabilities = {}, options: InitializationOptions = {}) {
  const files = new Map([
    [`${folder}/sms.yaml`, SMS],
    [`${folder}/services.service-catalogue.yaml`, CATALOGUE],
    [uri, SLA],
  ]);
  editor = await Editor.of({ host: new MemoryHost(files), folders: [folder], capabilities, options });
  await editor.open(uri, SLA);
}

/** The place of "|" in the text. */
function placeOf(marked: string) {
  const lines = marked.slice(0, marked.indexOf('|')).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** The text with the edits made, as an editor would that takes a snippet for plain text. */
function edited(text: string, edits: readonly { readonly range: Range; readonly text: string }[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Range['start']) => lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((now, e) => now.slice(0, offset(e.range.start)) + e.text + now.slice(offset(e.range.end)), text);
}

async function answerOf(marked: string): Promise<CompletionList> {
  await editor.change(uri, marked.replace('|', ''));
  const answer = await editor.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position: placeOf(marked) });
  assert.ok(answer && 'items' in answer);
  return answer;
}

const completions = async (marked: string): Promise<readonly CompletionItem[]> => (await answerOf(marked)).items;

/** Every quick-fix on the value of `kind`, with its edits. */
async function actions() {
  const range = { start: { line: 0, character: 6 }, end: { line: 0, character: 9 } };
  const diagnostics = editor.shown(uri);
  const found =
    (await editor.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context: { diagnostics } })) ?? [];
  return found.filter((action): action is CodeAction => 'edit' in action);
}

function editsOf(action: CodeAction | undefined) {
  const [change] = action?.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change);
  assert.deepEqual(change.textDocument, { uri, version: 1 });
  return change.edits;
}

describe('questions over the wire', () => {
  afterEach(() => editor.close());

  it('gives a hover with its place', async () => {
    await start();
    const hover = await editor.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: placeOf(SLA.replace('targets', 'tar|gets')),
    });
    assert.deepEqual(hover?.range, { start: { line: 5, character: 0 }, end: { line: 5, character: 7 } });
    assert.ok(hover && typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, 'markdown');
    assert.match(hover.contents.value, /6\.1/);
  });

  it('has nothing to say about a file that is none of ours, or not open', async () => {
    await start();
    const foreign = `${folder}/docker-compose.yaml`;
    await editor.open(foreign, 'services: {web: {image: nginx}}\n');
    for (const other of [foreign, `${folder}/services.service-catalogue.yaml`]) {
      const position = { line: 0, character: 2 };
      assert.equal(await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri: other }, position }), null);
      assert.deepEqual(editor.codes(foreign), []);
    }
  });

  it('completes, and tells more of the item that is looked at', async () => {
    await start();
    assert.equal(editor.answer.capabilities.completionProvider?.resolveProvider, true);
    const items = await completions(`${SLA}|`);
    const exceptions = items.find((item) => item.label === 'exceptions');
    assert.ok(exceptions?.textEdit && 'range' in exceptions.textEdit);
    assert.match(exceptions.textEdit.newText, /^exceptions:/);
    assert.equal(exceptions.insertTextMode, InsertTextMode.asIs);
    assert.equal(exceptions.documentation, undefined);
    const first = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))[0];
    assert.ok(first?.labelDetails?.description, 'what is missing and asked for stands first, with its clause');
    const { documentation } = await editor.connection.sendRequest(CompletionResolveRequest.type, exceptions);
    assert.ok(documentation && typeof documentation === 'object');
    assert.match(documentation.value, /\w{4}/);
  });

  it('completes behind a sign that begins something, and whatever blanks stand before it', async () => {
    await start();
    assert.deepEqual(editor.answer.capabilities.completionProvider?.triggerCharacters, [':', ' ', '-', '"', "'", '\n']);
    const [field] = (await completions(`${SLA} exc|`)).filter((item) => item.label === 'document: exceptions');
    assert.ok(field?.textEdit && 'range' in field.textEdit);
    // What an editor holds against what is typed begins with the word, though the edit begins at the start of the line.
    assert.equal(field.textEdit.range.start.character, 0);
    assert.match(field.filterText ?? '', /^exceptions/);
  });

  it('completes ids of what stands in other files', async () => {
    await start();
    const items = await completions(SLA.replace('[mail]', '[|mail]'));
    const mail = items.find((item) => item.label === 'mail');
    assert.ok(mail?.insertTextFormat === InsertTextFormat.PlainText);
    assert.equal(mail.labelDetails?.description, 'Mail and calendar');
    const { documentation } = await editor.connection.sendRequest(CompletionResolveRequest.type, mail);
    assert.ok(documentation && typeof documentation === 'object');
    assert.match(documentation.value, /^\*\*Mail and calendar\*\*/);
  });

  it('asks again with each letter of a figure', async () => {
    await start();
    const answer = await answerOf(SLA.replace('99.5 %', '99.|'));
    assert.equal(answer.isIncomplete, true);
    assert.deepEqual((await answerOf(SLA.replace('availability, target', 'avail|, target'))).isIncomplete, false);
  });

  it('fixes with tab stops where the editor knows them', async () => {
    await start({ workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } });
    const all = (await actions()).find((action) => action.isPreferred);
    const edits = editsOf(all);
    assert.ok(edits.length > 0);
    for (const edit of edits) {
      assert.ok('snippet' in edit && !('newText' in edit));
      assert.equal(edit.snippet.kind, 'snippet');
      assert.match(edit.snippet.value, /\$\{?\d/);
    }
  });

  it('fixes with plain text where it does not, and what was missing is asked for then', async () => {
    await start({ workspace: { workspaceEdit: { documentChanges: true } } });
    await editor.settled();
    assert.ok(editor.codes(uri).includes('missing-contents'));
    const all = (await actions()).find((action) => action.isPreferred);
    assert.deepEqual(
      all?.diagnostics?.map((d) => d.code),
      ['missing-contents'],
    );
    const edits = editsOf(all).map((edit) => {
      assert.ok('newText' in edit);
      return { range: edit.range, text: edit.newText };
    });
    await editor.change(uri, edited(SLA, edits));
    await editor.settled();
    assert.deepEqual([...new Set(editor.codes(uri))], ['unanswered']);
  });

  it('fixes by uri where the editor knows no versions of documents', async () => {
    await start();
    const all = (await actions()).find((action) => action.isPreferred);
    assert.deepEqual(Object.keys(all?.edit ?? {}), ['changes']);
    assert.ok((all?.edit?.changes?.[uri]?.length ?? 0) > 0);
  });

  describe('in other files', () => {
    const text = SLA.replace('[mail]', '[mail, wiki]\nserviceHours: nights');
    const found = async (capabilities: ClientCapabilities, title: string, options?: InitializationOptions) => {
      await start(capabilities, options);
      await editor.change(uri, text);
      const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 20 } };
      const all =
        (await editor.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context: { diagnostics: [] } })) ?? [];
      return all.find((a): a is CodeAction => 'edit' in a && a.title === title);
    };
    const LINE = 'Add "wiki" to the service catalogue "services"';
    const FILE = 'Start the calendar "nights" in "nights.calendar.yaml"';
    const able = { documentChanges: true, resourceOperations: ['create' as const], changeAnnotationSupport: {} };

    it('asks before it changes one', async () => {
      const action = await found({ workspace: { workspaceEdit: able } }, LINE);
      const [change, ...others] = action?.edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change && others.length === 0);
      assert.equal(change.textDocument.uri, `${folder}/services.service-catalogue.yaml`);
      const ids = change.edits.map((e) => ('annotationId' in e ? e.annotationId : ''));
      assert.ok(ids.length > 0 && ids.every((id) => action?.edit?.changeAnnotations?.[id]?.needsConfirmation === true));
    });

    it('goes by uri where the editor knows no versions', async () => {
      const action = await found({}, LINE);
      assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [`${folder}/services.service-catalogue.yaml`]);
    });

    it('creates one and opens it', async () => {
      const action = await found({ workspace: { workspaceEdit: able }, window: { showDocument: { support: true } } }, FILE);
      const created = `${folder}/nights.calendar.yaml`;
      const [create, fill] = action?.edit?.documentChanges ?? [];
      assert.deepEqual(create, { kind: 'create', uri: created });
      assert.ok(fill && 'edits' in fill && fill.textDocument.uri === created);
      const shown: ShowDocumentParams[] = [];
      editor.connection.onRequest(ShowDocumentRequest.type, (asked) => {
        shown.push(asked);
        return { success: true };
      });
      assert.ok(action?.command);
      await editor.connection.sendRequest(ExecuteCommandRequest.type, action.command);
      const [only, ...others] = shown;
      assert.deepEqual([only?.uri, others], [created, []]);
      const [edit] = fill.edits;
      const { start, end } = only?.selection ?? assert.fail('it opens anywhere');
      assert.ok(edit && 'newText' in edit && start.line === end.line);
      assert.match(edit.newText.split('\n')[start.line]?.slice(start.character, end.character) ?? '', /^<.+\?>$/);
    });

    it('hands the client that can fill it in by tab stops its text with and without them', async () => {
      const action = await found({ workspace: { workspaceEdit: able } }, FILE, { fillsIn: true });
      const [, fill] = action?.edit?.documentChanges ?? [];
      assert.ok(fill && 'edits' in fill);
      const [edit] = fill.edits;
      const { command, arguments: [uri, text, snippet] = [] } = action?.command ?? assert.fail('nothing follows');
      assert.deepEqual([command, uri], [FILL_IN, `${folder}/nights.calendar.yaml`]);
      assert.ok(edit && 'newText' in edit && edit.newText === text);
      assert.match(snippet, /^kind: calendar\nid: nights\n[^$]*\$\{1:</);
    });

    it('creates none where the editor can not', async () => {
      assert.equal(await found({ workspace: { workspaceEdit: { documentChanges: true } } }, FILE), undefined);
    });
  });

  it('mends on saving what leaves no choice, and no more', async () => {
    await start({ workspace: { workspaceEdit: { documentChanges: true } } });
    const text = `${SLA.replace('version: 1.0', 'version: v1.0')}serviceHours: 24/7\nservcieReview: {interval: yearly}\nrequirements: [needz]\n`;
    await editor.change(uri, text);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const ask = async (only: readonly string[]) =>
      (await editor.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [], only: [...only] },
      })) ?? [];
    const [action, ...others] = await ask(['source.fixAll']);
    assert.deepEqual(others, []);
    assert.ok(action && 'edit' in action);
    assert.equal(action.kind, 'source.fixAll.sms-evidence');
    const [change] = action.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    const edits = change.edits.map((e) => ({ range: e.range, text: 'newText' in e ? e.newText : '' }));
    const after = edited(text, edits);
    assert.equal(after, `${SLA}serviceHours: around the clock\nserviceReview: {interval: yearly}\nrequirements: [needz]\n`);
    await editor.change(uri, after);
    const [again] = await ask(['source.fixAll.sms-evidence']);
    assert.ok(again && 'edit' in again);
    assert.deepEqual(await ask(['source.organizeImports']), []);
  });

  it('mends the same wherever it is found, in the file and in all files', async () => {
    await start({ workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } });
    const other = `${folder}/wiki.sla.yaml`;
    const text = SLA.replace('[mail]', '[mail]\nserviceHours: 24/7\nsupportHours: 24x7');
    await editor.change(uri, text);
    await editor.open(other, 'kind: sla\nid: wiki\nstatus: draft\nserviceHours: 24/7\n');
    await editor.settled();
    const range = { start: { line: 5, character: 16 }, end: { line: 5, character: 16 } };
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    const all = ((await editor.connection.sendRequest(CodeActionRequest.type, params)) ?? []).filter((a): a is CodeAction => 'edit' in a);
    assert.deepEqual(
      all.map((a) => a.title),
      ['Change "24/7" to "around the clock"', 'Mend all 2 of this sort in this file', 'Mend all 3 of this sort in 2 files'],
    );
    const changes = all[2]?.edit?.documentChanges ?? [];
    const edits = changes.flatMap((c) => ('edits' in c ? c.edits.map((e) => [c.textDocument.uri, 'newText' in e && e.newText]) : []));
    const clock = 'around the clock';
    assert.deepEqual(edits, [
      [uri, clock],
      [uri, clock],
      [other, clock],
    ]);
    assert.equal(Object.values(all[2]?.edit?.changeAnnotations ?? {})[0]?.needsConfirmation, true);
  });

  it('offers fixes only where they are asked for', async () => {
    await start();
    const context = { diagnostics: [], only: ['refactor'] };
    const range = { start: { line: 0, character: 6 }, end: { line: 0, character: 9 } };
    assert.deepEqual(await editor.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context }), []);
  });

  it('gives coverage with places to go to, and says when it changed', async () => {
    await start();
    await editor.settled();
    const coverage = () => editor.connection.sendRequest<CoverageTree>(coverageRequest, {});
    const before = await coverage();
    const [sms] = before.folders;
    assert.equal(before.folders.length, 1);
    assert.deepEqual([sms?.uri, sms?.name, sms?.edition, sms?.provisional], [folder, 'sms', '2011', false]);
    const demands = sms?.demands ?? [];
    for (const groups of [sms?.byClause ?? [], sms?.byStage ?? []]) {
      const places = groups.flatMap((group) => group.demands).sort((a, b) => a - b);
      assert.deepEqual(places, [...demands.keys()], 'each demand stands in one group');
      const totals = groups.map(({ share }) => share.total).reduce((a, b) => a + b, 0);
      assert.equal(totals, sms?.share.total);
    }
    assert.deepEqual(
      sms?.byStage.map(({ label }) => label),
      ['plan', 'do', 'check', 'act'],
    );
    const targets = demands.find((demand) => demand.id === '6.1-sla-targets');
    assert.equal(targets?.state, 'evidenced');
    assert.deepEqual(
      targets.instances.flatMap((i) => i.proofs.map((p) => [p.uri, p.range.start.line])),
      [[uri, 6]],
    );
    const counted = Object.values(sms?.counts ?? {}).reduce((a, b) => a + b, 0);
    assert.equal(counted, demands.filter((demand) => demand.basis === 'full').length);
    const changes = editor.coverageChanges;
    await editor.change(uri, SLA.replace('targets:', 'notes: |'));
    await editor.until('told', () => editor.coverageChanges > changes);
    const after = await coverage();
    const now = after.folders[0]?.demands.find((demand) => demand.id === '6.1-sla-targets');
    assert.equal(now?.state, 'missing');
  });

  it('asks for what a new document needs, and says where it will lie', async () => {
    await start();
    const kinds = await editor.connection.sendRequest<TemplateEntry[]>(kindsRequest, { folder });
    assert.ok(!kinds.some(({ kind }) => kind === 'sms'), 'there is a manifest');
    const request = { kind: 'sla', folder, about: { customer: 'hr' } };
    const asked = await editor.connection.sendRequest<ToAsk>(toAskRequest, request);
    assert.deepEqual(
      asked.abouts.map(({ sort }) => sort),
      ['customer', 'service'],
    );
    assert.ok(asked.abouts[1]?.known.some(({ id }) => id === 'mail'));
    assert.equal(asked.likely, 'hr');
    const check = (typed: string) => editor.connection.sendRequest<CheckedId>(checkIdRequest, { typed, folder, sort: 'sla' });
    assert.equal((await check('Müll')).id, 'Muell');
    const { text, uri: place } = await editor.connection.sendRequest<TemplateText>(templateRequest, { ...request, id: 'new' });
    assert.match(text, /^kind: sla\nid: new\nversion: 1\.0\n[\s\S]*\n {2}customer: hr\n/);
    assert.equal(place, uri.replace(/[^/]+$/, 'new.sla.yaml'));
  });

  it('gives a template with and without tab stops', async () => {
    await start();
    const kinds = await editor.connection.sendRequest<TemplateEntry[]>(kindsRequest, {});
    assert.ok(kinds.some((kind) => kind.kind === 'contract' && kind.fileName === '<id>.contract.yaml'));
    const template = await editor.connection.sendRequest<TemplateText>(templateRequest, { kind: 'contract', id: 'acme', folder });
    assert.equal(template.fileName, 'acme.contract.yaml');
    assert.match(template.text, /^kind: contract\nid: acme$/m);
    assert.doesNotMatch(template.text, /\$\{1/);
    assert.match(template.snippet, /\$\{?1/);
  });
});
