// One word in sms.yaml decides which demands count: the whole folder is judged anew, files that nobody has open, too.
import assert from 'node:assert/strict';
import { MemoryHost } from '../../server/host/memory';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { type CoverageTree, coverageRequest } from '../../server/lsp/protocol';
import { Editor } from './editor';

const folder = 'file:///sms';
const manifest = `${folder}/sms.yaml`;
const catalogue = `${folder}/services.service-catalogue.yaml`;
const sla = `${folder}/mail.sla.yaml`;
const SMS = 'kind: sms\nformat: 1\nprovider: Nordlicht IT\nedition: "2011"\nzone: Europe/Berlin\n';
const FILES = new Map([
  [manifest, SMS],
  [
    catalogue,
    'kind: service-catalogue\nid: services\nversion: 1.0\nstatus: agreed\nservices: [{id: mail, name: Mail, status: live, usedBy: customers, dependsOn: none}]\naccess: on the wall\nagreement: [{party: hr, by: mb, on: 2026-01-20}]\n',
  ],
  [
    sla,
    'kind: sla\nid: mail-hr\nversion: 1.0\nstatus: agreed\nservices: [mail]\nparties: {customer: hr}\nrequirements: [needs]\ntargets: [{id: a, metric: availability, target: 99 %, window: month, measuredAt: user, source: probes}]\nworkload: [{what: boxes, limit: 9}]\nserviceReview: {interval: 1 year}\nagreement: [{party: hr, by: mb, on: 2026-01-20}]\n',
  ],
]);

describe('another edition', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const coverage = async () => (await editor.connection.sendRequest<CoverageTree>(coverageRequest, {})).folders[0];
  const demandsOf = async () => ((await coverage())?.demands ?? []).map((d) => d.id).sort();
  const said = (uri: string) =>
    editor
      .shown(uri)
      .map((d) => d.message)
      .join('\n');

  it('changes findings and coverage of all files at once, and back', async () => {
    editor = await Editor.of({ host: new MemoryHost(FILES), folders: [folder] });
    await editor.open(manifest, SMS);
    await editor.settled();
    const before = { demands: await demandsOf(), catalogue: said(catalogue), sla: said(sla) };
    assert.equal((await coverage())?.edition, '2011');

    await editor.change(manifest, SMS.replace('2011', '2018'));
    await editor.settled();
    assert.equal((await coverage())?.edition, '2018');
    const { demands } = loadKnowledge();
    const now = await demandsOf();
    const differing = (ids: readonly string[], others: readonly string[]) => ids.filter((id) => !others.includes(id));
    assert.deepEqual(
      differing(before.demands, now),
      demands
        .filter((d) => d.iso2018 === '-')
        .map((d) => d.id)
        .sort(),
    );
    assert.deepEqual(
      differing(now, before.demands),
      demands
        .filter((d) => d.only === 2018)
        .map((d) => d.id)
        .sort(),
    );
    assert.match(before.sla, /Clause 6\.1/);
    assert.doesNotMatch(said(sla), /Clause 6\.1/);
    assert.match(said(sla), /Clause 8\.3\.3/);
    assert.doesNotMatch(before.catalogue, /outcome/);
    assert.match(said(catalogue), /outcome/);

    await editor.change(manifest, SMS);
    await editor.settled();
    assert.deepEqual({ demands: await demandsOf(), catalogue: said(catalogue), sla: said(sla) }, before);
  });
});
