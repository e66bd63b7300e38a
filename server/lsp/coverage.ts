// Coverage as the client's view wants it: in groups, with places to jump to. Must not decide any state.
import type { GradedAt } from '../assess/approvals';
import { type DemandCoverage as Covered, STATES, type State } from '../assess/coverage';
import { demanded, shareOf, usual } from '../assess/coverage-sums';
import { wayIn } from '../assess/field-titles';
import type { Spot } from '../assess/finding';
import { documentOf, locateSpot } from '../assess/located';
import { formats } from '../knowledge/formats';
import { clausesOf } from '../knowledge/proves';
import type { Path } from '../knowledge/schema';
import type { Edition } from '../knowledge/types';
import type { EvidenceDocument } from '../model/document';
import { gradeWords } from '../model/grade';
import { periodWords, stillToCome } from '../reports/days-asked';
import type { Sms } from '../workspace/sms';
import { byClause, byStage } from './coverage-groups';
import { Ranges } from './diagnostics';
import type { CoverageQuestion, DemandCoverage, FolderCoverage, Location, ProofLocation } from './protocol';

export function toFolderCoverage(sms: Sms, asKnown: (uri: string) => string, { on, period }: CoverageQuestion = {}): FolderCoverage {
  const coverage = period ? sms.coverageOver(period) : on === undefined ? sms.coverage() : sms.coverageOn(on);
  const asked = period ? periodWords(period, coverage.over) : on === undefined ? undefined : `as on ${on}`;
  const places = placer(sms, asKnown);
  return {
    name: decodeURIComponent(sms.folder.slice(sms.folder.lastIndexOf('/') + 1)),
    uri: asKnown(sms.folder),
    edition: coverage.edition,
    provisional: coverage.provisional,
    ...(asked !== undefined && { asked }),
    counts: count(demanded(coverage.demands)),
    usualEvidence: count(usual(coverage.demands)),
    share: shareOf(demanded(coverage.demands)),
    demands: coverage.demands.map((d) => toDemand(d, coverage.edition, places)),
    byClause: byClause(coverage),
    byStage: byStage(coverage),
  };
}

/** Why a question can't be answered, in words; undefined where it can. `days`: today in each SMS. */
export function unanswerable({ on, period }: CoverageQuestion, days: readonly string[]): string | undefined {
  const wrong = [on, period?.from, period?.to].find((day) => day !== undefined && !formats.date(day));
  if (wrong !== undefined) return `"${wrong}" is no day of the calendar, such as 2026-06-30.`;
  if (period && period.from > period.to) return `${period.to} comes before ${period.from}.`;
  return days
    .map((today) => stillToCome({ ...(on !== undefined && { on }), ...(period && { period }) }, today))
    .find((why) => why !== undefined);
}

const count = (demands: readonly Covered[]) =>
  Object.fromEntries(STATES.map((s) => [s, demands.filter((d) => d.state === s).length])) as Record<State, number>;

function toDemand(covered: Covered, edition: Edition, places: Placer): DemandCoverage {
  const { demand, stage, basis, state, of, reason, instances, behind } = covered;
  return {
    id: demand.id,
    title: demand.title,
    clauses: clausesOf(demand, edition),
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
        proofs: [
          ...(i.state === 'waived' && i.waived ? [places.proof(i.waived.at) ?? []].flat() : []),
          ...i.proofs.flatMap((p) => places.proof(p) ?? []),
          ...i.approvals.flatMap((a) => places.approval(a) ?? []),
        ],
      };
    }),
    behind: behind.flatMap((p) => places.proof(p) ?? []),
  };
}

interface Placer {
  location(spot: Spot): Location | undefined;
  proof(spot: Spot): ProofLocation | undefined;
  approval(approval: GradedAt): ProofLocation | undefined;
}

function placer(sms: Sms, asKnown: (uri: string) => string): Placer {
  const ranges = new Ranges(sms.files);
  const location = (spot: Spot): Location | undefined => {
    const at = locateSpot(spot, sms.files);
    return at && { uri: asKnown(at.uri), range: ranges.of(at) };
  };
  return {
    location,
    approval: (approval) => {
      const at = location(approval.at);
      return at && { ...at, label: gradeWords(approval), tooltip: approval.why };
    },
    proof: (spot) => {
      const at = location(spot);
      const evidence = documentOf(spot.doc, sms.files)?.document.evidence;
      return (
        at && {
          ...at,
          label: label(evidence, spot.path),
        }
      );
    },
  };
}

/** `contract "acme-hosting": service targets` */
function label(evidence: EvidenceDocument | undefined, path: Path): string {
  const way = evidence && wayIn(evidence, path);
  return `${evidence?.kind.title ?? ''} "${evidence?.id ?? ''}"${way ? `: ${way}` : ''}`;
}
