// The coverage as a tree of lines: what each says, and which place it opens.
// Must not know VS Code; must not judge, only word what the server found.
import type {
  ClauseCoverage,
  CoverageTree,
  DemandCoverage,
  FolderCoverage,
  InstanceCoverage,
  Location,
  State,
} from '../server/lsp/protocol';

/** A line of the view. `id` stays the same as long as the line stands for the same thing. */
export interface CoverageNode {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly state?: State;
  readonly opens?: Location;
  readonly children: readonly CoverageNode[];
}

/** The lines of the top level: clauses, or where there are several SMS, each with its clauses. */
export function coverageNodes(tree: CoverageTree): readonly CoverageNode[] {
  const [first, ...others] = tree.folders;
  if (!first) return [];
  return others.length === 0 ? clauseNodes(first) : tree.folders.map(folderNode);
}

/** How an SMS stands, in a few words: `2018 edition: 12 of 40 evidenced`. */
export function summary(folder: FolderCoverage): string {
  const { evidenced, total } = tally(folder);
  return `${folder.edition} edition: ${evidenced} of ${total} evidenced${folder.provisional ? ', no sms.yaml yet' : ''}`;
}

/** Demands of the edition (not what is only usual evidence) that can be proved now: how many there are, how many are evidenced. */
export function tally({ counts }: FolderCoverage): { evidenced: number; total: number } {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { evidenced: counts.evidenced, total: IDLE.reduce((rest, state) => rest - counts[state], all) };
}

/** There is nothing yet that could be proved. */
const IDLE: readonly State[] = ['not due yet', 'none recorded', 'no instance'];

function folderNode(folder: FolderCoverage): CoverageNode {
  return { id: folder.uri, label: folder.name, description: summary(folder), children: clauseNodes(folder) };
}

const clauseNodes = (folder: FolderCoverage) => folder.clauses.map((clause) => clauseNode(folder.uri, clause));

function clauseNode(parent: string, clause: ClauseCoverage): CoverageNode {
  const id = `${parent}#${clause.clause}`;
  const demanded = clause.demands.filter((demand) => demand.basis === 'full' && !IDLE.includes(demand.state));
  const evidenced = demanded.filter((demand) => demand.state === 'evidenced').length;
  return {
    id,
    label: `${clause.clause} ${clause.title}`,
    description: `${evidenced} of ${demanded.length}`,
    children: clause.demands.map((demand) => demandNode(id, demand)),
  };
}

function demandNode(parent: string, demand: DemandCoverage): CoverageNode {
  const id = `${parent}/${demand.id}`;
  const [only, ...others] = demand.instances;
  // What is asked once for the whole SMS has one nameless instance: its documents stand directly below the demand.
  const nameless = only !== undefined && others.length === 0 && only.label === '';
  const children = nameless ? proofNodes(id, only) : demand.instances.map((instance, index) => instanceNode(`${id}/${index}`, instance));
  return {
    id,
    label: shortName(demand.id),
    description: `${stateWords(demand.state, demand.of)}${demand.basis === 'full' ? '' : ', advice'}`,
    tooltip: demandTooltip(demand, nameless ? only.reason : undefined),
    state: demand.state,
    ...(nameless && only.at && { opens: only.at }),
    children,
  };
}

function instanceNode(id: string, instance: InstanceCoverage): CoverageNode {
  return {
    id,
    label: instance.label,
    description: stateWords(instance.state),
    ...(instance.reason && { tooltip: instance.reason }),
    state: instance.state,
    ...(instance.at && { opens: instance.at }),
    children: proofNodes(id, instance),
  };
}

function proofNodes(parent: string, instance: InstanceCoverage): CoverageNode[] {
  return instance.proofs.map((proof, index) => ({ id: `${parent}/${index}:${proof.uri}`, label: proof.label, opens: proof, children: [] }));
}

const stateWords = (state: State, of?: { evidenced: number; total: number }) =>
  state === 'partly' && of ? `partly, ${of.evidenced} of ${of.total}` : state;

function demandTooltip(demand: DemandCoverage, reason: string | undefined): string {
  const basis = demand.basis === 'full' ? '' : '. The standard does not demand it; auditors usually ask for it';
  const why = demand.reason ?? reason;
  return [demand.demand, `${demand.id}: clause ${demand.clause}, ${demand.stage}${basis}.`, ...(why ? [why] : [])].join('\n\n');
}

const ABBREVIATIONS = /\b(sla|slr|ola|sms|rfc|cmdb)\b/g;

/** `7.2-contract-targets` → `contract targets`: the sentences of one clause all begin alike, and a line has room for little more. */
function shortName(id: string): string {
  return id
    .replace(/^[\d.]+-/, '')
    .replaceAll('-', ' ')
    .replace(ABBREVIATIONS, (word) => word.toUpperCase());
}
