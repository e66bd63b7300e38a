// A stand-in that carries the id and the settings of Red Hat's YAML extension, which is not on npm and does nothing here itself, lies beside
// ours: that our client sees it, leaves to it what it does, and takes that back when its setting is turned off. What its real server says
// beside ours is in test/lsp/beside.test.ts.
import assert from 'node:assert/strict';
import { ConfigurationTarget, extensions, languages, Range, WorkspaceEdit, workspace } from 'vscode';
import { closeAll, file, open, smsEvidence } from './sample';
import { waitFor } from './wait-for';

const NAME = 'mail-hr.sla.yaml';

describe('VS Code: beside another YAML extension', () => {
  before(async function () {
    if (process.platform !== 'linux') this.skip();
    await smsEvidence();
  });
  afterEach(async () => {
    await workspace.getConfiguration('yaml').update('validate', undefined, ConfigurationTarget.Global);
    await closeAll();
  });

  it('leaves YAML’s own faults to it, and reports them where it does not', async () => {
    assert.ok(extensions.getExtension('redhat.vscode-yaml'), 'the stand-in is not there');
    const { document } = await open(NAME);
    const edit = new WorkspaceEdit();
    // One fault of YAML, and one that only we know.
    edit.insert(document.uri, document.positionAt(document.getText().length), 'nonsense: 1\nbroken: [1, 2\n');
    await workspace.applyEdit(edit);
    const last = document.lineCount - 2;
    const codes = () =>
      languages
        .getDiagnostics(file(NAME))
        .filter((d) => d.range.intersection(new Range(last - 1, 0, last + 1, 0)))
        .map((d) => (typeof d.code === 'object' ? d.code.value : d.code));
    await waitFor(() => codes().includes('unknown-field'), { description: 'what only we know' });
    assert.ok(!codes().includes('yaml-syntax'), String(codes()));
    await workspace.getConfiguration('yaml').update('validate', false, ConfigurationTarget.Global);
    await waitFor(() => codes().includes('yaml-syntax'), { description: 'what it no longer says' });
    await workspace.getConfiguration('yaml').update('validate', undefined, ConfigurationTarget.Global);
    await waitFor(() => !codes().includes('yaml-syntax'), { description: 'it says it again' });
  });
});
