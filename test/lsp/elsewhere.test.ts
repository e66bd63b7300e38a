// What a rule mends in another file, over the wire: an edit there, of the version that is open, which opens at what is asked.
import assert from 'node:assert/strict';
import { type CodeAction, CodeActionRequest, type TextDocumentEdit } from 'vscode-languageserver/node';
import { MemoryHost } from '../../server/host/memory';
import { readCases } from '../rules/fixture';
import { Editor } from './editor';

const RULE = 'change-not-in-history';
const CAPABILITIES = {
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
  window: { showDocument: { support: true } },
};

describe('a fix in another file', () => {
  it('is an edit of that file as it is open, and shows the first question there', async () => {
    const fixture = readCases().find((c) => c.rule === RULE && !c.isSilent) ?? assert.fail();
    const folder = 'file:///sms';
    const disk = new Map([...fixture.pack.files].map(([name, { text }]) => [`${folder}/${name}`, text]));
    const today = fixture.pack.today;
    const editor = await Editor.of({ host: new MemoryHost(disk), folders: [folder], today, capabilities: CAPABILITIES });
    await editor.until('judged', () => [...disk.keys()].some((uri) => editor.codes(uri).includes(RULE)));
    const uri = [...disk.keys()].find((u) => editor.codes(u).includes(RULE)) ?? '';
    await editor.open(uri, disk.get(uri) ?? '');
    const asked = async () => {
      const range = editor.shown(uri).find((d) => d.code === RULE)?.range ?? assert.fail();
      const found = await editor.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [] },
      });
      return (found ?? []).find((a): a is CodeAction => a.title.startsWith('Add a version to the history of')) ?? assert.fail();
    };
    const first = await asked();
    const [edit, ...others] = (first.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.ok(edit && edit.textDocument.uri !== uri);
    assert.deepEqual([others, edit.textDocument.version], [[], null]);
    assert.deepEqual(
      Object.values(first.edit?.changeAnnotations ?? {}).map((a) => a.needsConfirmation),
      [true],
    );
    const other = edit.textDocument.uri;
    await editor.open(other, disk.get(other) ?? '');
    const version = await editor.change(other, `# a line more\n${disk.get(other)}`);
    const again = await asked();
    const [now = assert.fail()] = (again.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.equal(now.textDocument.version, version);
    const line = (e: TextDocumentEdit) =>
      'range' in (e.edits[0] ?? {}) ? (e.edits[0] as { range: { start: { line: number } } }).range.start.line : -1;
    assert.equal(line(now), line(edit) + 1);
    const [show] = again.command?.arguments ?? [];
    assert.equal(show.uri, other);
    assert.ok(show.selection.start.line >= line(now));
    await editor.close();
  });
});
