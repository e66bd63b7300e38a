// That the coverage view shows each clause with its demands and documents, and follows an edit that nobody saved.
import assert from 'node:assert/strict';
import { commands, TreeItem } from 'vscode';
import { closeAll, coverageLine, file, open, smsEvidence } from './sample';
import { waitFor } from './wait-for';

const DEMAND = ['7.2', 'end of the contract'];
const STAGES = ['plan', 'do', 'check', 'act'];

describe('VS Code: coverage view', () => {
  before(smsEvidence);
  afterEach(closeAll);

  it('shows a demand, the thing it is not evidenced for, and where that stands', async () => {
    const { lines } = (await smsEvidence()).coverage;
    const demand = await waitFor(() => coverageLine(...DEMAND), { description: DEMAND.join(', ') });
    const acme = await waitFor(() => coverageLine(...DEMAND, 'acme'), { description: 'the contract below the demand' });
    assert.match(demand.tooltip ?? '', /7\.2-contract-termination/);
    assert.equal(acme.state, 'missing');
    assert.equal(acme.opens?.uri, file('acme-hosting.contract.yaml').toString());
    const item = await lines.getTreeItem(acme);
    assert.ok(item instanceof TreeItem);
    assert.equal(item.command?.command, 'vscode.open');
  });

  it('groups the same demands by Plan-Do-Check-Act, and back', async () => {
    const { lines, message } = (await smsEvidence()).coverage;
    const top = async () => (await lines.getChildren())?.map(({ label }) => label.replace(/:.*/, ''));
    await waitFor(() => coverageLine(...DEMAND), { description: DEMAND.join(', ') });
    assert.match(message(), / · plan \d+ %, do \d+ %, check \d+ %, act \d+ %$/);
    await commands.executeCommand('smsEvidence.coverageByStage');
    try {
      assert.deepEqual(await top(), STAGES);
      assert.equal((await coverageLine('plan', DEMAND[1] ?? '', 'acme'))?.state, 'missing');
    } finally {
      await commands.executeCommand('smsEvidence.coverageByClause');
    }
    assert.ok((await top())?.includes('7.2'));
  });

  it('follows an edit', async () => {
    const editor = await open('acme-hosting.contract.yaml');
    await waitFor(async () => (await coverageLine(...DEMAND, 'acme'))?.state === 'missing', { description: 'the state before' });
    const end = editor.document.positionAt(editor.document.getText().length);
    await editor.edit((change) => change.insert(end, '\ntermination: {place: "§ 9"}\n'));
    await waitFor(async () => (await coverageLine(...DEMAND, 'acme'))?.state === 'evidenced', { description: 'the state after' });
  });

  it('shows another day, and today again', async () => {
    await waitFor(() => coverageLine(...DEMAND, 'acme'), { description: 'the contract today' });
    await commands.executeCommand('smsEvidence.coverageThen', { on: '1999-12-31' });
    await waitFor(async () => (await coverageLine(...DEMAND)) !== undefined && !(await coverageLine(...DEMAND, 'acme')), {
      description: 'the demand without the contract, long before it began',
    });
    await commands.executeCommand('smsEvidence.coverageToday');
    await waitFor(() => coverageLine(...DEMAND, 'acme'), { description: 'the contract again' });
  });
});
