// The sentences and colours of the text reports that whole folders don't show.
import { strict as assert } from 'node:assert';
import type { CoverageOf, DemandCoverage, State } from '../../server/assess/coverage';
import type { Located } from '../../server/assess/located';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import type { Basis, Demand, Severity, Stage } from '../../server/knowledge/types';
import { colours, noInk } from '../../server/reports/ink';
import { Places } from '../../server/reports/report';
import { textCheck } from '../../server/reports/text-check';
import { textCoverage } from '../../server/reports/text-coverage';
import { coverageSums } from '../../server/reports/text-coverage-sums';

const look = { ink: noInk, width: 100 };
const places = new Places(new Map(), { documents: new Map() }, (uri) => uri.slice('file:///'.length));
const knowledge = loadKnowledge();
const [demand = assert.fail('no demand')] = knowledge.demands;

const found = (severity: Severity, message = 'Wrong.'): Located => ({
  finding: { code: 'a-code', demands: [], severity, message, values: {}, because: [], range: { start: 0, end: 0 } },
  at: { uri: 'file:///a.yaml', start: 0, end: 0 },
  because: [],
});

const checked = (...files: Located[][]) => ({
  tool: '1',
  today: '2026-03-31',
  files: files.map((f, i) => ({ uri: `file:///${i}`, found: f })),
  old: 0,
  places,
});
const closing = (...files: Located[][]) =>
  textCheck(checked(...files), look)
    .split('\n')
    .at(-2);

describe('text of check', () => {
  it('closes with what was found, and in how many files', () => {
    assert.equal(closing([]), 'Nothing found in 1 file.');
    assert.equal(closing([], []), 'Nothing found in 2 files.');
    assert.equal(closing([found('error')], []), '1 error in 1 of 2 files.');
    assert.equal(
      closing([found('hint'), found('error'), found('warning')], [found('warning'), found('information')], []),
      '1 error, 2 warnings, 1 for information, 1 hint in 2 of 3 files.',
    );
  });

  it('says a finding in one line, without anything that works on the terminal', () => {
    assert.equal(
      textCheck(checked([found('error', 'It says "a\n  b\u001b[2J".')]), look).split('\n')[0],
      'a.yaml:1:1 error It says "a b␛[2J".  [a-code]',
    );
  });

  it('colours the severity', () => {
    const coloured = textCheck(checked([found('warning')]), { ...look, ink: colours });
    assert.ok(coloured.startsWith('\u001b[1ma.yaml:1:1\u001b[22m \u001b[33mwarning\u001b[39m Wrong.  \u001b[2m[a-code]\u001b[22m\n'));
  });
});

const covered = (stage: Stage, state: State, basis: Basis = 'full', of?: { evidenced: number; total: number }): DemandCoverage => ({
  demand: { ...demand, stage } satisfies Demand,
  clause: '8.2',
  stage,
  basis,
  state,
  instances: [],
  behind: [],
  ...(of && { of }),
});
const coverage = (edition: '2011' | '2018', ...demands: DemandCoverage[]): CoverageOf => ({ edition, provisional: false, demands });
const sums = (...demands: DemandCoverage[]) => coverageSums(coverage('2011', ...demands), { ...look, width: 1000 }).split('\n');

describe('sums of coverage', () => {
  it('are by state and by stage, rounded down', () => {
    const demands = [
      covered('plan', 'evidenced'),
      covered('plan', 'evidenced'),
      covered('plan', 'partly'),
      covered('do', 'overdue'),
      covered('check', 'evidenced'),
    ];
    assert.deepEqual(sums(...demands), [
      'Demands: 3 evidenced, 1 partly, 1 overdue.',
      'By stage: plan 66 %, do 0 %, check 100 %, act none.',
    ]);
  });

  it('leave out of the stages what can not be proved now', () => {
    const idle = (['not due yet', 'none recorded', 'no instance'] as const).map((state) => covered('act', state));
    assert.equal(
      sums(covered('do', 'evidenced'), covered('do', 'not due yet'), ...idle)[1],
      'By stage: plan none, do 100 %, check none, act none.',
    );
    assert.equal(sums(covered('do', 'evidenced'), covered('do', 'waived'))[1], 'By stage: plan none, do 50 %, check none, act none.');
  });

  it('count usual evidence apart', () => {
    assert.deepEqual(sums(covered('plan', 'evidenced'), covered('plan', 'missing', 'usual-evidence')), [
      'Demands: 1 evidenced.',
      'Usual evidence, which auditors ask for and the standard does not: 1 missing.',
      'By stage: plan 100 %, do none, check none, act none.',
    ]);
  });

  it('name every state', () => {
    const states: readonly State[] = [
      'evidenced',
      'partly',
      'missing',
      'contradicted',
      'overdue',
      'not due yet',
      'waived',
      'no instance',
      'none recorded',
      'open',
      'cannot tell',
    ];
    const [line = ''] = sums(...states.map((state) => covered('plan', state)));
    for (const state of states) assert.ok(line.includes(`1 ${state}`), state);
  });
});

describe('text of coverage', () => {
  const report = (edition: '2011' | '2018', ...demands: DemandCoverage[]) => ({
    tool: '1',
    today: '2026-03-31',
    folder: 'sms',
    coverage: coverage(edition, ...demands),
    places,
  });
  const one = covered('plan', 'partly', 'full', { evidenced: 3, total: 5 });

  it('says once that the 2018 edition was not checked, and only where that is used', () => {
    const count = (...editions: ('2011' | '2018')[]) =>
      textCoverage(
        editions.map((e) => report(e, one)),
        { ...look, width: 1000 },
      ).match(/not checked against a licensed copy/g)?.length ?? 0;
    assert.deepEqual([count('2011'), count('2018'), count('2018', '2011', '2018')], [0, 1, 1]);
  });

  it('names the clause of the 2018 edition, and what is usual evidence', () => {
    const line = (edition: '2011' | '2018', d: DemandCoverage) =>
      textCoverage([report(edition, d)], look)
        .split('\n')
        .find((l) => l.includes(demand.id));
    assert.equal(line('2011', one), `  partly          3 of 5  ${demand.id}`);
    assert.equal(line('2018', one), `  partly          3 of 5  ${demand.id} (8.2)`);
    assert.equal(
      line('2018', covered('plan', 'missing', 'usual-evidence')),
      `  missing                 ${demand.id} (8.2, usual evidence)`,
    );
  });

  it('never says that anything is compliant or conforms', () => {
    const text = textCoverage([report('2018', one)], look) + textCheck(checked([]), look);
    assert.doesNotMatch(text, /complian|comply|conform/i);
  });

  it('colours states', () => {
    assert.ok(
      textCoverage([report('2011', one)], { ...look, ink: colours }).includes(`\u001b[33mpartly       \u001b[39m   3 of 5  ${demand.id}`),
    );
  });
});
