// Coverage as the client's view wants it: by clause, with places to jump to. Must not decide any state.
import { type CoverageOf, type DemandCoverage as Covered, STATES, type State } from '../assess/coverage';
import type { Spot } from '../assess/finding';
import { documentOf, locateSpot } from '../assess/located';
import type { Sms } from '../workspace/sms';
import { Ranges } from './diagnostics';
import type { ClauseCoverage, DemandCoverage, FolderCoverage, Location, ProofLocation } from './protocol';

export function toFolderCoverage(sms: Sms, asKnown: (uri: string) => string): FolderCoverage {
  const coverage = sms.coverage();
  const places = placer(sms, asKnown);
  return {
    name: decodeURIComponent(sms.folder.slice(sms.folder.lastIndexOf('/') + 1)),
    uri: asKnown(sms.folder),
    edition: coverage.edition,
    provisional: coverage.provisional,
    counts: count(coverage.demands.filter((d) => d.basis === 'full')),
    usualEvidence: count(coverage.demands.filter((d) => d.basis === 'usual-evidence')),
    clauses: byClause(coverage, places),
  };
}

const count = (demands: readonly Covered[]) =>
  Object.fromEntries(STATES.map((s) => [s, demands.filter((d) => d.state === s).length])) as Record<State, number>;

/** By process, whatever clauses of an edition its demands have. */
function byClause({ demands }: CoverageOf, places: Placer): ClauseCoverage[] {
  const processes = [...new Set(demands.map((d) => d.demand.process))];
  return processes.map((process) => ({
    clause: process.clause,
    title: process.name.slice(process.clause.length).trim(),
    demands: demands.filter((d) => d.demand.process === process).map((d) => toDemand(d, places)),
  }));
}

function toDemand({ demand, clause, stage, basis, state, of, reason, instances }: Covered, places: Placer): DemandCoverage {
  return {
    id: demand.id,
    clause,
    demand: demand.demand,
    stage,
    basis,
    state,
    ...(of && { of }),
    ...(reason !== undefined && { reason }),
    instances: instances.map((i) => {
      const at = i.at && places.location(i.at);
      return {
        label: i.label,
        state: i.state,
        ...(i.reason !== undefined && { reason: i.reason }),
        ...(at && { at }),
        proofs: i.proofs.flatMap((p) => places.proof(p) ?? []),
      };
    }),
  };
}

interface Placer {
  location(spot: Spot): Location | undefined;
  proof(spot: Spot): ProofLocation | undefined;
}

function placer(sms: Sms, asKnown: (uri: string) => string): Placer {
  const ranges = new Ranges(sms.files);
  const location = (spot: Spot): Location | undefined => {
    const at = locateSpot(spot, sms.files);
    return at && { uri: asKnown(at.uri), range: ranges.of(at) };
  };
  return {
    location,
    proof: (spot) => {
      const at = location(spot);
      const evidence = documentOf(spot.doc, sms.files)?.document.evidence;
      return (
        at && {
          ...at,
          label: `${evidence?.kind.title ?? ''} "${evidence?.id ?? ''}": ${spot.path.filter((k) => typeof k === 'string').join('.')}`,
        }
      );
    },
  };
}
