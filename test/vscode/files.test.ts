// That what comes and goes on the disk is noticed, also where a whole folder goes at once.
import { Uri, workspace } from 'vscode';
import { file, findings, smsEvidence } from './sample';
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
});
