// Coverage as on a day and over a period, as an editor asks for it.
import assert from 'node:assert/strict';
import { MemoryHost } from '../../server/host/memory';
import { type CoverageQuestion, type CoverageTree, coverageRequest } from '../../server/lsp/protocol';
import { Editor } from './editor';

const folder = 'file:///sms';
const FILES = new Map([
  [`${folder}/sms.yaml`, 'kind: sms\nformat: 1\nprovider: Nordlicht IT\nedition: "2011"\nzone: Europe/Berlin\n'],
  [
    `${folder}/mail.sla.yaml`,
    'kind: sla\nid: mail-hr\nversion: 1.0\nstatus: agreed\nvalid: {from: 2026-03-01}\nworkload: [{what: boxes, limit: 9}]\n',
  ],
]);

describe('coverage of other days', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.of({ host: new MemoryHost(FILES), folders: [folder], today: '2026-06-15' });
    await editor.settled();
  });
  afterEach(() => editor.close());

  const ask = async (question: CoverageQuestion) => {
    const { folders } = await editor.connection.sendRequest<CoverageTree>(coverageRequest, question);
    const demands = folders[0]?.demands ?? [];
    return [folders[0]?.asked, demands.find((demand) => demand.id === '6.1-sla-workload')?.state];
  };

  it('says which they are, and what was there', async () => {
    assert.deepEqual(await ask({}), [undefined, 'evidenced']);
    assert.deepEqual(await ask({ on: '2026-02-28' }), ['as on 2026-02-28', 'missing']);
    assert.deepEqual(await ask({ on: '2026-03-01' }), ['as on 2026-03-01', 'evidenced']);
    assert.deepEqual(await ask({ period: { from: '2026-01-01', to: '2026-12-31' } }), [
      'from 2026-01-01 to 2026-12-31, judged as far as it is over: up to 2026-06-15',
      'evidenced',
    ]);
    assert.deepEqual(await ask({}), [undefined, 'evidenced']);
  });

  it('refuses days that there are not, in words', async () => {
    await assert.rejects(ask({ on: '2026-02-30' }), /"2026-02-30" is no day of the calendar/);
    await assert.rejects(ask({ period: { from: '2026-12-31', to: '2026-01-01' } }), /2026-01-01 comes before 2026-12-31/);
  });

  it('refuses what is still to come', async () => {
    await assert.rejects(ask({ on: '2026-06-16' }), /2026-06-16 is still to come: today is 2026-06-15/);
    await assert.rejects(
      ask({ period: { from: '2027-01-01', to: '2027-12-31' } }),
      /The period from 2027-01-01 to 2027-12-31 is still to come/,
    );
  });
});
