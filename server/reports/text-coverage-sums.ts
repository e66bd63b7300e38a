// The sums under a coverage: how many demands are in each state, and how far Plan, Do, Check and Act are evidenced.
// Must not judge what that is worth.
import { type CoverageOf, type DemandCoverage, STATES, type State } from '../assess/coverage';
import type { Stage } from '../knowledge/types';
import { wrapped } from './display';
import type { Look } from './ink';

const STAGES: readonly Stage[] = ['plan', 'do', 'check', 'act'];

/** There is nothing that could be proved now. */
const IDLE: readonly State[] = ['not due yet', 'none recorded', 'no instance'];

export function coverageSums({ demands }: CoverageOf, { ink, width }: Look): string {
  const demanded = demands.filter((d) => d.basis === 'full');
  const usual = demands.filter((d) => d.basis === 'usual-evidence');
  const lines = [
    `Demands: ${byState(demanded)}.`,
    ...(usual.length > 0 ? [`Usual evidence, which auditors ask for and the standard does not: ${byState(usual)}.`] : []),
    `By stage: ${STAGES.map((stage) => share(stage, demanded)).join(', ')}.`,
  ];
  return lines
    .flatMap((line) => wrapped(line, width))
    .map((line) => ink('bold', line))
    .join('\n');
}

const byState = (demands: readonly DemandCoverage[]): string =>
  STATES.map((state) => ({ state, count: demands.filter((d) => d.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`)
    .join(', ');

/** Evidenced demands of those that can be proved now; rounded down, so that only all of them make 100 %. */
function share(stage: Stage, demands: readonly DemandCoverage[]): string {
  const due = demands.filter((d) => d.stage === stage && !IDLE.includes(d.state));
  if (due.length === 0) return `${stage} none`;
  return `${stage} ${Math.floor((100 * due.filter((d) => d.state === 'evidenced').length) / due.length)} %`;
}
