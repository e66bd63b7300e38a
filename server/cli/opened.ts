// What a command is asked about, read from the disk with what it belongs to, and judged. Must not know which command asks.
import { loadKnowledge } from '../knowledge/knowledge';
import { rules as allRules } from '../rules/gathered';
import { Workspace } from '../workspace/workspace';
import type { Wrong } from './asked';
import { foldersOf, type Target, targetOf } from './paths';
import type { Surroundings } from './surroundings';

export interface Opened {
  readonly targets: readonly Target[];
  readonly workspace: Workspace;
}

interface AskedAbout {
  /** As typed. */
  readonly paths: readonly string[];
  readonly today?: string;
  readonly waivers?: boolean;
  readonly baseline?: boolean;
  readonly verbose: boolean;
}

/** What stands at the paths as typed, read with what it belongs to. */
export async function opened(
  { paths, today, verbose, waivers = true, baseline = true }: AskedAbout,
  { cwd, err, host, clock, rules = allRules }: Surroundings,
): Promise<Opened | Wrong> {
  const targets: Target[] = [];
  for (const typed of paths) {
    const target = await targetOf(typed, cwd, host);
    if ('wrong' in target) return target;
    targets.push(target);
  }
  const workspace = new Workspace(host, loadKnowledge(), rules, today === undefined ? clock : () => today, ({ rule, error }) => {
    if (verbose) err.write(`The check ${rule} broke off: ${error}\n`);
  });
  workspace.honoursWaivers = waivers;
  workspace.honoursBaseline = baseline;
  await workspace.open(foldersOf(targets));
  return { targets, workspace };
}

/** What is asked about files and commits on the way is looked up, one after the other. */
export async function judged(workspace: Workspace, more: () => void = () => {}): Promise<void> {
  do {
    workspace.settleAll();
    more();
  } while (await workspace.lookUp());
}
