// Everything that is judged about one thing, in one go, so that what was read for it is known. Must not know any demand by name.
import type { Demand, Population } from '../knowledge/types';
import type { Thing } from '../model/pack';
import type { Standing } from '../model/standing';
import { applies, type Context, editionOf, nameOf } from './context';
import { type InstanceState, type Judgement, judge, type RuleVerdict } from './demand';
import type { Finding, Spot, Waived, Working } from './finding';
import { lacking } from './lacking';
import { type Missing, missingIn } from './missing';
import { missingFinding } from './missing-words';
import { membershipThen } from './population';
import { rhythm } from './rhythm';
import { runRules } from './run-rules';
import { sayer } from './say';

/** How a demand stands for one instance. */
export interface Instance {
  readonly demand: string;
  /** Absent where the demand holds once for the whole SMS. */
  readonly at?: Spot;
  readonly label: string;
  /** Its sort and id, which versions share; whether it is an event. Absent as `at` is. */
  readonly of?: { readonly thing: string; readonly event: boolean };
  readonly state: InstanceState;
  readonly reason?: string;
  readonly proofs: readonly Spot[];
  /** Rules asked of other things, whose word comes on top. */
  readonly pending: readonly string[];
  /** Would be an instance if its document were agreed. */
  readonly draft: boolean;
  /** Where there is a gap, somebody allowed it to stand. */
  readonly waived?: Waived;
}

export interface Assessed {
  readonly findings: readonly Finding[];
  readonly instances: readonly Instance[];
  /** What rules worked out on the way, wrong or right. */
  readonly workings: readonly Working[];
  /** By rule id: what each rule said that was asked of it. */
  readonly verdicts: ReadonlyMap<string, RuleVerdict>;
  readonly failed: readonly { readonly rule: string; readonly error: string }[];
}

/** Nothing judged. */
export const NOTHING: Assessed = { findings: [], instances: [], workings: [], verdicts: new Map(), failed: [] };

/** Judges all that share an id: versions each by itself; what several documents name and nobody defines, such as a period, once. */
export function assessThings(things: readonly Thing[], context: Context): readonly Assessed[] {
  const [first] = things;
  const nameless = first !== undefined && first.path.length > 0 && context.reader.at(first, 'id').value === undefined;
  return (nameless ? [first] : things).map((t) => assessThing(t, context));
}

/** What is missing without the fields that a rule speaks of no less seriously: it says why they are missed, and one finding is enough. */
function untold(missing: Missing, findings: readonly Finding[]): readonly Missing[] {
  const told = findings.filter((f) => f.severity === 'error' || missing.advice).map(({ at }) => at.path.join('/'));
  const paths = missing.paths.filter((path) => !told.includes(path.join('/')));
  return paths.length === 0 ? [] : [{ ...missing, paths }];
}

/** Judges a thing: what it lacks, what the rules say, and each demand that holds for it. */
function assessThing(thing: Thing, context: Context): Assessed {
  const { findings, workings, verdicts, failed } = runRules(thing, context);
  const missing = missingIn(thing, context)
    .flatMap((m) => untold(m, findings))
    .map((m) => missingFinding(m, thing, context));
  const judged = demandsOf(thing, context).map(({ demand, draft }) => ({
    demand,
    draft,
    judgement: judge(demand, thing, verdicts, context, draft),
  }));
  const lacks = judged.flatMap(({ demand, draft, judgement }) =>
    draft || isSaidBy(findings, demand, judgement) ? [] : lacking(demand, thing, judgement, context),
  );
  return {
    findings: [...missing, ...findings, ...onePerProof(lacks)],
    instances: judged.map(({ demand, draft, judgement }) => instance(demand, thing, judgement, draft, context)),
    workings: [...workings, ...judged.flatMap((j) => (j.draft ? [] : rhythm(j.demand, thing, j.judgement, context)))],
    verdicts,
    failed,
  };
}

/** A rule about the same thing and demand has said already why the document it lacks isn't there: one cause, one finding. */
const isSaidBy = (findings: readonly Finding[], { id }: Demand, { state }: Judgement): boolean =>
  state !== 'overdue' && findings.some((f) => f.severity === 'error' && f.demands.includes(id));

/** Of what is overdue by the same last proof the first is enough. */
const onePerProof = (lacks: readonly Finding[]): readonly Finding[] =>
  lacks.filter((f, i) => f.because.length === 0 || !lacks.slice(0, i).some((g) => g.because[0]?.at.doc === f.because[0]?.at.doc));

/** Judges a demand that holds once for the whole SMS. */
export function assessDemand(demand: Demand, context: Context): Assessed {
  if (!applies(demand, editionOf(context.reader))) return NOTHING;
  const judgement = judge(demand, undefined, NOTHING.verdicts, context);
  return {
    ...NOTHING,
    findings: lacking(demand, undefined, judgement, context),
    instances: [instance(demand, undefined, judgement, false, context)],
    workings: rhythm(demand, undefined, judgement, context),
  };
}

/** Whether there is a manifest, said once. */
export function assessManifest({ knowledge, reader }: Context): Assessed {
  const first = reader.hasManifest() || reader.hasManifestFile() ? undefined : reader.firstDocument();
  return { ...NOTHING, findings: first ? sayer(first.doc, knowledge)('no-manifest', [], 'head', {}) : [] };
}

function demandsOf(thing: Thing, context: Context): { demand: Demand; draft: boolean }[] {
  const edition = editionOf(context.reader);
  // Most demands on a thing are on the same few populations.
  const members = new Map<Population, Standing>();
  const memberOf = (population: Population): Standing => {
    const known = members.get(population) ?? membershipThen(thing, population, context.reader);
    members.set(population, known);
    return known;
  };
  return (context.knowledge.demandsFor.get(thing.sort) ?? []).flatMap((demand) => {
    if (!demand.each || !applies(demand, edition)) return [];
    const member = memberOf(demand.each);
    return member === 'no' ? [] : [{ demand, draft: member === 'draft' }];
  });
}

const head = (thing: Thing): Spot => ({ doc: thing.doc, path: thing.path, on: 'head' });

function instance(
  demand: Demand,
  thing: Thing | undefined,
  { state, reason, proofs, pending }: Judgement,
  draft: boolean,
  { reader }: Context,
): Instance {
  return {
    demand: demand.id,
    label: thing ? nameOf(thing, reader) : '',
    state,
    proofs,
    pending,
    draft,
    ...(thing && { at: head(thing), of: { thing: `${thing.sort}/${thing.id}`, event: thing.event } }),
    ...(reason !== undefined && { reason }),
  };
}
