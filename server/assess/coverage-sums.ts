// How far a set of demands is evidenced: of those that can be proved now, how many are. Must not know any demand by name, nor who shows it.
import type { Stage } from '../knowledge/types';
import type { DemandCoverage, State } from './coverage';

/** There is nothing yet that could be proved. */
const IDLE: readonly State[] = ['not due yet', 'none recorded', 'no instance'];

/** The order of the circle. */
export const STAGES: readonly Stage[] = ['plan', 'do', 'check', 'act'];

/** Of `total` demands that can be proved now, so many are evidenced. */
export interface Share {
  readonly evidenced: number;
  readonly total: number;
}

export function shareOf(demands: readonly DemandCoverage[]): Share {
  const due = demands.filter((d) => !IDLE.includes(d.state));
  return { evidenced: due.filter((d) => d.state === 'evidenced').length, total: due.length };
}

/** In per cent, rounded down, so that only all of them make 100; undefined of none. */
export const percentOf = ({ evidenced, total }: Share): number | undefined =>
  total === 0 ? undefined : Math.floor((100 * evidenced) / total);

/** What the edition demands, and apart from it what auditors usually ask for besides. */
export const demanded = (demands: readonly DemandCoverage[]) => demands.filter((d) => d.basis === 'full');
export const usual = (demands: readonly DemandCoverage[]) => demands.filter((d) => d.basis === 'usual-evidence');
