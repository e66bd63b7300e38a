// Findings and coverage for programs. The shape is an interface: docs/json.md describes it, and a change that could break a
// reader raises FORMAT. Must not word anything.
import type { Covered, DemandCoverage } from '../assess/coverage';
import type { Located } from '../assess/located';
import { approvalsIn, type CheckReport, type CoverageReport, type Places, proofsOf, SEVERITIES } from './report';

const FORMAT = 1;

/** `found` should hold each finding apart, not grouped. */
export function jsonCheck({ tool, today, files, places }: CheckReport): string {
  const found = files.flatMap((f) => f.found);
  const count = (severity: string) => found.filter((f) => f.finding.severity === severity).length;
  return print({
    format: FORMAT,
    tool,
    today,
    findings: found.map((f) => finding(f, places)),
    counts: { files: files.length, ...Object.fromEntries(SEVERITIES.map((s) => [s, count(s)])) },
  });
}

function finding({ finding: { code, demands, severity, message, ...rest }, at, because }: Located, places: Places) {
  const thing = 'at' in rest ? places.thingAt(rest.at) : undefined;
  return {
    code,
    demands,
    severity,
    ...places.of(at),
    message,
    because: because.map((b) => ({ ...places.of(b), message: b.message })),
    ...(thing && { thing }),
  };
}

export function jsonCoverage({ tool, today, on, period, folder, coverage, places }: CoverageReport): string {
  const { edition, provisional, demands, over } = coverage;
  const asked = { ...(on !== undefined && { on }), ...(period && { period: { ...period, judgedTo: over?.to ?? period.to } }) };
  return print({ format: FORMAT, tool, today, ...asked, folder, edition, provisional, demands: demands.map((d) => demandOf(d, places)) });
}

function demandOf({ demand, clause, stage, basis, state, of, reason, instances }: DemandCoverage, places: Places) {
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
    instances: instances.filter((i) => i.at).map((i) => instanceOf(i, places)),
  };
}

function instanceOf(instance: Covered, places: Places) {
  const { at, label, state, reason, draft } = instance;
  const thing = at && places.thingAt(at);
  return {
    label,
    ...(thing && { thing }),
    state,
    ...(reason !== undefined && { reason }),
    ...(draft && { draft }),
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
