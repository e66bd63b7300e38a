// Finding one's way over the wire: that each request of the protocol reaches its feature, and refusals are told in words.
import assert from 'node:assert/strict';
import {
  CodeLensRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { MemoryHost } from '../../server/host/memory';
import { SHOW_USES } from '../../server/lsp/protocol';
import { Editor } from './editor';

const folder = 'file:///sms';
const CATALOGUE = `kind: service-catalogue
id: services
services:
  - {id: mail, name: Mail and calendar, status: live, usedBy: customers, dependsOn: none}
`;
const SLA = `kind: sla
id: mail-hr
version: 1.0
status: agreed
services: [mail]
serviceHours: around the clock
source: {reference: signed/mail.pdf}
targets:
  - {id: availability, metric: availability, target: 99.5 %, window: month, source: probes}
`;
const uri = `${folder}/mail.sla.yaml`;
const catalogue = `${folder}/services.service-catalogue.yaml`;

describe("finding one's way, over the wire", () => {
  let editor: Editor;
  const at = { textDocument: { uri }, position: { line: 4, character: 12 } };

  beforeEach(async () => {
    const files = new Map([
      [`${folder}/sms.yaml`, 'kind: sms\nformat: 1\nprovider: Nordlicht IT\nzone: Europe/Berlin\n'],
      [catalogue, CATALOGUE],
      [uri, SLA],
    ]);
    editor = await Editor.of({ host: new MemoryHost(files), folders: [folder] });
    await editor.open(uri, SLA);
  });
  afterEach(() => editor.close());

  const mail = { start: { line: 3, character: 9 }, end: { line: 3, character: 13 } };
  const used = { start: { line: 4, character: 11 }, end: { line: 4, character: 15 } };

  it('leads to the definition, the uses, and marks them', async () => {
    assert.deepEqual(await editor.connection.sendRequest(DefinitionRequest.type, at), [{ uri: catalogue, range: mail }]);
    const all = await editor.connection.sendRequest(ReferencesRequest.type, { ...at, context: { includeDeclaration: true } });
    assert.deepEqual(all, [
      { uri, range: used },
      { uri: catalogue, range: mail },
    ]);
    assert.deepEqual(await editor.connection.sendRequest(DocumentHighlightRequest.type, at), [{ range: used }]);
  });

  it('renames in all files, and says why it does not', async () => {
    assert.deepEqual(await editor.connection.sendRequest(PrepareRenameRequest.type, at), { range: used, placeholder: 'mail' });
    const edit = await editor.connection.sendRequest(RenameRequest.type, { ...at, newName: 'post' });
    assert.deepEqual(edit?.changes, { [uri]: [{ range: used, newText: 'post' }], [catalogue]: [{ range: mail, newText: 'post' }] });
    await assert.rejects(
      editor.connection.sendRequest(RenameRequest.type, { ...at, newName: 'two words' }),
      /letters, digits and hyphens only/,
    );
    const nowhere = { textDocument: { uri }, position: { line: 0, character: 8 } };
    await assert.rejects(editor.connection.sendRequest(PrepareRenameRequest.type, nowhere), /no id here/);
  });

  it('puts right what names a file that moves, under the uris of before', async () => {
    assert.ok(editor.answer.capabilities.workspace?.fileOperations?.willRename);
    const move = (from: string, to: string) =>
      editor.connection.sendRequest(WillRenameFilesRequest.type, { files: [{ oldUri: `${folder}/${from}`, newUri: `${folder}/${to}` }] });
    const range = { start: { line: 6, character: 20 }, end: { line: 6, character: 35 } };
    assert.deepEqual(await move('signed/mail.pdf', 'signed/mail%202.pdf'), {
      changes: { [uri]: [{ range, newText: 'signed/mail 2.pdf' }] },
    });
    assert.equal(await move('notes.txt', 'other.txt'), null);
  });

  it('has links, an outline, symbols, annotations and lenses', async () => {
    const document = { textDocument: { uri } };
    const links = await editor.connection.sendRequest(DocumentLinkRequest.type, document);
    assert.deepEqual(
      links?.map((l) => l.target),
      [`${folder}/signed/mail.pdf`],
    );
    const [outlined] = (await editor.connection.sendRequest(DocumentSymbolRequest.type, document)) ?? [];
    assert.equal(outlined?.name, 'mail-hr');
    const symbols = await editor.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'mail and cal' });
    assert.deepEqual(
      symbols?.map((s) => s.name),
      ['Mail and calendar'],
    );
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await editor.connection.sendRequest(InlayHintRequest.type, { ...document, range });
    assert.deepEqual(
      hints?.map((h) => h.label),
      ['down at most 3.6 h a month of 24 x 7'],
    );
    const lenses = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: catalogue } });
    assert.deepEqual(lenses, []);
    await editor.open(catalogue, CATALOGUE);
    const ofCatalogue = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: catalogue } });
    assert.ok((ofCatalogue ?? []).every((l) => l.command?.command === '' || l.command?.command === SHOW_USES));
  });
});
