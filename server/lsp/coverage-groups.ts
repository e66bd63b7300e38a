// The demands of a coverage in groups, by clause and by Plan-Do-Check-Act. Must not decide any state, nor say where anything stands.
import type { CoverageOf, DemandCoverage } from '../assess/coverage';
import { demanded, percentOf, STAGES, shareOf, usual } from '../assess/coverage-sums';
import type { Edition, Process } from '../knowledge/types';
import type { CoverageGroup } from './protocol';

/** By process, whatever clauses of an edition its demands have. */
export function byClause({ demands, edition }: CoverageOf): CoverageGroup[] {
  const processes = [...new Set(demands.map((d) => d.demand.process))];
  return processes.map((process) => ({ ...clauseWords(process, edition), ...group(demands, (d) => d.demand.process === process) }));
}

export const byStage = ({ demands }: CoverageOf): CoverageGroup[] =>
  STAGES.map((stage) => ({ id: stage, label: stage, title: '', ...group(demands, (d) => d.stage === stage) }));

/** The clauses of the edition in force first, then the process with those of the other. */
function clauseWords({ clause, name, iso2018 }: Process, edition: Edition): { id: string; label: string; title: string } {
  const title = name.slice(clause.length).trim();
  const of2018 = iso2018.join(', ');
  return edition === '2018'
    ? { id: clause, label: of2018, title: `${title} · 2011: ${clause}` }
    : { id: clause, label: clause, title: `${title} · 2018: ${of2018}` };
}

function group(all: readonly DemandCoverage[], isIn: (demand: DemandCoverage) => boolean): Omit<CoverageGroup, 'id' | 'label' | 'title'> {
  const mine = all.filter(isIn);
  const share = shareOf(demanded(mine));
  const percent = percentOf(share);
  return {
    share,
    ...(percent !== undefined && { percent }),
    usual: shareOf(usual(mine)),
    demands: mine.map((d) => all.indexOf(d)),
  };
}
