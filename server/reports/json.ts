// Findings and coverage for programs. The shape is an interface: docs/json.md describes it, and a change that could break a
// reader raises FORMAT. Must not word anything.
import type { Covered, DemandCoverage } from '../assess/coverage';
import type { Waived } from '../assess/finding';
import type { Located } from '../assess/located';
import { approvalsIn, type CheckReport, type CoverageReport, type Places, proofsOf, SEVERITIES } from './report';

const FORMAT = 1;

/** `found` should hold each finding apart, not grouped. */
export function jsonCheck({ tool, today, files, old, places }: CheckReport): string {
  const found = files.flatMap((f) => f.found);
  const waived = found.filter((f) => f.finding.waived).length;
  const count = (severity: string) => found.filter((f) => f.finding.severity === severity && !f.finding.waived && !f.finding.old).length;
  return print({
    format: FORMAT,
    tool,
    today,
    findings: found.map((f) => finding(f, places)),
    counts: { files: files.length, ...Object.fromEntries(SEVERITIES.map((s) => [s, count(s)])), waived, baseline: old },
  });
}

function finding({ finding: { code, demands, severity, message, waived, old, ...rest }, at, because }: Located, places: Places) {
  const thing = 'at' in rest ? places.thingAt(rest.at) : undefined;
  return {
    code,
    demands,
    severity,
    ...places.of(at),
    message,
    because: because.map((b) => ({ ...places.of(b), message: b.message })),
    ...(thing && { thing }),
    ...(waived && { waived: waivedOf(waived, places) }),
    ...(old && { baseline: true }),
  };
}

const waivedOf = ({ by, until, reason, at }: Waived, places: Places) => ({ by, until, reason, ...places.ofSpot(at) });

export function jsonCoverage({ tool, today, on, period, folder, old, coverage, places }: CoverageReport): string {
  const { edition, provisional, demands, over } = coverage;
  const asked = { ...(on !== undefined && { on }), ...(period && { period: { ...period, judgedTo: over?.to ?? period.to } }) };
  return print({
    ...{ format: FORMAT, tool, today, ...asked, folder, edition, provisional },
    ...(old !== undefined && { baseline: old }),
    demands: demands.map((d) => demandOf(d, places)),
  });
}

function demandOf({ demand, clause, stage, basis, state, of, reason, instances, behind }: DemandCoverage, places: Places) {
  return {
    id: demand.id,
    clause,
    stage,
    basis,
    demand: demand.demand,
    state,
    ...(of && { of }),
    ...(reason !== undefined && { reason }),
    proofs: proofsOf(instances, places),
    approvals: approvalsOf(instances, places),
    ...(state === 'waived' && { waivers: behind.flatMap((at) => places.ofSpot(at) ?? []) }),
    instances: instances.filter((i) => i.at).map((i) => instanceOf(i, places)),
  };
}

function instanceOf(instance: Covered, places: Places) {
  const { at, label, state, reason, draft, waived } = instance;
  const thing = at && places.thingAt(at);
  return {
    label,
    ...(thing && { thing }),
    state,
    ...(reason !== undefined && { reason }),
    ...(draft && { draft }),
    ...(state === 'waived' && waived && { waived: waivedOf(waived, places) }),
    ...(at && places.ofSpot(at)),
    proofs: proofsOf([instance], places),
    approvals: approvalsOf([instance], places),
  };
}

const approvalsOf = (instances: readonly Covered[], places: Places) =>
  approvalsIn(instances, places).map(({ file, range, approval: { grade, did, by, on, why } }) => ({
    file,
    range,
    grade,
    did,
    ...(by !== undefined && { by }),
    ...(on !== undefined && { on }),
    why,
  }));

const print = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
