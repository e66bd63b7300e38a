// The coverage as a tree of lines: what each says, and which place it opens.
// Must not know VS Code; must not judge, only word what the server found.
import type {
  CoverageGroup,
  CoverageTree,
  DemandCoverage,
  FolderCoverage,
  InstanceCoverage,
  Location,
  ProofLocation,
  Share,
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

/** What the lines are grouped by. */
export type GroupedBy = 'clause' | 'stage';

/** The lines of the top level: groups, or where there are several SMS, each with its groups. */
export function coverageNodes(tree: CoverageTree, by: GroupedBy): readonly CoverageNode[] {
  const [first, ...others] = tree.folders;
  if (!first) return [];
  return others.length === 0 ? groupNodes(first, by) : tree.folders.map((folder) => folderNode(folder, by));
}

/** How an SMS stands, in a few words: `2018 edition: 12 of 40 evidenced`. */
export function summary({ edition, provisional, share }: FolderCoverage): string {
  return `${edition} edition: ${shareWords(share)} evidenced${provisional ? ', no sms.yaml yet' : ''}`;
}

/** `plan 100 %, do 80 %, check 75 %, act 20 %`; a stage of which nothing can be proved now is left out. */
export const stages = ({ byStage }: FolderCoverage): string =>
  byStage.flatMap(({ label, percent }) => (percent === undefined ? [] : [`${label} ${percent} %`])).join(', ');

const shareWords = ({ evidenced, total }: Share) => `${evidenced} of ${total}`;

function folderNode(folder: FolderCoverage, by: GroupedBy): CoverageNode {
  return {
    id: folder.uri,
    label: folder.name,
    description: summary(folder),
    tooltip: `${summary(folder)}\n${stages(folder)}`,
    children: groupNodes(folder, by),
  };
}

const groupNodes = (folder: FolderCoverage, by: GroupedBy) =>
  (by === 'clause' ? folder.byClause : folder.byStage).map((group) => groupNode(`${folder.uri}#${by}`, group, folder));

/** The count stands in the label, since what follows is cut off where the view is narrow. */
function groupNode(
  parent: string,
  { id, label, title, share, percent, usual, demands }: CoverageGroup,
  folder: FolderCoverage,
): CoverageNode {
  const own = `${parent}/${id}`;
  const parts = [title, ...(percent === undefined ? [] : [`${percent} %`])].filter((part) => part !== '');
  const besides = usual.total > 0 ? [`Usual evidence, which auditors ask for and the standard does not: ${shareWords(usual)}.`] : [];
  return {
    id: own,
    label: `${label}: ${shareWords(share)}`,
    description: parts.join(' · '),
    tooltip: [`${[label, title].filter((part) => part !== '').join(' ')}: ${shareWords(share)} evidenced.`, ...besides].join('\n\n'),
    children: demands.flatMap((place) => folder.demands[place] ?? []).map((demand) => demandNode(own, demand)),
  };
}

function demandNode(parent: string, demand: DemandCoverage): CoverageNode {
  const id = `${parent}/${demand.id}`;
  const [only, ...others] = demand.instances;
  // What is asked once for the whole SMS has one nameless instance: its documents stand directly below the demand.
  const nameless = only !== undefined && others.length === 0 && only.label === '';
  const children = nameless
    ? proofNodes(id, only.proofs)
    : demand.instances.map((instance, index) => instanceNode(`${id}/${index}`, instance));
  return {
    id,
    label: demand.title,
    description: `${stateWords(demand.state, demand.of)}${demand.basis === 'full' ? '' : ', usual evidence'}`,
    tooltip: demandTooltip(demand, nameless ? only.reason : undefined),
    state: demand.state,
    ...(nameless && only.at && { opens: only.at }),
    children: [...proofNodes(`${id}/behind`, demand.behind), ...children],
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
    children: proofNodes(id, instance.proofs),
  };
}

const proofNodes = (parent: string, proofs: readonly ProofLocation[]): CoverageNode[] =>
  proofs.map((proof, index) => ({
    id: `${parent}/${index}:${proof.uri}`,
    label: proof.label,
    ...(proof.tooltip !== undefined && { tooltip: proof.tooltip }),
    opens: proof,
    children: [],
  }));

/** The count first: `0 of 3, missing`. Of what is evidenced in part it says enough, and a line has little room. */
function stateWords(state: State, of?: Share): string {
  if (state === 'partly' && of) return shareWords(of);
  return of && of.total > 1 && state !== 'evidenced' ? `${shareWords(of)}, ${state}` : state;
}

function demandTooltip({ id, demand, clauses, stage, basis, state, reason, instances }: DemandCoverage, own: string | undefined): string {
  const usual = basis === 'full' ? '' : '. The standard does not demand it; auditors usually ask for it';
  const lacking = instances.filter((instance) => instance.label !== '' && instance.state !== 'evidenced').map(({ label }) => label);
  const why = reason ?? own;
  return [
    demand,
    `${id}: clause ${clauses}, ${stage}${usual}.`,
    ...(why ? [why] : []),
    ...(state === 'partly' ? [`Not yet for: ${lacking.join(', ')}.`] : []),
  ].join('\n\n');
}
