// That what comes and goes on the disk is noticed, also where a whole folder goes at once.
import assert from 'node:assert/strict';
import { Uri, WorkspaceEdit, workspace } from 'vscode';
import { closeAll, file, findings, open, smsEvidence } from './sample';
import { waitFor } from './wait-for';

const FOLDER = 'contracts';
const CONTRACT = 'acme-hosting.contract.yaml';
const CODE = 'reference-not-found';

describe('VS Code: files', () => {
  before(smsEvidence);

  it('notices that a folder with a file referred to is gone, and is back', async () => {
    await waitFor(() => findings(CONTRACT, CODE).length === 0, { description: 'no dangling reference at first' });
    const elsewhere = Uri.joinPath(file('..'), `${FOLDER}-elsewhere`);
    await workspace.fs.rename(file(FOLDER), elsewhere);
    try {
      await waitFor(() => findings(CONTRACT, CODE).length > 0, { description: 'the dangling reference' });
    } finally {
      await workspace.fs.rename(elsewhere, file(FOLDER));
    }
    await waitFor(() => findings(CONTRACT, CODE).length === 0, { description: 'the dangling reference to go' });
  });

  it('renames along with a file what names it', async () => {
    const { document } = await open(CONTRACT);
    const before = document.getText();
    const rename = async (from: string, to: string) => {
      const edit = new WorkspaceEdit();
      edit.renameFile(file(from), file(to));
      assert.equal(await workspace.applyEdit(edit), true);
    };
    const [from, to] = [`${FOLDER}/acme-hosting.md`, `${FOLDER}/hosting by acme.md`];
    await rename(from, to);
    assert.equal(document.getText(), before.replaceAll(from, to));
    assert.notEqual(document.getText(), before);
    await rename(to, from);
    assert.equal(document.getText(), before);
    await document.save();
    await closeAll();
  });
});
