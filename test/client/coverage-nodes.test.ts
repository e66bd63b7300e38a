// That the lines of the coverage view say what the server found, and open the right places.
import assert from 'node:assert/strict';
import { type CoverageNode, coverageNodes, summary } from '../../client/coverage-nodes';
import type { DemandCoverage, FolderCoverage, InstanceCoverage, State } from '../../server/lsp/protocol';

const none: Record<State, number> = {
  evidenced: 0,
  partly: 0,
  missing: 0,
  contradicted: 0,
  overdue: 0,
  'not due yet': 0,
  waived: 0,
  'no instance': 0,
  'none recorded': 0,
  open: 0,
  'cannot tell': 0,
};

const place = (uri: string) => ({ uri, range: { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } } });

const instance = (label: string, state: State, more: Partial<InstanceCoverage> = {}): InstanceCoverage => ({
  label,
  state,
  proofs: [],
  ...more,
});

const demand = (more: Partial<DemandCoverage>): DemandCoverage => ({
  id: '7.2-contract-termination',
  clause: '8.3.4.1',
  demand: 'The contract says how it ends.',
  stage: 'plan',
  basis: 'full',
  state: 'missing',
  instances: [],
  ...more,
});

const folder = (demands: readonly DemandCoverage[], more: Partial<FolderCoverage> = {}): FolderCoverage => ({
  name: 'sample',
  uri: 'file:///sample',
  edition: '2018',
  provisional: false,
  counts: { ...none, evidenced: 3, missing: 4, waived: 1, 'not due yet': 9, 'none recorded': 9, 'no instance': 9 },
  usualEvidence: none,
  clauses: [{ clause: '7.2', title: 'supplier management', demands }],
  ...more,
});

const linesOf = (demands: readonly DemandCoverage[]) => coverageNodes({ folders: [folder(demands)] });
const words = (nodes: readonly CoverageNode[] | undefined) => nodes?.map((node) => `${node.label} | ${node.description ?? ''}`);

describe('coverage lines', () => {
  it('are none without an SMS', () => {
    assert.deepEqual(coverageNodes({ folders: [] }), []);
  });

  it('begin with clauses, or where there are several SMS, with those', () => {
    assert.deepEqual(words(linesOf([demand({})])), ['7.2 supplier management | 0 of 1']);
    const two = coverageNodes({ folders: [folder([]), folder([], { name: 'other', uri: 'file:///other' })] });
    assert.deepEqual(words(two), ['sample | 2018 edition: 3 of 8 evidenced', 'other | 2018 edition: 3 of 8 evidenced']);
    assert.deepEqual(words(two[1]?.children), ['7.2 supplier management | 0 of 0']);
  });

  it('count a clause without what is usual evidence only, which is marked, and without what can not be proved yet', () => {
    const [clause] = linesOf([
      demand({ state: 'evidenced' }),
      demand({ id: '7.2-manager', basis: 'usual-evidence' }),
      demand({ id: '7.2-disputes', state: 'none recorded' }),
    ]);
    assert.equal(clause?.description, '1 of 1');
    assert.deepEqual(words(clause?.children), [
      'contract termination | evidenced',
      'manager | missing, advice',
      'disputes | none recorded',
    ]);
  });

  it('say of a demand how many are evidenced, and of each the state, the reason and the place', () => {
    const acme = instance('acme', 'missing', { at: place('file:///a.yaml'), reason: 'No end is written.' });
    const telco = instance('telco', 'evidenced', { proofs: [{ label: 'telco.contract.yaml', ...place('file:///t.yaml') }] });
    const [line] = linesOf([demand({ state: 'partly', of: { evidenced: 1, total: 2 }, instances: [acme, telco] })])[0]?.children ?? [];
    assert.equal(line?.description, 'partly, 1 of 2');
    assert.equal(line?.tooltip, 'The contract says how it ends.\n\n7.2-contract-termination: clause 8.3.4.1, plan.');
    assert.deepEqual(words(line?.children), ['acme | missing', 'telco | evidenced']);
    assert.equal(line?.children[0]?.tooltip, 'No end is written.');
    assert.equal(line?.children[0]?.opens?.uri, 'file:///a.yaml');
    assert.equal(line?.children[1]?.children[0]?.opens?.uri, 'file:///t.yaml');
  });

  it('show the documents of what is asked once directly below the demand', () => {
    const once = instance('', 'evidenced', { proofs: [{ label: 'sms.yaml', ...place('file:///sms.yaml') }] });
    const [line] = linesOf([demand({ id: '6.1-sla-exists', state: 'evidenced', instances: [once] })])[0]?.children ?? [];
    assert.equal(line?.label, 'SLA exists');
    assert.deepEqual(words(line?.children), ['sms.yaml | ']);
  });

  it('have ids of their own', () => {
    const twins = [instance('acme', 'missing'), instance('acme', 'missing')];
    const ids: string[] = [];
    const collect = (nodes: readonly CoverageNode[]) => {
      for (const node of nodes) {
        ids.push(node.id);
        collect(node.children);
      }
    };
    collect(linesOf([demand({ instances: twins }), demand({ id: '7.2-manager', instances: twins })]));
    assert.equal(ids.length, 7);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('say where there is no sms.yaml', () => {
    assert.equal(summary(folder([], { provisional: true })), '2018 edition: 3 of 8 evidenced, no sms.yaml yet');
  });
});
