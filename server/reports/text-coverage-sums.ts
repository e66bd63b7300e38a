// The sums under a coverage: how many demands are in each state, and how far Plan, Do, Check and Act are evidenced.
// Must not judge what that is worth.
import { type CoverageOf, type DemandCoverage, STATES } from '../assess/coverage';
import { demanded, percentOf, STAGES, shareOf, usual } from '../assess/coverage-sums';
import type { Stage } from '../knowledge/types';
import { wrapped } from './display';
import type { Look } from './ink';

export function coverageSums({ demands }: CoverageOf, { ink, width }: Look): string {
  const full = demanded(demands);
  const besides = usual(demands);
  const lines = [
    `Demands: ${byState(full)}.`,
    ...(besides.length > 0 ? [`Usual evidence, which auditors ask for and the standard does not: ${byState(besides)}.`] : []),
    `By stage: ${STAGES.map((stage) => share(stage, full)).join(', ')}.`,
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

function share(stage: Stage, demands: readonly DemandCoverage[]): string {
  const percent = percentOf(shareOf(demands.filter((d) => d.stage === stage)));
  return percent === undefined ? `${stage} none` : `${stage} ${percent} %`;
}
