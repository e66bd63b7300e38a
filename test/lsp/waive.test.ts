// Waiving over the wire: the action begins a file, which opens; once its questions are answered, the finding is no longer told.
import assert from 'node:assert/strict';
import { type CodeAction, CodeActionKind, CodeActionRequest, type CreateFile, type TextDocumentEdit } from 'vscode-languageserver/node';
import { MemoryHost } from '../../server/host/memory';
import { folderUri, readPack } from '../guards/pack';
import { Editor } from './editor';

const CAPABILITIES = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
  window: { showDocument: { support: true } },
};

describe('waiving in the editor', () => {
  const folder = folderUri('incomplete');
  const CONTRACT = `${folder}/acme-hosting.contract.yaml`;
  const CODE = 'contract-weaker-than-sla';

  it('begins a file, and the finding goes when its questions are answered', async () => {
    const texts = readPack('incomplete');
    const editor = await Editor.of({ host: new MemoryHost(texts), folders: [folder], today: '2026-11-24', capabilities: CAPABILITIES });
    await editor.until('judged', () => editor.codes(CONTRACT).includes(CODE));
    await editor.open(CONTRACT, texts.get(CONTRACT) ?? '');
    const range = editor.shown(CONTRACT).find((d) => d.code === CODE)?.range ?? assert.fail();
    const found = await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: CONTRACT },
      range,
      context: { diagnostics: [], only: [CodeActionKind.QuickFix] },
    });
    const waive = (found ?? []).filter((a): a is CodeAction => a.title.startsWith('Waive ')).find((a) => a.title.includes(CODE));
    assert.equal(waive?.diagnostics?.[0]?.code, CODE);
    assert.equal(found?.at(-1)?.title, waive?.title, 'it comes last');
    const [create, edit] = (waive?.edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
    assert.deepEqual([create.kind, create.uri], ['create', edit.textDocument.uri]);
    const [show] = waive?.command?.arguments ?? [];
    assert.deepEqual([show.uri, show.selection.start], [create.uri, { line: 5, character: 'reason: '.length }]);
    const [{ newText = '' } = assert.fail()] = edit.edits as { newText: string }[];
    texts.set(create.uri, newText);
    await editor.saved(create.uri);
    await editor.until('asked', () => editor.codes(create.uri).includes('unanswered'));
    assert.ok(editor.codes(CONTRACT).includes(CODE));
    const answers = newText.replace(/^(on|until): <.*$/gm, '$1: 2026-12-31').replace(/<[^>]*>/g, 'as we agreed');
    texts.set(create.uri, answers.replace('on: 2026-12-31', 'on: 2026-11-20'));
    await editor.saved(create.uri);
    await editor.until('waived', () => !editor.codes(CONTRACT).includes(CODE));
    assert.deepEqual(editor.codes(create.uri), []);
    await editor.close();
  });
});
