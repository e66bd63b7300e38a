// A baseline in the editor: what it lists is only hinted at, and can be mended; a line whose finding is mended is told at once.
import assert from 'node:assert/strict';
import { CodeActionRequest, DiagnosticSeverity } from 'vscode-languageserver/node';
import { MemoryHost } from '../../server/host/memory';
import { folderUri, readPack } from '../guards/pack';
import { Editor } from './editor';

const folder = folderUri('old');
const CONTRACT = `${folder}/buchwerk-lending.contract.yaml`;
const BASELINE = `${folder}/findings.baseline.yaml`;

describe('a baseline in the editor', () => {
  let editor: Editor;
  const texts = readPack('old');
  before(async () => {
    editor = await Editor.of({ host: new MemoryHost(texts), folders: [folder], today: '2026-11-24' });
    await editor.until('judged', () => editor.shown(BASELINE).length > 0);
  });
  after(() => editor.close());

  const severities = (code: string) => editor.shown(CONTRACT).flatMap((d) => (d.code === code ? [d.severity] : []));
  const outlived = () => editor.shown(BASELINE).map((d) => d.range.start.line);

  it('hints at what it lists, and shows what is new', () => {
    assert.deepEqual(severities('missing-contents'), [DiagnosticSeverity.Hint]);
    assert.deepEqual(severities('7.2-contract-termination'), [DiagnosticSeverity.Error]);
    assert.deepEqual(outlived(), [13, 19]);
  });

  it('leaves the fixes where they are', async () => {
    const text = texts.get(CONTRACT) ?? '';
    await editor.open(CONTRACT, text);
    const [hint] = editor.shown(CONTRACT).filter((d) => d.code === 'missing-contents');
    assert.ok(hint);
    const context = { diagnostics: [] };
    const actions = await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: CONTRACT },
      range: hint.range,
      context,
    });
    assert.ok(actions?.some(({ title }) => title === 'Add charging (7.2)'));
  });

  it('says which line is no longer needed as soon as a finding is mended, and hides it again when it comes back', async () => {
    const text = texts.get(CONTRACT) ?? '';
    await editor.change(CONTRACT, `${text}charging: {place: § 9}\n`);
    await editor.until('told', () => outlived().length === 3);
    await editor.change(CONTRACT, text);
    await editor.until('taken back', () => outlived().length === 2);
  });

  it('shows everything where it is taken away', async () => {
    texts.delete(BASELINE);
    await editor.saved(BASELINE);
    await editor.until('shown', () => severities('missing-contents')[0] === DiagnosticSeverity.Error);
    assert.deepEqual(severities('7.2-contract-termination'), []);
  });
});
