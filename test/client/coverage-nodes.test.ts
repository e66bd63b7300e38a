// That the lines of the coverage view say what the server found, and open the right places.
import assert from 'node:assert/strict';
import { type CoverageNode, coverageNodes, type GroupedBy, stages, summary } from '../../client/coverage-nodes';
import type { DemandCoverage, FolderCoverage, InstanceCoverage, State } from '../../server/lsp/protocol';

const nothing: Record<State, number> = {
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
  title: 'end of the contract',
  clauses: '8.3.4.1 · 2011: 7.2',
  demand: 'The contract says how it ends.',
  stage: 'plan',
  basis: 'full',
  state: 'missing',
  instances: [],
  behind: [],
  ...more,
});

const share = { evidenced: 3, total: 8 };

const folder = (demands: readonly DemandCoverage[], more: Partial<FolderCoverage> = {}): FolderCoverage => {
  const group = { share, percent: 37, usual: { evidenced: 0, total: 0 }, demands: [...demands.keys()] };
  const { percent: _, ...none } = group;
  return {
    name: 'sample',
    uri: 'file:///sample',
    edition: '2018',
    provisional: false,
    counts: nothing,
    usualEvidence: nothing,
    share,
    demands,
    byClause: [{ id: '7.2', label: '8.3.4.1', title: 'supplier management · 2011: 7.2', ...group }],
    byStage: [
      { id: 'plan', label: 'plan', title: '', ...group, usual: { evidenced: 1, total: 2 } },
      { id: 'act', label: 'act', title: '', ...none, share: { evidenced: 0, total: 0 }, demands: [] },
    ],
    ...more,
  };
};

const linesOf = (demands: readonly DemandCoverage[], by: GroupedBy = 'clause') => coverageNodes({ folders: [folder(demands)] }, by);
const words = (nodes: readonly CoverageNode[] | undefined) => nodes?.map((node) => `${node.label} | ${node.description ?? ''}`);

describe('coverage lines', () => {
  it('are none without an SMS', () => {
    assert.deepEqual(coverageNodes({ folders: [] }, 'clause'), []);
  });

  it('begin with clauses, or where there are several SMS, with those', () => {
    assert.deepEqual(words(linesOf([demand({})])), ['8.3.4.1: 3 of 8 | supplier management · 2011: 7.2 · 37 %']);
    const two = coverageNodes({ folders: [folder([]), folder([], { name: 'other', uri: 'file:///other' })] }, 'clause');
    assert.deepEqual(words(two), ['sample | 2018 edition: 3 of 8 evidenced', 'other | 2018 edition: 3 of 8 evidenced']);
    assert.deepEqual(words(two[1]?.children), ['8.3.4.1: 3 of 8 | supplier management · 2011: 7.2 · 37 %']);
  });

  it('begin with the stages of Plan-Do-Check-Act where they are grouped so, with the same lines below', () => {
    const demands = [demand({}), demand({ id: '7.2-manager', title: 'supplier manager' })];
    const lines = linesOf(demands, 'stage');
    assert.deepEqual(words(lines), ['plan: 3 of 8 | 37 %', 'act: 0 of 0 | ']);
    assert.match(lines[0]?.tooltip ?? '', /^plan: 3 of 8 evidenced\.\n\nUsual evidence, .*: 1 of 2\.$/);
    assert.deepEqual(words(lines[0]?.children), words(linesOf(demands)[0]?.children));
    assert.equal(stages(folder(demands)), 'plan 37 %');
  });

  it('mark what is usual evidence only, and what can not be proved now', () => {
    const statement = { label: 'no-instance "none"', ...place('file:///none.yaml') };
    const [clause] = linesOf([
      demand({ state: 'evidenced' }),
      demand({ id: '7.2-manager', title: 'supplier manager', basis: 'usual-evidence' }),
      demand({ id: '7.2-disputes', title: 'procedure for disputes', state: 'none recorded' }),
      demand({ id: '7.2-x', title: 'lead suppliers verified', state: 'no instance', reason: 'Nobody leads.', behind: [statement] }),
    ]);
    assert.deepEqual(words(clause?.children), [
      'end of the contract | evidenced',
      'supplier manager | missing, usual evidence',
      'procedure for disputes | none recorded',
      'lead suppliers verified | no instance',
    ]);
    const none = clause?.children[3];
    assert.match(none?.tooltip ?? '', /Nobody leads\.$/);
    assert.deepEqual(words(none?.children), ['no-instance "none" | ']);
    assert.equal(none?.children[0]?.opens?.uri, 'file:///none.yaml');
  });

  it('say of a demand how many are evidenced, and of each the state, the reason and the place', () => {
    const acme = instance('acme', 'missing', { at: place('file:///a.yaml'), reason: 'No end is written.' });
    const telco = instance('telco', 'evidenced', { proofs: [{ label: 'telco.contract.yaml', ...place('file:///t.yaml') }] });
    const [line] = linesOf([demand({ state: 'partly', of: { evidenced: 1, total: 2 }, instances: [acme, telco] })])[0]?.children ?? [];
    assert.equal(line?.description, '1 of 2');
    assert.equal(
      line?.tooltip,
      'The contract says how it ends.\n\n7.2-contract-termination: clause 8.3.4.1 · 2011: 7.2, plan.\n\nNot yet for: acme.',
    );
    assert.deepEqual(words(line?.children), ['acme | missing', 'telco | evidenced']);
    assert.equal(line?.children[0]?.tooltip, 'No end is written.');
    assert.equal(line?.children[0]?.opens?.uri, 'file:///a.yaml');
    assert.equal(line?.children[1]?.children[0]?.opens?.uri, 'file:///t.yaml');
  });

  it('show the documents of what is asked once directly below the demand', () => {
    const once = instance('', 'evidenced', { proofs: [{ label: 'sms.yaml', ...place('file:///sms.yaml') }] });
    const [line] = linesOf([demand({ title: 'an agreed SLA', state: 'evidenced', instances: [once] })])[0]?.children ?? [];
    assert.equal(line?.label, 'an agreed SLA');
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
